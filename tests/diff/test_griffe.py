"""griffe, which compares packages without running them: it misses a name where ours says that one is gone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from . import disagreements
from .battery import PAIRS, PROVIDER, Pair
from .checking import write
from .test_usage import findings, sides, sides_of

griffe: Any = pytest.importorskip("griffe", reason="griffe is not installed: pip install griffe==2.4.1")

GONE = {"OBJECT_REMOVED", "PARAMETER_REMOVED"}
DEMANDED = {"PARAMETER_ADDED_REQUIRED", "PARAMETER_CHANGED_REQUIRED"}
RULES_GONE = {"body-removed", "parameter-removed", "property-removed"}
"""Rules that are of the kind types where what is gone is only sent: a type checker objects to the argument."""
RULES_DEMANDED = {
    "body-became-required", "body-required-added", "parameter-became-required", "parameter-required-added",
    "path-parameter-renamed",
}  # fmt: skip


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """Return the packages of all documents, as griffe reads them."""
    root = tmp_path_factory.mktemp("griffe")
    found: dict[str, Any] = {}
    for side in sides().values():
        write(root / side.name, side.files)
        found[side.name] = load(root / side.name)
    return found


def load(folder: Path) -> Any:
    return griffe.load(PROVIDER.package, search_paths=[folder], allow_inspection=False, try_relative_path=False)


def reported(pair: Pair, packages: Mapping[str, Any]) -> dict[str, str]:
    """Return what griffe finds: kind -> where. What pydantic calls free keys is no name that callers use."""
    old, new = sides_of(pair)
    found = griffe.find_breaking_changes(packages[old.name], packages[new.name])
    return {each.kind.name: each.obj.path for each in found if not each.obj.path.endswith(".__pydantic_extra__")}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_names_that_are_gone(pair: Pair, packages: Mapping[str, Any]) -> None:
    said = [each.id for each in findings(pair) if "names" in each.kinds or each.rule in RULES_GONE]
    found = reported(pair, packages)
    agree = bool(said) == bool(GONE & found.keys())
    assert agree != (pair.name in disagreements.GRIFFE), (said, found)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_arguments_that_are_demanded(pair: Pair, packages: Mapping[str, Any]) -> None:
    said = [each.id for each in findings(pair) if each.rule in RULES_DEMANDED]
    found = reported(pair, packages)
    agree = bool(said) == bool(DEMANDED & found.keys())
    assert agree != (pair.name in disagreements.DEMANDED), (said, found)


def test_disagreements_are_of_pairs() -> None:
    assert {*disagreements.GRIFFE, *disagreements.DEMANDED} - {pair.name for pair in PAIRS} == set()
