"""Real documents: each is generated whole, imports, is clean under mypy and basedpyright, both strict, and is the same
in a second run.

Needs the folder of documents that SHARED names. A fixed few run always; CORPUS=all (`make corpus`) takes them all.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from shared import ABSENT, CHOSEN, FOUND, Made

from generator.pipeline import document_source
from generator.report import Report

_IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
models = importlib.import_module(sys.argv[1] + ".models")
for name in dir(models):
    model = getattr(models, name)
    if hasattr(model, "model_rebuild"):
        model.model_rebuild()
"""

pytestmark = pytest.mark.skipif(not FOUND, reason=ABSENT)


@pytest.mark.parametrize("stem", [path.stem for path in CHOSEN])
def test_imports(stem: str, packages: Made) -> None:
    """Every module of the package imports, and every model can be built."""
    command = [sys.executable, "-W", "error", "-c", _IMPORT_ALL, packages.apis[stem].package]
    done = subprocess.run(command, cwd=packages.root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]


def test_types(packages: Made) -> None:
    """All packages are clean under mypy --strict."""
    config = packages.root / "mypy.ini"
    config.write_text("[mypy]\nstrict = True\n")
    targets = [argument for name in (each.package for each in packages.apis.values()) for argument in ("-p", name)]
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--config-file",
        str(config),
        "--cache-dir",
        str(packages.root / ".cache"),
        *targets,
    ]
    done = subprocess.run(command, cwd=packages.root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]


@pytest.mark.parametrize("stem", [path.stem for path in CHOSEN])
def test_types_as_an_editor_sees_them(stem: str, packages: Made) -> None:
    """Each package is clean under basedpyright, strict."""
    rules = {"include": [packages.apis[stem].package], "typeCheckingMode": "strict", "pythonVersion": "3.11"}
    config = packages.root / f"{packages.apis[stem].package}.json"
    config.write_text(json.dumps(rules | {"reportImportCycles": False}), encoding="utf-8")
    command = [sys.executable, "-m", "basedpyright", "--pythonpath", sys.executable, "--project", str(config)]
    done = subprocess.run(command, cwd=packages.root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]


def test_ir_is_plain(packages: Made) -> None:
    """The IR of each document prints as JSON and reads back equal."""
    from generator.ir.as_json import to_json
    from generator.pipeline import front

    for path in CHOSEN[:4]:
        printed: Any = to_json(front(document_source(path), Report())[0])
        assert json.loads(json.dumps(printed)) == printed
        assert printed["resources"], path.stem
