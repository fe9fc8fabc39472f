"""What the model tool wrote is kept: the tool runs again where what it is asked has changed, and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import pytest
from test_cli import PETS as PLAIN

from generator.pipeline import Generated, cache, document_source, generate
from generator.python import model_tool
from generator.python.shares import Modules
from generator.report import Report

ROOT = Path(__file__).parent.parent
PETS = PLAIN.replace(
    "    Pet: {type: object, properties: {name: {type: string}}}\n",
    """
    Pet: {type: object, properties: {name: {type: string}, petHouse: {$ref: '#/components/schemas/House'}}}
    House: {allOf: [{$ref: '#/components/schemas/Place'}, {type: object, properties: {rooms: {type: integer}}}]}
    Place: {type: object, properties: {street-name: {type: string}, kind: {$ref: '#/components/schemas/Kind'}}}
    Kind: {type: string, enum: [flat, hut]}
""",
)
DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda sound: b"",
    "half": lambda sound: sound[: len(sound) // 2],
    "edited": lambda sound: sound.replace(b"class Pet", b"class Pot"),
    "bytes": lambda sound: b"\xff\xfe" + sound,
    "another sum": lambda sound: b"0" * 64 + sound[64:],
}


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A cache of the test's own, and a list that gets the files that the model tool is asked for."""
    monkeypatch.setattr(cache, "folder", lambda: tmp_path / "cache")
    found: list[list[str]] = []
    real = model_tool.written

    def written(modules: Modules, files: Collection[str], names: Mapping[str, str], base: str) -> dict[str, str]:
        found.append(sorted(files))
        return real(modules, files, names, base)

    monkeypatch.setattr(model_tool, "written", written)
    return found


def _made(folder: Path, text: str = PETS, *, cached: bool = True) -> Generated:
    path = folder / "pets.yaml"
    path.write_text(text)
    return generate(document_source(path), Report(), cached=cached)


def _kept(folder: Path) -> list[Path]:
    return sorted((folder / "cache/models").iterdir())


def test_models_as_they_were_cost_no_run(tmp_path: Path, asked: list[list[str]]) -> None:
    first = _made(tmp_path)
    again = _made(tmp_path)
    other = _made(tmp_path, PETS.replace("getPet", "fetchPet").replace("/pets/{petId}", "/animals/{petId}"))
    assert len(asked) == 1
    assert again.files == first.files == _made(tmp_path, cached=False).files
    assert other.files["pets_client/models/pet.py"] == first.files["pets_client/models/pet.py"]
    assert other.files != first.files


CHANGES = {
    "a field": ("{name: {type: string}", "{name: {type: integer}", {"pet.py"}),
    "what a field is called": ("{name: {type: string}", "{name: {type: string, x-ms-client-name: label}", {"pet.py"}),
    "the name of a field": ("petHouse", "petHome", {"pet.py"}),
    "what others refer to": ("rooms: {type: integer}", "doors: {type: integer}", {"house.py"}),
    "what others extend": ("street-name: {type: string}", "street_name: {type: string}", {"house.py", "place.py"}),
    "a name for others": ("Kind: {type: string, enum: [flat, hut]}", "Kind: {type: integer}", None),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_costs_what_it_is_about(change: str, tmp_path: Path, asked: list[list[str]]) -> None:
    old, new, files = CHANGES[change]
    assert old in PETS
    _made(tmp_path)
    changed = _made(tmp_path, PETS.replace(old, new))
    assert asked[0] == ["house.py", "kind.py", "pet.py", "place.py"]
    assert len(asked) == 2
    assert set(asked[1]) == (files or {"house.py", "kind.py", "place.py"})
    assert changed.files == _made(tmp_path, PETS.replace(old, new), cached=False).files
    assert _made(tmp_path).files == _made(tmp_path, cached=False).files


def test_another_version_of_the_tool_costs_one(
    tmp_path: Path, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    _made(tmp_path)
    monkeypatch.setattr("importlib.metadata.version", lambda name: "99")
    _made(tmp_path)
    assert len(asked) == 2


def test_without_the_cache_nothing_is_read_or_kept(tmp_path: Path, asked: list[list[str]]) -> None:
    _made(tmp_path, cached=False)
    _made(tmp_path, cached=False)
    assert len(asked) == 2
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_made_anew(damage: str, tmp_path: Path, asked: list[list[str]]) -> None:
    sound = _made(tmp_path).files
    [path] = _kept(tmp_path)
    before = path.read_bytes()
    path.write_bytes(DAMAGES[damage](before))
    assert path.read_bytes() != before
    assert _made(tmp_path).files == sound
    assert len(asked) == 2
    assert path.read_bytes() == before


def test_what_was_not_asked_for_longest_goes(
    tmp_path: Path, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def made(name: str) -> int:
        """Make a package of a name; returns how often the tool was asked for it."""
        for path in _kept(tmp_path) if (tmp_path / "cache/models").exists() else ():
            os.utime(path, ns=(0, path.stat().st_mtime_ns - 10**9))
        before = len(asked)
        (tmp_path / f"{name}.yaml").write_text(PETS)
        generate(document_source(tmp_path / f"{name}.yaml"), Report(), cached=True)
        return len(asked) - before

    assert [made(name) for name in ("pets1", "pets2", "pets3", "pets1")] == [1, 1, 1, 0]
    monkeypatch.setattr(cache, "_MOST", sum(each.stat().st_size for each in _kept(tmp_path)))
    assert made("pets4") == 1
    assert len(_kept(tmp_path)) == 3
    assert made("pets1") == 0, "it was asked for after the others"
    assert made("pets2") == 1, "it was asked for before all others"


def test_a_cache_that_cannot_be_written_is_no_error(
    tmp_path: Path, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch
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
