"""How values stand in XML (OpenAPI 3.1, 4.8.26): what the table of a package is made of, and how it is asked.

The table, `_xml` in the package, is loaded with the first XML that is read or written.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from typing import Any

XSI = "http://www.w3.org/2001/XMLSchema-instance"
"""The namespace of the attribute `nil`, which says that a value is null."""
LEAVES = ("integer", "number", "boolean", "token", "string")
"""Kinds of values that are text in XML, the narrower ones first."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value in XML.

    kind: integer, number, boolean, token (text without the space around it), string, list, map, union, any, or the
    model whose shape it has. name: of its element or attribute. place: "attribute", "text", or "" for an element.
    parts: what a list or a map holds, or the members of a union. tag, kinds: the property that says of which model a
    value is, and the model for each of its values. required: no element at all is an empty list.
    """

    kind: str
    name: str = ""
    place: str = ""
    wrapped: bool = False
    namespace: str = ""
    prefix: str = ""
    parts: tuple[Node, ...] = ()
    tag: str = ""
    kinds: Mapping[str, str] = field(default_factory=dict[str, str])
    required: bool = False

    @property
    def key(self) -> str:
        """The name of its element, or of each of its elements, as the parser spells it: "namespace local", or local."""
        if self.kind == "list" and not self.wrapped and not self.place:
            return self.parts[0].key
        return f"{self.namespace} {self.name}" if self.namespace else self.name


ANY = Node("any")
"""A value of which nothing is known."""


@dataclass(frozen=True)
class Shape:
    """A class. fields: by their names in JSON. extras: any other property."""

    fields: Mapping[str, Node]
    extras: Node = ANY

    @cached_property
    def by_name(self) -> Mapping[str, str]:
        """Name of an element -> field: with its namespace, else without, as documents often leave it out."""
        elements = {node.key: wire for wire, node in self.fields.items() if not node.place}
        return {**{local(key): wire for key, wire in reversed(elements.items())}, **elements}

    @cached_property
    def names(self) -> Set[str]:
        """The names of all elements and attributes."""
        return {local(node.key) for node in self.fields.values()}


FREE = Shape({})
"""An object of which nothing is known."""


def local(key: str) -> str:
    """Return a name without its namespace."""
    return key.rpartition(" ")[2]


class Table:
    """The table of a package, asked for one value. key: of its outermost element."""

    def __init__(self, key: str) -> None:
        generated: Any = import_module(f"{__name__.rpartition('._runtime.')[0]}._xml")
        self.root: Node = generated.ROOTS[key]
        self.shapes: Mapping[str, Shape] = generated.SHAPES

    def shape(self, node: Node) -> Shape:
        """Return what stands in an object."""
        return Shape({}, node.parts[0]) if node.kind == "map" else self.shapes.get(node.kind, FREE)

    def told(self, node: Node, value: object) -> Node | None:
        """Return the node for the model that the value of a tag names; none where it names no other one."""
        kind = node.kinds.get(value) if isinstance(value, str) else None
        return Node(kind) if kind and kind != node.kind else None

    def best(self, node: Node, names: Set[str], *, wires: bool) -> Node:
        """Return the member of a union that shares most names with an object. wires: they are those of JSON."""

        def fit(part: Node) -> int:
            if part.kind not in self.shapes:
                return -1000 if part.kind in LEAVES else 0
            shape = self.shapes[part.kind]
            known = shape.fields.keys() if wires else shape.names
            return 2 * len(names & known) - len(names)

        return max(node.parts, key=fit, default=ANY)
