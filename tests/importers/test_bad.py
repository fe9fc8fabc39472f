"""Pages that are refused or mended: the exact text a user sees, the exit code, and files that nobody touched.

Each folder of bad/ is named after the code it shows and holds pages, names in provider.toml where it needs them, and
`stderr.txt`. GOLDEN=write in the environment rewrites that.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from generator.command.show import show
from generator.pages.importers import import_pages
from generator.report import Report, SpecError

from .run import pages_of, run, tree

BAD = Path(__file__).parent / "bad"
FOLDERS = sorted(path for path in BAD.iterdir() if path.is_dir())
SOURCE = Path(__file__).parents[2] / "generator/pages/importers"
PAGES = sorted(
    path
    for path in (BAD.parent / "cases").rglob("*")
    if path.is_file() and path.name not in ("provider.toml", "expected.yaml", "stderr.txt")
)
WRITE = os.environ.get("GOLDEN") == "write"

MENDED = {"E163-mojibake", "E166-escaped", "E169-no-flow", "E170-stray-field", "E177-tabs", "E179-key", "E187-prose"}
"""Pages that are read all the same; what was done to them is said."""

LEFT_OUT = {folder.name for folder in FOLDERS if re.match(r"E18[0-6]", folder.name)}
"""Pages of which something is left out, which is said."""

WITHOUT_FOLDER = {
    "E101": "a page of more than 50 MB; made below",
    "E178": "a wrong name for a provider; below",
    "E188": "plug-ins, which are installed; test_plugins.py has one",
}

OLD = "openapi: 3.1.0\ninfo: {title: old, version: '1'}\npaths: {}\n"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_message_and_untouched_files(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(folder, tmp_path / "pages", ignore=shutil.ignore_patterns("stderr.txt"))
    (tmp_path / "specs/acme").mkdir(parents=True)
    (tmp_path / "specs/acme/imported.yaml").write_text(OLD, encoding="utf-8")
    if (tmp_path / "pages/provider.toml").is_file():
        (tmp_path / "pages/provider.toml").rename(tmp_path / "specs/acme/provider.toml")
    monkeypatch.chdir(tmp_path)
    before = tree(tmp_path)
    code, text = run(monkeypatch, capsys, "import", "acme", *pages_of(folder))
    if WRITE:
        (folder / "stderr.txt").write_text(text, encoding="utf-8")
    assert text == (folder / "stderr.txt").read_text(encoding="utf-8")
    assert re.findall(r"E\d{3}", text)[0] == folder.name[:4]
    if folder.name in MENDED:
        assert code == 0
        assert "warning" in text
    elif folder.name in LEFT_OUT:
        assert code == 0
        assert "left out: pages/page." in text
        assert "secret" not in text
        assert "secret" not in (tmp_path / "specs/acme/imported.yaml").read_text(encoding="utf-8")
    else:
        assert code == 3
        assert text.endswith(" Nothing was written.\n")
        assert tree(tmp_path) == before


def test_a_page_of_more_than_50_megabytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with Path("page.md").open("wb") as file:
        file.truncate(50 * 1024 * 1024 + 1)
    code, text = run(monkeypatch, capsys, "import", "acme", "page.md")
    assert code == 3
    assert text.startswith("page.md:1:1: error E101: the file is larger than 50 MB\n")
    assert not Path("specs").exists()


@pytest.mark.parametrize("name", ["../acme", "a/b", "", "-x y"])
def test_a_wrong_name_for_a_provider(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.md").write_text("x\n", encoding="utf-8")
    code, text = run(monkeypatch, capsys, "import", "--", name, "page.md")
    assert code == 3
    assert "error E178" in text


def test_a_folder_without_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/page.html").write_text("<html>")
    monkeypatch.chdir(tmp_path)
    code, text = run(monkeypatch, capsys, "import", "acme", "pages")
    assert code == 3 and "pages:1:1: error E176: no page is in this folder: of a folder the files are read" in text
    assert "help: give other files by their names" in text and not Path("specs").exists()


def test_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.md").write_text("x\n", encoding="utf-8")
    assert run(monkeypatch, capsys, "import", "acme", "gone.md")[0] == 2
    assert run(monkeypatch, capsys, "import", "acme", "page.md", "--prose", "some")[0] == 2


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_a_page_cut_off_anywhere(page: Path, tmp_path: Path) -> None:
    """What is left is read, or refused with a message."""
    raw = page.read_bytes()
    cut = tmp_path / page.name
    for part in range(1, 12):
        cut.write_bytes(raw[: len(raw) * part // 12])
        report = Report()
        try:
            import_pages([cut], "acme", report)
        except SpecError as refused:
            assert show(refused.report)


def test_codes_and_folders_match() -> None:
    source = [path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")]
    codes = {code for text in source for code in re.findall(r'"(E\d{3})"', text)}
    folders = {folder.name[:4] for folder in FOLDERS}
    assert codes - folders == WITHOUT_FOLDER.keys()
    assert {folder.name for folder in FOLDERS} >= MENDED
