"""Compare: the facts of pages with a spec -> lines, in three sections.

In: facts, and the spec. Out: what is documented and absent from the spec, what is in the spec and not documented, and
where the two differ. A thing that is missing is one line, whatever lies below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .facts import EXISTS, ITEM, VALUE, Fact, Place, Subject, read
from .reading import Node
from .runs import tiles
from .spec import PARAMETERS, Spec

ABSENT, UNDOCUMENTED, DIFFERENT = "absent", "undocumented", "different"

_OURS = ("title", "tag", "operationId", "value")
"""Kinds that need no page: the names we choose where a page has none, and what stands in `info`."""
_IN_SCHEMA = re.compile(
    r"/components/schemas/([^/]+)((?:/properties/[^/]+|/items|/additionalProperties(?=/|$))*)(?:/\w+(?:/\d+)?)?$"
)


@dataclass(slots=True)
class Line:
    """One finding. values: those concerned. page, spec: places, where there are any. why: the rows that explain it.

    aliases: the subject by the name of its schema, "Customer.id", where it has one.
    """

    section: str
    subject: Subject
    kind: str
    values: tuple[str, ...] = ()
    page: Place | None = None
    spec: Place | None = None
    note: str = ""
    why: tuple[Place, ...] = ()
    aliases: frozenset[str] = frozenset()


class Comparison:
    """The lines of one comparison; filled by `compare`. known: how many facts of the pages stand in the spec."""

    def __init__(self, spec: Spec) -> None:
        self.lines: list[Line] = []
        self.known = 0
        self._spec = spec
        self._reached: set[str] = set()
        self._documented: set[tuple[str, str, str]] = set()

    def run(self, facts: list[Fact]) -> None:
        groups: dict[tuple[Subject, str], list[Fact]] = {}
        nodes: dict[Subject, Node] = {}
        for fact in dict.fromkeys(facts):
            if not self._spec.has(fact.subject):
                self._absent(fact, facts)
                continue
            way = self._spec.find(fact.subject)
            self._reach(way)
            if way[0].subject.operation:
                self._reached.add(self._spec.root(way[0].subject.operation, "operation").pointer)
            nodes[way[-1].subject] = way[-1]
            if fact.kind == EXISTS:
                self.known += 1
            else:
                groups.setdefault((way[-1].subject, fact.kind), []).append(fact)
        for (subject, kind), found in groups.items():
            self._kind(nodes[subject], kind, found)
        self.lines.extend(self._undocumented())
        order = {each: index for index, each in enumerate(["", *self._spec.operations])}
        self.lines.sort(key=lambda each: (order.get(each.subject.operation, len(order)), each.page is None, each.page))

    def _absent(self, fact: Fact, facts: Iterable[Fact]) -> None:
        """Add a line for a subject that the spec lacks, unless one above it has a line already."""
        subject = fact.subject
        above = Subject(subject.operation, subject.part, subject.names[:-1])
        if fact.kind != EXISTS or (len(subject.names) > 1 and not self._spec.has(above)):
            return
        way = self._spec.find(subject)
        size = len(subject.names)
        below = len({each.subject for each in facts if _is_below(each.subject, subject, size)})
        note = f"and {below} below it" if below else ""
        place = self._spec.place(way[-1].pointer) if way else None
        self.lines.append(Line(ABSENT, self._spec.canonical(subject), EXISTS, (), fact.at, place, note))

    def _reach(self, way: list[Node]) -> None:
        """Mark the nodes on the way; an object is one because something lies below it."""
        for node, following in zip(way, [*way[1:], None], strict=True):
            self._reached.add(node.pointer)
            if following and following.subject.names[-1] not in (ITEM, VALUE):
                self._documented.update(each for each in node.stated if each[:2] == ("type", "object"))

    def _kind(self, node: Node, kind: str, facts: list[Fact]) -> None:
        """Compare the values of one kind of one subject."""
        if kind == "run":
            for fact in facts:
                self._run(node, fact)
            return
        if kind == "expandable":
            self._expandable(node, facts[0])
            return
        ours = {value: (kind, value, pointer) for each, value, pointer in node.stated if each == kind}
        missing = [fact for fact in facts if fact.value not in ours]
        self.known += len(facts) - len(missing)
        self._documented.update(ours[fact.value] for fact in facts if fact.value in ours)
        self._implied(node, [value for value in ours if ours[value] in self._documented] if kind == "enum" else [])
        if not missing:
            return
        if kind not in ("enum", "example", "scope", "security", "media"):
            self._documented.update(ours.values())
        values = tuple(dict.fromkeys(fact.value for fact in missing))
        place = self._spec.place(next(iter(ours.values()))[2] if ours else node.pointer)
        note = f"the spec has {', '.join(ours)}" if ours else ""
        section = DIFFERENT if ours else ABSENT
        self.lines.append(
            Line(section, node.subject, kind, values, missing[0].at, place, note, aliases=_aliases(node.pointer))
        )

    def _run(self, node: Node, fact: Fact) -> None:
        """Find the values of the spec in a run of values without separators."""
        ours = {value: (kind, value, pointer) for kind, value, pointer in node.stated if kind == "enum"}
        found, rest = tiles(fact.value, list(ours))
        self._documented.update(ours[value] for value in found)
        self._implied(node, found)
        self.known += not rest
        if rest:
            place = self._spec.place(next(iter(ours.values()))[2] if ours else node.pointer)
            note = f"the spec's values end before {rest!r}" if ours else ""
            section = DIFFERENT if ours else ABSENT
            self.lines.append(
                Line(section, node.subject, "enum", (fact.value,), fact.at, place, note, aliases=_aliases(node.pointer))
            )

    def _implied(self, node: Node, values: list[str]) -> None:
        """Mark the type that documented values have."""
        if values and all(read(value) is value for value in values):
            self._documented.update(each for each in node.stated if each[:2] == ("type", "string"))

    def _expandable(self, node: Node, fact: Fact) -> None:
        """A field that can be expanded is a value of a parameter's enum."""
        path = ".".join(name for name in node.subject.names if name not in (ITEM, VALUE))
        offered = {
            value
            for each in self._spec.nodes()
            if each.subject.operation == node.subject.operation and each.subject.part in PARAMETERS
            for kind, value, _ in each.stated
            if kind == "enum"
        }
        self.known += path in offered
        if path not in offered:
            place = self._spec.place(node.pointer)
            self.lines.append(
                Line(ABSENT, node.subject, "expandable", (), fact.at, place, aliases=_aliases(node.pointer))
            )

    def _undocumented(self) -> Iterator[Line]:
        seen: set[tuple[str, str]] = set()
        hidden: list[Subject] = []
        for node in self._spec.nodes():
            subject = node.subject
            if any(_is_below(subject, each, len(each.names)) for each in hidden):
                continue
            if subject.part == "server" and subject.names[0] in self._spec.named:
                continue
            if node.pointer not in self._reached and not _needs_no_page(node):
                hidden.append(subject)
                if (node.pointer, EXISTS) not in seen:
                    seen.add((node.pointer, EXISTS))
                    place = self._spec.place(node.pointer)
                    yield Line(UNDOCUMENTED, subject, EXISTS, (), None, place, aliases=_aliases(node.pointer))
                continue
            for kind, stated in self._unsaid(node).items():
                if (stated[0][2], kind) not in seen:
                    seen.add((stated[0][2], kind))
                    place = self._spec.place(stated[0][2])
                    values = tuple(value for _, value, _ in stated)
                    yield Line(
                        UNDOCUMENTED, subject, kind, values, None, place, aliases=_aliases(node.pointer, stated[0][2])
                    )

    def _unsaid(self, node: Node) -> dict[str, list[tuple[str, str, str]]]:
        """Return the statements about a node that no page makes, by kind."""
        found: dict[str, list[tuple[str, str, str]]] = {}
        for each in node.stated:
            if each not in self._documented and each[0] not in _OURS:
                found.setdefault(each[0], []).append(each)
        return found


def compare(facts: list[Fact], spec: Spec) -> Comparison:
    """Compare facts with a spec."""
    result = Comparison(spec)
    result.run(facts)
    return result


def _is_below(subject: Subject, top: Subject, size: int) -> bool:
    same = (subject.operation, subject.part) == (top.operation, top.part) and subject.names[:size] == top.names
    header = top.part == subject.part.removesuffix(" header") and not top.names
    whole = top.part == "operation" and subject.operation == top.operation
    return (same or (header and subject.operation == top.operation) or whole) and subject != top


def _aliases(*pointers: str) -> frozenset[str]:
    """Name what stands at pointers by the schemas they lie in.

    >>> sorted(_aliases("/components/schemas/Pet/properties/tags/items", "/components/schemas/Tag/enum/1"))
    ['Pet.tags[]', 'Tag']
    """
    found: set[str] = set()
    for pointer in pointers:
        if match := _IN_SCHEMA.match(pointer):
            steps = match[2].replace("/properties/", ".").replace("/items", ITEM)
            found.add(match[1] + steps.replace("/additionalProperties", VALUE))
    return frozenset(found)


def _needs_no_page(node: Node) -> bool:
    """Items and values are there because their array or map is; so is the document, and `info` is ours to write."""
    names = node.subject.names
    return node.subject.part in ("document", "info") or bool(names and names[-1] in (ITEM, VALUE))
