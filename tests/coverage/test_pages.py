"""Pages in every shape, each with the exact text that coverage prints of it; GOLDEN=write rewrites that text."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from generator.command.show import show
from generator.pages.coverage import coverage
from generator.pages.coverage.page import read_page
from generator.report import Report, SpecError

from .provider_pages import ROOT

HERE = Path(__file__).parent
PAGES = sorted(path for path in (HERE / "pages").iterdir() if path.suffix != ".out")


def said(page: Path, *before: Path) -> str:
    """Return what coverage prints of a page of Acme's, hashes left out."""
    text = coverage(HERE / "acme", [page], list(before), Report(), shown="specs/acme").text
    return re.sub(r"[0-9a-f]{64}", "...", text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    golden = page.with_suffix(".out")
    text = said(page.relative_to(ROOT))
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_line_ends_and_a_byte_order_mark_change_nothing(page: Path, tmp_path: Path) -> None:
    copy = tmp_path / page.name
    copy.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n"))
    assert said(copy).replace(copy.as_posix(), "PAGE") == said(page).replace(page.as_posix(), "PAGE")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "1:1: error C101: the page is empty"),
        (b" \n\n", "1:1: error C101: the page is empty"),
        (b"a\nb\x00c", "2:1: error C102: the page is not text: it holds a NUL"),
        (b"a\n\xff\xfe", "2:1: error C102: the page is not text in UTF-8"),
        (b"<!DOCTYPE html>\n<html><form><input type=password></form>", "2:1: error C103"),
        (b"<html><body>Moved</body></html>", "1:1: error C105: no parameter, field or operation"),
        (b"# Robot\n\nA robot walks.\n", "1:1: error C105"),
        (b"# R\n\n````yaml\nopenapi: 3.0.0\npaths:\n", "3:1: error C104"),
        (b"# R\n\n<Table>\n<tr><td>a</td></tr>\n", "3:1: error C104"),
        (b"# R\n\n```yaml\nopenapi: 3.0.0\npaths: {a: [}\n```\n", "5:"),
        (b"# R\n\n```yaml\nopenapi: 3.0.0\npaths: !!python/none x\n```\n", "5:"),
        (b'{"method": "GET", "path": "/x"', "1:"),
    ],
)
def test_wrong_page_is_refused_with_its_place(content: bytes, expected: str, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(content)
    with pytest.raises(SpecError) as caught:
        read_page(page, Report())
    assert show(caught.value.report)[0].startswith(f"{page.as_posix()}:{expected}")


def test_page_of_more_than_50_mb_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    with page.open("wb") as file:
        file.truncate(50 * 1024 * 1024 + 1)
    with pytest.raises(SpecError) as caught:
        read_page(page, Report())
    assert [each.code for each in caught.value.report.problems] == ["C101"]


def test_a_row_of_sources_that_explains_nothing_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text((HERE / "acme/openapi.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    rows = "| in the spec | why |\n|---|---|\n| `200 gone` | r |\n| `Robot.state` enum `lost`, `found` | r |\n| x | |\n"
    (tmp_path / "SOURCES.md").write_text(rows, encoding="utf-8")
    text = coverage(tmp_path, [HERE / "pages/run-together.txt"], [], Report(), shown="specs/acme").text
    assert "Rows of SOURCES.md to put right: 3\n" in text
    assert "! specs/acme/SOURCES.md:3: `200 gone` explains nothing\n" in text
    assert "! specs/acme/SOURCES.md:4: `found` explains nothing\n" in text
    assert "! specs/acme/SOURCES.md:5: this row is not" in text


def test_changes_since_an_older_copy(tmp_path: Path) -> None:
    page = HERE / "pages/run-together.txt"
    old = tmp_path / "run-together.txt"
    text = page.read_text(encoding="utf-8")
    for new, was in (("colourstringnullable\n\n", ""), ("The arm.", "Its arm."), ("codestring", "codeinteger")):
        text = text.replace(new, was)
    old.write_text(text, encoding="utf-8")
    shown = said(page, old).replace(page.as_posix(), "NEW").replace(old.as_posix(), "OLD").replace(old.name, "OLD")
    block = shown[shown.index("    2 changes since") : shown.index("\n\nDocumented, absent")]
    spec = "specs/acme/openapi.yaml"
    assert block.split("\n") == [
        "    2 changes since OLD",
        "    - OLD:23:1: Its arm.",
        "    + NEW:23:1: The arm.",
        "        200 arm",
        f"          {spec}:28:9  /components/schemas/Robot/properties/arm",
        "    - OLD:47:1: codeinteger",
        "    + NEW:47:1: codestring",
        "    + NEW:49:1: colourstringnullable",
        "        200 parts[].code",
        f"          {spec}:48:16  /components/schemas/Part/properties/code/type",
        "        200 parts",
        f"          {spec}:32:9  /components/schemas/Robot/properties/parts",
    ], "a description belongs to the field above it, and a new field to the object it lies in"


def test_changes_of_a_page_on_one_line(tmp_path: Path) -> None:
    page = HERE / "pages/operation.json"
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    text = page.read_text(encoding="utf-8").replace("\n", " ")
    old.write_text(text, encoding="utf-8")
    new.write_text(text.replace('"format": "date"', '"format": "date-time"'), encoding="utf-8")
    shown = said(new, old)
    assert "    1 change since" in shown
    assert ": query since format date\n" in shown and ": query since format date-time\n" in shown
    assert "          specs/acme/openapi.yaml:11:" in shown


def test_without_an_older_copy_the_facts_that_differ_follow() -> None:
    text = said(HERE / "pages/operation.json")
    assert "is not the page that SOURCES.md names" in text and "--before" in text
