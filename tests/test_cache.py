"""What the model tool wrote is kept: the tool runs again where what it is asked has changed, and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.data import Json
from generator.pipeline import Generated, cache, document_source, generate
from generator.python import model_tool
from generator.report import Report

ROOT = Path(__file__).parent.parent
PETS = """
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: 'https://pets.example'}]
paths:
  /pets/{pet_id}:
    get:
      operationId: getPet
      tags: [Pets]
      parameters: [{name: pet_id, in: path, required: true, schema: {type: string}}]
      responses:
        "200":
          description: A pet.
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
"""
DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda sound: b"",
    "half": lambda sound: sound[: len(sound) // 2],
    "edited": lambda sound: sound.replace(b"class Pet", b"class Pot"),
    "bytes": lambda sound: b"\xff\xfe" + sound,
    "another sum": lambda sound: b"0" * 64 + sound[64:],
}


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Mapping[str, Json]]:
    """A cache of the test's own, and a list that gets what the model tool is asked."""
    monkeypatch.setattr(cache, "folder", lambda: tmp_path / "cache")
    found: list[Mapping[str, Json]] = []
    real = model_tool.written

    def written(components: Mapping[str, Json], names: Mapping[str, str], base: str) -> dict[str, str]:
        found.append(components)
        return real(components, names, base)

    monkeypatch.setattr(model_tool, "written", written)
    return found


def _made(folder: Path, text: str = PETS, *, cached: bool = True) -> Generated:
    path = folder / "pets.yaml"
    path.write_text(text)
    return generate(document_source(path), Report(), cached=cached)


def _kept(folder: Path) -> list[Path]:
    return sorted((folder / "cache/models").iterdir())


def test_models_as_they_were_cost_no_run(tmp_path: Path, asked: list[Mapping[str, Json]]) -> None:
    first = _made(tmp_path)
    again = _made(tmp_path)
    other = _made(tmp_path, PETS.replace("getPet", "fetchPet").replace("/pets/{pet_id}", "/animals/{pet_id}"))
    assert len(asked) == 1
    assert again.files == first.files == _made(tmp_path, cached=False).files
    assert other.files["pets_client/models/pet.py"] == first.files["pets_client/models/pet.py"]
    assert other.files != first.files


def test_a_changed_model_costs_one(tmp_path: Path, asked: list[Mapping[str, Json]]) -> None:
    _made(tmp_path)
    changed = _made(tmp_path, PETS.replace("name: {type: string}", "name: {type: integer}"))
    assert len(asked) == 2
    assert "name: int | None" in changed.files["pets_client/models/pet.py"]
    _made(tmp_path)
    assert len(asked) == 2, "both are kept"


def test_another_version_of_the_tool_costs_one(
    tmp_path: Path, asked: list[Mapping[str, Json]], monkeypatch: pytest.MonkeyPatch
) -> None:
    _made(tmp_path)
    monkeypatch.setattr("importlib.metadata.version", lambda name: "99")
    _made(tmp_path)
    assert len(asked) == 2


def test_without_the_cache_nothing_is_read_or_kept(tmp_path: Path, asked: list[Mapping[str, Json]]) -> None:
    _made(tmp_path, cached=False)
    _made(tmp_path, cached=False)
    assert len(asked) == 2
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_made_anew(damage: str, tmp_path: Path, asked: list[Mapping[str, Json]]) -> None:
    sound = _made(tmp_path).files
    [path] = _kept(tmp_path)
    before = path.read_bytes()
    path.write_bytes(DAMAGES[damage](before))
    assert path.read_bytes() != before
    assert _made(tmp_path).files == sound
    assert len(asked) == 2
    assert path.read_bytes() == before


def test_what_was_not_asked_for_longest_goes(
    tmp_path: Path, asked: list[Mapping[str, Json]], monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [PETS.replace("name: {type: string}", f"name{number}: {{type: string}}") for number in range(4)]
    for text in texts[:3]:
        _made(tmp_path, text)
        for path in _kept(tmp_path):
            os.utime(path, ns=(0, path.stat().st_mtime_ns - 10**9))
    assert len(_kept(tmp_path)) == 3
    monkeypatch.setattr(cache, "_MOST", sum(each.stat().st_size for each in _kept(tmp_path)))
    _made(tmp_path, texts[0])
    assert len(asked) == 3
    _made(tmp_path, texts[3])
    assert len(_kept(tmp_path)) == 3
    _made(tmp_path, texts[0])
    assert len(asked) == 4, "the first was asked for last, and stays"
    _made(tmp_path, texts[1])
    assert len(asked) == 5, "the second was asked for before all others, and went"


def test_a_cache_that_cannot_be_written_is_no_error(
    tmp_path: Path, asked: list[Mapping[str, Json]], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(cache, "folder", lambda: tmp_path / "file")
    assert _made(tmp_path).files == _made(tmp_path).files
    assert len(asked) == 2


def test_a_build_of_the_same_models_does_not_load_the_tool(tmp_path: Path) -> None:
    (tmp_path / "pets.yaml").write_text(PETS)
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from pathlib import Path; from generator.pipeline import cache\n"
        "cache.folder = lambda: Path('cache'); sys.argv = ['generator', 'build', 'pets.yaml', *sys.argv[1:]]\n"
        "from generator.command.cli import run\n"
        "try: run()\n"
        "except SystemExit: print('datamodel_code_generator' in sys.modules)"
    )

    def loads(*arguments: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", code, *arguments], cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout.strip()

    assert loads("--output", "one") == "True"
    assert loads("--output", "two") == "False"
    assert loads("--output", "three", "--no-cache") == "True"
    for name in ("two", "three"):
        assert {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.py")} == {
            path.relative_to(tmp_path / "one"): path.read_bytes() for path in (tmp_path / "one").rglob("*.py")
        }
