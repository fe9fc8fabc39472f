"""Keywords that speak about another kind of value: every keyword with every type, from the text to the package."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.ir import (
    Anything,
    Api,
    Array,
    Class,
    Enumeration,
    File,
    Literal,
    Map,
    Model,
    Ref,
    Scalar,
    Tuple,
    Type,
    Union,
)
from generator.openapi.schema.kinds import type_of, types_of
from generator.openapi.schema.repair import TYPES
from generator.pipeline import document_source, front, generate
from generator.report import Report

TEXT = {"type": "string"}
PET = {"type": "object", "properties": {"name": TEXT}}
VALUES: dict[str, Any] = {
    "properties": {"a": TEXT, "items": {"type": "array", "items": PET}},
    "required": ["a"],
    "additionalProperties": {"type": "integer"},
    "patternProperties": {"^x": {"type": "integer"}},
    "propertyNames": {"pattern": "^a"},
    "minProperties": 1,
    "maxProperties": 9,
    "unevaluatedProperties": False,
    "dependentRequired": {"a": ["b"]},
    "dependentSchemas": {"a": {"required": ["b"]}},
    "items": PET,
    "prefixItems": [TEXT, PET],
    "additionalItems": False,
    "contains": TEXT,
    "minContains": 1,
    "maxContains": 9,
    "minItems": 1,
    "maxItems": 9,
    "uniqueItems": True,
    "unevaluatedItems": False,
    "minLength": 1,
    "maxLength": 9,
    "pattern": "^a",
    "contentEncoding": "base64",
    "contentMediaType": "image/png",
    "contentSchema": PET,
    "minimum": 1,
    "maximum": 9,
    "exclusiveMinimum": 0,
    "exclusiveMaximum": 10,
    "multipleOf": 0.5,
}
OTHERS: dict[str, Any] = {
    "format": "date",
    "enum": ["a", 1, None, True, 1.5],
    "const": "a",
    "discriminator": {"propertyName": "a"},
    "allOf": [PET],
    "anyOf": [PET, {"type": "array", "items": TEXT}, TEXT],
    "oneOf": [{"required": ["a"]}, {"minItems": 2}],
    "not": {"required": ["b"]},
    "nullable": True,
}
"""Keywords that speak about all kinds, beside structure of two kinds."""

BESIDE: dict[str, list[str]] = {
    "": [],
    "P": ["properties"],
    "I": ["items"],
    "Pi": ["properties", "items"],
    "Ip": ["items", "properties"],
    "M": ["additionalProperties", "items"],
}
"""Suffix of a name -> what stands beside the keyword."""

KINDS: dict[str, Any] = {
    "untyped": None,
    **{name: name for name in TYPES},
    "nullableArray": ["array", "null"],
    "nullableObject": ["object", "null"],
    "listOfOne": ["object"],
    "arrayOrObject": ["array", "object"],
    "objectOrText": ["object", "string"],
    "all": ["object", "array", "string", "number", "boolean", "null"],
}
"""Name -> the value of `type`."""


def typed(kind: Any, keywords: dict[str, Any]) -> dict[str, Any]:
    """Return a schema of its own data."""
    schema = keywords if kind is None else {"type": kind, **keywords}
    copy: dict[str, Any] = json.loads(json.dumps(schema))
    return copy


def variants(kind: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every keyword with a type: alone, beside the structure of objects and of arrays, and beside both."""
    for keyword, value in {**VALUES, **OTHERS}.items():
        for suffix, beside in BESIDE.items():
            yield keyword + suffix, typed(kind, {**{key: VALUES[key] for key in beside}, keyword: value})


def document(kind: Any) -> dict[str, Any]:
    """Return a document in which each variant is a component, a property, an answer's value and a body."""
    named = {f"{name}Component": schema for name, schema in variants(kind)}
    fields = dict(variants(kind))
    media = {f"application/json; variant={name}": {"schema": schema} for name, schema in variants(kind)}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Kinds", "version": "1"},
        "paths": {
            "/kinds": {
                "post": {
                    "operationId": "kinds",
                    "requestBody": {"content": media},
                    "responses": {"200": {"description": "Whole.", "content": json.loads(json.dumps(media))}},
                }
            }
        },
        "components": {"schemas": {**named, "Whole": {"type": "object", "properties": fields}}},
    }


def spec_of(data: dict[str, Any], folder: Path) -> Path:
    path = folder / "kinds.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def kinds_in(found: Type, models: dict[str, Model]) -> set[str]:
    """Return the kinds of values that a type of the IR admits, null apart; {"any"} for anything."""
    match found:
        case Anything() | File():
            return {"any"}
        case Array() | Tuple():
            return {"array"}
        case Map():
            return {"object"}
        case Literal(values=values):
            return {each for each in (type_of(value) for value in values) if each != "null"}
        case Union(members=members):
            return set[str]().union(*(kinds_in(each, models) for each in members))
        case Ref(model=name):
            model = models[name]
            if isinstance(model, Class):
                return {"object"}
            if isinstance(model, Enumeration):
                return {type_of(each.value) for each in model.values}
            return kinds_in(model.type, models)
        case Scalar(name="null"):
            return set()
        case Scalar(name=name):
            return {name if name in TYPES else "string"}
        case _:
            raise AssertionError(found)


def fields_of(api: Api) -> dict[str, Type]:
    whole = next(each for each in api.models if each.name == "Whole")
    assert isinstance(whole, Class)
    return {each.wire: each.type for each in whole.fields}


@pytest.mark.parametrize("kind", KINDS)
def test_types_are_of_the_kinds_that_are_stated(kind: str, tmp_path: Path) -> None:
    api, _ = front(document_source(spec_of(document(KINDS[kind]), tmp_path)), Report())
    models = {each.name: each for each in api.models}
    stated = {each for each in types_of({"type": KINDS[kind]}) if each != "null"}
    stated |= {"integer"} if "number" in stated else set()
    wrong: dict[str, set[str]] = {}
    for name, found in fields_of(api).items():
        kinds = kinds_in(found, models)
        composed = name.startswith(("anyOf", "oneOf", "allOf"))
        same = kinds_in(Ref(f"{name[0].upper()}{name[1:]}Component"), models)
        if not composed and (same != kinds or (stated and not kinds <= stated)):
            wrong[name] = kinds | same
    assert wrong == {}


@pytest.mark.parametrize("kind", KINDS)
def test_package_of_every_keyword_is_whole(kind: str, tmp_path: Path) -> None:
    made = generate(document_source(spec_of(document(KINDS[kind]), tmp_path)), Report())
    for name, text in made.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    call = f"from {made.api.package} import models\nfor each in dir(models): getattr(models, each)"
    done = subprocess.run([sys.executable, "-c", call], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stderr == ""
