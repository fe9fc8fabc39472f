"""Pages of invented APIs, one folder per form: what an import makes of them, to the byte, and what it says.

Each folder of cases/ holds pages, names in provider.toml where it needs them, `expected.yaml` and `stderr.txt`.
GOLDEN=write in the environment rewrites the last two.
"""

from __future__ import annotations

import html
import os
import random
import re
import shutil
from pathlib import Path

import pytest

from .run import pages_of, run, tree

CASES = Path(__file__).parent / "cases"
FOLDERS = sorted(path for path in CASES.iterdir() if path.is_dir())
WRITE = os.environ.get("GOLDEN") == "write"


def prepared(folder: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Copy a case into a folder to work in; returns the arguments of its import."""
    shutil.copytree(folder, root / "pages", ignore=shutil.ignore_patterns("expected.yaml", "stderr.txt"))
    if (root / "pages/provider.toml").is_file():
        (root / "specs/acme").mkdir(parents=True)
        (root / "pages/provider.toml").rename(root / "specs/acme/provider.toml")
    monkeypatch.chdir(root)
    return ["import", "acme", *pages_of(folder), *(["--prose", "drop"] if folder.name == "drop" else [])]


def imported() -> str:
    return Path("specs/acme/imported.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_case(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = prepared(folder, tmp_path, monkeypatch)
    code, text = run(monkeypatch, capsys, *arguments)
    assert code == 0, text
    if WRITE:
        (folder / "expected.yaml").write_text(imported(), encoding="utf-8")
        (folder / "stderr.txt").write_text(text, encoding="utf-8")
    assert imported() == (folder / "expected.yaml").read_text(encoding="utf-8")
    assert text == (folder / "stderr.txt").read_text(encoding="utf-8")

    before = tree(tmp_path)
    code, text = run(monkeypatch, capsys, *arguments)
    assert (code, text.splitlines()[-1]) == (0, "acme: up to date")
    assert tree(tmp_path) == before


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_names_and_order_of_files_do_not_matter(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The parts of openapi-folder refer to one another by name, so that only its order is changed."""
    arguments = prepared(folder, tmp_path, monkeypatch)
    files = arguments[2:] if "--prose" not in arguments else arguments[2:-2]
    random.Random(7).shuffle(files)
    if folder.name != "openapi-folder":
        for index, file in enumerate(files):
            files[index] = f"pages/{index}-{Path(file).suffix}"
            Path(file).rename(files[index])
    assert run(monkeypatch, capsys, "import", "acme", *files, *arguments[len(files) + 2 :])[0] == 0
    assert imported() == (folder / "expected.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_line_ends_and_marks_do_not_matter(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = prepared(folder, tmp_path, monkeypatch)
    for path in [path for path in Path("pages").rglob("*") if path.is_file()]:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert run(monkeypatch, capsys, *arguments)[0] == 0
    assert imported() == (folder / "expected.yaml").read_text(encoding="utf-8")


def escaped_for_html(text: str) -> str:
    return html.escape(text, quote=True)


def escaped_for_markdown(text: str) -> str:
    return re.sub(r"([_{}\[\]<>*])", r"\\\1", text)


@pytest.mark.parametrize("damage", [escaped_for_html, escaped_for_markdown])
@pytest.mark.parametrize("name", ["json-operation", "mintlify-document", "mintlify-internal", "readme"])
def test_a_page_that_was_escaped(
    name: str, damage: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a converter put before special characters goes, inside the description as around it."""
    arguments = prepared(CASES / name, tmp_path, monkeypatch)
    assert callable(damage)
    for path in Path("pages").iterdir():
        text = path.read_text(encoding="utf-8")
        if name == "readme" and damage is escaped_for_markdown:
            text = text.replace('"value": "{ title: Constants.TITLE }"', '"value": "{ title }"')
        path.write_text(damage(text), encoding="utf-8")
    code, text = run(monkeypatch, capsys, *arguments)
    assert code == 0, text
    assert "E166" in text
    wanted = (CASES / name / "expected.yaml").read_text(encoding="utf-8")
    assert imported().replace("{ title }", "{ title: Constants.TITLE }") == wanted


def test_mojibake_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = prepared(CASES / "mintlify-document", tmp_path, monkeypatch)
    page = Path("pages/fetch-song.md")
    text = page.read_text(encoding="utf-8").replace("sings them.", "sings – “them” – à Zürich.")
    damaged = text.encode().decode("cp1252", errors="replace").replace("\ufffd", "\x9d")
    page.write_text(damaged, encoding="utf-8", newline="\n")
    code, said = run(monkeypatch, capsys, *arguments)
    assert code == 0
    assert "pages/fetch-song.md:21:1: warning (repaired) E163: UTF-8 was read as another encoding in 1 line" in said
    assert "sings – “them” – à Zürich." in imported()
