"""Nest: flat rows -> facts with a subject, by the one nesting that fits the spec best.

Such a page shows no depth: the fields of an object follow it, and nothing marks their end. So the rows are laid over
the fields of the spec, in page order, with the fewest things left over: a row without a field costs, and so does an
object that is left before all its fields have come. A row that fits nowhere is kept where it stands, for `compare`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .facts import EXISTS, ITEM, Fact, Place, Subject
from .hints import hints
from .reading import Node
from .rows import Row
from .spec import PARAMETERS, Spec

_BEAM = 6
_UNMATCHED, _WRONG_TYPE = 0.9, 1.5


@dataclass(frozen=True, slots=True)
class _Level:
    """An open object: what it may hold, and what has come. nodes is empty for an object that the spec lacks."""

    subject: Subject
    nodes: dict[str, Node]
    seen: frozenset[str] = frozenset()

    @property
    def missing(self) -> int:
        return len(self.nodes) - len(self.seen) if self.seen else 0


@dataclass(frozen=True, slots=True)
class _State:
    """One way to nest the rows so far. placed: the subjects, in order."""

    cost: float
    levels: tuple[_Level, ...]
    placed: tuple[Subject, ...] = ()


def nested_facts(rows: list[Row], operation: str, spec: Spec, file: str) -> Iterator[Fact]:
    """Yield the facts of rows."""
    if not rows:
        return
    for row, subject in zip(rows, _nested(rows, operation, spec), strict=True):
        yield from _facts(row, subject, file)


def _nested(rows: list[Row], operation: str, spec: Spec) -> tuple[Subject, ...]:
    states = [_State(0, tuple(_levels(operation, spec)))]
    for row in rows:
        better: dict[tuple[tuple[Subject, frozenset[str]], ...], _State] = {}
        for state in states:
            for each in _ways(state, row, spec):
                key = tuple((level.subject, level.seen) for level in each.levels)
                if key not in better or each.cost < better[key].cost:
                    better[key] = each
        states = sorted(better.values(), key=lambda each: each.cost)[:_BEAM]
    best = min(states, key=lambda each: each.cost + sum(level.missing for level in each.levels))
    return best.placed


def _levels(operation: str, spec: Spec) -> Iterator[_Level]:
    """Yield what is open at first, outermost first: the answer, the body, the parameters."""
    subjects = {node.subject: node for node in spec.nodes() if node.subject.operation == operation}
    for part in (spec.success(operation), "body"):
        node = subjects.get(Subject(operation, part))
        if node:
            yield _Level(node.subject, _fields(node, spec))
    parameters = {
        key.names[0]: node for key, node in subjects.items() if key.part in PARAMETERS and len(key.names) == 1
    }
    yield _Level(Subject(operation, ""), parameters)


def _ways(state: _State, row: Row, spec: Spec) -> Iterator[_State]:
    """Yield the ways to place one row: in an open object that has it, innermost first, else as one too many."""
    closed = 0.0
    for index in range(len(state.levels) - 1, -1, -1):
        level = state.levels[index]
        node = level.nodes.get(row.name)
        if node and row.name not in level.seen:
            kept = (*state.levels[:index], _Level(level.subject, level.nodes, level.seen | {row.name}))
            below = _fields(node, spec) if row.nests else {}
            opened = (*kept, _Level(node.subject, below)) if below else kept
            cost = state.cost + closed + (0 if _alike(row, node) else _WRONG_TYPE)
            yield _State(cost, opened, (*state.placed, node.subject))
        closed += level.missing
    top = state.levels[-1]
    subject = top.subject.below(f"{row.name} (again)" if row.name in top.nodes else row.name)
    levels = (*state.levels, _Level(subject, {})) if row.nests else state.levels
    yield _State(state.cost + _UNMATCHED, levels, (*state.placed, subject))


def _fields(node: Node, spec: Spec) -> dict[str, Node]:
    """Return the fields of an object, or of the objects in an array, by name."""
    found: dict[str, Node] = {}
    for each in spec.children(node):
        name = each.subject.names[-1]
        found |= _fields(each, spec) if name == ITEM else {each.alias or name: each}
    return found


def _alike(row: Row, node: Node) -> bool:
    """Say whether both are objects, or both arrays, or neither."""
    types = {value for kind, value, _ in node.stated if kind == "type"}
    wide = {"object", "array"}
    return not types or bool({row.type} & types) or not (({row.type} | types) & wide)


def _facts(row: Row, subject: Subject, file: str) -> Iterator[Fact]:
    at = Place(file, row.line)
    inner = subject.below(ITEM) if row.type == "array" else subject
    yield Fact(subject, EXISTS, "", at)
    yield Fact(subject, "type", row.type, at)
    if row.item:
        yield Fact(inner, "type", row.item, at)
    if row.format:
        yield Fact(subject, "format", row.format, at)
    for flag in ("nullable", "deprecated", "required"):
        if flag in row.flags:
            yield Fact(subject, flag, "true", at)
    is_parameter = subject.part in PARAMETERS
    if is_parameter and subject.part != "path" and not {"optional", "required"} & row.flags:
        yield Fact(subject, "required", "true", at)
    if "Expandable" in row.flags:
        yield Fact(subject, "expandable", "true", at)
    if row.run:
        yield Fact(inner, "run", row.run, Place(file, row.line, row.run_column))
    for number, text in enumerate(row.about):
        yield from (Fact(subject, kind, value, at) for kind, value in hints(text) if number < 4)
