"""Versions: the package version that changes ask for (Semantic Versioning 2.0.0)."""

from __future__ import annotations

import re

_PATTERN = re.compile(r"(\d+)\.(\d+)\.(\d+)")


def bumped(version: str, level: str) -> str:
    """Return the next version for changes of a level; "" when the version is not three numbers.

    Before 1.0.0 what breaks asks for the next minor version and all else for the next patch, as that is where ranges of
    versions end there.

    >>> bumped("1.4.2", "major"), bumped("1.4.2", "minor"), bumped("1.4.2", "patch"), bumped("1.4.2", "none")
    ('2.0.0', '1.5.0', '1.4.3', '1.4.2')
    >>> bumped("0.4.2", "major"), bumped("0.4.2", "minor"), bumped("0.4.2", "patch")
    ('0.5.0', '0.4.3', '0.4.3')
    """
    match = _PATTERN.match(version)
    if match is None:
        return ""
    major, minor, patch = (int(each) for each in match.groups())
    if major == 0:
        level = {"major": "minor", "minor": "patch"}.get(level, level)
    if level == "major":
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
