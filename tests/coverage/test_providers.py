"""The four providers: every documented fact stands in the spec, and a spec that loses one is found out."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import generator.pages.coverage
from generator.data import copied, is_list, is_map
from generator.openapi.read.document import join, tokens
from generator.openapi.read.load import load
from generator.pages.coverage.page import Page, read_page
from generator.report import Report

from .provider_pages import PAGES, ROOT, pages, run, unexplained

Mutation = tuple[str, str, Callable[[Any], None]]
"""What it does, the pointer of the value it changes, and the deed, given what holds that value."""

EVERY = os.environ.get("MUTATIONS") == "all"
OF_A_KIND = 2
"""MUTATIONS=all in the environment makes every change there is; else so many of each kind, always the same."""

NOT_ON_THE_PAGE = {
    "sales": {
        "/components/parameters/AugnoVersion": "a header that the page is silent about",
        "/components/schemas/ErrorResponse": "the error object of another public page",
        "/components/schemas/ErrorDetail": "the same",
        "/components/schemas/Quota": "the same",
    },
    "capillary": {
        "/components/parameters": "headers of another public page",
        "/components/schemas/CustomerWarning": "fields of the sibling page",
        "/components/schemas/ErrorMessage": "an answer that the page does not describe",
    },
    "voucherify": {},
    "revcent": {},
}
"""Where a change cannot be seen from the page: a row of SOURCES.md names another source for the thing as a whole."""


@pytest.mark.parametrize("provider", PAGES)
def test_nothing_is_unexplained(provider: str) -> None:
    found = run(ROOT / "specs" / provider, pages(provider))
    assert unexplained(found) == []
    assert found.unexplained == 0
    assert found.text == run(ROOT / "specs" / provider, pages(provider)).text


@pytest.mark.parametrize(
    ("provider", "at_least"), [("capillary", 140), ("revcent", 950), ("sales", 560), ("voucherify", 290)]
)
def test_pages_are_read_in_full(provider: str, at_least: int) -> None:
    """A reader that misses half of a page would find nothing wrong with the spec."""
    assert run(ROOT / "specs" / provider, pages(provider)).facts >= at_least


def mutations(data: Any) -> Iterator[Mutation]:
    """Yield every change of one statement of a spec, in document order."""
    for key, value in data["paths"].items():
        yield from _mutations(value, join("/paths", key))
    for kind in ("parameters", "schemas"):
        for key, value in data["components"].get(kind, {}).items():
            yield from _mutations(value, join("/components", kind, key))


def _mutations(value: Any, pointer: str) -> Iterator[Mutation]:
    if is_map(value):
        for key, each in value.items():
            at = join(pointer, key)
            yield from _deeds(key, each, at)
            if key not in ("example", "examples", "default"):
                yield from _mutations(each, at)
    elif is_list(value):
        for index, each in enumerate(value):
            yield from _mutations(each, join(pointer, index))


def _deeds(key: str, value: Any, at: str) -> Iterator[Mutation]:
    if key == "properties":
        yield from (_drop("drop property", at, name) for name in value)
        return
    if pointer_is_name(at):
        return
    if key == "type" and isinstance(value, str) and value != "null":
        other = "integer" if value == "string" else "string"
        yield "change type", at, lambda holder: holder.update(type=other)
        if value != "object":
            yield "make nullable", at, lambda holder: holder.update(type=[value, "null"])
    if key == "type" and is_list(value):
        yield "drop null", at, lambda holder: holder.update(type=value[0])
    if key == "anyOf" and {"type": "null"} in value:
        yield "drop null", at, lambda holder: holder.update(anyOf=value[:1])
    if key == "enum":
        yield from (_drop("drop enum value", at, i) for i in range(len(value)) if value[i] is not None)
    if key == "required" and is_list(value):
        yield from (_drop("drop required", at, i) for i in range(len(value)))
    if key == "required" and isinstance(value, bool):
        yield "turn required", at, lambda holder: holder.update(required=not value)
    if key in ("format", "default", "const", "deprecated"):
        yield _drop(f"drop {key}", at.rpartition("/")[0], key)
    if key in ("minimum", "maximum", "minLength", "maxLength"):
        yield "change bound", at, lambda holder: holder.update({key: value + 1})
    if key == "parameters" and is_list(value):
        yield from (_drop("drop parameter", at, i) for i in range(len(value)))
    if key == "responses":
        yield from (_drop("drop response", at, name) for name in value)


def _drop(what: str, pointer: str, key: str | int) -> Mutation:
    return what, join(pointer, key), lambda holder: holder.pop(key)


def pointer_is_name(pointer: str) -> bool:
    """Say whether the last token is the name of a property, not a keyword."""
    before = list(tokens(pointer))[-2:-1]
    return before == ["properties"]


def changed(data: Any, mutation: Mutation) -> Any:
    """Return a copy of a spec with one statement changed."""
    result = copied(data)
    holder = result
    for token in list(tokens(mutation[1]))[:-1]:
        holder = holder[int(token)] if is_list(holder) else holder[token]
    mutation[2](holder)
    return result


def sampled(provider: str, data: Any) -> list[Mutation]:
    """Return a fixed choice: some of each kind."""
    groups: dict[str, list[Mutation]] = {}
    for each in mutations(data):
        is_path = each[0] == "turn required" and _parameter(data, each[1]).get("in") == "path"
        if not is_path:  # a path parameter is required whatever is written
            groups.setdefault(each[0], []).append(each)
    if EVERY:
        return [each for group in groups.values() for each in group]
    chooser = random.Random(provider)
    return [each for group in groups.values() for each in chooser.sample(group, min(OF_A_KIND, len(group)))]


def _parameter(data: Any, pointer: str) -> Any:
    for token in list(tokens(pointer))[:-1]:
        data = data[int(token)] if is_list(data) else data[token]
    return data


@pytest.fixture
def pages_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    known: dict[Path, Page] = {}

    def once(path: Path, report: Report) -> Page:
        if path not in known:
            known[path] = read_page(path, report)
        return known[path]

    monkeypatch.setattr(generator.pages.coverage, "read_page", once)


@cache
def spec(provider: str) -> Any:
    return load(ROOT / "specs" / provider / "openapi.yaml", Report()).data


@pytest.mark.parametrize("provider", PAGES)
@pytest.mark.usefixtures("pages_are_read_once")
def test_changes_of_a_spec_are_found(provider: str, tmp_path: Path) -> None:
    files = pages(provider)
    folder = tmp_path / provider
    folder.mkdir()
    shutil.copy(ROOT / "specs" / provider / "SOURCES.md", folder)
    caught, missed, hidden = 0, [], Counter[str]()
    for mutation in sampled(provider, spec(provider)):
        (folder / "openapi.yaml").write_text(json.dumps(changed(spec(provider), mutation), indent=1), encoding="utf-8")
        if run(folder, files).unexplained:
            caught += 1
            continue
        reason = next((each for each in NOT_ON_THE_PAGE[provider] if mutation[1].startswith(each)), "")
        if reason:
            hidden[reason] += 1
        else:
            missed.append(mutation[:2])
    print(f"{provider}: {caught} caught, {len(missed)} missed, not on the page: {dict(hidden)}")
    if EVERY:
        assert set(hidden) == set(NOT_ON_THE_PAGE[provider]), "an exception is no longer needed"
    assert missed == []
    assert caught >= 15


@pytest.mark.parametrize(
    ("provider", "line", "added", "subject"),
    [
        ("sales", "edi_statusstringenumValues:enableddisabled", "loyalty_levelstringnullable", "200 loyalty_level"),
        ("sales", "service_level_tokenstring", "cutoff_minutesinteger",
         "200 freight_preferences.service_level.cutoff_minutes"),
        ("voucherify", "        points:", "        colour: {type: string}", "200 loyalty.colour"),
    ],
)  # fmt: skip
def test_a_field_added_to_a_page_is_absent_from_the_spec(
    provider: str, line: str, added: str, subject: str, tmp_path: Path
) -> None:
    (page,) = pages(provider)
    lines = page.read_text(encoding="utf-8").split("\n")
    number = lines.index(line) + 1
    lines.insert(number - 1, added)
    copy = tmp_path / page.name
    copy.write_text("\n".join(lines), encoding="utf-8")
    found = run(ROOT / "specs" / provider, [copy])
    assert unexplained(found)[1:] == [f"! {subject}"], "and one line says that the page is another"
    assert f"page {copy.as_posix()}:{number}:" in found.text


def test_a_row_added_to_a_table_is_absent_from_the_spec(tmp_path: Path) -> None:
    (page,) = pages("capillary")
    text = page.read_text(encoding="utf-8")
    cell = "        \\-upgradeThreshold"
    end = "      </td>\n\n      <td>\n        Text.\n      </td>\n    </tr>\n    <tr>\n      <td>\n"
    row = f"        \\-upgrade\\_name\n{end}{cell}"
    copy = tmp_path / page.name
    copy.write_text(text.replace(cell, row), encoding="utf-8")
    found = run(ROOT / "specs/capillary", [copy])
    assert unexplained(found)[1:] == ["! 200 upgradeStrategies[].upgrade_name"]
    assert f"page {copy.as_posix()}:{text[: text.index(cell)].count(chr(10)) + 1}:9" in found.text


def test_a_property_added_to_json_is_absent_from_the_spec(tmp_path: Path) -> None:
    first, second = pages("revcent")
    data = json.loads(first.read_text(encoding="utf-8"))
    branches = data["responses"]["200"]["content"]["application/json"]["schema"]["allOf"]
    branches[1]["allOf"][0]["properties"]["nickname"] = {"type": "string"}
    copy = tmp_path / first.name
    copy.write_text(json.dumps(data, indent=1), encoding="utf-8")
    found = run(ROOT / "specs/revcent", [copy, second])
    assert unexplained(found)[1:] == ["! 200 nickname"]
