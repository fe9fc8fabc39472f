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
FRONT = {f"openapi/{room}" for room in ("names", "read", "check", "schema", "normalize", "lower", "drift")}
"""Rooms that know OpenAPI."""
BACK = {"python"}
"""Rooms that know Python."""

MAY_IMPORT: dict[str, set[str]] = {
    "__init__": {"ir"},
    "__main__": {"command"},
    "command": BASE | {"__init__", "diff", "ir", "openapi/drift", "openapi/read", "pages", "pipeline"} | BACK,
    "pipeline": BASE
    | BACK
    | {"__init__", "ir", "openapi/check", "openapi/lower", "openapi/names", "openapi/normalize", "openapi/read"}
    | {"openapi/select"},
    "report": set(),
    "data": set(),
    "openapi/__init__": set(),
    "openapi/names": {"ir"},
    "openapi/read": BASE | {"openapi/names"},
    "openapi/select": BASE | {"openapi/read", "openapi/schema"},
    "openapi/schema": BASE | {"openapi/names", "openapi/read"},
    "openapi/check": BASE | {"openapi/read", "openapi/schema"},
    "openapi/normalize": BASE | {"openapi/names", "openapi/read", "openapi/schema"},
    "openapi/drift": BASE | {"ir", "openapi/read", "openapi/schema"},
    "openapi/lower": BASE | {"ir", "openapi/names", "openapi/read", "openapi/schema"},
    "ir": BASE,
    "python": BASE | {"ir"},
    "diff": BASE | {"ir", "openapi/read", "python"},
    "pages": BASE | {"__init__", "openapi/names", "openapi/read", "openapi/schema"},
    "runtime": set(),
}
"""Room of generator/ (a module or a folder, one level deeper in openapi/) -> the rooms it may import."""

ONLY_USERS = {
    "datamodel_code_generator": {"python/model_tool.py"},
    "jinja2": {"python/render.py"},
    "openapi_spec_validator": {"openapi/check/standard.py"},
    "httpx": {"runtime/_http.py", "pipeline/fetch.py"},
    "platformdirs": {"pipeline/cache.py"},
    "subprocess": {
        "python/format.py",
        "python/model_tool.py",
        "command/doctor.py",
        "command/revisions.py",
        "pipeline/owned.py",
    },
    "jsonpath": {"openapi/read/overlay.py"},
    "typer": {
        "command/build.py",
        "command/cli.py",
        "command/diff.py",
        "command/drift.py",
        "command/init.py",
        "command/pages.py",
        "command/providers.py",
        "command/release.py",
    },
    "rich": {"command/console.py"},
    "yaml": {"openapi/read/yaml_events.py", "openapi/read/canonical.py"},
    "tomllib": {"openapi/read/toml_file.py", "python/verify.py"},
    "socket": {"runtime/network.py"},
    "pickle": set(),
}
"""What comes from elsewhere -> the only modules that import it."""

MODULES = sorted(path.relative_to(GENERATOR) for path in GENERATOR.rglob("*.py"))


def room(path: Path) -> str:
    """Return the room a module stands in."""
    return room_of(path.with_suffix("").parts)


def room_of(parts: tuple[str, ...]) -> str:
    return "/".join(parts[:2]) if parts[0] == "openapi" and len(parts) > 1 else parts[0]


def imports(path: Path) -> Iterator[str]:
    """Yield the full name of everything a module imports, also inside functions."""
    package = ("generator", *path.parts[:-1])
    for node in ast.walk(ast.parse((GENERATOR / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            stem = ".".join([*base, *([node.module] if node.module else [])])
            if stem in ("generator", "generator.openapi") or not node.module:
                yield from (f"{stem}.{alias.name}" for alias in node.names)
            else:
                yield stem


def inner(path: Path) -> set[str]:
    """Return the other rooms of generator/ that a module imports."""
    names = [tuple(name.split(".")[1:]) for name in imports(path) if name.split(".")[0] == "generator"]
    found = {room_of(name) if name else "__init__" for name in names}
    known = {room(each) for each in MODULES}
    return {each if each in known else "__init__" for each in found} - {room(path)}


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_rooms_import_what_they_may(path: Path) -> None:
    assert room(path) in MAY_IMPORT, "a new room of generator/: say in MAY_IMPORT what it may import"
    assert inner(path) <= MAY_IMPORT[room(path)]


def test_the_table_says_what_the_design_says() -> None:
    for name in (*BACK, "ir"):
        assert not MAY_IMPORT[name] & (FRONT | {"command", "pipeline"}), name
    for name in FRONT:
        assert not MAY_IMPORT[name] & (BACK | {"command", "pipeline"}), name
    assert MAY_IMPORT["ir"] == BASE
    assert not any("runtime" in allowed for allowed in MAY_IMPORT.values())
    assert {room(path) for path in MODULES} == MAY_IMPORT.keys()


def test_rooms_have_an_order() -> None:
    """No room needs itself, however far around."""
    graph = {name: set(allowed) for name, allowed in MAY_IMPORT.items()}
    while free := [name for name, allowed in graph.items() if not allowed]:
        graph = {name: allowed - {*free} for name, allowed in graph.items() if name not in free}
    assert graph == {}


def test_the_top_shows_the_pipeline() -> None:
    entries = [
        each for each in GENERATOR.iterdir() if each.suffix == ".py" or (each.is_dir() and each.name[0] not in "._")
    ]
    assert len(entries) <= 12, sorted(each.name for each in entries)


def test_no_permission_is_idle() -> None:
    used: dict[str, set[str]] = {}
    for path in MODULES:
        used.setdefault(room(path), set()).update(inner(path))
    idle = {name: sorted(allowed - used[name] - BASE) for name, allowed in MAY_IMPORT.items()}
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
    named = [
        path.as_posix() for path in MODULES if "import find_ruff_bin" in (GENERATOR / path).read_text(encoding="utf-8")
    ]
    assert named == ["python/format.py"]


@pytest.mark.parametrize("path", [path for path in MODULES if room(path) == "runtime"], ids=str)
def test_runtime_needs_httpx_and_pydantic_only(path: Path) -> None:
    allowed = {"httpx", "pydantic", "pydantic_core", "typing_extensions", "anyio", "generator"}
    tops = {name.split(".")[0] for name in imports(path)}
    assert tops <= allowed | sys.stdlib_module_names


# Templates

ENVIRONMENT = Environment(trim_blocks=True, lstrip_blocks=True)
PLAIN_WORDS = {
    "_xml.py.jinja": {"line"},
    "client.py.jinja": {"line"},
    "models.py.jinja": {"line"},
    "resource.py.jinja": {"line", "prefix", "method.definition", "method.doc", "method.sending", "method.raw", "mark"},
    "resources.py.jinja": {"flavour"},
    "webhooks.py.jinja": {"line"},
    "pyproject.toml.jinja": {"http_library", "http_version", "line"},
    "README.md.jinja": {"line"},
    "reference.md.jinja": {"line"},
}
"""What a template puts out as it is: code that `resources` or a filter spelt, words of the flavour, checked choices."""
OF_JINJA = {"join", "replace"}
"""Filters of Jinja that a template may use, always together with one of ours."""


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_template_is_short_and_plain(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 100
    tree = ENVIRONMENT.parse(text)
    allowed = (nodes.Output, nodes.For, nodes.If)
    statements = [type(each).__name__ for each in tree.find_all(nodes.Stmt) if not isinstance(each, allowed)]
    assert statements == []
    assert [ast_of(each) for each in tree.find_all(nodes.Call)] == []
    for each in tree.find_all(nodes.If):
        assert re.fullmatch(r"(api|resource|operation|module)\.\w+|loop\.(first|last)", ast_of(each.test))


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


def test_lines_put_out_as_they_are_were_spelt() -> None:
    for path in TEMPLATES:
        for loop in ENVIRONMENT.parse(path.read_text(encoding="utf-8")).find_all(nodes.For):
            if ast_of(loop.target) == "line":
                assert is_filtered(loop.iter) or ast_of(loop.iter).startswith(("module.", "method.")), path.name
