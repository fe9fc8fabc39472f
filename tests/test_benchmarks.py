"""The arithmetic of benchmarks, and what they name. What they measure, `make bench` says; tests take no times."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "benchmarks"


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Import a script of benchmarks/ by its name."""
    monkeypatch.syspath_prepend(str(FOLDER))
    return import_module


def test_what_fails_is_counted_and_stands_in_no_median(module: Any) -> None:
    generation = module("generation")
    documents = [
        {"datamodel-code-generator": (1.0, 50.0), "specloom, cold": (2.0, 60.0), "peer": (4.0, 100.0)},
        {"datamodel-code-generator": (1.0, 50.0), "specloom, cold": (3.0, 60.0), "peer": None},
        {"datamodel-code-generator": None, "specloom, cold": (3.0, 60.0), "peer": (2.0, 30.0)},
    ]
    found = generation.of_class(documents)
    assert found["peer"] == {
        "documents": 3,
        "fails": 1,
        "quicker": 1,
        "to_alone": [4.0, 2.0],
        "ours_to_it": [1.0, 1.3],
    }
    assert found["specloom, cold"]["to_alone"] == [2.5, 1.2]


def test_documents_are_told_apart_by_size(module: Any) -> None:
    generation = module("generation")
    sizes = {"a": 99_999, "b": 100_000, "c": 1_000_000, "d": 40_000_000}
    found = {name: {"bytes": size, "costs": name} for name, size in sizes.items()}
    classes = {title: list(each) for title, each in generation.split(found)}
    assert classes == {"below 100 kB": ["a"], "100 kB to 1 MB": ["b"], "over 1 MB": ["c", "d"]}


def test_a_class_past_a_target_is_named(module: Any) -> None:
    generation = module("generation")
    past = {"to_alone": [99.0, 1.0]}
    assert list(generation.missed("over 1 MB", past)) == ["CPU"]
    assert list(generation.missed("below 100 kB", past)) == []


@pytest.mark.parametrize("power", [1.0, 1.5])
def test_an_exponent_is_found_again(module: Any, power: float) -> None:
    sizes = (0.001, 100, 1_000, 10_000)
    found = module("growth").exponent(sizes, [2 + 0.01 * size**power for size in sizes])
    assert found == pytest.approx(power, abs=0.001)


def test_costs_that_do_not_grow_have_no_exponent(module: Any) -> None:
    exponent = module("growth").exponent
    assert exponent((10, 100, 1_000), [50.0, 49.0, 50.0]) == 0.0
    assert exponent((10, 100, 1_000, 10_000), [50.0, 55.0, 60.0, 150.0]) == pytest.approx(1.0, abs=0.01)


def test_every_peer_has_an_environment_with_its_version(module: Any) -> None:
    environments, tools, costs = module("environments"), module("tools"), module("import_cost")
    made: dict[str, list[str]] = environments.PEERS["environments"]
    peers = [*tools.PEERS, *(name for name, each in costs.PACKAGES.items() if not {"path", "document"} & set(each))]
    assert len(peers) == 8
    assert [name for name in peers if not made[name][0].startswith(name) or "==" not in made[name][0]] == []
