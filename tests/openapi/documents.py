"""Small documents, and the types of an Api in a few words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.ir import (
    Alias,
    Anything,
    Api,
    Array,
    Class,
    Closed,
    Enumeration,
    File,
    Free,
    Literal,
    Map,
    Model,
    Operation,
    Ref,
    Scalar,
    Stream,
    Tuple,
    Type,
    Union,
)
from generator.pipeline import document_source, front
from generator.report import Report

DONE: dict[str, Any] = {"204": {"description": "done"}}
"""Responses of an operation that answers nothing."""


def api_of(data: Any, report: Report | None = None, folder: Path | None = None) -> Api:
    """Return the Api of a document; folder: where its references may lead."""
    whole = {"openapi": "3.1.0", "info": {"title": "Small", "version": "1"}, "paths": {}, **data}
    with TemporaryDirectory() as scratch:
        path = (folder or Path(scratch)) / "spec.json"
        path.write_text(json.dumps(whole), encoding="utf-8")
        return front(document_source(path), report or Report())[0]


def operation_of(operation: Any, report: Report | None = None, **document: Any) -> Operation:
    """Return the only operation of a document."""
    method, path = "get", "/things"
    if isinstance(operation, tuple):
        method, path, operation = operation
    whole = {"operationId": "one", "responses": DONE, **operation}
    api = api_of({"paths": {path: {method: whole}}, **document}, report)
    ((found,),) = (resource.operations for resource in api.resources)
    return found


def json_content(schema: Any, media: str = "application/json") -> dict[str, Any]:
    return {"content": {media: {"schema": schema}}}


def spelt(found: Type, api: Api, depth: int = 0) -> str:
    """Spell a type: models are written out, so that a name given on the way means nothing."""
    models: Mapping[str, Model] = {each.name: each for each in api.models}

    def inner(each: Type) -> str:
        return spelt(each, api, depth + 1)

    match found:
        case Scalar(name):
            return name
        case Ref(model):
            return "..." if depth > 6 else _model(models[model], api, depth)
        case Literal(values, _, fixed):
            return f"{'const' if fixed else 'enum'} {', '.join(repr(each) for each in values)}"
        case Array(item):
            return f"[{inner(item)}]"
        case Tuple(items, rest):
            return f"({', '.join([*map(inner, items), *([f'...{inner(rest)}'] if rest else [])])})"
        case Map(value, closed):
            return "{}" if closed else f"{{*: {inner(value)}}}"
        case Union(members):
            return " | ".join(inner(each) for each in members)
        case File():
            return "file"
        case Stream(item, events):
            return f"{'events' if events else 'stream'} of {inner(item)}"
        case Anything():
            return "any"


def _model(model: Model, api: Api, depth: int) -> str:
    if isinstance(model, Alias):
        return spelt(model.type, api, depth + 1)
    if isinstance(model, Enumeration):
        return f"enum {', '.join(repr(each.value) for each in model.values)}"
    return f"{{{', '.join(_members(model, api, depth))}}}"


def _members(model: Class, api: Api, depth: int) -> list[str]:
    bases = [each for each in api.models if each.name in model.bases and isinstance(each, Class)]
    found = [member for base in bases for member in _members(base, api, depth)]
    for field in model.fields:
        found.append(f"{field.wire}{'' if field.required else '?'}: {spelt(field.type, api, depth + 1)}")
    if isinstance(model.extras, Free):
        found.append(f"*: {spelt(model.extras.type, api, depth + 1)}")
    return [*found, *(["!"] if isinstance(model.extras, Closed) else [])]
