"""Stated: facts of a page of prose -> schemas, with those of samples for what the page does not state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...data import Json, as_map
from ...openapi.schema.vocabulary import with_null
from ..coverage.facts import EXISTS, ITEM, VALUE, Fact, read
from .inference import Seen, kind_of

_PLACES = ("path", "query", "header", "cookie")


@dataclass(slots=True)
class Node:
    """What is said of one value: facts by kind, the values below it, and samples of it."""

    facts: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    below: dict[str, Node] = field(default_factory=dict[str, "Node"])
    seen: Seen = field(default_factory=Seen)

    def at(self, names: Sequence[str]) -> Node:
        """Return the node further down, made when it is not there."""
        node = self
        for name in names:
            node = node.below.setdefault(name, Node())
        return node

    def schema(self, sample: Mapping[str, Json]) -> dict[str, Json]:
        """Return a schema of what is said; what is not is as in the schema of a sample."""
        schema = self._said(sample)
        return as_map(with_null(schema)) if "nullable" in self.facts and schema else schema

    def _said(self, sample: Mapping[str, Json]) -> dict[str, Json]:
        said = self.facts.get("type", [""])[0]
        fields = {name: each for name, each in self.below.items() if name not in (ITEM, VALUE)}
        is_list = ITEM in self.below or (bool(fields) and sample.get("type") == "array")
        kind = said or ("array" if is_list else "object" if fields or VALUE in self.below else "")
        if kind == "array":
            return {"type": "array", "items": self._items(fields, as_map(sample.get("items")))}
        if kind == "object" or fields:
            return self._object(fields, sample)
        if not kind:
            return {**self.seen.schema(), **sample}
        schema: dict[str, Json] = {"type": kind}
        if "format" in self.facts:
            schema["format"] = self.facts["format"][0]
        values = [read(each) for each in self.facts.get("enum", [])]
        if values and all(isinstance(each, str) for each in values) == (kind == "string"):
            schema["enum"] = values
        if "default" in self.facts and _fits(default := read(self.facts["default"][0]), kind):
            schema["default"] = default
        return schema

    def _items(self, fields: dict[str, Node], sample: dict[str, Json]) -> dict[str, Json]:
        node = self.below.get(ITEM, Node())
        if "item" in self.facts:
            node.facts.setdefault("type", self.facts["item"])
        node.below.update(fields)
        return node.schema(sample)

    def _object(self, fields: dict[str, Node], sample: Mapping[str, Json]) -> dict[str, Json]:
        schema: dict[str, Json] = {"type": "object"}
        known = as_map(sample.get("properties"))
        names = [*fields, *(name for name in known if name not in fields)]
        if names:
            schema["properties"] = {name: fields.get(name, Node()).schema(as_map(known.get(name))) for name in names}
        else:
            schema["additionalProperties"] = True
        required: list[Json] = [name for name, each in fields.items() if "required" in each.facts]
        return {**schema, "required": required} if required else schema


def roots_of(facts: Sequence[Fact], method: str) -> dict[tuple[str, ...], Node]:
    """Sort facts by what they are about: a parameter by its place and name, a body, an answer by its status."""
    roots: dict[tuple[str, ...], Node] = {}
    for fact in facts:
        part, names = fact.subject.part, fact.subject.names
        part = part or ("query" if method in ("get", "head", "delete") else "body")
        part = "200" if part == "response" else part
        if part in _PLACES and names:
            node = roots.setdefault((part, names[0]), Node()).at(names[1:])
        elif part == "body" or re.fullmatch(r"[1-5]\d\d", part):
            node = roots.setdefault((part,), Node()).at(names)
        else:
            continue
        if fact.kind == "example":
            node.seen.add(read(fact.value))
        elif fact.kind != EXISTS:
            node.facts.setdefault(fact.kind, []).append(fact.value)
    return roots


def untyped(schema: dict[str, Json], name: str) -> Iterator[str]:
    """Yield the names of fields of which no type is known."""
    if not schema and name:
        yield name
    for key, each in as_map(schema.get("properties")).items():
        yield from untyped(as_map(each), f"{name}.{key}".lstrip("."))
    if "items" in schema:
        yield from untyped(as_map(schema["items"]), f"{name}[]")


def shown(node: Node, name: str) -> Iterator[str]:
    """Yield the names of fields whose type only examples tell."""
    if name and not node.below and not node.seen.is_empty and "type" not in node.facts:
        yield name
    for key, each in node.below.items():
        below = f"{name}{key}" if key in (ITEM, VALUE) else f"{name}.{key}".lstrip(".")
        yield from shown(each, below)


def _fits(value: Json, kind: str) -> bool:
    """Say whether a value is of a JSON type."""
    if isinstance(value, (bool, int, float)):
        return kind_of(value) in ((kind, "integer") if kind == "number" else (kind,))
    return isinstance(value, str) and kind == "string"
