"""Real documents: each is generated whole, imports, is clean under mypy and basedpyright, both strict, and is the same
in a second run.

Needs the folder of documents that SHARED names. A fixed few run always; CORPUS=all (`make corpus`) takes them all.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest
from shared import ABSENT, CHOSEN, FOUND, Made

from generator.ir import Alias, Array, Enumeration, JsonContent, Literal, Map, Model, Ref, Scalar, Tuple, Type, Union
from generator.ir.walk import events
from generator.pipeline import document_source, front
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


_READ_EVENTS = """
import importlib, json, sys
webhooks = importlib.import_module(sys.argv[1] + ".webhooks")
for name, body, secret in json.load(sys.stdin):
    signed = {"headers": webhooks.sign(body, secret), "secret": secret} if secret else {}
    webhooks.parse(body, event=name, strict=True, **signed)
    print(name)
print(list(webhooks.EVENTS))
"""


@pytest.mark.parametrize("stem", [path.stem for path in CHOSEN])
def test_events_are_read(stem: str, packages: Made) -> None:
    """A request of each event that a package knows, made from the types of its body, is read as documented."""
    api = packages.apis[stem]
    models = {model.name: model for model in api.models}
    sent: list[tuple[str, str, str]] = []
    for each in events(api):
        content = each.body.contents[0] if each.body else None
        body = sample(content.type, models) if isinstance(content, JsonContent) else None
        sent.append((each.event, json.dumps(body), "c2VjcmV0" if each.signed else ""))
    assert (packages.root / api.package / "webhooks.py").is_file() == bool(sent)
    if not sent:
        pytest.skip("it sends nothing")
    command = [sys.executable, "-W", "error", "-c", _READ_EVENTS, api.package]
    done = subprocess.run(
        command, cwd=packages.root, input=json.dumps(sent), capture_output=True, text=True, check=False
    )
    listed = [name for name, _, _ in sent]
    assert done.stdout == "".join(f"{name}\n" for name in [*listed, listed]), done.stderr[-2000:]


def sample(found: Type, models: Mapping[str, Model], depth: int = 0) -> Any:
    """Return a value of a type as it travels; what is not required is left out below a few levels."""
    match found:
        case Scalar(name):
            return _SCALARS[name]
        case Literal(values):
            return values[0]
        case Array(item):
            return [] if depth > 4 else [sample(item, models, depth + 1)]
        case Tuple(items, None):
            return [sample(each, models, depth + 1) for each in items]
        case Map(value, closed):
            return {} if depth > 4 or closed else {"key": sample(value, models, depth + 1)}
        case Union(members):
            return sample(members[0], models, depth + 1)
        case Ref(name):
            return _of_model(models[name], models, depth)
        case _:
            return [] if isinstance(found, Tuple) else "text"


def _of_model(model: Model, models: Mapping[str, Model], depth: int) -> Any:
    if isinstance(model, Enumeration):
        return model.values[0].value
    if isinstance(model, Alias):
        return sample(model.type, models, depth)
    found: dict[str, Any] = {}
    for base in model.bases:
        found |= _of_model(models[base], models, depth)
    for field in model.fields:
        if field.access != "write" and (field.required or depth < 4):
            found[field.wire] = sample(field.type, models, depth + 1) if field.fixed is None else field.fixed
    return found


_SCALARS: dict[str, Any] = {
    "string": "text", "integer": 1, "number": 1.5, "boolean": True, "null": None, "date": "2026-01-31",
    "date-time": "2026-01-31T12:00:00Z", "unix-time": 1767225600, "decimal": "1.50", "decimal-number": 1.5,
    "uuid": "00000000-0000-4000-8000-000000000000", "bytes": "YQ==", "base64": "YQ==", "base64url": "YQ==",
}  # fmt: skip


def test_ir_is_plain(packages: Made) -> None:
    """The IR of each document prints as JSON and reads back equal."""
    from generator.ir.as_json import to_json

    for path in CHOSEN[:4]:
        printed: Any = to_json(front(document_source(path), Report())[0])
        assert json.loads(json.dumps(printed)) == printed
        assert printed["resources"], path.stem
