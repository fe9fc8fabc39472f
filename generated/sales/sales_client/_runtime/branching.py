"""Unions that are within themselves by several of their members, and data that is too deep in them for pydantic.

It tries each member, and within each member each again: time exponential in the depth of what a server sends.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, NamedTuple

from .deep import DEEPEST, Steps, unrolled
from .shapes import is_dict, is_list, is_tuple

Schema = Any
"""A node of pydantic's core schema."""
MOST = 256
"""So often pydantic may look at one value."""


class Branching(NamedTuple):
    """levels: so many of them take no long time. keys: fields that lead one level down, None where anything does."""

    levels: int
    keys: frozenset[str] | None


def branching(schema: Schema) -> Branching:
    """Return how deep data may be in the unions of a core schema; any depth where they do not lead back that way."""
    graph = _Graph()
    graph.add(schema)
    groups = graph.groups()
    inside = {start: [each for each in graph.edges[start] if groups[each[1]] == groups[start]] for start in graph.edges}
    unions = {start for start, found in inside.items() if graph.kinds[start] == "union" and len(found) > 1}
    concerned = {groups[start] for start in unions}
    keys, is_open = set[str](), False
    for start, found in inside.items():
        if groups[start] in concerned:
            keys |= {key for key, _ in found if key is not None}
            is_open = is_open or (graph.kinds[start] in _FREE and any(key is None for key, _ in found))
            is_open = is_open or (start in unions and any(graph.kinds[inner] not in _NAMED for _, inner in found))
    most = max((len(inside[start]) for start in unions), default=1)
    levels = int(math.log(MOST, most)) if most > 1 else DEEPEST
    return Branching(levels, None if is_open else frozenset(keys))


def is_beyond(data: Any, limits: Branching) -> bool:
    """Say whether JSON data has more levels than that."""
    pending: list[tuple[Any, int]] = [(data, 0)]
    while pending:
        each, level = pending.pop()
        if level > limits.levels:
            return True
        if is_dict(each):
            for key, inner in each.items():
                if is_dict(inner) or is_list(inner):
                    pending.append((inner, level + (limits.keys is None or key in limits.keys)))
        elif is_list(each):
            step = limits.keys is None
            pending += [(inner, level + step) for inner in each if is_dict(inner) or is_list(inner)]
    return False


_INSIDE = ("schema", "items_schema", "values_schema", "extras_schema", "choices")
_FREE = {"dict", "model-fields"}
"""Kinds that may lead on by free keys."""
_NAMED = {"model", "union", "tagged-union"}
"""Kinds that lead on by fields."""


class _Graph:
    """The nodes of a schema that something can be within. edges: id -> (field by its name in JSON or None, id)."""

    def __init__(self) -> None:
        self.edges: dict[int, list[tuple[str | None, int]]] = {}
        self.kinds: dict[int, str] = {}
        self._definitions: dict[str, Schema] = {}

    def add(self, schema: Schema) -> None:
        nodes: dict[int, Schema] = {}
        pending = [schema]
        while pending:
            node = pending.pop()
            if id(node) not in nodes:
                nodes[id(node)] = node
                for each in node.get("definitions", ()):
                    self._definitions[each["ref"]] = each
                    pending.append(each)
                pending += [inner for _, inner in _inside(node)]
        for key, node in nodes.items():
            self.kinds[key] = str(node["type"])
            self.edges[key] = [(name, id(self._target(inner))) for name, inner in _inside(node)]

    def _target(self, node: Schema) -> Schema:
        return self._definitions.get(node.get("schema_ref", ""), node)

    def groups(self) -> dict[int, int]:
        """Return node -> group: nodes of one group can each be within each other (Tarjan, 1972)."""
        found: dict[int, int] = {}
        lowest: dict[int, int] = {}
        path: list[int] = []

        def visit(node: int) -> Steps[None]:
            number = lowest[node] = len(lowest)
            path.append(node)
            for _, inner in self.edges[node]:
                if inner not in lowest:
                    yield visit(inner)
                if inner not in found:
                    lowest[node] = min(lowest[node], lowest[inner])
            while lowest[node] == number and node not in found:
                found[path.pop()] = number

        for node in self.edges:
            if node not in lowest:
                unrolled(visit(node))
        return found


def _inside(node: Schema) -> Iterator[tuple[str | None, Schema]]:
    """Yield what is directly within a node, the fields of a model with their names in JSON."""
    if node["type"] == "model-fields":
        for name, field in node["fields"].items():
            yield str(field.get("validation_alias", name)), field["schema"]
    for key in _INSIDE:
        held: Any = node.get(key)
        for each in held.values() if is_dict(held) and key == "choices" else held if is_list(held) else [held]:
            inner: Any = each[0] if is_tuple(each) else each
            if is_dict(inner) and "type" in inner:
                yield None, inner
