"""What provider.toml says of signatures, and what importing the module of webhooks costs."""

from __future__ import annotations

import ast
import importlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from runtime.receiver import Receiver

from generator.openapi.read.provider import Signatures
from generator.pipeline import document_source, front, runtime_files
from generator.python.models import models
from generator.python.render import render
from generator.report import Report

PACKAGE = "shop_hooks_client"
SPEC = Path(__file__).parents[1] / "cases/webhooks/spec.yaml"
BODY = b'{"type": "order.paid", "order": {"id": "1"}}'
OLD, NEW = "whsec_b2xkIHNlY3JldCBvZiBBY21l", "whsec_bmV3IHNlY3JldCBvZiBBY21l"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Write a package with choices for its webhooks, from where it can be imported."""
    root = tmp_path_factory.mktemp("webhooks")
    source = document_source(SPEC, package=PACKAGE)
    chosen = replace(source.provider, webhooks=Signatures("standard-webhooks", "ACME_HOOKS", 60))
    api, _ = front(replace(source, provider=chosen), Report())
    files = {f"{PACKAGE}/models/{name}": text for name, text in models(api, "spec.yaml").items()}
    files |= render(api, "spec.yaml", "httpx") | runtime_files(PACKAGE, "httpx")
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    sys.path.insert(0, str(root))
    yield root
    sys.path.remove(str(root))


def test_the_secret_stands_in_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    webhooks: Any = importlib.import_module(f"{PACKAGE}.webhooks")
    error: Any = importlib.import_module(PACKAGE)
    with Receiver(lambda body, headers: webhooks.parse(body, headers=headers)) as receiver:
        with pytest.raises(error.MissingCredentials, match="give secret= or the environment variable ACME_HOOKS"):
            receiver.deliver(BODY, webhooks.sign(BODY, NEW))
        monkeypatch.setenv("ACME_HOOKS", f"{OLD} {NEW}")
        for secret in (OLD, NEW):
            assert receiver.deliver(BODY, webhooks.sign(BODY, secret)).order.id == "1"
        with pytest.raises(webhooks.InvalidSignature, match="no signature fits"):
            receiver.deliver(BODY, webhooks.sign(BODY, "whsec_b3RoZXI="))
    with pytest.raises(webhooks.InvalidSignature, match="no signature fits"):
        webhooks.parse(BODY, headers=webhooks.sign(BODY, NEW), secret=OLD)


def test_the_tolerance_is_that_of_the_settings(folder: Path) -> None:
    webhooks: Any = importlib.import_module(f"{PACKAGE}.webhooks")
    now = int(time.time())
    with Receiver(lambda body, headers: webhooks.parse(body, headers=headers, secret=NEW)) as receiver:
        assert receiver.deliver(BODY, webhooks.sign(BODY, NEW, timestamp=now - 50)).order.id == "1"
        with pytest.raises(webhooks.InvalidSignature, match=r"seconds old, and 60 are allowed"):
            receiver.deliver(BODY, webhooks.sign(BODY, NEW, timestamp=now - 70))


def loaded(folder: Path, before: str, code: str) -> list[str]:
    script = f"import json, sys\n{before}\nknown = set(sys.modules)\n{code}\n"
    script += "print(json.dumps(sorted(set(sys.modules) - known)))"
    done = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True)
    modules: list[str] = json.loads(done.stdout)
    return [each.removeprefix(f"{PACKAGE}.") for each in modules if each.startswith(PACKAGE)]


def test_nothing_is_loaded_before_it_is_used(folder: Path) -> None:
    package = loaded(folder, "", f"import {PACKAGE}")
    assert not {"webhooks", "models", "_runtime.incoming", "_runtime.standard_webhooks"} & set(package)
    module = loaded(folder, f"import {PACKAGE}", f"from {PACKAGE} import webhooks")
    assert module == ["_runtime.incoming", "_runtime.standard_webhooks", "models", "webhooks"]
    code = f"webhooks.parse({BODY!r}, headers=webhooks.sign({BODY!r}, {NEW!r}), secret={NEW!r})"
    read = loaded(folder, f"from {PACKAGE} import webhooks", code)
    assert [each for each in read if each.startswith("models.")] == ["models.order", "models.order_paid"]


def test_a_long_union_is_not_nested(tmp_path: Path) -> None:
    """Each `|` stands within the next one, and basedpyright parses no more than some 250 within each other."""
    kinds = [f"Kind{number}" for number in range(300)]
    hooks = {each: {"post": {"requestBody": body(each), "responses": {"200": {"description": ""}}}} for each in kinds}
    schemas = {each: {"type": "object", "properties": {each: {"type": "string"}}} for each in kinds}
    spec = tmp_path / "many.json"
    info = {"title": "Many", "version": "1"}
    spec.write_text(
        json.dumps({"openapi": "3.1.0", "info": info, "webhooks": hooks, "components": {"schemas": schemas}})
    )
    api, _ = front(document_source(spec), Report())
    text = render(api, "many.json", "httpx")[f"{api.package}/webhooks.py"]
    assert "from typing import Any, Literal, Union, overload" in text and "models.Kind299" in text
    returned = [node.returns for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    assert len(returned) == 302 and max(map(nested, filter(None, returned))) < 10


def body(name: str) -> Any:
    return {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}}


def nested(node: ast.AST) -> int:
    """Return how many nodes stand within each other."""
    return 1 + max(map(nested, ast.iter_child_nodes(node)), default=0)
