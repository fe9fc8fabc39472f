"""Render: Api -> files, from the templates. The only module that imports jinja2.

A template sees the Api, at most one resource with its module's code, the words of the flavour (sync or async) and the
filters of `python`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..ir import Api
from . import FILTERS
from .nesting import children, module_name
from .resources import modules
from .webhooks import has_events
from .xml import speaks_xml

TEMPLATES = Path(__file__).parents[2] / "templates"

_OLDEST = {"httpx": "0.26", "httpx2": "2.0"}
"""HTTP library -> its oldest release that will do."""

_FLAVOURS = {
    "sync": {"flavour": "sync", "folder": "resources", "prefix": ""},
    "async": {"flavour": "async", "folder": "aio", "prefix": "Async"},
}


def render(api: Api, source: str, http_library: str) -> dict[str, str]:
    """Return path in the package's folder -> text. source: the spec as the header names it."""
    environment = _environment()
    oldest = _OLDEST[http_library]
    common = {"api": api, "source": source, "http_library": http_library, "http_version": oldest}
    package = api.package
    files = {
        "pyproject.toml": _fill(environment, "pyproject.toml", common),
        "README.md": _fill(environment, "README.md", common),
        "reference.md": _fill(environment, "reference.md", common),
        f"{package}/__init__.py": _fill(environment, "package.py", common),
        f"{package}/client.py": _fill(environment, "client.py", common),
        f"{package}/models/__init__.py": _fill(environment, "models.py", common),
        f"{package}/py.typed": "",
        f"{package}/testing.py": _fill(environment, "testing.py", common),
    }
    if speaks_xml(api):
        files[f"{package}/_xml.py"] = _fill(environment, "_xml.py", common)
    if has_events(api):
        files[f"{package}/webhooks.py"] = _fill(environment, "webhooks.py", common)
    for words in _FLAVOURS.values():
        folder = f"{package}/{words['folder']}"
        files[f"{folder}/__init__.py"] = _fill(environment, "resources.py", common | words)
    for resource in api.resources:
        for flavour, module in modules(resource, children(api, resource.name)).items():
            words = _FLAVOURS[flavour]
            context = common | words | {"resource": resource, "module": module}
            files[f"{package}/{words['folder']}/{module_name(resource)}.py"] = _fill(
                environment, "resource.py", context
            )
    return files


@cache
def _environment() -> Environment:
    """Return what all packages are rendered in: it keeps the templates, which take longer to compile than to fill."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    filters: dict[str, Any] = environment.filters
    filters.update(FILTERS)
    return environment


def _fill(environment: Environment, name: str, context: Mapping[str, object]) -> str:
    return environment.get_template(f"{name}.jinja").render(context)
