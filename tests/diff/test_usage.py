"""Yesterday's code, type-checked against today's package: it breaks where a finding says names or types, only there.

The rules of strict are all on. The runtime, the same in all packages, stands once beside them.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from generator.diff import compare
from generator.diff.changes import Finding
from generator.ir import Api
from generator.pipeline import document_source, front, runtime_files
from generator.python.models import models
from generator.python.render import render
from generator.report import Report

from .battery import PAIRS, Pair, api
from .disagreements import USAGE
from .usage import usage

CASES = Path(__file__).parent.parent / "cases"
STRICT = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "include": ["uses"]}


@dataclass(frozen=True)
class Side:
    """A document of the battery. name: of the folder of its package; files: the package, not formatted."""

    name: str
    api: Api
    files: Mapping[str, str]


def package(made: Api, known: dict[str, Mapping[str, str]]) -> dict[str, str]:
    """Return the files of a package, without the runtime. known: models that were made, by what they are made of."""
    made_of = repr(made.models)
    if made_of not in known:
        known[made_of] = models(made, "spec.yaml")
    files = {f"{made.package}/models/{name}": text for name, text in known[made_of].items()}
    files |= render(made, "spec.yaml", "httpx")
    return {name: text for name, text in files.items() if name.startswith(f"{made.package}/")}


@cache
def sides() -> Mapping[str, Side]:
    """Return each document of the battery once, by its content."""
    found: dict[str, Side] = {}
    known: dict[str, Mapping[str, str]] = {}
    for data in (data for pair in PAIRS for data in (pair.old, pair.new)):
        if repr(data) not in found:
            made = api(data)
            found[repr(data)] = Side(f"side{len(found)}", made, package(made, known))
    return found


def sides_of(pair: Pair) -> tuple[Side, Side]:
    return sides()[repr(pair.old)], sides()[repr(pair.new)]


def findings(pair: Pair) -> tuple[Finding, ...]:
    old, new = sides_of(pair)
    return compare(old.api, new.api).findings


def write(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def sharing(files: Mapping[str, str], folder: str) -> dict[str, str]:
    """Return a package in a folder, with the runtime of the package `shared`."""
    return {
        f"{folder}/{name}": re.sub(r"from \.+_runtime", "from shared._runtime", text) for name, text in files.items()
    }


def usage_in(folder: str, made: Api) -> str:
    """Return the code of a caller of one package, as if another one, in that folder, had taken its place."""
    return usage(replace(made, package=f"{folder}.{made.package}"))


@dataclass(frozen=True)
class Checking:
    """A run of the type checker. names: file -> what its errors are listed under."""

    process: subprocess.Popen[str]
    names: Mapping[str, str]

    def found(self) -> dict[str, list[str]]:
        """Wait for it; return its messages."""
        printed, _ = self.process.communicate()
        assert self.process.returncode in (0, 1), printed
        report = json.loads(printed)
        assert report["summary"]["filesAnalyzed"] == len(self.names)
        found: dict[str, list[str]] = {name: [] for name in self.names.values()}
        for each in report["generalDiagnostics"]:
            found[self.names[Path(each["file"]).name]].append(each["message"])
        return found


@pytest.fixture(scope="module")
def checked(checking: Checking) -> Mapping[str, list[str]]:
    """Return what the type checker finds: by pair, and by package in what is its own caller's code."""
    return checking.found()


def start(root: Path) -> Checking:
    """Start the type checker on all of it."""
    write(root, runtime_files("shared", "httpx"))
    uses = {pair.name: usage_in(new.name, old.api) for pair in PAIRS for old, new in [sides_of(pair)]}
    made = {side.name: (side.api, side.files) for side in sides().values()}
    for path in sorted(CASES.glob("*/spec.yaml")):
        each, _ = front(document_source(path), Report())
        made[f"case_{path.parent.name.replace('-', '_')}"] = each, package(each, {})
    for name, (each, files) in made.items():
        write(root, sharing(files, name))
        uses[name] = usage_in(name, each)
    names = {f"use{number}.py": name for number, name in enumerate(uses)}
    write(root, {f"uses/{file}": uses[name] for file, name in names.items()})
    (root / "pyrightconfig.json").write_text(json.dumps(STRICT), encoding="utf-8")
    command = ["basedpyright", "--pythonpath", sys.executable, "--project", str(root), "--outputjson"]
    return Checking(subprocess.Popen([sys.executable, "-m", *command], stdout=subprocess.PIPE, text=True), names)


def test_own_package(checked: Mapping[str, list[str]]) -> None:
    pairs = {pair.name for pair in PAIRS}
    own = {name: messages for name, messages in checked.items() if name not in pairs}
    assert len(own) > len(sides())
    assert {name: messages for name, messages in own.items() if messages} == {}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_callers_break_where_names_or_types_changed(pair: Pair, checked: Mapping[str, list[str]]) -> None:
    said = [each.id for each in findings(pair) if {"names", "types"} & set(each.kinds)]
    agree = bool(said) == bool(checked[pair.name])
    assert agree != (pair.name in USAGE), (said, checked[pair.name])


def test_disagreements_are_of_pairs() -> None:
    assert set(USAGE) - {pair.name for pair in PAIRS} == set()
