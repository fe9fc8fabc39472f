"""The terminal: the verdict first, then the gravest, then by weight and reach; words wrapped at its width."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.diff.order import ranked
from generator.diff.reports.terminal import terminal
from generator.diff.review import Review, Versions

from .reviews import finding, review


def many() -> Review:
    found = [
        finding(
            f"Pet{each}/name_of_property_{each}",
            says="comes as another type: string -> integer",
            python=(f"Pet{each}",),
        )
        for each in range(6)
    ]
    found.append(finding("", rule="operation-removed", operation="GET /pets", kinds=("names",), says="is gone"))
    found.append(finding("query limit", operation="GET /cats", kinds=("wire",), says="is written otherwise"))
    return review(ranked(found), versions=Versions("1.4.0", "1.4.0", "2.0.0"))


def told(*paths: str, operation: str = "", says: str = "is gone", rule: str = "property-removed") -> list[str]:
    found = [finding(each, operation=operation, says=says, rule=rule) for each in paths]
    return [line for style, line in terminal([review(found)]) if line.startswith("breaking: ")]


def test_one_cause_is_one_line() -> None:
    assert told("Cat/name", "Dog/name", "Cow/age") == [
        "breaking: 2 classes: name is gone: Cat, Dog",
        "breaking: Cow/age is gone",
    ]
    assert told("Cat/name", "Cat/age", "Dog/age", "Dog/name") == [
        "breaking: 2 classes: each of name, age is gone: Cat, Dog"
    ]
    assert told("query a", "query b", operation="GET /pets", rule="parameter-removed") == [
        "breaking: GET /pets: 2 parameters, each is gone: query a, query b"
    ]


def test_methods_that_moved_are_told_by_their_resource() -> None:
    moved = {
        "GET /pets": ("client.pets.list", "client.cats.list"),
        "GET /dogs": ("client.pets.dogs", "client.dogs.list"),
    }
    found = [
        replace(
            finding("", rule="method-renamed", operation=key, says=f"has another name: {old} -> {new}"),
            old=old,
            new=new,
        )
        for key, (old, new) in moved.items()
    ]
    lines = [line for _, line in terminal([review(found)])]
    assert (
        "breaking: client.pets: 2 methods, each has another name: list -> client.cats.list, dogs -> client.dogs.list"
        in lines
    )


def test_the_verdict_stands_first() -> None:
    lines = [line for _, line in terminal([many()])]
    assert lines[0] == (
        "pets: callers must change 6 places; 1 operation is gone; installed packages fail in 1 place until they are "
        "upgraded. The changes ask for version 2.0.0; provider.toml says 1.4.0. (8 breaking)"
    )
    assert lines[1] == "main:specs/pets -> specs/pets"
    assert lines[2] == "1. GET /pets is gone" and lines[3].startswith("2. GET /cats query limit")
    assert lines[6].startswith("5. ") and lines[7] == ""


def test_few_findings_are_told_once() -> None:
    lines = [line for _, line in terminal([review([finding("A")])])]
    assert [line for line in lines if "A does not come" in line] == ["breaking: A does not come any more"]
    assert terminal([review()])[0][1] == "pets: no change that a caller notices."
    assert terminal([review([finding(level="minor")])])[0][1].startswith(
        "pets: nothing breaks; 1 change may be noticed."
    )


@pytest.mark.parametrize("width", [60, 80, 120])
def test_words_are_wrapped(width: int) -> None:
    whole, lines = terminal([many()]), [line for _, line in terminal([many()], width)]
    assert [line for line in lines if len(line) > width and " " in line.strip()] == []
    assert " ".join("\n".join(lines).split()) == " ".join("\n".join(line for _, line in whole).split())
    assert any(line.startswith("   upgraded.") or line.startswith("   ") for line in lines[1:3])


def test_what_weighs_and_reaches_more_comes_first() -> None:
    wide = finding("Wide", operations=("GET /a", "GET /b"))
    narrow = finding("Narrow", operations=("GET /a",))
    inside = finding("query x", operation="GET /a", operations=("GET /a",))
    names = finding("Named", kinds=("names",), operations=("GET /a",))
    small = finding("Small", "minor", kinds=("names",), operations=("GET /a", "GET /b", "GET /c"))
    assert ranked([small, narrow, inside, wide, names]) == (names, wide, inside, narrow, small)


def test_the_most_specific_operations_are_named() -> None:
    found = finding(operations=("GET /pets", "GET /cats", "GET /dogs", "GET /pets/{id}/photos"))
    lines = [line for _, line in terminal([review([found])])]
    assert "   operations: GET /pets/{id}/photos, GET /pets, GET /cats and 1 more" in lines
