"""What a user counts on: the committed imports, small changes that stay small, and a fifth provider from two pages."""

from __future__ import annotations

import difflib
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from runtime.server import Server, answer
from shared import ABSENT, SEEDS

from generator.openapi.read.canonical import dump
from generator.pages.importers import import_pages
from generator.report import Report

from .run import run, tree

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
COMMITTED = {"revcent": ("000_*", "001_*"), "voucherify": ("002_*",)}


@pytest.mark.parametrize("provider", COMMITTED)
def test_the_committed_import_is_what_the_pages_say(
    provider: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = [str(path.resolve()) for pattern in COMMITTED[provider] for path in SEEDS.glob(pattern)]
    if len(pages) < len(COMMITTED[provider]):
        pytest.skip(ABSENT)
    shutil.copytree(ROOT / "specs" / provider, tmp_path / "specs" / provider)
    monkeypatch.chdir(tmp_path)
    before = tree(tmp_path)
    for given_pages in [pages, pages[::-1], *([page] for page in pages)]:
        code, text = run(monkeypatch, capsys, "import", provider, *given_pages, "--prose", "drop")
        assert (code, text.splitlines()[-1]) == (0, f"{provider}: up to date")
    assert tree(tmp_path) == before
    (tmp_path / "specs" / provider / "imported.yaml").unlink()
    assert run(monkeypatch, capsys, "import", provider, *pages, "--prose", "drop")[0] == 0
    assert tree(tmp_path) == before


def test_one_added_field_changes_its_lines_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(CASES / "mintlify-document", tmp_path / "pages")
    monkeypatch.chdir(tmp_path)
    page, target = Path("pages/fetch-song.md"), Path("specs/acme/imported.yaml")
    assert run(monkeypatch, capsys, "import", "acme", page.as_posix())[0] == 0
    before, sources = target.read_text(encoding="utf-8"), Path("specs/acme/SOURCES.md").read_text(encoding="utf-8")
    text = page.read_text(encoding="utf-8")
    added = "        label:\n          type: object\n"
    page.write_text(text.replace(added, "        beats:\n          type: integer\n" + added), encoding="utf-8")
    assert run(monkeypatch, capsys, "import", "acme", page.as_posix())[0] == 0
    changes = list(difflib.ndiff(before.splitlines(), target.read_text(encoding="utf-8").splitlines()))
    assert [line for line in changes if line[0] != " "] == ["+         beats:", "+           type: integer"]
    after = Path("specs/acme/SOURCES.md").read_text(encoding="utf-8")
    assert sum(1 for old, new in zip(sources.splitlines(), after.splitlines(), strict=True) if old != new) == 1


def test_an_operation_without_a_page_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(CASES / "json-operation", tmp_path / "pages")
    (tmp_path / "specs/acme").mkdir(parents=True)
    (tmp_path / "pages/provider.toml").rename(tmp_path / "specs/acme/provider.toml")
    monkeypatch.chdir(tmp_path)
    target = Path("specs/acme/imported.yaml")
    assert run(monkeypatch, capsys, "import", "acme", "pages/get-boat.txt", "pages/list-boats.txt")[0] == 0
    both = target.read_text(encoding="utf-8")

    code, text = run(monkeypatch, capsys, "import", "acme", "pages/get-boat.txt")
    assert code == 0
    assert "left over: GET /boats has no page; kept as it was\n" in text
    assert target.read_text(encoding="utf-8") == both

    page = Path("pages/get-boat.txt")
    page.write_text(page.read_text(encoding="utf-8").replace('"enum":[0]', '"enum":[0,2]'), encoding="utf-8")
    code, text = run(monkeypatch, capsys, "import", "acme", "pages/get-boat.txt")
    assert "left over: GET /boats has no page; kept as it was; changed since: Fault\n" in text
    paths = yaml.safe_load(target.read_text(encoding="utf-8"))["paths"]
    assert list(paths) == ["/boats", "/boats/{boat_id}"]


def test_what_stood_in_sources_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(CASES / "readme", tmp_path / "pages")
    target = tmp_path / "specs/acme/SOURCES.md"
    target.parent.mkdir(parents=True)
    old = (
        "# Acme\n\n| page | operation | sha256 |\n|---|---|---|\n| find-book.md | one book | `{}` |\n\nFrom the site.\n"
    )
    target.write_text(old.format("0" * 64), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(monkeypatch, capsys, "import", "acme", "pages/find-book.md")[0] == 0
    lines = target.read_text(encoding="utf-8").splitlines()
    assert lines[4].startswith("| find-book.md | one book | `")
    assert [*lines[:4], *lines[5:]] == [*old.splitlines()[:4], *old.splitlines()[5:]]


NAMES = st.sampled_from(["id", "name", "default", "examples", "items", "$ref", "type", "no", "12:30", "a.b", "é"])
SCALARS = st.sampled_from([
    {"type": "string"}, {"type": "integer", "minimum": 0}, {"type": "string", "enum": ["no", "1e3", ""]},
    {"type": "number", "nullable": True},
])  # fmt: skip


def _objects(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    fields = st.dictionaries(NAMES, inner, min_size=1, max_size=3)
    return st.builds(lambda given: {"type": "object", "properties": given}, fields) | st.builds(
        lambda given: {"type": "array", "items": given}, inner
    )


def _pages(schema: Any) -> dict[str, str]:
    """Write one operation in every form."""
    response = {"200": {"description": "Fine.", "content": {"application/json": {"schema": schema}}}}
    operation = {"operationId": "getThing", "responses": response}
    document = {
        "openapi": "3.0.3",
        "info": {"title": "acme", "version": "v1"},
        "servers": [{"url": "https://acme.example/v1"}],
        "paths": {"/things": {"get": operation}},
    }
    written = dump(document)
    return {
        "a.txt": "Words.\n\n"
        + json.dumps({"method": "GET", "path": "https://acme.example/v1/things", **operation})
        + "\n\nWords.\n",
        "b.md": f"# A thing\n\n````yaml acme.json get /things\n{written}````\n",
        "c.md": f"---\ntitle: A thing\n---\n# OpenAPI definition\n\n```json\n{json.dumps(document, indent=2)}\n```\n",
        "d.yaml": written,
    }


@settings(max_examples=25)
@given(schema=st.recursive(SCALARS, _objects, max_leaves=8))
def test_every_form_says_the_same(schema: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("forms")
    texts: set[str] = set()
    for name, text in _pages(schema).items():
        (folder / name).write_text(text, encoding="utf-8")
        texts.add(import_pages([folder / name], "acme", Report()).text)
    texts.add(import_pages(sorted(folder.iterdir()), "acme", Report()).text)
    assert len(texts) == 1


MINTLIFY = """# Fetch a pet

> One pet, by its number.

## OpenAPI

````yaml pets.json get /v1/pets/{petId}
openapi: 3.0.1
info: {title: Pets, version: '1'}
servers: [{url: 'https://pets.example'}]
security: [{key: []}]
paths:
  /v1/pets/{petId}:
    get:
      tags: [pets]
      operationId: getPet
      parameters:
        - {name: petId, in: path, required: true, schema: {type: integer}}
      responses:
        '200':
          description: The pet.
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
components:
  schemas:
    Pet:
      type: object
      required: [id]
      properties:
        id: {type: integer}
        owner: {type: object, nullable: true, properties: {email: {type: string}}}
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Pets}
````
"""
README = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "servers": [{"url": "https://pets.example"}],
    "components": {"securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Pets"}}},
    "security": [{"key": []}],
    "paths": {
        "/v1/pets": {
            "post": {
                "summary": "Add a pet",
                "operationId": "add-pet",
                "tags": ["pets"],
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {"name": {"type": "string"}},
                            }
                        }
                    }
                },
                "responses": {"204": {"description": "204"}},
                "deprecated": False,
            }
        }
    },
    "x-readme": {"explorer-enabled": True},
}


def test_a_fifth_provider_from_two_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From saved pages to a call, with the commands that the README names."""
    monkeypatch.chdir(tmp_path)
    Path("get-pet.md").write_text(MINTLIFY, encoding="utf-8")
    block = f"---\ntitle: Add a pet\n---\n# OpenAPI definition\n\n```json\n{json.dumps(README, indent=2)}\n```\n"
    Path("add-pet.md").write_text(block, encoding="utf-8")
    assert run(monkeypatch, capsys, "import", "pets", "get-pet.md", "add-pet.md")[0] == 0
    code, text = run(monkeypatch, capsys, "generate", "pets")
    assert code == 0, text
    monkeypatch.syspath_prepend(str(tmp_path / "generated/pets"))
    try:
        from pets_client import PetsClient  # type: ignore[import-not-found]

        found = {"id": 7, "owner": {"email": "a@pets.example"}}
        with Server([answer(200, found), answer(204)]) as server, PetsClient(key="k", base_url=server.url) as client:
            pet = client.pets.get(7)
            assert (pet.id, pet.owner.email) == (7, "a@pets.example")
            client.pets.create(body={"name": "Rex"})
            assert [each.target for each in server.requests] == ["/v1/pets/7", "/v1/pets"]
            assert server.requests[0].header("X-Pets") == "k"
            assert json.loads(server.requests[1].body) == {"name": "Rex"}
    finally:
        for name in [name for name in sys.modules if name.partition(".")[0] == "pets_client"]:
            del sys.modules[name]
