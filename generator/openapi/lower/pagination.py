"""Pagination: whether an operation pages, and how. The document says so in `x-paging`.

    x-paging: {kind: pages, page: page, size: limit, default_size: 25, start: 1, items: /results, total: /total_pages}
    x-paging: {kind: offset, offset: offset, size: limit, default_size: 100, items: /data, total: /count}
    x-paging: {kind: cursor, cursor: starting_after, next: /next, items: /data}
    x-paging: {kind: link, next: /page_info/next_page_url, items: /data}

page, size, offset, cursor are query parameters; items, total, next are JSON pointers into the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ...data import Json, is_map
from ...ir import Anything, Array, Cursor, Link, Model, Offset, Pages, Paging, Param, Ref, Scalar, Type, Union
from ..read.document import tokens

_KEYS = {
    "pages": ({"page", "items"}, {"size", "default_size", "start", "total"}),
    "offset": ({"offset", "items"}, {"size", "default_size", "total"}),
    "cursor": ({"cursor", "next", "items"}, set[str]()),
    "link": ({"next", "items"}, set[str]()),
}

Lower = Callable[[Json], Type]


class PagingFault(ValueError):
    """What x-paging says does not fit the operation."""


def lower_paging(
    rule: Json, params: tuple[Param, ...], page: Type, models: Mapping[str, Model], lower_type: Lower
) -> Paging:
    """Return how an operation pages; PagingFault when the rule names what is not there."""
    if not is_map(rule) or rule.get("kind") not in tuple(_KEYS):
        raise PagingFault(f"`kind` is one of {', '.join(_KEYS)}")
    for key in ("default_size", "start"):
        if not isinstance(rule.get(key, 0), int):
            raise PagingFault(f"`{key}` is not a number")
    required, optional = _KEYS[rule["kind"]]
    given = set(rule) - {"kind"}
    if missing := sorted(required - given):
        raise PagingFault(f"`{missing[0]}` is missing")
    if unknown := sorted(given - required - optional):
        raise PagingFault(f"`{unknown[0]}` is not known")
    names = {each.wire: each.name for each in params if each.place == "query"}
    finder = _Finder(models, lower_type)
    items, found = finder.attributes(page, str(rule["items"]))
    item = _item(found, models)
    kind: str = rule["kind"]
    if kind == "pages":
        total = finder.attributes(page, str(rule["total"]))[0] if "total" in rule else ()
        size = _name(names, rule, "size")
        return Pages(
            _name(names, rule, "page"),
            size,
            int(rule.get("default_size", 0)),
            int(rule.get("start", 1)),
            items,
            total,
            item,
        )
    if kind == "offset":
        total = finder.attributes(page, str(rule["total"]))[0] if "total" in rule else ()
        size = _name(names, rule, "size")
        return Offset(_name(names, rule, "offset"), size, int(rule.get("default_size", 0)), items, total, item)
    following = finder.attributes(page, str(rule["next"]))[0]
    if kind == "cursor":
        return Cursor(_name(names, rule, "cursor"), following, items, item)
    return Link(following, items, item)


def _name(names: Mapping[str, str], rule: Mapping[str, Any], key: str) -> str:
    if key not in rule:
        return ""
    if rule[key] not in names:
        raise PagingFault(f"`{key}` names the query parameter {rule[key]!r}, which is not there")
    return names[rule[key]]


def _item(found: Type, models: Mapping[str, Model]) -> Type:
    found = _plain(found)
    if isinstance(found, Array):
        return found.item
    raise PagingFault("`items` does not lead to an array")


def _plain(found: Type) -> Type:
    """Return a type without null."""
    if isinstance(found, Union):
        rest = [each for each in found.members if each != Scalar("null")]
        return rest[0] if len(rest) == 1 else found
    return found


class _Finder:
    """Turns JSON pointers into attributes of models."""

    def __init__(self, models: Mapping[str, Model], lower_type: Lower) -> None:
        self._models = models
        self._lower_type = lower_type

    def attributes(self, start: Type, pointer: str) -> tuple[tuple[str, ...], Type]:
        """Return the attributes that a pointer stands for, and the type they lead to."""
        path: list[str] = []
        here = start
        for token in tokens(pointer):
            here = _plain(here)
            if not isinstance(here, Ref):
                raise PagingFault(f"the pointer {pointer!r} leads to nothing at {token!r}")
            found = self._field(here.model, token)
            if found is None:
                raise PagingFault(f"the pointer {pointer!r} leads to nothing at {token!r}")
            path.append(found[0])
            here = found[1]
        here = _plain(here)
        while isinstance(here, Ref) and not self._models[here.model].fields:
            schema = self._models[here.model].schema
            target = self._lower_type(schema)
            if target == here or isinstance(target, Anything):
                break
            here = _plain(target)
        return tuple(path), here

    def _field(self, model: str, wire: str) -> tuple[str, Type] | None:
        found = self._models[model]
        schema: Any = found.schema
        for field in found.fields:
            if field.wire == wire:
                for each in (schema, *schema.get("allOf", ())):
                    if wire in each.get("properties", {}):
                        return field.name, self._lower_type(each["properties"][wire])
        for each in schema.get("allOf", ()) if is_map(schema) else ():
            if "$ref" in each and (inner := self._field(each["$ref"].rpartition("/")[2], wire)):
                return inner
        return None
