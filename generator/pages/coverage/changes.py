"""Changes: two states of a page -> the lines that changed and the places of the spec that rest on them.

A changed line that states nothing itself, such as a description, belongs to the last thing stated above it. A page on
one line, such as a JSON object, is compared by its facts alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from .facts import EXISTS, Fact, Place, Subject
from .spec import Spec


@dataclass(frozen=True, slots=True)
class State:
    """A page as it is, or was."""

    file: str
    text: str
    facts: list[Fact]


@dataclass(frozen=True, slots=True)
class Change:
    """old, new: the lines, each with its place. places: subjects of the spec and where they stand."""

    old: tuple[tuple[Place, str], ...]
    new: tuple[tuple[Place, str], ...]
    places: tuple[tuple[str, str, Place], ...]


def changes(before: State, now: State, spec: Spec) -> list[Change]:
    """Return what changed between two states of a page, in page order."""
    old, new = before.text.split("\n"), now.text.split("\n")
    if min(len(old), len(new)) <= 3:
        return list(_by_facts(before, now, spec))
    found: list[Change] = []
    for tag, low, high, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal" or not any(each.strip() for each in (*old[low:high], *new[start:end])):
            continue
        touched = [*_touched(before, low + 1, high), *_touched(now, start + 1, end)]
        found.append(Change(_lines(before, low, high), _lines(now, start, end), _places(touched, spec)))
    return found


def _lines(state: State, start: int, end: int) -> tuple[tuple[Place, str], ...]:
    lines = state.text.split("\n")[start:end]
    return tuple((Place(state.file, number), line) for number, line in enumerate(lines, start + 1) if line.strip())


def _touched(state: State, first: int, last: int) -> list[Fact]:
    """Return the facts that stand on some lines, and the last one above the first of them."""
    if last < first:
        return []
    inside = [fact for fact in state.facts if first <= fact.at.line <= last]
    if any(fact.at.line == first for fact in inside):
        return inside
    above = max((fact.at for fact in state.facts if fact.at.line < first and fact.kind == EXISTS), default=None)
    return [*(fact for fact in state.facts if fact.at == above and fact.kind == EXISTS), *inside]


def _by_facts(before: State, now: State, spec: Spec) -> Iterator[Change]:
    """Yield a change for each subject of which the two states say different things."""
    old, new = _said(before), _said(now)
    for subject in dict.fromkeys([*old, *new]):
        was, is_ = old.get(subject, []), new.get(subject, [])
        kept = {(each.kind, each.value) for each in was} & {(each.kind, each.value) for each in is_}
        sides = [tuple(_fact_line(each) for each in side if (each.kind, each.value) not in kept) for side in (was, is_)]
        if any(sides):
            yield Change(sides[0], sides[1], _places([*was, *is_][:1], spec))


def _said(state: State) -> dict[Subject, list[Fact]]:
    said: dict[Subject, list[Fact]] = {}
    for fact in state.facts:
        said.setdefault(fact.subject, []).append(fact)
    return said


def _fact_line(fact: Fact) -> tuple[Place, str]:
    return fact.at, " ".join(each for each in (fact.subject.text, fact.kind, fact.value) if each)


def _places(facts: list[Fact], spec: Spec) -> tuple[tuple[str, str, Place], ...]:
    found: dict[str, tuple[str, str, Place]] = {}
    for fact in facts:
        way = spec.find(fact.subject)
        if way:
            node = way[-1]
            pointer = next((at for kind, value, at in node.stated if (kind, value) == (fact.kind, fact.value)), "")
            pointer = pointer or node.pointer
            found.setdefault(pointer, (node.subject.text, pointer, spec.place(pointer)))
    return tuple(each for key, each in found.items() if not any(other.startswith(f"{key}/") for other in found))
