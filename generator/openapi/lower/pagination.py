"""Pagination: whether an operation pages, and how. The document says so in `x-paging`.

    x-paging: {kind: pages, page: page, size: limit, default_size: 25, start: 1, items: /results, total: /total_pages}
    x-paging: {kind: offset, offset: offset, size: limit, default_size: 100, start: 0, items: /data, total: /count}
    x-paging: {kind: cursor, cursor: page_token, next: /next, items: /data}
    x-paging: {kind: cursor, cursor: starting_after, last: /id, more: /has_more, items: /data}
    x-paging: {kind: link, next: /page_info/next_page_url, items: /data}
    x-paging: {kind: link, items: ""}

page, size, offset and cursor are query parameters; page, offset and cursor may be JSON pointers into a JSON body.
items, total, count, more and next are JSON pointers into the answer, last into the last of its items. total is the
number of pages, with offsets that of items; count that of items. more: whether anything follows. A link without `next`
is that of the Link header (RFC 8288).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ...data import Json, is_map
from ...ir import (
    NULL,
    Alias,
    Array,
    Body,
    Class,
    Cursor,
    JsonContent,
    Link,
    Model,
    Offset,
    Pages,
    Paging,
    Param,
    Ref,
    Type,
    Union,
)
from ..read.document import tokens

_KEYS = {
    "pages": ({"page", "items"}, {"size", "default_size", "start", "total", "count", "more"}),
    "offset": ({"offset", "items"}, {"size", "default_size", "start", "total", "more"}),
    "cursor": ({"cursor", "items"}, {"next", "last", "more"}),
    "link": ({"items"}, {"next"}),
}
_NUMBERS = ("default_size", "start")


class PagingFault(ValueError):
    """What x-paging says does not fit the operation."""


def lower_paging(
    rule: Json, params: tuple[Param, ...], body: Body | None, page: Type, models: Mapping[str, Model]
) -> Paging:
    """Return how an operation pages; PagingFault when the rule names what is not there."""
    known = _checked(rule)
    finder = _Finder(models)
    names = _Names(params, body, finder)
    items, found = finder.attributes(page, str(known["items"]))
    if not isinstance(found, Array):
        raise PagingFault("`items` does not lead to an array")

    def at(key: str) -> tuple[str, ...]:
        return finder.attributes(page, str(known[key]))[0] if key in known else ()

    size, default_size = names.query(known, "size"), _number(known, "default_size", 0)
    match known["kind"]:
        case "pages":
            start, total, count = _number(known, "start", 1), at("total"), at("count")
            position = names.position(known, "page")
            return Pages(position, size, default_size, start, items, total, found.item, count, at("more"))
        case "offset":
            start, position = _number(known, "start", 0), names.position(known, "offset")
            return Offset(position, size, default_size, items, at("total"), found.item, start, at("more"))
        case "cursor":
            last = finder.attributes(found.item, str(known["last"]))[0] if "last" in known else None
            return Cursor(names.position(known, "cursor"), at("next"), items, found.item, last, at("more"))
        case _:
            return Link(at("next"), items, found.item)


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
    if kind == "cursor" and len(given & {"next", "last"}) != 1:
        raise PagingFault("one of `next` and `last` says where the cursor comes from")
    return rule


def _number(rule: Mapping[str, Json], key: str, usual: int) -> int:
    value = rule.get(key)
    return value if isinstance(value, int) else usual


class _Names:
    """What a rule may name of a request."""

    def __init__(self, params: tuple[Param, ...], body: Body | None, finder: _Finder) -> None:
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


class _Finder:
    """Turns JSON pointers into attributes of models."""

    def __init__(self, models: Mapping[str, Model]) -> None:
        self._models = models

    def attributes(self, start: Type, pointer: str) -> tuple[tuple[str, ...], Type]:
        """Return the attributes that a pointer stands for, and the type they lead to."""
        if pointer and not pointer.startswith("/"):
            raise PagingFault(f"the pointer {pointer!r} does not begin with a slash")
        path: list[str] = []
        here = self._plain(start)
        for token in tokens(pointer):
            found = self._field(here.model, token) if isinstance(here, Ref) else None
            if found is None:
                raise PagingFault(f"the pointer {pointer!r} leads to nothing at {token!r}")
            path.append(found[0])
            here = self._plain(found[1])
        return tuple(path), here

    def _plain(self, found: Type) -> Type:
        """Return a type without null, aliases followed."""
        seen: set[str] = set()
        while True:
            if isinstance(found, Union):
                rest = [each for each in found.members if each != NULL]
                if len(rest) > 1:
                    return found
                found = rest[0]
            model = self._models.get(found.model) if isinstance(found, Ref) else None
            if not isinstance(model, Alias) or model.name in seen:
                return found
            seen.add(model.name)
            found = model.type

    def _field(self, model: str, wire: str) -> tuple[str, Type] | None:
        found = self._models.get(model)
        if not isinstance(found, Class):
            return None
        for field in found.fields:
            if field.wire == wire:
                return field.name, field.type
        inherited = (self._field(base, wire) for base in found.bases)
        return next((each for each in inherited if each), None)
