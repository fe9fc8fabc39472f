"""Pages that a document does not state: recognised from what a request can say and what its answer says, together.

Out comes a rule as `x-paging` would write it. docs/pages.md has each rule; they are tried in the order of `_RULES`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from ...data import Json, as_map
from ...ir import Answer, Body, Param, Scalar, Type
from ..read.document import join
from .finder import Finder, PagingFault
from .paging_sides import Answered, Asked, Spot, answered, asked
from .paging_words import (
    AFTERS,
    CURSORS,
    HOLDERS,
    LASTS,
    NEXT_HOLDERS,
    NEXT_TOKENS,
    OFFSETS,
    PAGES,
    SAME_TOKENS,
    SINCE,
    STARTS,
    TEXTS,
    UNTOLD,
)

_METHODS = ("get", "post", "query")
_MOST_OTHERS = 3
"""Fields beside the list that an answer may have which says nothing of pages."""
_MUCH = "its answer holds much besides the list, and no flag for more"
_NUMBERS = PAGES | OFFSETS | STARTS


@dataclass(frozen=True, slots=True)
class Found:
    """rule: as x-paging writes it, none where there is no way to write it. doubt: why it is not followed, or ""."""

    rule: dict[str, Json] | None
    doubt: str = ""


def find_paging(
    method: str, path: str, params: tuple[Param, ...], body: Body | None, answer: Answer | None, finder: Finder
) -> Found | None:
    """Return how an operation pages, or seems to; none where it shows no sign of it. method: in lower case."""
    if method not in _METHODS or answer is None:
        return None
    page = answered(answer, path, finder)
    if page is None:
        return None
    request = asked(method, params, body, finder)
    tried = (rule(request, page, finder) for rule in _RULES)
    found = [_judged(each, request, page) for each in tried if each is not None]
    return next((each for each in found if not each.doubt), found[0] if found else None)


def find_stated(operation: Mapping[str, Json], method: str, page: Type, finder: Finder) -> Found | None:
    """Return how an operation pages where `x-ms-pageable` says so: by a field with the link to the next page. That is
    read by GET, and a null for the field says that all comes at once."""
    said = as_map(operation.get("x-ms-pageable"))
    name, items = said.get("nextLinkName"), said.get("itemName", "value")
    if method != "get" or not isinstance(name, str) or not isinstance(items, str):
        return None
    rule: dict[str, Json] = {"kind": "link", "next": join("", name), "items": join("", items)}
    try:
        finder.attributes(page, join("", name))
        if finder.item(finder.attributes(page, join("", items))[1]) is None:
            raise PagingFault(f"`{items}` is no list")
    except PagingFault as fault:
        return Found(None, f"x-ms-pageable: {fault}")
    return Found(rule)


def spelt(rule: dict[str, Json]) -> str:
    """Spell a rule as a line of YAML.

    >>> spelt({"kind": "pages", "page": "page[number]", "start": 0, "items": ""})
    'x-paging: {kind: pages, page: "page[number]", start: 0, items: ""}'
    """
    members = ", ".join(f"{key}: {_yaml(value)}" for key, value in rule.items())
    return f"x-paging: {{{members}}}"


def _yaml(value: Json) -> str:
    plain = isinstance(value, str) and re.fullmatch(r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[\w/.-]+", value, re.I)
    return str(value) if plain else json.dumps(value)


def _judged(found: Found, request: Asked, page: Answered) -> Found:
    """Return what a rule found, with what speaks against it."""
    return replace(found, doubt=page.doubt) if page.doubt and not found.doubt else found


def _by_cursor(request: Asked, page: Answered, finder: Finder) -> Found | None:
    """A parameter takes what the answer gives for the next page."""
    for at in request.of(CURSORS | TEXTS):
        if at.is_token and not (at.is_number and at.word in _NUMBERS) and not request.is_switched(at):
            found = _next(at, page)
            if found is not None:
                return Found(_rule("cursor", cursor=at.name, next=found.name, more=page.more, items=page.items))
    return None


def _by_last(request: Asked, page: Answered, finder: Finder) -> Found | None:
    """A parameter takes the last item that came, and a flag says whether more follows."""
    for at in request.of(AFTERS):
        if not page.more or not at.is_token or request.is_switched(at):
            continue
        last = next((each for each in page.of(LASTS) if each.is_token and each.is_number == at.is_number), None)
        if last is not None:
            return Found(_rule("cursor", cursor=at.name, next=last.name, more=page.more, items=page.items))
        if at.type == _type(page, "/id", finder):
            return Found(_rule("cursor", cursor=at.name, last="/id", more=page.more, items=page.items))
    return None


def _by_header(request: Asked, page: Answered, finder: Finder) -> Found | None:
    """The answer has a Link header, and parameters ask for pages."""
    asks = request.has_size or request.of(PAGES | OFFSETS | CURSORS | SINCE)
    return Found({"kind": "link", "items": page.items}) if page.has_link and asks else None


def _by_next_header(request: Asked, page: Answered, finder: Finder) -> Found | None:
    """A parameter of the query takes what a header of the answer gives for the next page."""
    for at in request.of(CURSORS | TEXTS):
        tokens = NEXT_TOKENS if at.word in CURSORS else frozenset[str]()
        names = {f"next{at.word}", *tokens, *(SAME_TOKENS & {at.word})}
        found = next((each for each in page.headers if each.is_token and each.word in names), None)
        if at.name in request.queries and at.is_token and found is not None and not request.is_switched(at):
            return Found(_rule("cursor", cursor=at.name, header=found.name, items=page.items))
    return None


def _by_counted(request: Asked, page: Answered, finder: Finder) -> Found | None:
    """Pages or items are counted, and the answer says where they end."""
    found = _counted(request, page) if page.more or page.count or page.total_pages else None
    if found is None or page.more or page.total_pages or page.others <= _MOST_OTHERS:
        return found
    return replace(found, doubt=_MUCH)


def _by_next_number(request: Asked, page: Answered, finder: Finder) -> Found | None:
    """A parameter takes a number that the answer gives for the next page."""
    for at in request.of(_NUMBERS):
        found = next((each for each in page.spots if each.is_number and each.word == f"next{at.word}"), None)
        if at.is_number and found is not None:
            return Found(_rule("cursor", cursor=at.name, next=found.name, items=page.items))
    return None


def _by_link(request: Asked, page: Answered, finder: Finder) -> Found | None:
    """The answer holds the address of the next page, which is read by GET."""
    found = next((each for each in page.spots if each.is_link), None)
    if found is None or request.method == "post":
        return None
    return Found({"kind": "link", "next": found.name, "items": page.items})


def _by_uncounted(request: Asked, page: Answered, finder: Finder) -> Found | None:
    """Pages or items are counted, and an empty page is the end."""
    found = _counted(request, page)
    if found is None or found.doubt:
        return found
    doubt = ""
    if request.method == "post":
        doubt = "the answer to a POST does not say where pages end"
    elif not request.has_size:
        doubt = "no parameter says how long a page is, and the answer does not say where pages end"
    elif page.others > _MOST_OTHERS:
        doubt = _MUCH
    return replace(found, doubt=doubt)


def _by_untold(request: Asked, page: Answered, finder: Finder) -> Found | None:
    """A parameter asks for what follows something, and the answer does not say what."""
    told = [each for each in request.of(UNTOLD) if each.is_token]
    if not told or not request.has_size:
        return None
    at = next((each for each in told if each.word in AFTERS), told[0])
    doubt = f"the answer does not say what `{at.name}` takes for the next page"
    told = page.of(LASTS | {at.word}) if at.word in AFTERS else page.of({at.word})
    if told:
        return Found(_rule("cursor", cursor=at.name, next=told[0].name, items=page.items), doubt)
    last = _identifier(page, finder) if at.word in AFTERS | SINCE and at.word != "cursor" else ""
    if last:
        return Found(_rule("cursor", cursor=at.name, last=last, more=page.more, items=page.items), doubt)
    return Found(None if page.items or request.method == "post" else {"kind": "link", "items": ""}, doubt)


def _by_unasked(request: Asked, page: Answered, finder: Finder) -> Found | None:
    """The answer says what the next page begins with, and no parameter takes it."""
    told = (each for each in page.spots if each.word in NEXT_TOKENS or NEXT_HOLDERS & {*each.around})
    at = next((each for each in told if each.is_token and each.word in NEXT_TOKENS | AFTERS), None)
    return Found(None, f"no parameter takes what the answer holds at {at.name}") if at is not None else None


_Rule = Callable[[Asked, Answered, Finder], Found | None]
_RULES: tuple[_Rule, ...] = (
    _by_cursor, _by_last, _by_header, _by_next_header, _by_counted, _by_next_number, _by_link, _by_uncounted,
    _by_untold, _by_unasked,
)  # fmt: skip


def _next(at: Spot, page: Answered) -> Spot | None:
    """Return the field of an answer that holds what a parameter takes for the next page."""
    fits = [each for each in page.spots if each.is_token and not each.is_link and (each.is_number or not at.is_number)]
    names = {at.word, at.word.removeprefix("page")}
    same = [each for each in fits if each.word in names]
    tried = (
        [each for each in fits if each.word.startswith(("next", "more")) and each.word[4:] in names],
        [each for each in same if NEXT_HOLDERS & {*each.around}],
        [each for each in same if HOLDERS & {*each.around} or at.word in SAME_TOKENS],
        [each for each in fits if each.word in NEXT_TOKENS and at.word in CURSORS],
        [each for each in fits if each.word == "next" and at.word in CURSORS],
    )
    return next((each[0] for each in tried if each), None)


def _counted(request: Asked, page: Answered) -> Found | None:
    """Return the rule by which pages, or items, are counted."""
    at = next((each for each in request.of(OFFSETS | STARTS) if each.is_number and _is_place(each, page)), None)
    if at is not None:
        return Found(_rule(
            "offset", offset=at.name, size=request.size, start=_start(at, page, 0), items=page.items, total=page.count,
            more=page.more,
        ))  # fmt: skip
    at = next((each for each in request.of(PAGES) if each.is_number), None)
    if at is None:
        return None
    return Found(_rule(
        "pages", page=at.name, size=request.size, start=_start(at, page, 1), items=page.items, total=page.total_pages,
        count=page.count, more=page.more,
    ))  # fmt: skip


def _is_place(at: Spot, page: Answered) -> bool:
    """Say whether a parameter is the place of the first item, and no time."""
    return at.word in OFFSETS or _said_start(at) is not None or bool(page.count)


def _start(at: Spot, page: Answered, usual: int) -> Json:
    """Return the number that the first page, or the first item, has; "" where it is the usual one. Lists of SCIM begin
    with 1 (RFC 7644, 3.4.2.4)."""
    is_scim = {"totalresults", "itemsperpage", "startindex"} <= {each.word for each in page.spots}
    said = _said_start(at)
    start = said if said is not None else 1 if is_scim else usual
    return "" if start == usual else start


def _said_start(at: Spot) -> int | None:
    """Return what a parameter says of the first number: by its default, else by its minimum."""
    minimum = at.type.facts.minimum if isinstance(at.type, Scalar) else None
    return next((int(each) for each in (at.default, minimum) if each in (0, 1) and not isinstance(each, bool)), None)


def _type(page: Answered, pointer: str, finder: Finder) -> object:
    """Return the type of a field of the items, none where they do not have it."""
    try:
        return finder.attributes(page.item, pointer)[1]
    except PagingFault:
        return None


def _identifier(page: Answered, finder: Finder) -> str:
    """Return the pointer to what tells items apart: their `id`, else that of the only object in them; "" for none."""
    if _type(page, "/id", finder) is not None:
        return "/id"
    fields = finder.fields(page.item)
    held = [f"/{each.wire}/id" for each in fields if any(one.wire == "id" for one in finder.fields(each.type))]
    return held[0] if len(held) == 1 else ""


def _rule(kind: str, **members: Json) -> dict[str, Json]:
    """Return a rule without what says nothing; `items` of "" is the whole answer."""
    said = {key: value for key, value in members.items() if value != "" or key == "items"}
    return {"kind": kind, **said}
