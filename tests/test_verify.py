"""A package that lacks what its Api promised, or does not parse, is a fault, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline import Generated, document_source, generate
from generator.python import format as formatting
from generator.python.format import FormatFault, format_files
from generator.python.verify import VerifyFault, verify
from generator.report import Report

SPEC = """openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: https://pets.example}]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      tags: [pets]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200": {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    path = tmp_path_factory.mktemp("verify") / "pets.yaml"
    path.write_text(SPEC)
    return generate(document_source(path), Report())


def test_what_is_made_is_as_promised(made: Generated) -> None:
    verify(made.api, made.files)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("resources/pets.py", "    def get(", "    def fetch(", "get missing"),
        ("aio/pets.py", "    async def get(", "    async def fetch(", "get missing"),
        ("aio/pets.py", "class AsyncPetsResource(", "class AsyncPetsResourceOf(", "get missing"),
        ("client.py", "    def pets(", "    def cats(", "pets missing"),
        ("models/pet.py", "name: str | None", "name: int | None", "another type for Pet.name"),
        ("models/pet.py", "class Pet(", "class Cat(", "renamed classes"),
    ],
)
def test_what_is_missing_is_told(made: Generated, file: str, old: str, new: str, said: str) -> None:
    name = f"pets_client/{file}"
    assert old in made.files[name]
    with pytest.raises(VerifyFault, match=said):
        verify(made.api, {**made.files, name: made.files[name].replace(old, new)})


def test_a_project_that_is_no_toml(made: Generated) -> None:
    with pytest.raises(VerifyFault, match=r"pyproject\.toml: "):
        verify(made.api, {**made.files, "pyproject.toml": "[project\n"})


@pytest.mark.parametrize("has_memory", [True, False])
def test_all_python_is_parsed_when_it_is_formatted(
    has_memory: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(formatting, "_MEMORY", tmp_path if has_memory else tmp_path / "nowhere")
    assert format_files({"a/b.py": "x = 'y'"}) == {"a/b.py": 'x = "y"\n'}
    with pytest.raises(FormatFault, match=r"b\.py"):
        format_files({"a/b.py": "def f(:\n"})
    assert [*tmp_path.iterdir()] == []
