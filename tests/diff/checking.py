"""Checking: packages in one folder, and what the strictest of type checkers says of their callers."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.ir import Api
from generator.python.models import models
from generator.python.render import render

from .usage import usage

STRICT = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "include": ["uses"]}


@dataclass(frozen=True)
class Complaint:
    """line: in the caller's module, from 0."""

    line: int
    message: str


def package(made: Api, known: dict[str, Mapping[str, str]]) -> dict[str, str]:
    """Return the files of a package, without the runtime. known: models that were made, by what they are made of."""
    made_of = repr(made.models)
    if made_of not in known:
        known[made_of] = models(made, "spec.yaml")
    files = {f"{made.package}/models/{name}": text for name, text in known[made_of].items()}
    files |= render(made, "spec.yaml", "httpx")
    return {name: text for name, text in files.items() if name.startswith(f"{made.package}/")}


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

    def found(self) -> dict[str, list[Complaint]]:
        """Wait for it; return what it says."""
        printed, _ = self.process.communicate()
        assert self.process.returncode in (0, 1), printed
        report = json.loads(printed)
        assert report["summary"]["filesAnalyzed"] == len(self.names)
        found: dict[str, list[Complaint]] = {name: [] for name in self.names.values()}
        for each in report["generalDiagnostics"]:
            found[self.names[Path(each["file"]).name]].append(
                Complaint(each["range"]["start"]["line"], each["message"])
            )
        return found


def run(root: Path, names: Mapping[str, str]) -> Checking:
    """Start the type checker on the files of `uses`."""
    (root / "pyrightconfig.json").write_text(json.dumps(STRICT), encoding="utf-8")
    command = ["basedpyright", "--pythonpath", sys.executable, "--project", str(root), "--outputjson"]
    return Checking(subprocess.Popen([sys.executable, "-m", *command], stdout=subprocess.PIPE, text=True), names)
