"""The fakes of all packages: each operation can be named, each model sampled, and what a README shows runs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from test_cases import NAMES, make, write

from generator.ir import Api, Class
from generator.ir.walk import streams_of
from generator.pipeline import Generated, document_source, front, generate, provider_source
from generator.report import Report

ROOT = Path(__file__).resolve().parents[1]
PROVIDERS = sorted(path.name for path in (ROOT / "specs").iterdir())

NAME_ALL = """
import importlib, json, sys
from operator import attrgetter

def named(package, operations):
    root, testing = importlib.import_module(package), importlib.import_module(package + ".testing")
    for kind in [getattr(root, each) for each in root.__all__ if each.endswith("Client")]:
        fake = testing.Fake()
        client = fake.client(kind)
        for path, operation, streams in operations:
            answers = fake.on(attrgetter(path)(client), stream=streams).fails(404)
            try:
                with fake:
                    pass
            except AssertionError as error:
                assert str(error).splitlines()[-1] == operation + ": 1 of its answers not asked for", error
                yield path

def sampled(package, names):
    models, sample = importlib.import_module(package + ".models"), importlib.import_module(package + ".testing").sample
    for name in names:
        model = getattr(models, name)
        assert isinstance(sample(model), model) and sample(model) == sample(model), name
        yield name

told = json.load(sys.stdin)
sys.path[:0] = told["folders"]
done = [[[*named(name, operations)], [*sampled(name, models)]] for name, operations, models in told["packages"]]
print(json.dumps(done))
"""
"""Names the operations of packages, of both clients, and samples their models; prints what it has done."""


def run(code: str, folder: Path, told: Mapping[str, Any] | None = None) -> str:
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=folder, input=json.dumps(told), capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def asked_of(api: Api) -> tuple[str, list[tuple[str, str, bool]], list[str]]:
    """What a package is asked: its operations with how they are called, and its classes."""
    operations = [
        (f"{resource.name}.{each.name}", f"{each.method} {each.path}", bool([*streams_of(each)]))
        for resource in api.resources
        for each in resource.operations
    ]
    return api.package, operations, [each.name for each in api.models if isinstance(each, Class)]


def check(apis: list[Api], folders: list[Path]) -> None:
    packages = [asked_of(each) for each in apis]
    done = json.loads(run(NAME_ALL, ROOT, {"folders": [str(each) for each in folders], "packages": packages}))
    for (_, operations, models), (named, sampled) in zip(packages, done, strict=True):
        assert named == [path for path, _, _ in operations] * 2
        assert sampled == models


def example(readme: str) -> str:
    """The code that a README shows about tests."""
    found = re.search(r"^## Tests\n.*?^```python\n(.*?)^```", readme, re.S | re.M)
    assert found is not None
    return found[1]


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Generated]]:
    root = tmp_path_factory.mktemp("fakes")
    made = [make(name) for name in NAMES]
    for each in made:
        write(each.files, each.api.package, root)
    return root, made


def test_each_operation_and_model_of_the_cases(cases: tuple[Path, list[Generated]]) -> None:
    root, made = cases
    check([each.api for each in made], [root])


def test_each_operation_and_model_of_the_providers() -> None:
    apis = [front(provider_source(ROOT / "specs", name, Report()), Report())[0] for name in PROVIDERS]
    check(apis, [ROOT / "generated" / name for name in PROVIDERS])


def test_the_readmes_of_the_cases_run(cases: tuple[Path, list[Generated]]) -> None:
    root, made = cases
    examples = [example(each.files["README.md"]) for each in made]
    assert sum("sample(" in each for each in examples) > len(examples) / 3
    run("\n".join(examples), root)


def test_the_reference_of_each_case_has_every_operation(cases: tuple[Path, list[Generated]]) -> None:
    _, made = cases
    for each in made:
        text = each.files["reference.md"]
        entries = re.findall(r"^### (.*)\n(?:.*\n)*?`(\S+ /.*?)`", text, re.M)
        wanted = [one for resource in each.api.resources for one in resource.operations]
        assert len(entries) == len(wanted), each.api.name
        for code in re.findall(r"^```python\n(.*?)^```", text + each.files["README.md"], re.S | re.M):
            compile(code, each.api.name, "exec")
        for row in re.findall(r"^\| .*$", text, re.M):
            assert len(re.findall(r"(?<!\\)\|", row)) == 4, row


@pytest.mark.parametrize("name", PROVIDERS)
def test_the_readmes_of_the_providers_run(name: str) -> None:
    folder = ROOT / "generated" / name
    run(example((folder / "README.md").read_text(encoding="utf-8")), folder)


def test_a_package_without_operations(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text('openapi: 3.1.0\ninfo: {title: None, version: "1"}\npaths: {}\n', encoding="utf-8")
    made = generate(replace(document_source(path, package="none_client"), name="spec.yaml"), Report())
    write(made.files, "none_client", tmp_path)
    run(example(made.files["README.md"]), tmp_path)


def test_only_who_imports_the_fakes_loads_them() -> None:
    shown = "import sys; print([each for each in sys.modules if 'fake' in each or 'sampling' in each])"
    code = f"import sales_client, sales_client.models; sales_client.SalesClient(api_key='a').customers; {shown}"
    folder = ROOT / "generated" / "sales"
    assert run(code, folder).strip() == "[]"
    assert "sales_client._runtime.fake" in run(f"import sales_client.testing; {shown}", folder)
