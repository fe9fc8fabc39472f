"""Order: which findings are told first: the gravest, then what reaches most, then what stands in one operation."""

from __future__ import annotations

from collections.abc import Iterable

from .changes import LEVELS, Finding

_WEIGHTS = {"names": 4, "wire": 2, "types": 1}
"""Kind -> its weight: code that names what is gone fails at once, what an installed package misreads fails later."""


def ranked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order in which they are told; those that weigh the same keep theirs."""
    return tuple(sorted(findings, key=_rank))


def _rank(finding: Finding) -> tuple[int, int, int, bool]:
    weight = sum(_WEIGHTS[each] for each in finding.kinds if each in _WEIGHTS)
    return -LEVELS.index(finding.level), -weight, -len(finding.operations), not finding.operation


def specific(operations: Iterable[str]) -> tuple[str, ...]:
    """Return operations with the longest paths first, as they say most about what a finding is about.

    >>> specific(["GET /pets", "GET /pets/{id}/photos", "PUT /pets/{id}"])
    ('GET /pets/{id}/photos', 'PUT /pets/{id}', 'GET /pets')
    """
    return tuple(sorted(operations, key=lambda each: -each.count("/")))
