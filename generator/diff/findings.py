"""Findings under way: the walk adds, the same change seen from both directions becomes one finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from ..data import Json
from ..report import Location
from .changes import KINDS, LEVELS, Finding
from .order import ranked
from .rules import RULES, Verdict
from .snippets import snippet

Node = tuple[str, ...]
"""What findings stand in: ("operation", key), or a pair of classes and a direction."""

_VALUE = 200


class Placed(Protocol):
    """A part of the IR that knows where it was written."""

    @property
    def at(self) -> Location: ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where a change stands: a part that both sides have, or one of them.

    operation: its key, or ""; path: below it, or below a class. node: whose operations are reached. python:
    what a caller writes.
    """

    operation: str
    path: str
    python: str
    old_at: Location | None
    new_at: Location | None
    node: Node

    def inside(self, step: str) -> Place:
        """Return the place of what stands inside, on the same lines."""
        return replace(self, path=f"{self.path}/{step}")

    def of(self, path: str, old: Placed | None, new: Placed | None) -> Place:
        """Return the place of a part, which each side has or has not."""
        return replace(self, path=path, old_at=old.at if old else None, new_at=new.at if new else None)


@dataclass(slots=True)
class _Draft:
    rule: str
    place: Place
    old: Json
    new: Json
    before: str
    after: str
    hint: str
    details: dict[str, None] = field(default_factory=dict[str, None])
    verdicts: dict[str, tuple[Verdict, tuple[str, ...]]] = field(
        default_factory=dict[str, tuple[Verdict, tuple[str, ...]]]
    )
    nodes: dict[Node, None] = field(default_factory=dict[Node, None])


class Findings:
    """Collects findings by their id."""

    def __init__(self) -> None:
        self._drafts: dict[str, _Draft] = {}

    def add(
        self,
        rule: str,
        place: Place,
        direction: str = "",
        *,
        old: Json = None,
        new: Json = None,
        variant: str = "",
        kinds: tuple[str, ...] | None = None,
        before: str = "",
        after: str = "",
        hint: str = "",
        details: Iterable[str] = (),
    ) -> None:
        """Add a change. kinds: those of this change, where the rule's do not hold. details: as in Finding.

        variant: of the verdict, as in RULES: "none before" where Python read None for it already.
        """
        verdict = RULES[rule][f"{direction}, {variant}" if variant else direction]
        kinds = verdict.kinds if kinds is None or not verdict.kinds else kinds
        key = f"{rule}: {place.operation} {place.path}".replace(":  ", ": ").rstrip()
        draft = self._drafts.get(key)
        if draft is None:
            draft = self._drafts[key] = _Draft(rule, place, old, new, before, after, hint)
        if verdict.level == "major" and not draft.before:
            draft.before, draft.after = snippet(rule, direction, place.python)
        draft.verdicts.setdefault(direction, (verdict, kinds))
        draft.nodes[place.node] = None
        draft.details |= dict.fromkeys(details)

    def nodes(self) -> set[Node]:
        """Return the nodes that findings stand in."""
        return {node for draft in self._drafts.values() for node in draft.nodes}

    def settled(self, reached: Mapping[Node, tuple[str, ...]], methods: Mapping[str, str]) -> tuple[Finding, ...]:
        """Return the findings, the gravest first. reached: node -> operations; methods: operation -> Python call."""
        found = [_settle(key, draft, reached, methods) for key, draft in self._drafts.items()]
        return ranked(found)


def _settle(key: str, draft: _Draft, reached: Mapping[Node, tuple[str, ...]], methods: Mapping[str, str]) -> Finding:
    operations = tuple(dict.fromkeys(each for node in draft.nodes for each in reached.get(node, ())))
    ranked = sorted(draft.verdicts.items(), key=lambda each: -LEVELS.index(each[1][0].level))
    worst = ranked[0][1][0]
    idle = not operations and all(len(node) == 3 for node in draft.nodes)
    kinds = {kind for _, (_, own) in ranked for kind in own if not idle}
    calls = [methods[each] for each in operations if each in methods and not draft.place.operation]
    subject = f"{draft.place.operation} {draft.place.path}".strip()
    directions = [direction for direction, _ in ranked]
    return Finding(
        id=key,
        rule=draft.rule,
        level="minor" if idle and worst.level == "major" else worst.level,
        kinds=tuple(each for each in KINDS if each in kinds),
        direction="both" if len(directions) == 2 else directions[0],
        operation=draft.place.operation,
        path=draft.place.path,
        message=f"{subject} {_sentence([verdict for _, (verdict, _) in ranked])}{_values(draft)}"
        f"{'; no operation reaches it' if idle else ''}",
        hint=draft.hint or "; ".join(dict.fromkeys(each.hint for _, (each, _) in ranked if each.hint)),
        old=draft.old,
        new=draft.new,
        old_at=draft.place.old_at,
        new_at=draft.place.new_at,
        operations=operations,
        python=tuple(dict.fromkeys(each for each in (draft.place.python, *calls) if each)),
        before=draft.before,
        after=draft.after,
        details=tuple(draft.details),
    )


def _sentence(verdicts: list[Verdict]) -> str:
    """Join what the verdicts say; one that another one begins with is said by that."""
    said = [each.why for each in verdicts]
    told = [why for why in said if not any(other != why and other.startswith(why) for other in said)]
    return ", and ".join(dict.fromkeys(told))


def _values(draft: _Draft) -> str:
    """Spell old and new behind the sentence."""
    old, new = (_spelt(each) for each in (draft.old, draft.new))
    if draft.rule.endswith("-changed") and (old or new):
        old, new = old or "none", new or "none"
    if old and new:
        return f": {old} -> {new}"
    return f": {old or new}" if old or new else ""


def _spelt(value: Json) -> str:
    """Spell a value, cut to what fits a line."""
    text = "" if value is None else str(value)
    return text if len(text) <= _VALUE else f"{text[: _VALUE - 3]}..."
