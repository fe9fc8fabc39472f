"""[project] of provider.toml: what a package's pyproject.toml says of its owner, as the standard for it spells it.

https://packaging.python.org/en/latest/specifications/pyproject-toml/ has the keys; those that the generator writes
itself are none of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from ...data import Json, as_list, as_map, is_list, is_map
from .toml_file import instead

_TEXTS = ("description", "license")
_LISTS = ("keywords", "classifiers")
_PEOPLE = ("authors", "maintainers")
_KEYS = (*_TEXTS, *_PEOPLE, *_LISTS, "urls")


class Fault(Protocol):
    """Reports a fault of the value of a key."""

    def __call__(self, key: str, message: str, *, help: str = "") -> None: ...


def read_project(given: Mapping[str, Json], fault: Fault) -> dict[str, Json]:
    """Return the keys that are right, in the order of the file; each other one is a fault."""
    for key in given:
        if key not in _KEYS:
            fault(key, f"the key {key!r} is not known in [project]", help=instead(key, _KEYS))
        elif why := _wrong(key, given[key]):
            fault(key, f"{key} is not {why}")
    return {key: value for key, value in given.items() if key in _KEYS and not _wrong(key, value)}


def _wrong(key: str, value: Json) -> str:
    """Return what the value of a key has to be, "" where it is."""
    if key in _TEXTS:
        return "" if isinstance(value, str) else "text"
    if key in _LISTS:
        return "" if is_list(value) and _are_texts(value) else "a list of texts"
    if key in _PEOPLE:
        people = [as_map(each) for each in as_list(value)]
        fine = is_list(value) and all(each and each.keys() <= {"name", "email"} for each in people)
        return "" if fine and all(_are_texts([*each.values()]) for each in people) else "a list of {name, email}"
    return "" if is_map(value) and _are_texts([*value.values()]) else "a table of addresses"


def _are_texts(values: list[Json]) -> bool:
    return all(isinstance(each, str) for each in values)
