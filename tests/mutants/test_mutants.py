"""The table of mutants is current; MUTANTS=third or all in the environment applies them (`make test`, `make mutants`).

Each kept fault is one that once survived, or easily could: a test of its room has to fail with it.
"""

from __future__ import annotations

import os

import pytest

from .run import TABLE, faults, load, run, third

MUTANTS = load()


def test_entries_are_current() -> None:
    assert faults(MUTANTS) == [], f"`old` of {TABLE.name} is a text that stands once in its file: write what it is now"


def test_each_fault_is_one_line() -> None:
    assert [each.why for each in MUTANTS if abs(each.new.count("\n") - each.old.count("\n")) > 1] == []


def test_each_fault_has_a_reason_of_its_own() -> None:
    reasons = [each.why for each in MUTANTS]
    assert len(MUTANTS) >= 80 and len(set(reasons)) == len(reasons)
    assert len({(each.file, each.new, each.old) for each in MUTANTS}) == len(reasons)


def test_every_room_has_some() -> None:
    rooms = {"/".join(each.file.split("/")[: 3 if "openapi" in each.file else 2]) for each in MUTANTS}
    wanted = {
        "generator/runtime",
        "generator/diff",
        "generator/python",
        "generator/pipeline",
        "generator/openapi/lower",
    }
    assert wanted | {f"generator/openapi/{name}" for name in ("read", "check", "normalize")} <= rooms


@pytest.mark.skipif(os.environ.get("MUTANTS") not in ("third", "all"), reason="MUTANTS=third or all applies them")
def test_each_is_killed() -> None:
    chosen = MUTANTS if os.environ["MUTANTS"] == "all" else third(MUTANTS)
    survivors = [each for each in run(chosen, os.cpu_count() or 1) if each.fault]
    assert [f"{each.mutant.file}: {each.mutant.why}: {each.fault}" for each in survivors] == [], TABLE.name
