"""Select: which operations a package is made of, and what is left of the components."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.ir import Api, Bearer
from generator.openapi.read.patterns import read_pattern
from generator.openapi.read.provider import Choice
from generator.pipeline import document_source, front
from generator.report import Report, SpecError


def _answer(schema: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return {"responses": {"200": {"description": "", "content": content}}}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "x-error-when": {"pointer": "/fault", "equals": True, "schema": "#/components/schemas/Fault"},
    "paths": {
        "/v1/orders": {
            "get": {"operationId": "listOrders", "tags": ["orders"], **_answer("Orders")},
            "post": {"operationId": "createOrder", "tags": ["orders"], "security": [{"key": []}], **_answer("Order")},
        },
        "/v1/orders/{id}": {
            "parameters": [{"$ref": "#/components/parameters/Id"}],
            "get": {"operationId": "getOrder", "tags": ["orders"], **_answer("Order")},
        },
        "/v1/animals": {"get": {"tags": ["zoo"], **_answer("Animal")}},
        "/v1/people": {"$ref": "#/components/pathItems/People"},
        "/v1/staff": {"$ref": "#/components/pathItems/People"},
    },
    "webhooks": {
        "order.made": {"post": {"requestBody": {"content": {"application/json": {"schema": _ref("Made")}}}}},
        "zoo.fed": {"post": {"requestBody": {"content": {"application/json": {"schema": _ref("Fed")}}}}},
    },
    "components": {
        "parameters": {"Id": {"name": "id", "in": "path", "required": True, "schema": _ref("Id")}},
        "pathItems": {
            "People": {
                "get": {"tags": ["people"], **_answer("Person")},
                "delete": {"tags": ["people"], "responses": {"204": {"description": ""}}},
            }
        },
        "securitySchemes": {
            "key": {"type": "apiKey", "name": "X-Key", "in": "header"},
            "other": {"type": "apiKey", "name": "X-Other", "in": "header"},
        },
        "schemas": {
            "Id": {"type": "string", "enum": ["a", "b", "c", "d", "e"]},
            "Orders": _object(data={"type": "array", "items": _ref("Order")}),
            "Order": _object(id={"type": "string"}),
            "Fault": _object(why={"type": "string"}),
            "Animal": {**_object(kind={"type": "string"}), "discriminator": {"propertyName": "kind"}},
            "Cat": {"allOf": [_ref("Animal"), _object(claws={"type": "integer"})]},
            "Tiger": {"allOf": [_ref("Cat"), _object(stripes={"type": "integer"})]},
            "Person": _object(name={"type": "string"}),
            "Made": _object(order=_ref("Order")),
            "Fed": _object(animal=_ref("Animal")),
            "Unused": _object(),
        },
    },
}


def api_of(
    tmp_path: Path,
    document: dict[str, Any] = DOCUMENT,
    *,
    include: tuple[str, ...] = (),
    exclude: tuple[str, ...] = (),
    skip: tuple[str, ...] = (),
) -> tuple[Api, Report]:
    path = tmp_path / "shop.json"
    path.write_text(json.dumps(document))
    source, report = document_source(path), Report()
    chosen = replace(
        source.provider,
        include=tuple(map(read_pattern, include)),
        exclude=tuple(map(read_pattern, exclude)),
        skip=skip,
    )
    return front(replace(source, provider=chosen), report)[0], report


def calls(api: Api) -> list[str]:
    return [f"{each.method} {each.path}" for resource in api.resources for each in resource.operations]


def names(api: Api) -> dict[str, str]:
    return {
        f"{each.method} {each.path}": f"{resource.name}.{each.name}"
        for resource in api.resources
        for each in resource.operations
    }


ORDERS = ["GET /v1/orders", "POST /v1/orders", "GET /v1/orders/{id}"]


@pytest.mark.parametrize(
    ("include", "exclude", "skip", "found"),
    [
        (("tag:orders",), (), (), ORDERS),
        (("tag:ord*",), ("method:post",), (), [ORDERS[0], ORDERS[2]]),
        (("/v1/orders",), (), (), ORDERS[:2]),
        (("GET /v1/*",), ("tag:people", "tag:zoo"), (), [ORDERS[0], ORDERS[2]]),
        (("id:*Order",), (), (), ORDERS[1:]),
        (("tag:orders",), (), ("createOrder",), [ORDERS[0], ORDERS[2]]),
        (("/v1/people", "/v1/staff"), ("DELETE /v1/staff",), (),
         ["GET /v1/people", "DELETE /v1/people", "GET /v1/staff"]),
        ((), ("path:/v1/orders*", "webhook:*", "GET /v1/staff"), ("GET /v1/animals",),
         ["GET /v1/people", "DELETE /v1/people", "DELETE /v1/staff"]),
    ],
)  # fmt: skip
def test_operations(
    tmp_path: Path, include: tuple[str, ...], exclude: tuple[str, ...], skip: tuple[str, ...], found: list[str]
) -> None:
    api, report = api_of(tmp_path, include=include, exclude=exclude, skip=skip)
    assert sorted(calls(api)) == sorted(found)
    assert report.notes == [f"{len(found)} of 8 operations are chosen"]


def test_what_nothing_reaches_is_not_there(tmp_path: Path) -> None:
    api, _ = api_of(tmp_path, include=("tag:orders",))
    assert {each.name for each in api.models} == {"Orders", "Order", "Id", "Fault"}
    assert [each.scheme for each in api.auth] == ["key"] and api.webhooks == ()
    api, _ = api_of(tmp_path, include=("GET /v1/animals", "webhook:order.*"))
    assert {each.name for each in api.models} == {"Animal", "Cat", "Tiger", "Made", "Order", "Fault"}
    assert [each.event for each in api.webhooks] == ["order.made"]
    api, _ = api_of(tmp_path, exclude=("webhook:zoo.fed", "tag:zoo"))
    assert not {"Animal", "Cat", "Tiger", "Fed", "Unused"} & {each.name for each in api.models}


def test_a_skip_leaves_the_models(tmp_path: Path) -> None:
    api, _ = api_of(tmp_path, skip=("getOrder",))
    assert len(calls(api)) == 7 and "Unused" in {each.name for each in api.models}


def test_a_part_has_the_names_of_the_whole(tmp_path: Path) -> None:
    whole, part = names(api_of(tmp_path)[0]), names(api_of(tmp_path, include=("/v1/animals", "tag:people"))[0])
    assert part and part.items() <= whole.items()


def test_what_a_component_says_of_methods_is_heard_where_it_is_left_out(tmp_path: Path) -> None:
    row = {"method_name": "fetch", "method_on": "service", "operation": "get", "path": "/v1/orders/{id}"}
    schemas = {**DOCUMENT["components"]["schemas"], "Aside": {**_object(), "x-stripeOperations": [row]}}
    document = {**DOCUMENT, "components": {**DOCUMENT["components"], "schemas": schemas}}
    for include in ((), ("tag:orders",)):
        api, _ = api_of(tmp_path, document, include=include)
        assert names(api)["GET /v1/orders/{id}"] == "orders.fetch"
        assert ("Aside" in {each.name for each in api.models}) == (not include)


@pytest.mark.parametrize(
    ("include", "exclude", "message"),
    [
        (("tag:order",), (), "include: 'tag:order' matches nothing"),
        ((), ("webhook:x",), "exclude: 'webhook:x' matches nothing"),
        (("tag:orders",), ("/v1/orders*",), "include, exclude and skip leave no operation"),
    ],
)
def test_choices_that_are_wrong(
    tmp_path: Path, include: tuple[str, ...], exclude: tuple[str, ...], message: str
) -> None:
    with pytest.raises(SpecError) as caught:
        api_of(tmp_path, include=include, exclude=exclude)
    assert [(each.code, each.message) for each in caught.value.report.problems] == [("E401", message)]


def test_credentials_have_the_names_of_the_whole(tmp_path: Path) -> None:
    document = json.loads(json.dumps(DOCUMENT))
    document["components"]["securitySchemes"] = {
        name: {"type": "http", "scheme": "bearer"} for name in ("userToken", "adminToken")
    }
    document["paths"]["/v1/orders"]["post"]["security"] = [{"userToken": []}]
    document["paths"]["/v1/animals"]["get"]["security"] = [{"adminToken": []}]
    path = tmp_path / "shop.json"
    path.write_text(json.dumps(document))
    source = document_source(path)
    found: list[set[str]] = []
    for include in ((), (read_pattern("tag:orders"),)):
        api = front(replace(source, provider=replace(source.provider, include=include)), Report())[0]
        found.append({each.token.name for each in api.auth if isinstance(each, Bearer)})
    assert found == [{"user_token", "admin_token"}, {"user_token"}]


def test_a_choice_of_names_may_be_for_what_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "shop.json"
    path.write_text(json.dumps(DOCUMENT))
    source = document_source(path)
    choices = {"createOrder": Choice("place"), "GET /v1/animals": Choice("meet")}
    chosen = replace(source.provider, include=(read_pattern("tag:zoo"),), operations=choices)
    assert names(front(replace(source, provider=chosen), Report())[0])["GET /v1/animals"].endswith(".meet")
