"""Models: Api -> the modules of the models package.

In: the models of the IR, whose names, modules and types are settled. Out: file name -> Python text. The tool gets only
what a reader needs: what a response must not be held to (patterns, lengths, defaults) goes into the docstring.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Collection, Mapping

from ..data import Json
from ..ir import Api, Class
from ..ir.walk import types_of
from .annotations import runtime_types
from .keywords import Keywords
from .schemas import FORMATS, FREE_KEYS, PREFIX, Schemas
from .shares import Modules
from .text import literal
from .tuples import with_tuples

Keep = Callable[[str, Mapping[str, str], Callable[[Collection[str]], dict[str, str]]], dict[str, str]]
"""What keeps files from run to run: (whose they are; file -> what is asked for it; what makes some files) -> all files,
kept or made."""


def models(api: Api, source: str, keep: Keep | None = None) -> dict[str, str]:
    """Return file name in models/ -> text, without the package's __init__. source: the spec as the header names it.

    keep: has what the model tool wrote before, so that the tool has only the rest to write, and is not loaded for none.
    """
    if not api.models:
        return {}
    keys = {model.name: f"{model.module}.{model.name}" for model in api.models}
    schemas = Schemas(keys, f"{api.package}._runtime.model.OpenModel")
    components: dict[str, Json] = {keys[model.name]: schemas.component(model) for model in api.models}
    types = [each for model in api.models for each in types_of(model)]
    ours = sorted(set[str]().union(*map(runtime_types, types)))
    components.update((f"{FORMATS}.{type}", {"type": "string"}) for type in ours)
    files = _written(Modules(components, PREFIX), _names(api, keys), api.package, keep)
    header = f'"""Models: generated from {source}; do not edit."""\n\n'
    found = {name: header + _tidy(text, api.package) for name, text in files.items()}
    found |= {name: _fixed(found[name], each) for name, each in _families(api).items()}
    found |= {name: _unasked(found[name], each) for name, each in _read_only(api).items()}
    found = Keywords(api).written(found)
    return {**found, f"{FORMATS}.py": _formats(ours)} if ours else found


def _formats(types: list[str]) -> str:
    """Spell the module that hands on types of the runtime."""
    listed = ", ".join(types)
    return (
        f'"""Types of the runtime that models are made of."""\n\nfrom .._runtime.types import {listed}\n\n'
        f"__all__ = [{', '.join(map(literal, types))}]\n"
    )


def _families(api: Api) -> dict[str, dict[str, tuple[str, str]]]:
    """Return file -> class -> the field whose value is fixed, and the value."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for model in api.models:
        for field in model.fields if isinstance(model, Class) else ():
            if field.fixed is not None:
                found.setdefault(f"{model.module}.py", {})[model.name] = (field.name, field.fixed)
    return found


def _fixed(text: str, families: Mapping[str, tuple[str, str]]) -> str:
    """Write the values of fixed fields as their defaults; the tool writes None, or none where the base demands it."""
    lines = text.split("\n")
    for node in reversed(ast.parse(text).body):
        field, value = families.get(node.name, ("", "")) if isinstance(node, ast.ClassDef) else ("", "")
        for each in node.body if isinstance(node, ast.ClassDef) and field else ():
            if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name) and each.target.id == field:
                end = (each.end_lineno or each.lineno) - 1
                lines[end] = f"{lines[end].removesuffix(' = None')} = {literal(value)}"
    return "\n".join(lines)


def _read_only(api: Api) -> dict[str, dict[str, set[str]]]:
    """Return file -> class -> the fields that every answer holds and no request."""
    found: dict[str, dict[str, set[str]]] = {}
    for model in (each for each in api.models if isinstance(each, Class)):
        if names := {each.name for each in model.fields if each.access == "read" and each.required and not each.fixed}:
            found.setdefault(f"{model.module}.py", {})[model.name] = names
    return found


def _unasked(text: str, classes: Mapping[str, set[str]]) -> str:
    """Give fields a default that is none: type checkers do not ask a constructor for them, and readers demand them."""
    lines = text.split("\n")
    for node in ast.parse(text).body:
        names = classes.get(node.name, ()) if isinstance(node, ast.ClassDef) else ()
        for each in node.body if isinstance(node, ast.ClassDef) else ():
            if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name) and each.target.id in names:
                lines[(each.end_lineno or each.lineno) - 1] += " = Field(default=...)"
    return _with_field("\n".join(lines))


def _with_field(text: str) -> str:
    """Return the text of a module with the import of pydantic's Field."""
    known = re.search(r"^from pydantic import .*\bField\b", text, flags=re.MULTILINE)
    return text if known else text.replace("\nfrom ", "\nfrom pydantic import Field\nfrom ", 1)


def _names(api: Api, keys: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return component -> the fields whose attributes are called otherwise: wire name -> attribute."""
    classes = [model for model in api.models if isinstance(model, Class)]
    found = {keys[each.name]: {own.wire: own.name for own in each.fields if own.name != own.wire} for each in classes}
    return {key: names for key, names in found.items() if names}


def _written(
    modules: Modules, names: Mapping[str, Mapping[str, str]], package: str, keep: Keep | None
) -> dict[str, str]:
    """Return what the model tool writes, or has written. names: as `_names` returns them."""
    base = f"{package}._runtime.model.Model"

    def make(files: Collection[str]) -> dict[str, str]:
        from .model_tool import written  # only where it has something to write: it takes a third of a second to load

        flat = {f"{key}.{wire}": name for key, each in names.items() for wire, name in each.items()}
        return written(modules, files, flat, base)

    if keep is None:
        return make(modules.files)
    return keep(base, {file: _asked(modules, file, names) for file in modules.files}, make)


def _asked(modules: Modules, file: str, names: Mapping[str, Mapping[str, str]]) -> str:
    """Return all that decides the text of a file."""
    share = modules.share([file])
    own = [key for key in names if key in share.components and share.components[key] is modules.components[key]]
    return json.dumps([share.components, {key: names[key] for key in own}])


def _tidy(text: str, package: str) -> str:
    """Remove the header and the rebuild lines (models are built when first used), import the base relatively, give free
    keys the name that pydantic has for them, and write tuples."""
    text = text.removeprefix("#\n").lstrip()
    text = re.sub(r"^\w+\.model_rebuild\(\)\n?", "", text, flags=re.MULTILINE)
    text, free = re.subn(
        rf"^    {FREE_KEYS}: (.*)$", r"    __pydantic_extra__: \1 = Field(init=False)", text, flags=re.MULTILINE
    )
    text = _with_field(text) if free else text
    return with_tuples(text.replace(f"from {package}._runtime.model import ", "from .._runtime.model import "))
