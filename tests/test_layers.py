"""Who may import whom, read from the import statements; and what a template may hold."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from generator.python import FILTERS

ROOT = Path(__file__).parent.parent
GENERATOR = ROOT / "generator"
TEMPLATES = sorted((ROOT / "templates").glob("*.jinja"))

BASE = {"report", "data"}
FRONT = {
    "load", "yaml_events", "json_positions", "bundle", "validate", "strays", "spec_validator", "normalize", "lower",
    "names", "pagination", "overlay", "provider", "toml_file", "canonical", "document",
}  # fmt: skip
BACK = {"models", "render", "format", "verify", "python"}
OUTER = {
    "pipeline", "cli", "cli_diff", "sides", "revisions",
    "console", "show", "cache", "write", "ir_json", "__main__", "__init__", "ir", "runtime", *BASE,
}  # fmt: skip
LATER = {"coverage", "diff", "importers"}
"""Parts that stand beside the stages: each names here what it may see."""

MAY_IMPORT: dict[str, set[str]] = {
    "report": set(),
    "data": set(),
    "document": BASE,
    "ir": BASE,
    "ir_json": BASE | {"ir"},
    "names": set(),
    "canonical": BASE,
    "json_positions": BASE | {"document"},
    "yaml_events": BASE | {"document"},
    "load": BASE | {"document", "json_positions", "yaml_events"},
    "overlay": BASE | {"document"},
    "provider": BASE | {"names", "toml_file"},
    "toml_file": BASE,
    "bundle": BASE | {"document", "load"},
    "strays": BASE | {"document", "normalize"},
    "validate": BASE | {"document", "load", "normalize", "strays", "yaml_events"},
    "spec_validator": BASE | {"document"},
    "normalize": BASE | {"document", "names"},
    "pagination": BASE | {"document", "ir"},
    "lower": BASE | {"document", "ir", "names", "normalize", "pagination", "provider"},
    "python": BASE | {"ir"},
    "models": BASE | {"ir", "python"},
    "render": BASE | {"ir", "python"},
    "format": set(),
    "verify": {"ir"},
    "write": {"__init__"},
    "show": BASE | {"load", "yaml_events"},
    "cache": BASE | {"write"},
    "pipeline": FRONT | BACK | BASE | {"ir"},
    "revisions": set(),
    "sides": BASE | {"diff", "ir", "ir_json", "pipeline", "provider", "revisions"},
    "console": {"__init__", "report", "show", "write"},
    "cli_diff": {"console", "diff", "sides", "write"},
    "cli": {"__init__", "cli_diff", "console", "pipeline", "show", "report", "write", "cache", "ir_json", *LATER},
    "__main__": {"cli"},
    "__init__": set(),
    "runtime": set(),
    "coverage": BASE | {"bundle", "document", "load", "normalize", "yaml_events"},
    "diff": BASE | {"ir", "ir_json", "load", "lower", "normalize", "python", "toml_file"},
    "importers": BASE | FRONT,
}
"""Part of generator/ (a module or a folder) -> the parts it may import. Stricter than design.md where the code is."""

ONLY_USERS = {
    "datamodel_code_generator": {"models.py"},
    "jinja2": {"render.py"},
    "openapi_spec_validator": {"spec_validator.py"},
    "httpx": {"runtime/_http.py"},
    "subprocess": {"format.py", "revisions.py"},
    "jsonpath": {"overlay.py"},
    "typer": {"cli.py", "cli_diff.py"},
    "rich": {"console.py"},
    "yaml": {"yaml_events.py", "canonical.py"},
    "tomllib": {"toml_file.py", "verify.py"},
    "socket": set(),
    "pickle": set(),
}
"""What comes from elsewhere -> the only modules that import it."""

MODULES = sorted(path.relative_to(GENERATOR) for path in GENERATOR.rglob("*.py"))


def part(path: Path) -> str:
    return path.parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Yield the full name of everything a module imports, also inside functions."""
    package = ("generator", *path.parts[:-1])
    for node in ast.walk(ast.parse((GENERATOR / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            stem = ".".join([*base, *([node.module] if node.module else [])])
            if stem == "generator" or not node.module:
                yield from (f"{stem}.{alias.name}" for alias in node.names)
            else:
                yield stem


def inner(path: Path) -> set[str]:
    """Return the other parts of generator/ that a module imports."""
    names = [name.split(".") for name in imports(path) if name.split(".")[0] == "generator"]
    parts = {name[1] if len(name) > 1 else "__init__" for name in names}
    known = {part(each) for each in MODULES}
    return {each if each in known else "__init__" for each in parts} - {part(path)}


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_parts_import_what_they_may(path: Path) -> None:
    assert part(path) in MAY_IMPORT, "a new part of generator/: say in MAY_IMPORT what it may import"
    assert inner(path) <= MAY_IMPORT[part(path)]


def test_the_table_says_what_the_design_says() -> None:
    for name in BACK | {"ir"}:
        assert not MAY_IMPORT[name] & (FRONT | {"cli", "pipeline"}), name
    for name in FRONT:
        assert not MAY_IMPORT[name] & (BACK | {"cli", "pipeline"}), name
    assert MAY_IMPORT["ir"] == BASE
    assert not any("runtime" in allowed for allowed in MAY_IMPORT.values())
    assert MAY_IMPORT.keys() == FRONT | BACK | OUTER | LATER


def test_no_permission_is_idle() -> None:
    used: dict[str, set[str]] = {}
    for path in MODULES:
        used.setdefault(part(path), set()).update(inner(path))
    idle = {
        name: sorted(allowed - used[name] - BASE)
        for name, allowed in MAY_IMPORT.items()
        if name in used and name not in {"pipeline", "cli", *LATER}
    }
    assert {name: each for name, each in idle.items() if each} == {}


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_tools_have_one_user(path: Path) -> None:
    tops = {name.split(".")[0] for name in imports(path)}
    assert [each for each in sorted(tops & ONLY_USERS.keys()) if path.as_posix() not in ONLY_USERS[each]] == []


def test_every_named_user_is_one() -> None:
    for tool, users in ONLY_USERS.items():
        for user in users:
            assert tool in {name.split(".")[0] for name in imports(Path(user))}, f"{user} does not import {tool}"


def test_only_format_runs_ruff() -> None:
    named = [path.as_posix() for path in MODULES if '"ruff"' in (GENERATOR / path).read_text(encoding="utf-8")]
    assert named == ["format.py"]


@pytest.mark.parametrize("path", [path for path in MODULES if part(path) == "runtime"], ids=str)
def test_runtime_needs_httpx_and_pydantic_only(path: Path) -> None:
    allowed = {"httpx", "pydantic", "pydantic_core", "typing_extensions", "anyio", "generator"}
    tops = {name.split(".")[0] for name in imports(path)}
    assert tops <= allowed | sys.stdlib_module_names


# Templates

ENVIRONMENT = Environment(trim_blocks=True, lstrip_blocks=True)
PLAIN_WORDS = {
    "client.py.jinja": {"line"},
    "resource.py.jinja": {"line", "prefix"},
    "resources.py.jinja": {"flavour"},
    "pyproject.toml.jinja": {"http_library", "http_version"},
    "README.md.jinja": {"line", "operation.method"},
}
"""What a template puts out as it is: lines that a filter spelt, words of the flavour, checked choices."""
OF_JINJA = {"join", "replace"}
"""Filters of Jinja that a template may use, always together with one of ours."""


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_template_is_short_and_plain(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 80
    tree = ENVIRONMENT.parse(text)
    allowed = (nodes.Output, nodes.For, nodes.If)
    statements = [type(each).__name__ for each in tree.find_all(nodes.Stmt) if not isinstance(each, allowed)]
    assert statements == []
    assert [ast_of(each) for each in tree.find_all(nodes.Call)] == []
    for each in tree.find_all(nodes.If):
        assert re.fullmatch(r"(api|resource|operation)\.\w+|loop\.(first|last)", ast_of(each.test))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_text_goes_through_a_filter(path: Path) -> None:
    tree = ENVIRONMENT.parse(path.read_text(encoding="utf-8"))
    used = {each.name for each in tree.find_all(nodes.Filter)}
    assert used <= FILTERS.keys() | OF_JINJA
    plain = {
        ast_of(expression)
        for output in tree.find_all(nodes.Output)
        for expression in output.nodes
        if not isinstance(expression, nodes.TemplateData) and not is_filtered(expression)
    }
    assert plain == PLAIN_WORDS.get(path.name, set())


def is_filtered(expression: nodes.Node) -> bool:
    """Say whether what is put out was spelt by a filter of ours, or joined from what one spelt."""
    if not isinstance(expression, nodes.Filter):
        return False
    inside = expression.node
    return expression.name in FILTERS or (expression.name == "join" and inside is not None and is_filtered(inside))


def ast_of(expression: nodes.Node) -> str:
    """Spell names and attributes; anything else by its kind."""
    if isinstance(expression, nodes.Name):
        return expression.name
    if isinstance(expression, nodes.Getattr):
        return f"{ast_of(expression.node)}.{expression.attr}"
    return f"<{type(expression).__name__}>"


def test_lines_put_out_as_they_are_come_from_a_filter() -> None:
    for path in TEMPLATES:
        for loop in ENVIRONMENT.parse(path.read_text(encoding="utf-8")).find_all(nodes.For):
            if ast_of(loop.target) == "line":
                assert is_filtered(loop.iter), path.name
