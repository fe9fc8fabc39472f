"""Groups: findings that say the same of many properties or operations, told as one to people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .changes import Finding

_FEWEST = 2
_LISTED = 8


@dataclass(frozen=True, slots=True)
class Group:
    """message: one sentence for all of its findings, which are alike."""

    message: str
    findings: tuple[Finding, ...]


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """Return the findings in their order; two or more that say the same become one group, where the first stands."""
    members: dict[tuple[str, ...], list[Finding]] = {}
    for each in findings:
        members.setdefault(_likeness(each), []).append(each)
    groups: list[Group] = []
    for alike in members.values():
        if len(alike) < _FEWEST:
            groups.extend(Group(each.message, (each,)) for each in alike)
        else:
            groups.append(Group(_message(alike), tuple(alike)))
    return groups


def _likeness(finding: Finding) -> tuple[str, ...]:
    """Return what findings of one group share."""
    said = (finding.rule, finding.level, *finding.kinds)
    if finding.rule in ("operation-added", "operation-removed", "schema-removed"):
        return said
    if finding.operation:
        return (*said, finding.path, str(finding.old), str(finding.new))
    owner, _, inner = finding.path.rpartition("/")
    values = (str(finding.old), str(finding.new)) if finding.old is not None and finding.new is not None else ()
    return (*said, owner, *values) if inner and owner else (*said, finding.id)


def _message(alike: list[Finding]) -> str:
    first = alike[0]
    subject = f"{first.operation} {first.path}".strip()
    said = first.message.removeprefix(subject).strip()
    if first.rule.startswith("operation-") or first.rule == "schema-removed":
        said = said.partition(":")[0]
        noun = "operations" if first.operation else "classes"
        return f"{len(alike)} {noun}: each {said}: {_some([each.operation or each.path for each in alike])}"
    if first.operation:
        operations = _some([each.operation for each in alike])
        return f"{len(alike)} operations: {first.path or 'each'} {said}. {operations}"
    owner = first.path.rpartition("/")[0]
    names = [each.path.rpartition("/")[2] for each in alike]
    values = ": " + said.partition(": ")[2] if first.old is not None and first.new is not None else ""
    return f"{owner}: {len(alike)} properties, each {said.partition(': ')[0]}{values}: {_some(names)}"


def _some(names: list[str]) -> str:
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return ", ".join(names[:_LISTED]) + more
