"""Modules of at most 300 lines, functions of at most 40; each exception has a reason, and goes with it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

GENERATOR = Path(__file__).parent.parent / "generator"
MODULE_LINES = 300
FUNCTION_LINES = 40

LONG_MODULES: dict[str, str] = {}
"""Path in generator/ -> reason."""

LONG_FUNCTIONS: dict[str, str] = {}
"""Path in generator/ and name of the function -> reason."""


def functions(node: ast.AST, owner: str = "") -> Iterator[tuple[str, int]]:
    """Yield the functions of a tree with their lines, decorators and docstring counted."""
    for each in ast.iter_child_nodes(node):
        if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef)):
            first = min([each.lineno, *(one.lineno for one in each.decorator_list)])
            yield owner + each.name, (each.end_lineno or each.lineno) - first + 1
        inside = (
            f"{owner}{each.name}." if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) else owner
        )
        yield from functions(each, inside)


def test_modules() -> None:
    sizes = {
        path.relative_to(GENERATOR).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in GENERATOR.rglob("*.py")
    }
    assert {name: lines for name, lines in sizes.items() if lines > MODULE_LINES and name not in LONG_MODULES} == {}
    assert [name for name in LONG_MODULES if sizes.get(name, 0) <= MODULE_LINES] == [], "an exception is not needed"


def test_functions() -> None:
    sizes = {
        f"{path.relative_to(GENERATOR).as_posix()} {name}": lines
        for path in GENERATOR.rglob("*.py")
        for name, lines in functions(ast.parse(path.read_text(encoding="utf-8")))
    }
    long = {name: lines for name, lines in sizes.items() if lines > FUNCTION_LINES}
    assert {name: lines for name, lines in long.items() if name not in LONG_FUNCTIONS} == {}
    assert [name for name in LONG_FUNCTIONS if name not in long] == [], "an exception is not needed"
