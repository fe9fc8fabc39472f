"""Every promise has cases in every flavour of client, and the page that says so is current."""

from __future__ import annotations

import pytest

from .promises import FLAVOURS, PAGE, Counts, collected, page, promises


@pytest.fixture(scope="module")
def counts() -> Counts:
    return collected()


def test_every_promise_has_cases_in_every_flavour(counts: Counts) -> None:
    numbers = [each["number"] for each in promises()]
    assert numbers == list(range(1, 26))
    assert [(number, flavour) for number in numbers for flavour in FLAVOURS if not counts.get((number, flavour))] == []
    assert {number for number, _ in counts} == set(numbers), "a test has the mark of a promise that there is not"


def test_the_page_is_current(counts: Counts) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(counts), "make reliability"
