"""What requests of the API are called, and how they say which they are."""

from __future__ import annotations

from typing import Any

import pytest

from generator.ir import Telling
from generator.ir.walk import events
from generator.report import Report

from .documents import DONE, api_of, json_content

TEXT: Any = {"type": "string"}


def fixed(*values: object) -> dict[str, Any]:
    return {"enum": list(values)}


def payload(name: str = "type", value: Any = TEXT, **more: Any) -> dict[str, Any]:
    """Return a request with a body of its own; more: further properties."""
    return {"requestBody": json_content({"type": "object", "properties": {name: value, **more}}), "responses": DONE}


def headed(value: Any, request: dict[str, Any], name: str = "X-Event") -> dict[str, Any]:
    return {**request, "parameters": [{"name": name, "in": "header", "schema": value}]}


def telling(**webhooks: Any) -> Telling | None:
    """Return how webhooks are told apart, each with a property of its own, so that no two bodies are one class."""
    for name, request in webhooks.items():
        schema = request["requestBody"]["content"]["application/json"]["schema"]
        schema.get("properties", {})[f"own_{name}"] = TEXT
    return api_of({"webhooks": {name: {"post": request} for name, request in webhooks.items()}}).telling


def test_one_event_needs_no_telling() -> None:
    assert telling(a=payload()) == Telling("", "", (("a", "a"),))
    assert telling() is None


def test_events_that_are_read_alike_need_none() -> None:
    assert telling(a=payload(), b=payload()) is None
    both = {"webhooks": {name: {"post": {"requestBody": json_content(TEXT), "responses": DONE}} for name in "ab"}}
    assert api_of(both).telling == Telling("", "", (("a", "a"), ("b", "b")))


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ({"const": "x"}, {"const": "y"}, (("x", "a"), ("y", "b"))),
        (fixed("x", "z"), fixed("y"), (("x", "a"), ("z", "a"), ("y", "b"))),
        (fixed(1), fixed(2), ((1, "a"), (2, "b"))),
        (fixed("x", None), fixed("y"), (("x", "a"), ("y", "b"))),
        (fixed("a", "b", "c"), fixed("a", "b", "c", "d"), (("a", "a"), ("b", "b"), ("d", "b"))),
        (fixed("b", "x"), fixed("b"), (("x", "a"), ("b", "b"))),
    ],
)
def test_a_constant_tells(first: Any, second: Any, values: Any) -> None:
    assert telling(a=payload(value=first), b=payload(value=second)) == Telling("body", "type", values)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (TEXT, {"const": "y"}),
        (fixed("x"), fixed("x")),
        (fixed("x", "y"), fixed("x")),
        (fixed(True), fixed(False)),
        (fixed(1.5), fixed(2.5)),
        ({"type": "array", "items": fixed("x")}, fixed("y")),
    ],
)
def test_what_does_not_tell(first: Any, second: Any) -> None:
    assert telling(a=payload(value=first), b=payload(value=second)) is None


def test_a_body_goes_before_a_header_and_a_header_before_nothing() -> None:
    requests = {name: payload(value=fixed(name)) for name in "ab"}
    found = telling(**{name: headed(fixed(f"h{name}"), each) for name, each in requests.items()})
    assert found == Telling("body", "type", (("a", "a"), ("b", "b")))
    found = telling(a=headed(fixed(1), payload()), b=headed(fixed(2), payload(), "x-event"))
    assert found == Telling("header", "X-Event", (("1", "a"), ("2", "b")))
    assert telling(a=headed(fixed("x"), payload()), b=payload()) is None


def test_all_that_a_body_may_be_has_to_tell() -> None:
    def union(*values: str) -> dict[str, Any]:
        members = [{"type": "object", "properties": {"kind": fixed(each), each: TEXT}} for each in values]
        return {"requestBody": json_content({"oneOf": members}), "responses": DONE}

    assert telling(a=union("x", "y"), b=payload("kind", fixed("z"))) == Telling(
        "body", "kind", (("x", "a"), ("y", "a"), ("z", "b"))
    )
    mixed = {"requestBody": json_content({"oneOf": [{"type": "object", "properties": {"kind": fixed("x")}}, TEXT]})}
    assert telling(a={**mixed, "responses": DONE}, b=payload("kind", fixed("z"))) is None


def test_names() -> None:
    request = {"post": payload(), "put": payload()}
    operation = {"operationId": "addThing", "tags": ["things"], "responses": DONE}
    operation["callbacks"] = {"done": {"{$url}": request, "{$other}": request}}
    api = api_of({"webhooks": {"news": request}, "paths": {"/things": {"post": operation}}})
    assert [(each.event, each.method) for each in events(api)] == [
        ("news.put", "PUT"),
        ("news", "POST"),
        ("things.create.done.put", "PUT"),
        ("things.create.done", "POST"),
        ("things.create.done.put.2", "PUT"),
        ("things.create.done.post", "POST"),
    ]


def test_webhooks_of_openapi_3_0() -> None:
    webhooks = {"x-note": True, "a": {"post": payload(value={"$ref": "#/components/schemas/Kind"})}}
    data = {
        "openapi": "3.0.3",
        "x-webhooks": {**webhooks, "b": {"post": payload()}},
        "webhooks": {"b": {"put": payload()}},
        "components": {"schemas": {"Kind": fixed("x", "y")}},
    }
    report = Report()
    api = api_of(data, report)
    assert [(each.name, each.method, each.at.pointer) for each in api.webhooks] == [
        ("b", "PUT", "/webhooks/b/put"),
        ("a", "POST", "/x-webhooks/a/post"),
    ]
    assert report.problems == []


@pytest.mark.parametrize(
    ("document", "item", "request_", "signed"),
    [
        ("", "", "", False),
        ("standard-webhooks", "", "", True),
        ("", "standard-webhooks", "", True),
        ("standard-webhooks", "none", "", False),
        ("none", "none", "standard-webhooks", True),
    ],
)
def test_the_nearest_word_about_signatures_holds(document: str, item: str, request_: str, signed: bool) -> None:
    def said(text: str) -> dict[str, Any]:
        return {"x-webhook-signature": text} if text else {}

    data = {**said(document), "webhooks": {"a": {**said(item), "post": {**payload(), **said(request_)}}}}
    assert [each.signed for each in api_of(data).webhooks] == [signed]
