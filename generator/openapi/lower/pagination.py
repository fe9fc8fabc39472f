"""Pagination: whether an operation pages, and how. The document says so in `x-paging`.

    x-paging: {kind: pages, page: page, size: limit, default_size: 25, start: 1, items: /results, total: /total_pages}
    x-paging: {kind: offset, offset: offset, size: limit, default_size: 100, start: 0, items: /data, total: /count}
    x-paging: {kind: cursor, cursor: page_token, next: /next, items: /data}
    x-paging: {kind: cursor, cursor: starting_after, last: /id, more: /has_more, items: /data}
    x-paging: {kind: cursor, cursor: page, header: X-Next-Page, items: ""}
    x-paging: {kind: link, next: /page_info/next_page_url, items: /data}
    x-paging: {kind: link, items: ""}

page, size, offset and cursor are query parameters; page, offset and cursor may be JSON pointers into a JSON body.
items, total, count, more and next are JSON pointers into the answer, last into the last of its items; header is one of
its headers. total is the number of pages, with offsets that of items; count that of items. more: whether anything
follows. A link without `next` is that of the Link header (RFC 8288). `x-paging: false` says that an operation does not
page. Where a document says nothing, `paging_found` looks whether it pages; `x-ms-pageable` says of a GET which of its
fields is a link.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from ...data import Json, is_map
from ...ir import (
    NULL,
    Answer,
    Body,
    BytesContent,
    Cursor,
    JsonContent,
    Link,
    Model,
    NoContent,
    Offset,
    Pages,
    Paging,
    Param,
    TextContent,
    Type,
)
from ...ir.walk import spoken
from ...report import Report
from ..read.document import Document, join
from .contents import read_type
from .finder import Finder, PagingFault
from .paging_found import Found, find_paging, find_stated, spelt

_KEYS = {
    "pages": ({"page", "items"}, {"size", "default_size", "start", "total", "count", "more"}),
    "offset": ({"offset", "items"}, {"size", "default_size", "start", "total", "more"}),
    "cursor": ({"cursor", "items"}, {"next", "last", "header", "more"}),
    "link": ({"items"}, {"next"}),
}
_NUMBERS = ("default_size", "start")


class Route(NamedTuple):
    """Where an operation stands. method: in lower case."""

    method: str
    path: str
    pointer: str


class Pagination:
    """What the operations of a document need to know of pages. finds: whether to look where nothing is stated."""

    def __init__(self, document: Document, models: Mapping[str, Model], report: Report, *, finds: bool) -> None:
        self._document = document
        self._models = models
        self._report = report
        self._finds = finds
        self._finder = Finder(models)

    def of(
        self,
        operation: Mapping[str, Json],
        route: Route,
        params: tuple[Param, ...],
        body: Body | None,
        answers: tuple[Answer, ...],
    ) -> Paging | None:
        """Return how an operation pages: as it says itself, else as it is found."""
        if is_stated(operation):
            try:
                return lower_paging(operation["x-paging"], params, body, answers, self._finder)
            except PagingFault as fault:
                place = self._document.at(join(route.pointer, "x-paging"))
                self._report.add("E402", f"x-paging: {fault}", place)
                return None
        if "x-paging" in operation or not answers:
            return None
        found = find_stated(operation, route.method, _page(answers), self._finder)
        if found is None and self._finds:
            found = find_paging(route.method, route.path, params, body, _filled(answers), self._finder)
        return self._followed(found, route, params, body, answers) if found else None

    def _followed(
        self, found: Found, route: Route, params: tuple[Param, ...], body: Body | None, answers: tuple[Answer, ...]
    ) -> Paging | None:
        """Return how an operation pages where that is certain; report what was found."""
        called, at = f"{route.method.upper()} {route.path}", self._document.at(route.pointer)
        doubt = found.doubt or ("" if _is_one_way(answers) else "its answer comes in several ways")
        if doubt or found.rule is None:
            help = f"where that is right, write {spelt(found.rule)}" if found.rule else ""
            self._report.unsure("E410", f"{called} looks like pages, but {doubt}", at, help=help)
            return None
        help = "x-paging: false says that it does not"
        self._report.found("E409", f"{called} pages: {spelt(found.rule)}", at, help=help)
        return lower_paging(found.rule, params, body, answers, self._finder)


def is_stated(operation: Mapping[str, Json]) -> bool:
    """Say whether an operation says by itself how it pages."""
    return operation.get("x-paging", False) is not False


def _is_one_way(answers: tuple[Answer, ...]) -> bool:
    """Say whether there is one kind of page, whatever media type is asked for; bytes and text are none."""
    read = [each for answer in answers for each in spoken(answer)]
    return len({read_type(each) for each in read if not isinstance(each, (BytesContent, NoContent, TextContent))}) == 1


def _filled(answers: tuple[Answer, ...]) -> Answer:
    """Return the first answer that holds something, wherever one without content stands (204)."""
    return next((each for each in answers if not isinstance(each.contents[0], NoContent)), answers[0])


def _page(answers: tuple[Answer, ...]) -> Type:
    return read_type(_filled(answers).contents[0]) if answers else NULL


def lower_paging(
    rule: Json, params: tuple[Param, ...], body: Body | None, answers: tuple[Answer, ...], finder: Finder
) -> Paging:
    """Return how an operation pages; PagingFault when the rule names what is not there."""
    known, page = _checked(rule), _page(answers)
    names = _Names(params, body, finder)
    items, found = finder.attributes(page, str(known["items"]))
    item = finder.item(found)
    if item is None:
        raise PagingFault("`items` does not lead to an array")

    def at(key: str) -> tuple[str, ...]:
        return finder.attributes(page, str(known[key]))[0] if key in known else ()

    size, default_size = names.query(known, "size"), _number(known, "default_size", 0)
    match known["kind"]:
        case "pages":
            start, total, count = _number(known, "start", 1), at("total"), at("count")
            position = names.position(known, "page")
            return Pages(position, size, default_size, start, items, total, item, count, at("more"))
        case "offset":
            start, position = _number(known, "start", 0), names.position(known, "offset")
            return Offset(position, size, default_size, items, at("total"), item, start, at("more"))
        case "cursor":
            last = finder.attributes(item, str(known["last"]))[0] if "last" in known else None
            header = _header(known, answers)
            return Cursor(names.position(known, "cursor"), at("next"), items, item, last, at("more"), header)
        case _:
            return Link(at("next"), items, item)


def paged(params: tuple[Param, ...], paging: Paging | None) -> tuple[Param, ...]:
    """Return the parameters of an operation, with what its pages begin with and which of them are the pages' own."""
    first: dict[str, int] = {}
    if isinstance(paging, Pages):
        first[paging.page] = paging.start
    if isinstance(paging, Offset):
        first[paging.offset] = paging.start
    if isinstance(paging, (Pages, Offset)) and paging.default_size:
        first[paging.size] = paging.default_size
    own = paging.cursor if isinstance(paging, Cursor) else ""
    return tuple(
        replace(each, first=first.get(each.wire), hidden=each.wire == own and not each.required)
        if each.place == "query"
        else each
        for each in params
    )


def _checked(rule: Json) -> dict[str, Json]:
    """Return the rule; PagingFault when it is none, lacks a key or has one too many."""
    if not is_map(rule) or not isinstance(kind := rule.get("kind"), str) or kind not in _KEYS:
        raise PagingFault(f"`kind` is one of {', '.join(_KEYS)}")
    required, optional = _KEYS[kind]
    given = set(rule) - {"kind"}
    for key in sorted(given & (required | optional)):
        value = rule[key]
        if key in _NUMBERS and (isinstance(value, bool) or not isinstance(value, int)):
            raise PagingFault(f"`{key}` is not a number")
        if key not in _NUMBERS and not isinstance(value, str):
            raise PagingFault(f"`{key}` is not text")
    if missing := sorted(required - given):
        raise PagingFault(f"`{missing[0]}` is missing")
    if unknown := sorted(given - required - optional):
        raise PagingFault(f"`{unknown[0]}` is not known")
    if kind == "cursor" and len(given & {"next", "last", "header"}) != 1:
        raise PagingFault("one of `next`, `last` and `header` says where the cursor comes from")
    return rule


def _header(rule: Mapping[str, Json], answers: tuple[Answer, ...]) -> str:
    """Return the header of the answer that a rule names, "" where it names none. It is text, which a query takes."""
    if "header" not in rule:
        return ""
    found = {each.wire.lower() for each in _filled(answers).headers} if answers else set[str]()
    if str(rule["header"]).lower() not in found:
        raise PagingFault(f"`header` names {rule['header']!r}, which is no header of the answer")
    if str(rule["cursor"]).startswith("/"):
        raise PagingFault("`header` is for a query parameter, and `cursor` leads into a body")
    return str(rule["header"])


def _number(rule: Mapping[str, Json], key: str, usual: int) -> int:
    value = rule.get(key)
    return value if isinstance(value, int) else usual


class _Names:
    """What a rule may name of a request."""

    def __init__(self, params: tuple[Param, ...], body: Body | None, finder: Finder) -> None:
        self._query = {each.wire for each in params if each.place == "query"}
        self._body = body
        self._finder = finder

    def query(self, rule: Mapping[str, Json], key: str) -> str:
        """Return the query parameter that a key names, "" where the rule has no such key."""
        if key not in rule:
            return ""
        if rule[key] not in self._query:
            raise PagingFault(f"`{key}` names the query parameter {rule[key]!r}, which is not there")
        return str(rule[key])

    def position(self, rule: Mapping[str, Json], key: str) -> str:
        """Return where a request says which page it is for: a query parameter or a pointer into its body."""
        name = str(rule[key])
        if not name.startswith("/"):
            return self.query(rule, key)
        contents = self._body.contents if self._body else ()
        if len(contents) != 1 or not isinstance(contents[0], JsonContent):
            raise PagingFault(f"`{key}` leads into a body, which is not JSON alone")
        self._finder.attributes(contents[0].type, name)
        return name
