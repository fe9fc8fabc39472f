"""The docstrings of enumerations, and that their values are read as they are."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from runtime.server import answer


def docstring(caller: Any, module: str) -> list[str]:
    """Return the lines of the text that follows a type in its module."""
    path = Path(caller.models.__file__).with_name(f"{module}.py")
    last = ast.parse(path.read_text(encoding="utf-8")).body[-1]
    assert isinstance(last, ast.Expr) and isinstance(last.value, ast.Constant)
    return str(last.value.value).strip().split("\n")


def check_docstrings(caller: Any) -> None:
    assert docstring(caller, "status") == [
        "Where an order stands.",
        "'new': Not yet paid.",
        "'done': Sent; \"over\".",
    ]
    assert docstring(caller, "level") == ["1 (Low): Goes by train.", "2 (High): Goes by plane."]
    assert docstring(caller, "size") == ["'s' (Small).", "'m' (Medium): As usual."]
    assert docstring(caller, "plain") == ["Nothing more is said."]


def check_values(caller: Any) -> None:
    caller.script(answer(200, {"status": "done", "level": 2, "size": "xl"}))
    order = caller.call("orders", "list")
    assert (order.status, order.level, order.size) == ("done", 2, "xl")
