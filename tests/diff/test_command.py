"""The diff command as a user meets it: files, folders, revisions; reports, exit codes, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.ir import VERSION

from .battery import base, edited
from .repository import Run, commit, git, report, write

BREAKING = {"remove": ["/components/schemas/Pet/properties/weight"]}
GENTLE = {"set": {"/paths/~1pets/get/deprecated": True}}
ID = "property-removed: Pet/weight"


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


# A branch that is behind


@pytest.fixture
def behind(repository: Path) -> Path:
    """A branch that changed pets, while main changed zoo, and pets in another place."""
    git(repository, "checkout", "--quiet", "-b", "feature")
    write(repository / "specs" / "pets" / "openapi.yaml", edited(base(), GENTLE))
    commit(repository)
    git(repository, "checkout", "--quiet", "main")
    write(repository / "specs" / "zoo" / "openapi.yaml", edited(base(), BREAKING))
    write(repository / "specs" / "pets" / "openapi.yaml", edited(base(), BREAKING))
    commit(repository)
    git(repository, "checkout", "--quiet", "feature")
    return repository


def test_a_branch_that_is_behind_is_not_told_what_others_did(
    run: Run, behind: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run("diff", "main...:specs", "specs", "--format", "json") == 0
    printed = capfd.readouterr()
    assert [each["rule"] for each in json.loads(printed.out)["findings"]] == ["operation-deprecated"]
    shared = git(behind, "merge-base", "main", "HEAD")[:12]
    said = f"OLD: compared with {shared}, the common ancestor of main and HEAD; 1 commit of main since then is not"
    assert said in printed.err and f'"{shared}:specs/pets/openapi.yaml:' in printed.out
    assert run("diff", "main:specs", "specs", "--format", "json") == 0
    assert "property-added" in capfd.readouterr().out
    assert run("generate") == 0
    assert run("check", "--base", "main") == 0


def test_a_branch_that_is_not_behind(run: Run, repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("diff", "main...:./specs", "specs") == 0
    said = capfd.readouterr().err
    assert said.strip().endswith("the common ancestor of main and HEAD")


def test_histories_without_a_common_ancestor(run: Run, behind: Path, capfd: pytest.CaptureFixture[str]) -> None:
    git(behind, "checkout", "--quiet", "--orphan", "alone")
    commit(behind)
    assert run("diff", "main...:specs", "specs") == 3
    assert "OLD: 'main' and HEAD have no common ancestor; name a revision without the dots" in capfd.readouterr().err
    assert run("diff", "nobody...:specs", "specs") == 3
    assert "OLD: git knows no revision 'nobody'." in capfd.readouterr().err


def test_a_shallow_clone(
    run: Run, behind: Path, tmp_path_factory: pytest.TempPathFactory, capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    clone = tmp_path_factory.mktemp("clone")
    address = behind.as_uri()
    git(clone, "clone", "--quiet", "--depth", "1", "--branch", "feature", "--no-single-branch", address, ".")
    monkeypatch.chdir(clone)
    assert run("diff", "origin/main...:specs", "specs") == 3
    said = "this clone is shallow and ends before 'origin/main' and HEAD part; run `git fetch --unshallow`"
    assert said in capfd.readouterr().err
    assert run("diff", "HEAD~1...:specs", "specs") == 3
    assert "git knows no revision 'HEAD~1'; this clone is shallow" in capfd.readouterr().err
    git(clone, "fetch", "--quiet", "--unshallow")
    assert run("diff", "origin/main...:specs", "specs") == 0


OVERLAY = """\
overlay: 1.1.0
info: {{title: corrections, version: 1.0.0}}
extends: imported.yaml
actions:
  - target: $.components.schemas.Pet.properties.weight
    description: what the page leaves open
    update: {{type: {type}}}
"""


def test_a_branch_that_is_behind_changes_spec_overlay_and_acceptances(
    run: Run, repository: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pets = repository / "specs" / "pets"
    write(pets / "imported.yaml", base())
    write(pets / "overlay.yaml", OVERLAY.format(type="number"))
    assert run("generate", "pets", "zoo") == 0
    commit(repository)
    git(repository, "checkout", "--quiet", "-b", "feature")
    git(repository, "checkout", "--quiet", "main")
    write(repository / "specs" / "zoo" / "openapi.yaml", edited(base(), BREAKING))
    write(pets / "imported.yaml", edited(base(), GENTLE))
    assert run("generate", "pets", "zoo") == 0
    commit(repository)
    git(repository, "checkout", "--quiet", "feature")
    shared = git(repository, "merge-base", "main", "HEAD")[:12]

    # The overlay alone is changed; openapi.yaml is not made anew yet.
    write(pets / "overlay.yaml", OVERLAY.format(type="string"))
    capfd.readouterr()
    assert run("diff", "main...:specs", "specs") == 1
    said = capfd.readouterr()
    lines = said.out.splitlines()
    assert lines[:2] == [
        "pets: callers must change 1 place. The changes ask for version 2.0.0; provider.toml says 1.2.0. (1 breaking)",
        f"{shared}:specs/pets -> specs/pets",
    ]
    assert "   id: type-changed: Pet/weight" in lines and "zoo" not in said.out
    assert run("check", "pets", "--base", "main") == 1
    assert "pets: callers must change 1 place; the version is still 1.2.0; set version" in capfd.readouterr().err

    # Agreed to: nothing fails any more. An entry for what others did is none of this branch's.
    entry = ENTRY.format(id="type-changed: Pet/weight", until="2999-12-31")
    write(pets / "accepted.toml", entry)
    assert run("generate", "pets") == 0
    assert run("diff", "main...:specs", "specs") == 0
    assert "pets: nothing breaks but what was agreed to. " in capfd.readouterr().out
    assert run("check", "--base", "main") == 0
    write(pets / "accepted.toml", entry + ENTRY.format(id="operation-kept: GET /pets", until="2999-12-31"))
    assert run("diff", "main...:specs", "specs") == 3
    assert "specs/pets/accepted.toml:5:1: error E703: the accepted change 'operation-kept" in capfd.readouterr().err
