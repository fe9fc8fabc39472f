"""Yesterday's code, type-checked against today's package: it breaks where a finding says names or types, only there.

The rules of strict are all on. The runtime, the same in all packages, stands once beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from generator.diff import compare
from generator.diff.changes import Finding
from generator.ir import Api
from generator.pipeline import document_source, front, runtime_files
from generator.report import Report

from .battery import PAIRS, Pair, api
from .checking import Checking, package, run, sharing, usage_in, write
from .disagreements import USAGE

CASES = Path(__file__).parent.parent / "cases"


@dataclass(frozen=True)
class Side:
    """A document of the battery. name: of the folder of its package; files: the package, not formatted."""

    name: str
    api: Api
    files: Mapping[str, str]


@cache
def sides() -> Mapping[str, Side]:
    """Return each document of the battery once, by its content."""
    found: dict[str, Side] = {}
    known: dict[str, Mapping[str, str]] = {}
    for data in (data for pair in PAIRS for data in (pair.old, pair.new)):
        if repr(data) not in found:
            made = api(data)
            found[repr(data)] = Side(f"side{len(found)}", made, package(made, known))
    return found


def sides_of(pair: Pair) -> tuple[Side, Side]:
    return sides()[repr(pair.old)], sides()[repr(pair.new)]


def findings(pair: Pair) -> tuple[Finding, ...]:
    old, new = sides_of(pair)
    return compare(old.api, new.api).findings


@pytest.fixture(scope="module")
def checked(checking: Checking) -> Mapping[str, list[str]]:
    """Return what the type checker finds: by pair, and by package in what is its own caller's code."""
    return {name: [each.message for each in found] for name, found in checking.found().items()}


def start(root: Path) -> Checking:
    """Start the type checker on all of it."""
    write(root, runtime_files("shared", "httpx"))
    uses = {pair.name: usage_in(new.name, old.api) for pair in PAIRS for old, new in [sides_of(pair)]}
    made = {side.name: (side.api, side.files) for side in sides().values()}
    for path in sorted(CASES.glob("*/spec.yaml")):
        each, _ = front(document_source(path), Report())
        made[f"case_{path.parent.name.replace('-', '_')}"] = each, package(each, {})
    for name, (each, files) in made.items():
        write(root, sharing(files, name))
        uses[name] = usage_in(name, each)
    names = {f"use{number}.py": name for number, name in enumerate(uses)}
    write(root, {f"uses/{file}": uses[name] for file, name in names.items()})
    return run(root, names)


def test_own_package(checked: Mapping[str, list[str]]) -> None:
    pairs = {pair.name for pair in PAIRS}
    own = {name: messages for name, messages in checked.items() if name not in pairs}
    assert len(own) > len(sides())
    assert {name: messages for name, messages in own.items() if messages} == {}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_callers_break_where_names_or_types_changed(pair: Pair, checked: Mapping[str, list[str]]) -> None:
    said = [each.id for each in findings(pair) if {"names", "types"} & set(each.kinds)]
    agree = bool(said) == bool(checked[pair.name])
    assert agree != (pair.name in USAGE), (said, checked[pair.name])


def test_disagreements_are_of_pairs() -> None:
    assert set(USAGE) - {pair.name for pair in PAIRS} == set()
