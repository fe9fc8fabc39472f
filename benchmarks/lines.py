"""Lines of generated resources beside their bound: 14 for each operation and 3.5 for each parameter.

    .venv/bin/python benchmarks/lines.py [folder ...]

A folder is a generated package (with <name>_client/resources) or one that holds files of resources. Counted are methods
that send a request, from `def` to their end with signature and docstring, and whole files; the parameters of an
operation are the arguments of its method but self. Exits with 1 when methods or files are over the bound.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PER_OPERATION, PER_PARAMETER = 14, 3.5
Method = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Count:
    operations: int = 0
    parameters: int = 0
    methods: int = 0
    files: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.operations + other.operations,
            self.parameters + other.parameters,
            self.methods + other.methods,
            self.files + other.files,
        )

    @property
    def bound(self) -> float:
        return PER_OPERATION * self.operations + PER_PARAMETER * self.parameters


def operations(tree: ast.Module) -> Iterator[Method]:
    """The methods in whose body a Request is made."""
    for cls in tree.body:
        for each in cls.body if isinstance(cls, ast.ClassDef) else []:
            if isinstance(each, Method) and any(_is_request(node) for node in ast.walk(each)):
                yield each


def _is_request(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Request"


def count(path: Path) -> Count:
    """Count one file."""
    text = path.read_text(encoding="utf-8")
    found = list(operations(ast.parse(text)))
    arguments = [each.args for each in found]
    parameters = sum(len(each.posonlyargs) + len(each.args) + len(each.kwonlyargs) - 1 for each in arguments)
    lines = sum((each.end_lineno or each.lineno) - each.lineno + 1 for each in found)
    return Count(len(found), parameters, lines, len(text.splitlines()))


def folders(given: list[str]) -> Iterator[Path]:
    for each in map(Path, given) if given else sorted((ROOT / "generated").iterdir()):
        inside = sorted(each.glob("*/resources")) or sorted(each.glob("resources")) or [each]
        yield from (path for path in inside if path.is_dir())


def main() -> int:
    over = False
    print(f"{'resources':44}{'ops':>6}{'params':>8}{'bound':>8}{'methods':>9}{'':>7}{'files':>7}{'':>7}")
    total = Count()
    rows: list[tuple[str, Count]] = []
    for folder in folders(sys.argv[1:]):
        counted = sum((count(path) for path in sorted(folder.glob("*.py")) if path.name != "__init__.py"), Count())
        rows.append((str(folder.parent if folder.name == "resources" else folder), counted))
        total += counted
    for name, each in [*rows, ("all", total)]:
        bound = each.bound or 1
        shown = Path(name).name if name != "all" else name
        print(
            f"{shown[-43:]:44}{each.operations:6}{each.parameters:8}{each.bound:8.1f}"
            f"{each.methods:9}{each.methods / bound:7.2f}{each.files:7}{each.files / bound:7.2f}"
        )
        over = over or each.methods > each.bound or each.files > each.bound
    return over


if __name__ == "__main__":
    sys.exit(main())
