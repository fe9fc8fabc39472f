"""Pagination: whether an operation pages, and how. The document says so in `x-paging`.

    x-paging: {kind: pages, page: page, size: limit, default_size: 25, start: 1, items: /results, total: /total_pages}
    x-paging: {kind: offset, offset: offset, size: limit, default_size: 100, items: /data, total: /count}
    x-paging: {kind: cursor, cursor: starting_after, next: /next, items: /data}
    x-paging: {kind: link, next: /page_info/next_page_url, items: /data}

page, size, offset, cursor are query parameters; items, total, next are JSON pointers into the answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ...data import Json, is_map
from ...ir import NULL, Alias, Array, Class, Cursor, Link, Model, Offset, Pages, Paging, Param, Ref, Type, Union
from ..read.document import tokens

_KEYS = {
    "pages": ({"page", "items"}, {"size", "default_size", "start", "total"}),
    "offset": ({"offset", "items"}, {"size", "default_size", "total"}),
    "cursor": ({"cursor", "next", "items"}, set[str]()),
    "link": ({"next", "items"}, set[str]()),
}


class PagingFault(ValueError):
    """What x-paging says does not fit the operation."""


def lower_paging(rule: Json, params: tuple[Param, ...], page: Type, models: Mapping[str, Model]) -> Paging:
    """Return how an operation pages; PagingFault when the rule names what is not there."""
    known = _checked(rule)
    names = {each.wire for each in params if each.place == "query"}
    finder = _Finder(models)
    items, found = finder.attributes(page, str(known["items"]))
    if not isinstance(found, Array):
        raise PagingFault("`items` does not lead to an array")
    item, kind = found.item, known["kind"]
    total = finder.attributes(page, str(known["total"]))[0] if "total" in known else ()
    size, default_size = _wire(names, known, "size"), _number(known, "default_size", 0)
    if kind == "pages":
        return Pages(_wire(names, known, "page"), size, default_size, _number(known, "start", 1), items, total, item)
    if kind == "offset":
        return Offset(_wire(names, known, "offset"), size, default_size, items, total, item)
    following = finder.attributes(page, str(known["next"]))[0]
    return (
        Cursor(_wire(names, known, "cursor"), following, items, item)
        if kind == "cursor"
        else Link(following, items, item)
    )


def paged(params: tuple[Param, ...], paging: Paging | None) -> tuple[Param, ...]:
    """Return the parameters of an operation, with what its pages begin with and which of them are the pages' own."""
    first: dict[str, int] = {}
    if isinstance(paging, Pages):
        first[paging.page] = paging.start
    if isinstance(paging, Offset):
        first[paging.offset] = 0
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
    for key in ("default_size", "start"):
        if not isinstance(rule.get(key, 0), int):
            raise PagingFault(f"`{key}` is not a number")
    required, optional = _KEYS[kind]
    given = set(rule) - {"kind"}
    if missing := sorted(required - given):
        raise PagingFault(f"`{missing[0]}` is missing")
    if unknown := sorted(given - required - optional):
        raise PagingFault(f"`{unknown[0]}` is not known")
    return rule


def _number(rule: Mapping[str, Json], key: str, usual: int) -> int:
    value = rule.get(key)
    return value if isinstance(value, int) else usual


def _wire(names: set[str], rule: Mapping[str, Json], key: str) -> str:
    if key not in rule:
        return ""
    if rule[key] not in names:
        raise PagingFault(f"`{key}` names the query parameter {rule[key]!r}, which is not there")
    return str(rule[key])


class _Finder:
    """Turns JSON pointers into attributes of models."""

    def __init__(self, models: Mapping[str, Model]) -> None:
        self._models = models

    def attributes(self, start: Type, pointer: str) -> tuple[tuple[str, ...], Type]:
        """Return the attributes that a pointer stands for, and the type they lead to."""
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
