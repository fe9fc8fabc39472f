"""Versions: the package version that changes ask for (Semantic Versioning 2.0.0)."""

from __future__ import annotations

import re

_PATTERN = re.compile(r"(\d+)\.(\d+)\.(\d+)")


def bumped(version: str, level: str) -> str:
    """Return the next version for changes of a level; "" when the version is not three numbers.

    A version 0.x promises nothing across minor ones (section 4).

    >>> bumped("1.4.2", "major"), bumped("1.4.2", "minor"), bumped("1.4.2", "patch"), bumped("1.4.2", "none")
    ('2.0.0', '1.5.0', '1.4.3', '1.4.2')
    >>> bumped("0.4.2", "major")
    '0.5.0'
    """
    match = _PATTERN.match(version)
    if match is None:
        return ""
    major, minor, patch = (int(each) for each in match.groups())
    if level == "major" and major > 0:
        return f"{major + 1}.0.0"
    if level in ("major", "minor"):
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}" if level == "patch" else version


def is_later(version: str, other: str) -> bool:
    """Say whether a version comes after another one.

    >>> is_later("0.10.0", "0.9.3"), is_later("1.0.0", "1.0.0")
    (True, False)
    """
    return _numbers(version) > _numbers(other)


def _numbers(version: str) -> tuple[int, ...]:
    match = _PATTERN.match(version)
    return tuple(int(each) for each in match.groups()) if match else ()
