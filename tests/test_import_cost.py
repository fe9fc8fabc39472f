"""Importing a package stays cheap by its structure: no model, resource or tool is loaded before it is used.

How cheap it is in seconds, benchmarks/import_cost.py measures; tests take no times.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

GENERATED = Path(__file__).resolve().parents[1] / "generated"
PACKAGES = sorted(each.name for each in GENERATED.glob("*/*_client"))


def loaded(package: str, before: str, code: str) -> list[str]:
    """Return the modules that a piece of code loads in a fresh interpreter, `before` not counted."""
    folder = str(GENERATED / package.removesuffix("_client"))
    script = (
        f"import json, sys\nsys.path.insert(0, {folder!r})\n{before}\nknown = set(sys.modules)\n{code}\n"
        "print(json.dumps(sorted(set(sys.modules) - known)))"
    )
    done = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    modules: list[str] = json.loads(done.stdout)
    return modules


def client(package: str) -> str:
    """Code that makes a client."""
    return (
        f"import {package}\nnames = [each for each in {package}.__all__ if each.endswith('Client')]\n"
        f"client = getattr({package}, min(names, key=len))()"
    )


@pytest.mark.parametrize("package", PACKAGES)
def test_importing_loads_neither_models_nor_resources_nor_tools(package: str) -> None:
    modules = loaded(package, "import httpx, pydantic_core", f"import {package}")
    own = [each for each in modules if each.split(".")[0] == package]
    assert own and not [each for each in own if each.startswith(tuple(f"{package}.{x}" for x in LAZY))]
    assert f"{package}._runtime.model" not in own and f"{package}._runtime.tolerant" not in own
    assert [each for each in modules if each not in own] == []


LAZY = ("models", "resources", "aio")


@pytest.mark.parametrize("package", PACKAGES)
def test_importing_leaves_out_what_is_slow(package: str) -> None:
    modules = loaded(package, "", f"import {package}")
    slow = {"pydantic.main", "asyncio", "trio", "anyio", "multiprocessing", "unittest", "xml.etree.ElementTree", "yaml"}
    assert not slow & set(modules)
    assert f"{package}.client" in modules and "httpx" in modules


@pytest.mark.parametrize("package", PACKAGES)
def test_a_client_loads_a_resource_when_it_is_used_and_no_model(package: str) -> None:
    made = loaded(package, f"import {package}", client(package))
    assert not [each for each in made if each.startswith(f"{package}.")]
    used = loaded(package, client(package), "client.customers")
    assert f"{package}.resources.customers" in used
    assert f"{package}.aio" not in used and f"{package}.aio.customers" not in used
    assert not [each for each in used if each.startswith((f"{package}.models.", "pydantic."))]


@pytest.mark.parametrize("package", PACKAGES)
def test_a_model_loads_only_what_it_holds(package: str) -> None:
    models = GENERATED / package.removesuffix("_client") / package / "models"
    assert len(list(models.glob("*.py"))) > 3
    names = loaded(package, f"import {package}", f"import {package}.models")
    assert [each for each in names if each.startswith(f"{package}.models.")] == []
    leaf = {"revcent": "Metadata", "voucherify": "CustomerAssets", "sales": "PageInfo", "capillary": "CustomerWarning"}
    name = leaf.get(package.removesuffix("_client"))
    if name is not None:
        names = loaded(package, f"import {package}.models", f"{package}.models.{name}")
        assert len([each for each in names if each.startswith(f"{package}.models.")]) == 1
