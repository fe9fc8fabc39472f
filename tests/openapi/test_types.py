"""A schema has one type wherever it stands: as a property, an item or a value of a map, in a body, an answer, an error,
a header or a webhook, and as a component.

The table says which. The package made from all of them is written as well, where the generator itself compares each
annotation with the IR.
"""

from __future__ import annotations

from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.data import Json
from generator.ir import Alias, Api, Array, Class, Enumeration, Facts, Literal, Map, Type, Union
from generator.ir.walk import constants
from generator.openapi.lower.types import lower_type
from generator.openapi.read.provider import default_provider
from generator.pipeline import Generated, Source, generate
from generator.python.annotations import annotation, value_facts
from generator.report import Report

ROWS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "types.yaml").read_text(encoding="utf-8"))
SHARED_SCHEMAS: dict[str, Any] = {
    "Name": {"type": "string"},
    "Maybe": {"type": ["string", "null"]},
    "Pet": {"type": "object", "properties": {"name": {"type": "string"}}},
}


def document() -> dict[str, Any]:
    """Put each schema of the table into every place."""
    properties, schemas, paths, webhooks = dict[str, Any](), dict[str, Any](), dict[str, Any](), dict[str, Any]()
    for index, row in enumerate(ROWS):
        schema = row["schema"]
        properties[f"p{index}"] = schema
        schemas[f"Component{index}"] = schema
        schemas[f"Items{index}"] = {"type": "array", "items": schema}
        schemas[f"Values{index}"] = {"type": "object", "additionalProperties": schema}
        content = {"application/json": {"schema": schema}}
        paths[f"/op{index}"] = {
            "post": {
                "operationId": f"op{index}",
                "parameters": [{"name": "q", "in": "query", "schema": schema}],
                "requestBody": {"required": True, "content": content},
                "responses": {
                    "200": {"description": "ok", "headers": {"X-Value": {"schema": schema}}, "content": content},
                    "400": {"description": "no", "content": content},
                },
            }
        }
        webhooks[f"hook{index}"] = {"post": {"requestBody": {"content": content}, "responses": {}}}
    schemas["Holder"] = {"type": "object", "required": list(properties), "properties": properties}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Types", "version": "1"},
        "paths": paths,
        "webhooks": webhooks,
        "components": {"schemas": {**SHARED_SCHEMAS, **schemas}},
    }


@cache
def made(folder: Path) -> Generated:
    path = folder / "types.yaml"
    path.write_text(yaml.safe_dump(document(), sort_keys=False), encoding="utf-8")
    return generate(Source(path, "types.yaml", default_provider("types")), Report())


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    return made(tmp_path_factory.mktemp("types"))


def places(api: Api, index: int) -> dict[str, Type]:
    """Return place -> the type that a schema of the table has there."""
    models = {model.name: model for model in api.models}
    operation = next(each for resource in api.resources for each in resource.operations if each.id == f"op{index}")
    holder, items, values = models["Holder"], models[f"Items{index}"], models[f"Values{index}"]
    hook = next(each for each in api.webhooks if each.name == f"hook{index}")
    assert isinstance(holder, Class) and operation.body and hook.body
    found: dict[str, Type] = {
        "property": next(each.type for each in holder.fields if each.wire == f"p{index}"),
        "body": operation.body.contents[0].type,
        "answer": operation.answers[0].contents[0].type,
        "result": operation.result,
        "header": operation.answers[0].headers[0].type,
        "error": operation.errors[0].contents[0].type,
        "webhook": hook.body.contents[0].type,
    }
    if isinstance(items, Alias) and isinstance(items.type, Array):
        found["item"] = items.type.item
    if isinstance(values, Alias) and isinstance(values.type, Map):
        found["value"] = values.type.value
    return found


@pytest.mark.parametrize("index", range(len(ROWS)), ids=lambda index: f"{ROWS[index]['schema']}"[:60])
def test_one_type_everywhere(index: int, package: Generated) -> None:
    wanted = ROWS[index]["type"] or "None"
    found = {place: annotation(each) for place, each in places(package.api, index).items()}
    assert found == dict.fromkeys(found, wanted)
    assert "item" in found
    assert "value" in found or ROWS[index]["schema"] is True, "an object of which nothing is said is a class"


@pytest.mark.parametrize("index", [index for index, row in enumerate(ROWS) if "facts" in row])
def test_facts_stand_where_they_are_written(index: int, package: Generated) -> None:
    """What is demanded beside a reference is of the place where it stands, and not of the model."""
    wanted = Facts(**ROWS[index]["facts"])
    found = {place: value_facts(each) for place, each in places(package.api, index).items()}
    assert found == dict.fromkeys(found, wanted) and len(found) >= 7


@pytest.mark.parametrize("index", range(len(ROWS)), ids=lambda index: f"{ROWS[index]['schema']}"[:60])
def test_a_component_is_its_type(index: int, package: Generated) -> None:
    """A component that may be null is the type without it, and null stands where it is referred to."""
    model = next(each for each in package.api.models if each.name == f"Component{index}")
    wanted = ROWS[index]["type"] or "None"
    if isinstance(model, Class):
        assert wanted in ("Pet", "Thing")
        return
    values = constants(model) if isinstance(model, Enumeration) else model.type
    assert annotation(values) == (wanted if wanted == "None" else wanted.removesuffix(" | None"))


def test_the_table_is_long_enough() -> None:
    assert len(ROWS) >= 60


def test_facts_of_constants_hold_for_all_of_them() -> None:
    """Constants of several members are one enumeration, of which only what all members demand is demanded."""
    members: list[Json] = [
        {"type": "string", "enum": ["now"], "maxLength": 5, "pattern": "^n"},
        {"type": "string", "enum": [""], "maxLength": 5},
        {"type": "integer"},
    ]
    for order in permutations(members):
        found = lower_type({"anyOf": list(order)})
        assert isinstance(found, Union)
        (constants,) = (each for each in found.members if isinstance(each, Literal))
        assert constants.facts == Facts(max_length=5) and set(constants.values) == {"now", ""}
