"""The diff command as a user meets it: files, folders, revisions; reports, exit codes, and what is refused."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.command import cli
from generator.diff.reports import as_json
from generator.ir import VERSION

from .battery import base, edited

Run = Callable[..., int]

BREAKING = {"remove": ["/components/schemas/Pet/properties/weight"]}
GENTLE = {"set": {"/paths/~1pets/get/deprecated": True}}
ID = "property-removed: Pet/weight"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CI", "true")

    def call(*arguments: str) -> int:
        monkeypatch.setattr(sys, "argv", ["generator", *arguments])
        with pytest.raises(SystemExit) as caught:
            cli.run()
        code = caught.value.code
        return code if isinstance(code, int) else 0

    return call


def write(path: Path, data: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(data if isinstance(data, str) else yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    return path


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of two providers, the first commit being the base."""
    for name in ("pets", "zoo"):
        write(tmp_path / "specs" / name / "openapi.yaml", base())
        write(tmp_path / "specs" / name / "provider.toml", f'package = "{name}_client"\nversion = "1.2.0"\n')
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    commit(tmp_path)
    return tmp_path


def git(where: Path, *arguments: str) -> None:
    settings = ("-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *arguments], cwd=where, check=True, capture_output=True)


def commit(where: Path) -> None:
    git(where, "add", "--all")
    git(where, "commit", "--quiet", "--message", "change")


def report(capfd: pytest.CaptureFixture[str]) -> Any:
    content = json.loads(capfd.readouterr().out)
    schema = json.loads((Path(as_json.__file__).parent / "schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(content)
    return content


def test_two_files(run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "old.yaml", base())
    write(tmp_path / "new.yaml", edited(base(), BREAKING))
    assert run("diff", "old.yaml", "new.yaml") == 1
    out = capfd.readouterr().out
    assert "breaking: Pet/weight does not come any more: number" in out
    assert f"id: {ID}" in out and "old.yaml:" in out
    assert run("diff", "old.yaml", "old.yaml") == 0
    assert run("diff", "old.yaml", "new.yaml", "--fail-on", "none") == 0


@pytest.mark.parametrize(("fail_on", "code"), [("major", 0), ("minor", 1), ("none", 0)])
def test_fail_on(run: Run, tmp_path: Path, fail_on: str, code: int) -> None:
    write(tmp_path / "old.yaml", base())
    write(tmp_path / "new.yaml", edited(base(), GENTLE))
    assert run("diff", "old.yaml", "new.yaml", "--fail-on", fail_on) == code


def test_json_names_both_places(run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    old = write(tmp_path / "old.yaml", base()).read_text()
    write(tmp_path / "new.yaml", edited(base(), {"set": {"/components/schemas/Pet/properties/age/type": "string"}}))
    assert run("diff", "old.yaml", "new.yaml", "--format", "json") == 1
    content = report(capfd)
    (finding,) = content["findings"]
    assert content["level"] == finding["level"] == "major"
    assert (finding["old"], finding["new"]) == ("integer", "string")
    file, _, line = finding["old_at"].partition(":")
    assert file == "old.yaml" and old.splitlines()[int(line) - 1].strip() == "age:"
    assert finding["operations"] == ["GET /pets", "POST /pets", "GET /pets/{petId}", "webhook POST petSold"]
    assert finding["python"] == ["Pet.age", "client.pets.list()", "client.pets.create()", "client.pets.get()"]


def test_a_revision_against_the_working_tree(run: Run, repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(repository / "specs" / "pets" / "openapi.yaml", edited(base(), BREAKING))
    assert run("diff", "main:specs", "specs", "--format", "json") == 1
    content = report(capfd)
    assert [each["provider"] for each in content["findings"]] == ["pets"]
    assert content["versions"] == {"pets": {"old": "1.2.0", "new": "1.2.0", "asked": "2.0.0"}}
    assert content["findings"][0]["old_at"].startswith("main:specs/pets/openapi.yaml:")
    assert run("diff", "main:specs/pets", "specs/pets") == 1
    assert run("diff", "main:specs/pets/openapi.yaml", "specs/pets/openapi.yaml") == 1
    assert run("diff", "main:specs", "main:specs") == 0


def test_a_provider_comes_and_goes(run: Run, repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (repository / "specs" / "zoo").rename(repository / "specs" / "farm")
    assert run("diff", "main:specs", "specs", "--format", "json") == 1
    content = report(capfd)
    assert [each["id"] for each in content["findings"]] == ["package-removed: zoo"]
    assert [each["message"] for each in content["notes"]] == ["farm is new"]


def test_settings_show(run: Run, repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    choices = 'package = "animals_client"\nversion = "1.2.0"\n[operations.createPet]\nname = "adopt"\n'
    write(repository / "specs" / "pets" / "provider.toml", choices)
    assert run("diff", "main:specs/pets", "specs/pets", "--format", "json") == 1
    assert {each["rule"] for each in report(capfd)["findings"]} == {"package-renamed", "method-renamed"}


def test_a_document_gets_the_names_of_the_other_side(run: Run, repository: Path) -> None:
    write(repository / "elsewhere.yaml", base())
    assert run("diff", "specs/pets", "elsewhere.yaml", "--fail-on", "minor") == 0
    assert run("diff", "elsewhere.yaml", "specs/pets", "--fail-on", "minor") == 0
    (repository / "specs" / "pets" / "provider.toml").unlink()
    assert run("diff", "specs/pets", "elsewhere.yaml", "--fail-on", "minor") == 0


def test_what_ir_printed_is_a_side(run: Run, repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("ir", "pets") == 0
    printed = capfd.readouterr().out
    before = write(repository / "before.json", printed)
    assert run("diff", "before.json", "specs/pets", "--fail-on", "minor") == 0
    before.write_text(printed.replace('"name": "since"', '"name": "from_"'))
    capfd.readouterr()
    assert run("diff", "before.json", "specs/pets", "--format", "json") == 1
    assert [each["id"] for each in report(capfd)["findings"]] == ["argument-renamed: GET /pets query since"]
    before.write_text(printed.replace('"webhooks"', '"hooks"'))
    assert run("diff", "specs/pets", "before.json") == 3
    assert "NEW (before.json): this is no intermediate representation: " in capfd.readouterr().err
    before.write_text(printed.replace(f'"ir": {VERSION}', '"ir": 1'))
    assert run("diff", "specs/pets", "before.json") == 3
    assert f"is of version 1, and this is {VERSION}; print it anew" in capfd.readouterr().err


def test_reports_in_files(run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "old.yaml", base())
    write(tmp_path / "new.yaml", edited(base(), BREAKING))
    names = ["diff.md", "diff.html", "diff.json", "diff.txt"]
    run("diff", "old.yaml", "new.yaml", "--format", "github", *(part for name in names for part in ("--write", name)))
    out = capfd.readouterr().out
    assert out.startswith("::error file=new.yaml,line=1,title=major%3A property-removed::") or "::error " in out
    assert all("Pet/weight" in (tmp_path / name).read_text(encoding="utf-8") for name in names)
    assert run("diff", "old.yaml", "new.yaml", "--write", "diff.pdf") == 2
    assert run("diff", "old.yaml", "new.yaml", "--format", "pdf") == 2


# What is refused

REFUSED = [
    ("nothing.yaml", "new.yaml", "OLD: nothing.yaml is not there"),
    ("old.yaml", "nothing.yaml", "NEW: nothing.yaml is not there"),
    ("old.yaml", "torn.yaml", "NEW (torn.yaml) is refused: 1 error"),
    ("torn.yaml", "old.yaml", "OLD (torn.yaml) is refused: 1 error"),
    ("old.yaml", "list.json", "NEW (list.json) is refused"),
    ("list.json", "old.yaml", "OLD (list.json) is refused"),
    ("empty", "old.yaml", "OLD (empty) holds no openapi.yaml, neither itself nor one level below"),
    ("nobody:specs", "specs", "OLD: git knows no revision 'nobody'"),
    ("specs", "main:nowhere", "NEW: 'nowhere' is not there in 'main'"),
    ("main:specs", "old.yaml", "NEW (old.yaml) is one spec, OLD (main:specs) is a folder of them"),
]


@pytest.mark.parametrize(("old", "new", "message"), REFUSED, ids=[f"{old} {new}" for old, new, _ in REFUSED])
def test_refused_side(
    run: Run, repository: Path, capfd: pytest.CaptureFixture[str], old: str, new: str, message: str
) -> None:
    write(repository / "old.yaml", base())
    write(repository / "new.yaml", base())
    write(repository / "torn.yaml", "openapi: 3.1.0\ninfo: {title: [")
    write(repository / "list.json", "[1, 2]")
    (repository / "empty").mkdir()
    assert run("diff", old, new) == 3
    err = capfd.readouterr().err
    assert message in err and err.rstrip().endswith("Nothing was compared.")


def test_no_repository(run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "new.yaml", base())
    assert run("diff", "main:specs", "new.yaml") == 3
    assert "OLD: this is no git repository" in capfd.readouterr().err


# Accepted changes

ENTRY = '[[accepted]]\nid = "{id}"\nreason = "nobody reads it"\nuntil = {until}\n'


def accept(repository: Path, text: str) -> None:
    write(repository / "specs" / "pets" / "openapi.yaml", edited(base(), BREAKING))
    write(repository / "specs" / "pets" / "accepted.toml", text)


def test_accepted_change_fails_nothing(run: Run, repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    accept(repository, ENTRY.format(id=ID, until="2999-12-31"))
    assert run("diff", "main:specs", "specs") == 0
    out = capfd.readouterr().out
    assert f"accepted until 2999-12-31: {ID}" in out and "nobody reads it" in out
    assert run("diff", "main:specs", "specs", "--format", "json") == 0
    content = report(capfd)
    assert content["level"] == "none" and content["findings"][0]["accepted"] is True


def test_acceptance_ends(run: Run, repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    accept(repository, ENTRY.format(id=ID, until="2001-12-31"))
    assert run("diff", "main:specs", "specs") == 1
    assert f"no longer accepted since 2001-12-31: {ID}" in capfd.readouterr().out


FAULTY = [
    (ENTRY.format(id="property-removed: Pet/colour", until="2999-12-31"), ":1:1: error E703: the accepted change"),
    (ENTRY.format(id=ID, until="2999-12-31") * 2, ":5:1: error E703: the change 'property-removed: Pet/weight' is"),
    (ENTRY.format(id=ID, until='"soon"'), ":1:1: error E702: the entry is not complete"),
    ('[[accepted]]\nid = "x"\n', ":1:1: error E702: the entry is not complete"),
    ("[accepted]\nid = 1\n", ":1:1: error E702: the file holds other things"),
    ("[[accepted]]\nid = \n", ":2:6: error E701: the file is not TOML"),
]


@pytest.mark.parametrize(("text", "message"), FAULTY)
def test_faulty_acceptance(
    run: Run, repository: Path, capfd: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    accept(repository, text)
    assert run("diff", "main:specs", "specs") == 3
    assert f"specs/pets/accepted.toml{message}" in capfd.readouterr().err


def test_stale_acceptance_beside_an_unchanged_spec(
    run: Run, repository: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    accept(repository, ENTRY.format(id=ID, until="2999-12-31"))
    commit(repository)
    assert run("diff", "main:specs", "specs") == 3
    assert "error E703" in capfd.readouterr().err


# Versions


def test_a_breaking_change_needs_a_new_version(run: Run, repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    spec, choices = (repository / "specs" / "pets" / name for name in ("openapi.yaml", "provider.toml"))
    write(spec, edited(base(), BREAKING))
    assert run("generate", "pets") == 0
    assert run("check", "pets", "--base", "main") == 1
    assert 'set version = "2.0.0" in specs/pets/provider.toml' in capfd.readouterr().err
    choices.write_text('package = "pets_client"\nversion = "2.0.0"\n')
    assert run("generate", "pets") == 0
    assert run("check", "pets", "--base", "main") == 0
    choices.write_text('package = "pets_client"\nversion = "1.1.0"\n')
    assert run("generate", "pets") == 0
    assert run("check", "pets", "--base", "main") == 1


def test_a_gentle_change_needs_none(run: Run, repository: Path) -> None:
    write(repository / "specs" / "pets" / "openapi.yaml", edited(base(), GENTLE))
    assert run("generate", "pets") == 0
    assert run("check", "pets", "--base", "main") == 0
