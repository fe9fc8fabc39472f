"""Groups: inline schemas that need a name, equal ones together; each place holds a mark until names are given."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...data import Json, as_map, as_text, copied, is_list, is_map
from ...openapi.schema.union_words import title_of
from ...openapi.schema.vocabulary import is_null, is_reference, members, needs_name, split_null, with_null
from ...openapi.schema.walk import Spot, children, roots

_PLACED = {"properties", "patternProperties", "items", "additionalProperties", "allOf", "anyOf", "oneOf", "prefixItems"}
_NAMED = {"properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas"}
_VALUES = {"example", "examples", "default", "enum", "const"}
_SCHEMAS = "#/components/schemas/"
_MARK = "#/named/"


@dataclass(slots=True)
class _Group:
    """Equal schemas. origin: pointer of the first; count: places it has; alias: name of an equal component of old."""

    schema: dict[str, Json]
    origin: str
    count: int = 0
    alias: str = ""


class Groups:
    """The groups of one document, by their marks."""

    def __init__(self) -> None:
        self._groups: dict[str, _Group] = {}

    def schema(self, mark: str) -> dict[str, Json]:
        return self._groups[mark].schema

    def origin(self, mark: str) -> str:
        return self._groups[mark].origin

    def alias(self, mark: str) -> str:
        return self._groups[mark].alias

    def is_alone(self, mark: str) -> bool:
        """Say whether a group has one place and nothing to be called by."""
        group = self._groups[mark]
        return group.count == 1 and not group.alias and not title_of(group.schema)

    def collapse(self, data: dict[str, Json], known: Mapping[str, str]) -> None:
        """Put a mark in the place of each schema that needs a name, innermost first.

        known: text of a component of old -> its name.
        """
        for spot in list(roots(data)):
            if spot.pointer.startswith("/components/schemas/"):
                self._inside(spot, spot.pointer, known)
            else:
                self._collapse(spot, spot.pointer, known)
        for value in [data, *(group.schema for group in self._groups.values())]:
            for reference in _references(value):
                if target := mark_in(reference):
                    self._groups[target].count += 1

    def _inside(self, spot: Spot, pointer: str, known: Mapping[str, str]) -> None:
        for each in places(spot.schema):
            self._collapse(each, pointer + each.pointer, known)

    def _collapse(self, spot: Spot, pointer: str, known: Mapping[str, str]) -> None:
        self._inside(spot, pointer, known)
        if not needs_name(spot.schema):
            return
        rest, null = split_null(spot.schema)
        schema = as_map(rest)
        mark = hashlib.sha256(json.dumps(schema, sort_keys=True).encode()).hexdigest()[:16]
        group = self._groups.setdefault(mark, _Group(schema, pointer))
        if known and not group.alias:
            spelt = copied(schema)
            aliases = {_MARK + key: _SCHEMAS + each.alias for key, each in self._groups.items() if each.alias}
            replace_references(spelt, aliases)
            group.alias = known.get(json.dumps(spelt, sort_keys=True), "")
        reference: Json = {"$ref": _MARK + mark}
        spot.put(with_null(reference) if null else reference)


def mark_in(schema: Json) -> str:
    """Return the mark that a place holds, alone or beside null; "" when it holds something else."""
    reference = reference_in(schema).get("$ref", "")
    return reference[len(_MARK) :] if isinstance(reference, str) and reference.startswith(_MARK) else ""


def reference_in(schema: Json) -> dict[str, Json]:
    """Return the reference that a place holds, alone or beside null; an empty object when it holds something else."""
    if is_reference(schema):
        return as_map(schema)
    others = [each for each in members(schema)[1] if not is_null(each)]
    alone = len(others) == 1 and len(members(schema)[1]) == 2 and is_reference(others[0])
    return as_map(others[0]) if alone else {}


def places(schema: Json) -> Iterator[Spot]:
    """Yield the places inside a schema that can be named."""
    yield from [each for each in children(schema, "") if each.keyword in _PLACED]


def replace_references(data: Json, renamed: Mapping[str, str]) -> None:
    """Follow new names in every reference and discriminator of a document."""
    for holder in _references(data):
        reference = as_text(holder["$ref"])
        holder["$ref"] = renamed.get(reference, reference)
    for holder in _objects(data):
        mapping = holder.get("mapping")
        if is_map(mapping) and isinstance(holder.get("propertyName"), str):
            holder["mapping"] = {
                key: renamed.get(str(value), renamed.get(f"{_SCHEMAS}{value}", value)) for key, value in mapping.items()
            }


def _references(data: Json) -> Iterator[dict[str, Json]]:
    return (each for each in _objects(data) if isinstance(each.get("$ref"), str))


def _objects(data: Json) -> Iterator[dict[str, Json]]:
    """Yield every object of a document but those inside examples and values."""
    stack: list[tuple[Json, bool]] = [(data, False)]
    while stack:
        value, is_names = stack.pop()
        if is_map(value):
            yield value
            inside = [key for key in value if is_names or key not in _VALUES]
            stack.extend((value[key], key in _NAMED and not is_names) for key in inside)
        elif is_list(value):
            stack.extend((each, False) for each in value)
