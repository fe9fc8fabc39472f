"""A release: the version that changes ask for, and the changelog that the package carries."""

from __future__ import annotations

from pathlib import Path

import pytest

from .battery import base, edited
from .repository import Run, commit, git, write
from .test_command import BREAKING, GENTLE


def changed(repository: Path, change: object) -> Path:
    write(repository / "specs" / "pets" / "openapi.yaml", edited(base(), change))
    return repository / "specs" / "pets"


def test_release(run: Run, repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = changed(repository, {**BREAKING, **GENTLE})
    assert run("release", "pets", "--base", "main") == 0
    assert (
        "pets: callers must change 1 place; version 1.2.0 -> 2.0.0; run python -m generator generate"
        in capfd.readouterr().err
    )
    assert (folder / "provider.toml").read_text() == 'package = "pets_client"\nversion = "2.0.0"\n'
    text = (folder / "CHANGELOG.md").read_text()
    assert text.startswith("# Changelog\n") and "\n## [2.0.0] - " in text
    removed = text.split("### Removed")[1]
    assert "- **Breaking:** `Pet.weight`: `Pet/weight` does not come any more" in removed
    assert "`client.pets.list()`" in text.split("### Deprecated")[1].split("###")[0]
    assert run("generate", "pets") == 0
    package = repository / "generated" / "pets"
    assert (package / "CHANGELOG.md").read_text() == text
    assert "[CHANGELOG.md](CHANGELOG.md)" in (package / "README.md").read_text()
    assert run("check", "pets", "--base", "main") == 0


def test_a_second_run_changes_nothing(run: Run, repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = changed(repository, BREAKING)
    assert run("release", "pets", "--base", "main") == 0
    log = folder / "CHANGELOG.md"
    head, dash, rest = log.read_text().partition("## [2.0.0] - ")
    log.write_text(f"{head}{dash}2020-01-01{rest[10:]}")
    before = log.read_text()
    capfd.readouterr()
    assert run("release", "pets", "--base", "main") == 0
    assert log.read_text() == before
    said = capfd.readouterr().err
    assert "up to date" in said and "written" not in said


def test_what_was_released_stays_and_a_draft_goes(run: Run, repository: Path) -> None:
    folder = changed(repository, GENTLE)
    write(folder / "CHANGELOG.md", "# Changes\n\n## [1.2.0] - 2020-01-01\n\n- By hand.\n")
    assert run("release", "pets", "--base", "main") == 0
    changed(repository, BREAKING)
    assert run("release", "pets", "--base", "main") == 0
    text = (folder / "CHANGELOG.md").read_text()
    assert text.startswith("# Changes\n") and text.endswith("## [1.2.0] - 2020-01-01\n\n- By hand.\n")
    assert text.count("## [") == 2 and "[1.3.0]" not in text


def test_nothing_to_release(run: Run, repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("release", "pets", "--base", "main") == 1
    assert "pets: nothing changed since main. Nothing was written." in capfd.readouterr().err
    assert not (repository / "specs" / "pets" / "CHANGELOG.md").exists()
    assert run("release", "nobody", "--base", "main") == 2


def test_a_version_before_the_first(run: Run, repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(repository / "specs" / "pets" / "provider.toml", 'package = "pets_client"\n\n[credentials]\n')
    write(repository / "specs" / "pets" / "provider.toml", 'version = "0.3.1"\npackage = "pets_client"\n')
    commit(repository)
    git(repository, "checkout", "--quiet", "-b", "feature")
    folder = changed(repository, BREAKING)
    assert run("release", "pets", "--base", "main") == 0
    assert (folder / "provider.toml").read_text() == 'version = "0.4.0"\npackage = "pets_client"\n'


def test_the_format(run: Run, repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    changed(repository, BREAKING)
    assert run("diff", "main:specs/pets", "specs/pets", "--format", "changelog", "--fail-on", "none") == 0
    assert capfd.readouterr().out.startswith("## [2.0.0] - ")


def test_check_refuses_a_version_that_is_lower_than_asked(
    run: Run, repository: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = changed(repository, BREAKING)
    write(folder / "provider.toml", 'package = "pets_client"\nversion = "1.3.0"\n')
    assert run("generate", "pets") == 0
    assert run("check", "pets", "--base", "main") == 1
    said = 'pets: callers must change 1 place; the version went from 1.2.0 to 1.3.0; set version = "2.0.0"'
    assert said in capfd.readouterr().err


def test_a_name_that_is_deprecated_lasts_longer_than_what_breaks_beside_it(run: Run, repository: Path) -> None:
    folder = repository / "specs/pets"
    assert run("generate", "pets") == 0
    commit(repository)
    git(repository, "checkout", "--quiet", "-b", "names")
    write(folder / "provider.toml", 'version = "1.2.0"\n[operations.createPet]\nname = "adopt"\n')
    changed(repository, BREAKING)
    assert run("generate", "pets") == 0
    assert "= pets.adopt (was pets.create until 2.0.0)" in (folder / "names.lock").read_text()
    assert run("release", "pets", "--base", "main") == 0
    assert "= pets.adopt (was pets.create until 3.0.0)" in (folder / "names.lock").read_text()
    text = (folder / "CHANGELOG.md").read_text()
    assert "`client.pets.create()`" in text.split("### Deprecated")[1].split("###")[0]
    assert run("generate", "pets") == 0 and run("check", "pets", "--base", "main") == 0
    commit(repository)
    git(repository, "branch", "--force", "main")
    git(repository, "checkout", "--quiet", "-b", "later")
    write(folder / "names.lock", (folder / "names.lock").read_text().replace("until 3.0.0", "until 2.1.0"))
    changed(repository, GENTLE)
    assert run("release", "pets", "--base", "main") == 0
    assert 'version = "3.0.0"' in (folder / "provider.toml").read_text(), "the end of a name breaks"
    assert "`client.pets.create()`" in (folder / "CHANGELOG.md").read_text().split("### Removed")[1].split("## [2")[0]
    assert run("generate", "pets") == 0 and "(was" not in (folder / "names.lock").read_text()
