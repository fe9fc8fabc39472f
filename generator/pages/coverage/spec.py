"""Spec: the document of a provider, asked by subject.

In: openapi.yaml. Out: the nodes on the way to a subject, however a page words it: an operation by its path, its full
URL, its operationId or its `x-documented-path`; a field with or without the steps into arrays and maps; a field under
its `x-documented-name`.
"""

from __future__ import annotations

from dataclasses import replace

from ...data import as_map
from ...openapi.read.document import Document
from ...openapi.read.json_positions import Marks
from ...openapi.read.load import position
from ...report import Location
from .facts import ITEM, VALUE, Place, Subject
from .reading import Node, Reading

PARAMETERS = ("query", "path", "header", "cookie")
RESPONSE = "response"
"""The part that means the answer of success, where a page gives no status."""


class Spec:
    """A document with an index of its nodes."""

    def __init__(self, document: Document, marks: Marks) -> None:
        self._document = document
        self._marks = marks
        self._reading = Reading(document)
        self._roots = {node.subject: node for node in self._reading.roots}
        self._nodes: list[Node] = []
        self._ways: dict[Subject, tuple[list[Node], bool]] = {}
        self._labels: dict[str, str] = {}
        self.named: set[str] = set()
        self.operations = [each.operation for each in self._roots if each.part == "operation"]
        self.servers = [each.names[0] for each in self._roots if each.part == "server" and len(each.names) == 1]

    def nodes(self) -> list[Node]:
        """Return all nodes, in the order of the document."""
        self._nodes = self._nodes or list(self._reading.nodes())
        return self._nodes

    def place(self, pointer: str, *, is_key: bool = True) -> Place:
        """Return where the value at a pointer stands; for is_key where its key does."""
        at = self._document.at(pointer)
        line, column = position(self._marks, Location(at.file, at.pointer, is_key=is_key))
        return Place(at.file, line, column)

    def operation(self, label: str, identity: str = "") -> tuple[str, str]:
        """Return our operation for the one a page names, and the server its URL names; "" where there is none."""
        method, _, url = label.partition(" ")
        for each in self.operations:
            own_method, _, path = each.partition(" ")
            if method not in (own_method, "?"):
                continue
            if url.rstrip("/") == path.rstrip("/") or url == self._documented_path(each):
                return each, ""
            for server in self.servers:
                if url == server + path:
                    return each, server
        for each in self.operations:
            if identity and ("operationId", identity) in {item[:2] for item in self.root(each, "operation").stated}:
                return each, ""
        return "", ""

    def settle(self, label: str, identity: str = "") -> None:
        """Remember which of our operations a page's name for one means; the only one there is, when in doubt."""
        self._ways.clear()
        found, server = self.operation(label, identity)
        self.named.update({server} - {""})
        only = len(self.operations) == 1 and label.startswith("?")
        self._labels[label] = found or (self.operations[0] if only else label)

    def settled(self, label: str) -> str:
        """Return our operation for a page's name of one, "" where there is none."""
        found = self._labels.get(label, label)
        return found if found in self.operations else ""

    def root(self, operation: str, part: str, names: tuple[str, ...] = ()) -> Node:
        """Return the node of an operation, parameter, body or response."""
        return self._roots[Subject(operation, part, names)]

    def find(self, subject: Subject) -> list[Node]:
        """Return the nodes on the way to a subject, as far as the way goes; the last may be above the subject."""
        return self._look(subject)[0]

    def has(self, subject: Subject) -> bool:
        """Say whether the subject itself is there."""
        return self._look(subject)[1]

    def _look(self, subject: Subject) -> tuple[list[Node], bool]:
        if subject not in self._ways:
            ours = replace(subject, operation=self._labels.get(subject.operation, subject.operation))
            ways = [self._way(replace(ours, part=part)) for part in self._parts(ours)]
            best = max(ways, key=lambda each: len(each[0]))
            self._ways[subject] = next((each for each in ways if each[1]), best)
        return self._ways[subject]

    def canonical(self, subject: Subject) -> Subject:
        """Spell a subject as we do, as far as it is known here."""
        way = self.find(subject)
        operation = self._labels.get(subject.operation, subject.operation)
        if way and self.has(subject):
            return way[-1].subject
        part = way[0].subject.part if way else next(iter(self._parts(replace(subject, operation=operation))), "")
        walked = way[-1].subject.names if way else ()
        steps = sum(1 for name in walked if name not in (ITEM, VALUE))
        names, kept = list(subject.names), 0
        while names and kept < steps:
            kept += names.pop(0) not in (ITEM, VALUE)
        while names and names[0] in walked[-1:]:
            del names[0]
        inside = [step for step in (ITEM, VALUE) if way and names and self._step(way[-1], step)]
        return Subject(operation, part, (*walked, *inside, *names))

    def children(self, node: Node) -> list[Node]:
        """Return the nodes one step below."""
        return self._reading.children(node)

    def success(self, operation: str) -> str:
        """Return the first status of success, else any."""
        statuses = [each.part for each in self._roots if each.operation == operation and each.part[:1] in "2d"]
        return next((each for each in sorted(statuses) if each[:1] == "2"), next(iter(statuses), RESPONSE))

    def _parts(self, subject: Subject) -> list[str]:
        success = self.success(subject.operation)
        if subject.part == RESPONSE:
            return [success]
        return [subject.part] if subject.part else [*PARAMETERS, "body", success]

    def _way(self, subject: Subject) -> tuple[list[Node], bool]:
        """Walk down to a subject; returns the nodes and whether it was reached."""
        exact = self._roots.get(subject)
        if exact:
            return [exact], True
        is_body = subject.part == "body" or subject.part[:1].isdigit() or subject.part == "default"
        first = 0 if is_body and not subject.part.endswith(" header") else 1
        node = self._roots.get(replace(subject, names=subject.names[:first]))
        way = [node] if node else []
        for name in subject.names[first:] if node else ():
            steps = self._step(way[-1], name)
            if not steps:
                return way, False
            way.extend(steps)
        return way, node is not None

    def _step(self, node: Node, name: str) -> list[Node]:
        """Return the nodes from one to the next name; the steps into an array or map need not be named."""
        below = self.children(node)
        for each in below:
            if name in (each.subject.names[-1], each.alias):
                return [each]
        for each in below:
            if each.subject.names[-1] in (ITEM, VALUE) and name not in (ITEM, VALUE):
                further = self._step(each, name)
                if further:
                    return [each, *further]
                if each.subject.names[-1] == VALUE:
                    return [each]
        return []

    def _documented_path(self, operation: str) -> str:
        pointer = self.root(operation, "operation").pointer
        return str(as_map(self._document.get(pointer)).get("x-documented-path", ""))
