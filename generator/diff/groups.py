"""Groups: findings with one cause, told as one to people: what says the same of many properties, classes or methods."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .changes import Finding

_LISTED = 8


@dataclass(frozen=True, slots=True)
class Group:
    """message: one sentence for all of its findings, which are alike."""

    message: str
    findings: tuple[Finding, ...]


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """Return the findings in their order; those that say the same become one group, where the first of them stands.

    Properties of one class go together, then classes of which the same is said; so do operations and their parameters.
    """
    members: dict[tuple[str, ...], list[Finding]] = {}
    for each in findings:
        members.setdefault(_likeness(each), []).append(each)
    wider: dict[tuple[str, ...], list[list[Finding]]] = {}
    for alike in members.values():
        wider.setdefault(_cause(alike), []).append(alike)
    return [_group(same) for same in wider.values()]


def _group(same: list[list[Finding]]) -> Group:
    found = tuple(each for alike in same for each in alike)
    if len(found) == 1:
        return Group(found[0].message, found)
    return Group(_message(same[0]) if len(same) == 1 else _message_of_several(same), found)


def _likeness(finding: Finding) -> tuple[str, ...]:
    """Return what findings of one group share."""
    said = _said(finding)
    if finding.rule in ("operation-added", "operation-removed", "schema-removed"):
        return said
    if finding.rule == "method-renamed":
        return (*said, _resource(finding))
    if finding.operation:
        return (*said, finding.path, str(finding.old), str(finding.new))
    owner, _, inner = finding.path.rpartition("/")
    return (*said, owner, *_values(finding)) if inner and owner else (*said, finding.id)


def _cause(alike: list[Finding]) -> tuple[str, ...]:
    """Return what groups share: of classes the names of their properties, or the type in another's place; of parameters
    their operation."""
    first = alike[0]
    if first.rule.startswith("parameter-") and len(alike) == 1:
        return (*_said(first), first.operation, *_values(first))
    if first.operation or first.rule == "schema-removed":
        return (first.id,)
    if first.details or "/" not in first.path:
        told = first.old is not None or first.new is not None
        return (*_said(first), str(first.old), str(first.new)) if told else (first.id,)
    return (*_said(first), *_values(first), *sorted(map(_property, alike)))


def _said(finding: Finding) -> tuple[str, ...]:
    return (finding.rule, finding.level, finding.direction, *finding.kinds)


def _values(finding: Finding) -> tuple[str, ...]:
    """Return old and new of a finding that has both; one alone is what came or went with it."""
    return (str(finding.old), str(finding.new)) if finding.old is not None and finding.new is not None else ()


def _property(finding: Finding) -> str:
    return finding.path.rpartition("/")[2]


def _resource(finding: Finding) -> str:
    return str(finding.old).rpartition(".")[0]


def _message(alike: list[Finding]) -> str:
    """Spell a sentence about properties of one class, or about operations."""
    first = alike[0]
    said, values = _sentence(first)
    if first.rule == "method-renamed":
        names = [f"{str(each.old).rpartition('.')[2]} -> {each.new}" for each in alike]
        return f"{_resource(first)}: {len(alike)} methods, each {said}: {_some(names)}"
    if first.rule.startswith("operation-") or first.rule == "schema-removed":
        noun = "operations" if first.operation else "classes"
        return f"{len(alike)} {noun}: each {said}: {_some([each.operation or each.path for each in alike])}"
    if first.operation:
        operations = _some([each.operation for each in alike])
        return f"{len(alike)} operations: {first.path or 'each'} {_whole(first)}. {operations}"
    owner = first.path.rpartition("/")[0]
    return f"{owner}: {len(alike)} properties, each {said}{values}: {_some([_property(each) for each in alike])}"


def _message_of_several(same: list[list[Finding]]) -> str:
    """Spell a sentence about several classes, or places in them, or parameters of one operation."""
    first = same[0][0]
    said, values = _sentence(first)
    if first.operation:
        names = [alike[0].path for alike in same]
        return f"{first.operation}: {len(names)} parameters, each {said}{values}: {_some(names)}"
    if first.details or "/" not in first.path:
        noun = "classes" if "/" not in first.path else "places"
        paths = [each.path for alike in same for each in alike]
        return f"{len(paths)} {noun}: each {_whole(first)}. {_some(paths)}"
    names = [_property(each) for each in same[0]]
    subject = names[0] if len(names) == 1 else f"each of {_some(names)}"
    owners = _some([alike[0].path.rpartition("/")[0] for alike in same])
    return f"{len(same)} classes: {subject} {said}{values}: {owners}"


def _whole(finding: Finding) -> str:
    """Return what is said behind the subject."""
    return finding.message.removeprefix(f"{finding.operation} {finding.path}".strip()).strip()


def _sentence(finding: Finding) -> tuple[str, str]:
    """Split what is said behind the subject into the sentence, and old and new where there are both."""
    said, _, rest = _whole(finding).partition(": ")
    return said, f": {rest}" if _values(finding) else ""


def _some(names: list[str]) -> str:
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return ", ".join(names[:_LISTED]) + more
