"""Verify: files -> problems. Every file parses, and every name the IR promised is there."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Mapping

from ..ir import Api


class VerifyFault(RuntimeError):
    """What was generated is not what the IR promised: a bug of ours."""


def verify(api: Api, files: Mapping[str, str]) -> None:
    """Raise VerifyFault when a file does not parse or a name is missing."""
    for name, text in files.items():
        try:
            if name.endswith(".py"):
                ast.parse(text)
            elif name.endswith(".toml"):
                tomllib.loads(text)
        except (SyntaxError, ValueError) as error:
            raise VerifyFault(f"{name}: {error}") from error
    for folder, prefix in (("resources", ""), ("aio", "Async")):
        for resource in api.resources:
            name = f"{api.package}/{folder}/{resource.name}.py"
            wanted = {operation.name for operation in resource.operations}
            missing = wanted - _methods(files[name], f"{prefix}{resource.class_name}Resource")
            if missing:
                raise VerifyFault(f"{name}: {', '.join(sorted(missing))} missing")
    attributes = _methods(files[f"{api.package}/client.py"], api.client_name)
    if missing := {resource.name for resource in api.resources} - attributes:
        raise VerifyFault(f"client.py: {', '.join(sorted(missing))} missing")


def _methods(text: str, name: str) -> set[str]:
    """Return the names that a class defines."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef) and node.name == name:
            return {each.name for each in node.body if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef))}
    return set()
