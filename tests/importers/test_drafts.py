"""Pages of prose: the draft that is made of their tables and samples, and that nothing takes it for what a page says.

Each folder of drafts/ holds pages, `expected.yaml` and `stderr.txt`. GOLDEN=write in the environment rewrites the last
two.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from .run import pages_of, run, tree

DRAFTS = Path(__file__).parent / "drafts"
FOLDERS = sorted(path for path in DRAFTS.iterdir() if path.is_dir())
WRITE = os.environ.get("GOLDEN") == "write"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_draft(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(folder, tmp_path / "pages", ignore=shutil.ignore_patterns("expected.yaml", "stderr.txt"))
    monkeypatch.chdir(tmp_path)
    code, text = run(monkeypatch, capsys, "import", "acme", *pages_of(folder))
    assert code == 0, text
    assert [path.name for path in Path("specs/acme").iterdir()] == ["draft.yaml"]
    draft = Path("specs/acme/draft.yaml").read_text(encoding="utf-8")
    if WRITE:
        (folder / "expected.yaml").write_text(draft, encoding="utf-8")
        (folder / "stderr.txt").write_text(text, encoding="utf-8")
    assert draft == (folder / "expected.yaml").read_text(encoding="utf-8")
    assert text == (folder / "stderr.txt").read_text(encoding="utf-8")
    assert draft.startswith("# DRAFT")

    before = tree(tmp_path)
    assert run(monkeypatch, capsys, "import", "acme", *pages_of(folder))[1].endswith("acme: up to date\n")
    assert tree(tmp_path) == before
    code, text = run(monkeypatch, capsys, "build", "specs/acme/draft.yaml", "--output", "built", "--strict")
    assert code == 0, text


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_sentence_of_a_page_is_in_its_draft(folder: Path) -> None:
    draft = (folder / "expected.yaml").read_text(encoding="utf-8")
    for page in folder.glob("*.md"):
        for sentence in re.findall(r"[A-Z][a-z ]+ [a-z ]+\.", page.read_text(encoding="utf-8")):
            assert sentence not in draft
    assert "s3cr3t" not in draft
    assert "Ann" not in draft


def test_a_draft_that_somebody_works_on_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(DRAFTS / "rows", tmp_path / "pages")
    monkeypatch.chdir(tmp_path)
    Path("specs/acme").mkdir(parents=True)
    Path("specs/acme/draft.yaml").write_text("openapi: 3.1.0\n", encoding="utf-8")
    code, text = run(monkeypatch, capsys, "import", "acme", "pages/find-crate.md")
    assert code == 0
    assert "left over: the draft of the pages of prose, as specs/acme/draft.yaml is there; remove that first\n" in text
    assert Path("specs/acme/draft.yaml").read_text(encoding="utf-8") == "openapi: 3.1.0\n"


def test_a_draft_stands_beside_what_other_pages_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(DRAFTS / "rows/find-crate.md", "find-crate.md")
    shutil.copy(DRAFTS.parent / "cases/swagger2/api.yaml", "api.yaml")
    code, text = run(monkeypatch, capsys, "import", "acme", "find-crate.md", "api.yaml")
    assert code == 0
    assert "left over" not in text
    assert "crates" not in Path("specs/acme/imported.yaml").read_text(encoding="utf-8")
    assert "/v1/crates/{crateId}:" in Path("specs/acme/draft.yaml").read_text(encoding="utf-8")


def test_prose_about_what_another_page_describes_is_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(DRAFTS / "rows/find-crate.md", "find-crate.md")
    Path("api.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths:\n  /crates/{id}:\n    get:\n"
        "      parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n"
        "      responses: {'200': {description: ''}}\n",
        encoding="utf-8",
    )
    code, text = run(monkeypatch, capsys, "import", "acme", "find-crate.md", "api.yaml")
    assert code == 0
    assert "left over: find-crate.md is prose about GET /v1/crates/{crateId}; another page describes it" in text
    assert not Path("specs/acme/draft.yaml").exists()
