"""Render: Api -> files, from the templates. The only module that imports jinja2.

A template sees the Api, at most one resource with its module's code, the words of the flavour (sync or async) and the
filters of `python`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
)
from jinja2.exceptions import TemplateError, TemplateSyntaxError

from ..data import Json
from ..ir import Api
from . import FILTERS
from .former import former_methods
from .nesting import children, module_name
from .reference import homes
from .resources import modules
from .webhooks import has_events
from .xml import speaks_xml

_PACKAGE = Path(__file__).parents[1]
TEMPLATES = next(each for each in (_PACKAGE / "templates", _PACKAGE.parent / "templates") if each.is_dir())
"""The folder of the templates: within the installed package, beside generator/ in the repository."""

_OLDEST = {"httpx": "0.26", "httpx2": "2.0"}
"""HTTP library -> its oldest release that will do."""

_FLAVOURS = {
    "sync": {"flavour": "sync", "folder": "resources", "prefix": ""},
    "async": {"flavour": "async", "folder": "aio", "prefix": "Async"},
}


_NO_PROJECT: Mapping[str, Json] = {}

ORIGINAL = "original"
"""What stands before the name of one of our templates where another one in its place includes it."""


class TemplateFault(ValueError):
    """A template of the user fails. name: of its file; line: from 1, 0 where it is not known."""

    def __init__(self, name: str, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.name = name
        self.line = line


def render(
    api: Api,
    source: str,
    http_library: str,
    own: Path | None = None,
    project: Mapping[str, Json] = _NO_PROJECT,
    compiled: Path | None = None,
) -> dict[str, str]:
    """Return path in the package's folder -> text. source: the spec as the header names it. project: keys of [project]
    in pyproject.toml that are the owner's.

    own: a folder of templates that take the place of ours with the same names. compiled: a folder that keeps templates
    as they are compiled; jinja2 knows when one has changed. Raises TemplateFault where a template of the user fails, or
    has no namesake.
    """
    environment = _environment(compiled) if own is None else _with(own, compiled)
    library = {"http_library": http_library, "http_version": _OLDEST[http_library]}
    common = {"api": api, "source": source, "project": project, **library}
    package = api.package
    documented = common | {"homes": homes(api)}
    files = {
        "pyproject.toml": _fill(environment, "pyproject.toml", common),
        "README.md": _fill(environment, "README.md", common),
        "reference.md": _fill(environment, "reference.md", documented),
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
    return files | _resources(environment, api, common)


def _resources(environment: Environment, api: Api, common: Mapping[str, object]) -> dict[str, str]:
    """Return the modules of all resources, sync and async."""
    files: dict[str, str] = {}
    for resource in api.resources:
        made = modules(resource, children(api, resource.name), former_methods(api, resource))
        for flavour, module in made.items():
            words = _FLAVOURS[flavour]
            name = f"{api.package}/{words['folder']}/{module_name(resource)}.py"
            context = {**common, **words, "resource": resource, "module": module}
            files[name] = _fill(environment, "resource.py", context)
    return files


@cache
def _environment(compiled: Path | None) -> Environment:
    """Return what all packages are rendered in: it keeps the templates, which take longer to compile than to fill."""
    return _made_of(FileSystemLoader(TEMPLATES), compiled)


def _with(own: Path, compiled: Path | None) -> Environment:
    """Return what packages are rendered in with templates of the user before ours."""
    _refuse_strangers(own)
    ours = FileSystemLoader(TEMPLATES)
    return _made_of(ChoiceLoader([FileSystemLoader(own), ours, PrefixLoader({ORIGINAL: ours})]), compiled)


_SYNTAX: Mapping[str, Any] = {
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "autoescape": False,
}


def _made_of(loader: BaseLoader, compiled: Path | None) -> Environment:
    """Return an environment with our filters. compiled: where templates are kept as they are compiled."""
    kept = None
    if compiled:
        known = hashlib.sha256(f"{_SYNTAX}{version('jinja2')}".encode()).hexdigest()[:16]
        kept = FileSystemBytecodeCache(str(compiled), f"%s-{known}.compiled")
    environment = Environment(loader=loader, bytecode_cache=kept, **_SYNTAX)
    filters: dict[str, Any] = environment.filters
    filters.update(FILTERS)
    return environment


def _refuse_strangers(own: Path) -> None:
    """Raise TemplateFault where a folder holds a template that is none of ours by its name, or is no folder."""
    known = sorted(path.name for path in TEMPLATES.glob("*.jinja"))
    if not own.is_dir():
        raise TemplateFault("", "the folder of templates is not there")
    for path in sorted(own.glob("*")):
        if path.name not in known:
            raise TemplateFault(path.name, f"no template is called so; there are {', '.join(known)}")


def _fill(environment: Environment, name: str, context: Mapping[str, object]) -> str:
    template = f"{name}.jinja"
    try:
        return environment.get_template(template).render(context)
    except TemplateSyntaxError as error:
        raise TemplateFault(error.name or template, error.message or "it cannot be read", error.lineno) from error
    except TemplateError as error:
        raise TemplateFault(template, error.message or type(error).__name__, _line(error)) from error


def _line(error: BaseException) -> int:
    """Return the line of the innermost template that an exception went through."""
    line, frame = 0, error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename.endswith(".jinja"):
            line = frame.tb_lineno
        frame = frame.tb_next
    return line
