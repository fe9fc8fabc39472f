"""XML: what a document says of it -> Xml, and when XML has a type."""

from __future__ import annotations

from typing import Any

import pytest

from generator.ir import USUAL_XML, Class, Content, Xml
from generator.report import Report

from .documents import DONE, api_of

SCHEMAS: dict[str, Any] = {
    "Tag": {"type": "object", "properties": {"n": {"type": "integer"}}, "xml": {"name": "tag", "namespace": "urn:t"}},
    "Tags": {"type": "array", "items": {"$ref": "#/components/schemas/Tag"}, "xml": {"wrapped": True, "name": "all"}},
    "Tree": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}, "xml": {"wrapped": True}},
}
TAG: dict[str, Any] = {"$ref": "#/components/schemas/Tag"}
TAGS: dict[str, Any] = {"$ref": "#/components/schemas/Tags"}

SAID: list[tuple[dict[str, Any], Xml]] = [
    ({"type": "string"}, USUAL_XML),
    ({"type": "string", "xml": {"name": "a", "attribute": True}}, Xml("a", "attribute")),
    ({"type": ["string", "null"], "xml": {"name": "a"}}, Xml("a")),
    ({"anyOf": [TAG, {"type": "null"}], "xml": {"name": "a"}}, Xml("a", namespace="urn:t")),
    (TAG, Xml("tag", namespace="urn:t")),
    ({"allOf": [TAG], "xml": {"prefix": "t"}}, Xml("tag", namespace="urn:t", prefix="t")),
    ({"type": "string", "xml": {"prefix": "t"}}, USUAL_XML),
    ({"type": "string", "xml": {"x-ms-text": True}}, Xml(place="text")),
    ({"type": "string", "xml": {"nodeType": "attribute"}}, Xml(place="attribute")),
    ({"type": "string", "xml": {"nodeType": "cdata"}}, Xml(place="text")),
    ({"type": "string", "xml": {"nodeType": "element"}}, USUAL_XML),
    ({"type": "array", "items": TAG}, Xml(item=Xml("tag", namespace="urn:t"))),
    ({"type": "array", "items": {"type": "string"}, "xml": {"nodeType": "element"}}, Xml(wrapped=True)),
    (TAGS, Xml("all", wrapped=True, item=Xml("tag", namespace="urn:t"))),
    ({"allOf": [TAGS], "xml": {"wrapped": False}}, Xml("all", item=Xml("tag", namespace="urn:t"))),
    ({"type": "object", "additionalProperties": TAG}, Xml(item=Xml("tag", namespace="urn:t"))),
    ({"$ref": "#/components/schemas/Tree"}, Xml(wrapped=True)),
    ({"type": "string", "xml": "text"}, USUAL_XML),
]


@pytest.mark.parametrize(("schema", "xml"), SAID, ids=str)
def test_what_is_said_of_a_property(schema: dict[str, Any], xml: Xml) -> None:
    owner = {"type": "object", "properties": {"p": schema}}
    models = {each.name: each for each in api_of({"components": {"schemas": {**SCHEMAS, "Owner": owner}}}).models}
    found = models["Owner"]
    assert isinstance(found, Class)
    assert found.fields[0].xml == xml


def contents(schema: Any, report: Report | None = None, **more: Any) -> tuple[Content, Content]:
    """Return what is sent and what is read of an operation that takes and answers XML of a schema."""
    content = {"content": {"application/xml": {"schema": schema}, **more}}
    operation = {"requestBody": content, "responses": {"200": {"description": "ok", **content}}}
    api = api_of(
        {
            "paths": {"/x": {"post": operation}},
            "components": {"schemas": {name: SCHEMAS[name] for name in ("Tag", "Tags")}},
        },
        report,
    )
    (found,) = api.resources[0].operations
    assert found.body is not None
    return found.body.contents[0], found.answers[0].contents[0]


def kinds(*found: Content) -> list[str]:
    return [type(each).__name__.removesuffix("Content") for each in found]


TYPED: list[tuple[Any, list[str]]] = [
    (TAG, ["Xml", "Xml"]),
    (TAGS, ["Xml", "Xml"]),
    ({"type": "array", "items": TAG}, ["Text", "Xml"]),
    ({"type": "array", "items": TAG, "xml": {"name": "tags"}}, ["Xml", "Xml"]),
    ({"type": "object", "properties": {"a": {}}}, ["Text", "Xml"]),
    ({"type": "object", "properties": {"a": {}}, "xml": {"name": "x"}}, ["Xml", "Xml"]),
    ({"type": "object", "additionalProperties": {}, "xml": {"name": "x"}}, ["Xml", "Xml"]),
    ({"anyOf": [{"type": "string"}, TAG], "xml": {"name": "x"}}, ["Xml", "Xml"]),
    ({"type": "string", "xml": {"name": "x"}}, ["Text", "Text"]),
    ({"enum": ["a", "b"]}, ["Text", "Text"]),
    ({}, ["Text", "Text"]),
]


@pytest.mark.parametrize(("schema", "wanted"), TYPED, ids=str)
def test_when_xml_has_a_type(schema: Any, wanted: list[str]) -> None:
    assert kinds(*contents(schema)) == wanted


def test_json_goes_first() -> None:
    report = Report()
    nameless = {"type": "array", "items": TAG}
    assert kinds(*contents(nameless, report, **{"application/json": {"schema": nameless}})) == ["Json", "Json"]
    assert [each.code for each in report.problems] == []


def test_a_body_without_a_name_is_reported() -> None:
    report = Report()
    contents({"type": "array", "items": TAG}, report)
    assert [each.code for each in report.problems] == ["E407"]


def test_the_outermost_element_is_called_like_the_component_in_the_document() -> None:
    schemas = {"lower-case": {"type": "object", "properties": {"a": {}}}}
    body = {"content": {"application/xml": {"schema": {"$ref": "#/components/schemas/lower-case"}}}}
    data = {"paths": {"/x": {"post": {"requestBody": body, "responses": DONE}}}, "components": {"schemas": schemas}}
    (operation,) = api_of(data).resources[0].operations
    assert operation.body is not None
    assert getattr(operation.body.contents[0], "xml", None) == Xml("lower-case")
