"""What the runtime imports: nothing of the generator, the HTTP library in one module, models only when asked for."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import generator.runtime as runtime

FOLDER = Path(runtime.__file__).parent
MODULES = sorted(FOLDER.glob("*.py"))
ALLOWED = {"pydantic", "pydantic_core", "anyio", "typing_extensions"}


def imported(module: Path) -> set[tuple[int, str]]:
    found: set[tuple[int, str]] = set()
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.Import):
            found |= {(0, each.name.partition(".")[0]) for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.level, (node.module or "").partition(".")[0]))
    return found


def test_only_one_module_imports_the_http_library_and_none_leaves_the_package() -> None:
    assert len(MODULES) > 10
    for module in MODULES:
        for level, name in imported(module):
            assert level < 2, module.name
            if level == 0 and name not in sys.stdlib_module_names | ALLOWED:
                assert (module.name, name) == ("_http.py", "httpx")


def test_importing_builds_no_model_and_loads_no_event_loop() -> None:
    watched = "('pydantic.main', 'anyio', 'asyncio', 'email')"
    code = f"import sys, generator.runtime; print([m for m in {watched} if m in sys.modules])"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=FOLDER.parents[1]
    )
    base = subprocess.run(
        [sys.executable, "-c", code.replace("generator.runtime", "httpx, pydantic")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "pydantic.main" not in loaded.stdout and loaded.stdout == base.stdout


def test_every_public_name_is_there() -> None:
    for name in runtime.__all__:
        assert getattr(runtime, name) is not None
    assert "no_such_name" not in dir(runtime) and not hasattr(runtime, "no_such_name")


def test_modules_are_short() -> None:
    assert [module.name for module in MODULES if len(module.read_text().splitlines()) > 300] == []
