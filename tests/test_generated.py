"""generated/ is current, and a small change of a spec is a small change of the package."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import shutil
import typing
from pathlib import Path

import pytest

from generator.pipeline import RUNTIME, Generated, generate, provider_source
from generator.pipeline.write import differences, read_manifest
from generator.report import Report

ROOT = Path(__file__).parent.parent
PROVIDERS = sorted(path.name for path in (ROOT / "specs").iterdir())


def _generate(specs: Path, name: str) -> Generated:
    report = Report(strict=True)
    made = generate(provider_source(specs, name, report), report)
    assert not report.problems
    return made


@pytest.fixture(scope="module")
def made() -> dict[str, Generated]:
    return {name: _generate(ROOT / "specs", name) for name in PROVIDERS}


@pytest.mark.parametrize("name", PROVIDERS)
def test_current(name: str, made: dict[str, Generated]) -> None:
    """The committed package, openapi.yaml and manifest are what the generator makes today."""
    specs = ROOT / "specs" / name
    manifest = read_manifest(specs / "manifest.json")
    assert differences(ROOT / "generated" / name, made[name].files, manifest) == []
    assert manifest.inputs == made[name].inputs
    if made[name].spec:
        assert (specs / "openapi.yaml").read_text(encoding="utf-8") == made[name].spec


@pytest.mark.parametrize("name", PROVIDERS)
def test_runtime_is_a_copy(name: str) -> None:
    """Each `_runtime/` holds the bytes of generator/runtime/."""
    copy = ROOT / "generated" / name / f"{name}_client" / "_runtime"
    assert {path.name: path.read_bytes() for path in copy.glob("*.py")} == {
        path.name: path.read_bytes() for path in RUNTIME.glob("*.py")
    }


_ADDED = """actions:
  - target: $.components.schemas.ApiCallInfo.properties
    description: added by a test
    update:
      note:
        type: string
        description: Something new.
"""


def test_added_property(tmp_path: Path, made: dict[str, Generated]) -> None:
    """A property added to a spec changes one line of a model and its docstring, and nothing else."""
    specs = tmp_path / "specs"
    shutil.copytree(ROOT / "specs" / "revcent", specs / "revcent")
    path = specs / "revcent" / "overlay.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count("actions:\n") == 1
    path.write_text(text.replace("actions:\n", _ADDED), encoding="utf-8")

    before, after = made["revcent"].files, _generate(specs, "revcent").files
    changed = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    assert changed == ["revcent_client/models/api_call_info.py"]
    old_lines, new_lines = (files[changed[0]].splitlines() for files in (before, after))
    assert [line for line in new_lines if line not in old_lines] == [
        "    note: str | None = None",
        '    """Something new."""',
    ]
    assert [line for line in old_lines if line not in new_lines] == []


@pytest.mark.parametrize("name", PROVIDERS)
@pytest.mark.parametrize("folder", ["resources", "aio"])
def test_types_can_be_asked_for(name: str, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What looks at types when it runs, as programs do that offer methods as tools, finds those of every method."""
    monkeypatch.syspath_prepend(str(ROOT / "generated" / name))
    package = importlib.import_module(f"{name}_client.{folder}")
    modules = [
        importlib.import_module(f"{package.__name__}.{each.name}") for each in pkgutil.iter_modules(package.__path__)
    ]
    methods = [
        method
        for module in modules
        for _, resource in inspect.getmembers(module, inspect.isclass)
        if resource.__module__ == module.__name__ and resource.__name__.endswith("Resource")
        for method in vars(resource).values()
        if inspect.isfunction(method) and not method.__name__.startswith("_")
    ]
    assert methods
    for method in methods:
        assert "return" in typing.get_type_hints(method), method.__qualname__
