"""What several runs of the model tool write, each for a share, is what a single one writes for the whole."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from generator.data import Json
from generator.python import model_tool
from generator.python.schemas import PREFIX
from generator.python.shares import Modules

BASE = "package._runtime.model.Model"


def schemas(seed: int) -> dict[str, Json]:
    """Return schemas whose modules need each other in no circle, as those of a package do; those of one module may."""
    chance = random.Random(seed)
    names = [f"m{number // 5}.C{number}" for number in range(60)]
    classes: list[str] = []
    found: dict[str, Json] = {}
    for index, name in enumerate(names):
        near = names[: (index // 5 + 1) * 5][-20 if chance.randrange(3) else 0 :]
        targets: list[Json] = [{"$ref": PREFIX + each} for each in chance.sample(near, chance.randrange(3))]
        match chance.randrange(9):
            case 0:
                found[name] = {"type": "array", "items": {"anyOf": [*targets, {"type": "string"}]}}
            case 1:
                found[name] = {"anyOf": [*targets, {"type": "null"}, {"type": "integer"}]}
            case 2:
                found[name] = {"type": "string", "enum": ["a", "b"]}
            case kind:
                own: dict[str, Json] = {f"field_{number}": each for number, each in enumerate(targets)}
                own["text"] = {"anyOf": [{"type": "string"}, *targets]}
                whole: dict[str, Json] = {"type": "object", "properties": own, "required": ["text"]}
                base: list[Json] = [{"$ref": PREFIX + chance.choice(classes)}] if kind == 3 and classes else []
                found[name] = {"allOf": [*base, whole]} if base else whole
                classes.append(name)
    return dict(chance.sample([*found.items()], len(found)))


def modules_of(seed: int) -> Modules:
    return Modules(schemas(seed), PREFIX)


def run(components: Mapping[str, Json]) -> dict[str, str]:
    return model_tool._written(components, {}, BASE)


def whole(modules: Modules) -> dict[str, str]:
    """Return what one run writes for all."""
    return {name: text for name, text in run(modules.components).items() if name != "__init__.py"}


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("count", [2, 3, 6])
def test_shares_say_what_the_whole_says(seed: int, count: int) -> None:
    modules = modules_of(seed)
    found = modules.shares(modules.files, count)
    assert 1 < len(found) <= count
    written: dict[str, str] = {}
    for each in found:
        own = each.own(run(each.components))
        assert not own.keys() & written.keys(), "no file is written twice"
        written |= own
    assert written == whole(modules)


@pytest.mark.parametrize("seed", range(6))
def test_any_modules_are_written_as_among_all(seed: int) -> None:
    modules, chance = modules_of(seed), random.Random(seed)
    expected = whole(modules)
    for count in (1, 1, 2, 5):
        files = chance.sample(sorted(modules.files), count)
        share = modules.share(files)
        assert len(share.components) < len(modules.components)
        assert share.own(run(share.components)) == {file: expected[file] for file in files}


def test_a_share_is_smaller_than_the_whole() -> None:
    components: dict[str, Json] = {f"m{number}.C": _large(number) for number in range(400)}
    modules = Modules(components, PREFIX)
    found = modules.shares(modules.files, 4)
    assert len(found) == 4
    assert sum(len(each.files) for each in found) == 400
    assert max(len(each.components) for each in found) < 250


def test_what_has_one_module_is_one_share() -> None:
    modules = Modules({f"m.C{number}": {"type": "object"} for number in range(9)}, PREFIX)
    [only] = modules.shares(modules.files, 4)
    assert only.files == frozenset({"m.py"})
    assert only.components is modules.components


def _large(number: int) -> Json:
    fields: dict[str, Json] = {f"field_{each}": {"type": "string"} for each in range(10)}
    return {"type": "object", "properties": {**fields, "next": {"$ref": f"{PREFIX}m{number // 2}.C"}}}


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """Three cores, and work that is always worth a process; the processes that were started."""
    found: list[Any] = []
    real = subprocess.Popen

    def popen(*arguments: Any, **options: Any) -> Any:
        found.append(real(*arguments, **options))
        return found[-1]

    monkeypatch.setattr(model_tool, "_WORTH", 0.001)
    monkeypatch.setattr(model_tool, "_cores", lambda: 3)
    monkeypatch.setattr(subprocess, "Popen", popen)
    yield found
    assert all(each.returncode is not None for each in found), "each has ended"


MODULES = modules_of(1)
NAMES = {"m0.C0.text": "text_of_it", "m1.C1.text": "other_text"}


def test_processes_side_by_side(started: list[Any]) -> None:
    assert model_tool.written(MODULES, MODULES.files, NAMES, BASE) == _expected()
    assert [each.returncode for each in started] == [0, 0]


@pytest.mark.parametrize("executable", ["/bin/false", "/no/such/python", sys.executable])
def test_what_a_process_does_not_do_this_one_does(
    executable: str, started: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = _expected()
    monkeypatch.setattr(sys, "executable", executable)
    if executable.endswith("python"):
        monkeypatch.setattr(model_tool, "__package__", "no.such.package")
    assert model_tool.written(MODULES, MODULES.files, NAMES, BASE) == expected
    assert not [each for each in started if each.returncode == 0]


def test_a_fault_ends_all_processes(started: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*arguments: Any) -> dict[str, str]:
        raise KeyboardInterrupt

    monkeypatch.setattr(model_tool, "_written", fault)
    with pytest.raises(KeyboardInterrupt):
        model_tool.written(MODULES, MODULES.files, NAMES, BASE)
    assert len(started) == 2


def _expected() -> dict[str, str]:
    return {
        name: text
        for name, text in model_tool._written(MODULES.components, NAMES, BASE).items()
        if name != "__init__.py"
    }
