"""Media types of OpenAPI 3.2: schemas of items, and those of the components."""

from __future__ import annotations

from typing import Any

from generator.openapi.check.validate import validate
from generator.openapi.names import PLAIN
from generator.openapi.normalize import normalize
from generator.openapi.normalize.form import faults
from generator.openapi.read.document import Draft
from generator.report import Report

LINE: dict[str, Any] = {"type": "object", "properties": {"at": {"type": "string", "nullable": True}}}


def normal(content: Any, **components: Any) -> Draft:
    """Return the normal form of a document whose only operation answers with a content."""
    answers = {"200": {"description": "Lines.", "content": content}}
    data: dict[str, Any] = {"openapi": "3.2.0", "info": {"title": "Small", "version": "1"}, "components": components}
    data["paths"] = {"/lines": {"get": {"operationId": "follow", "responses": answers}}}
    draft = Draft("spec.yaml", data)
    report = Report()
    validate(draft, report)
    normalize(draft, PLAIN, report)
    assert (report.problems, faults(draft)) == ([], [])
    return draft


def content_of(draft: Draft, media: str) -> Any:
    return draft.get(f"/paths/~1lines/get/responses/200/content/application~1{media}")


def test_the_schema_of_an_item_is_a_schema_like_any_other() -> None:
    draft = normal({"application/jsonl": {"itemSchema": LINE}})
    assert content_of(draft, "jsonl") == {"itemSchema": {"$ref": "#/components/schemas/FollowResponseItem"}}
    assert draft.get("/components/schemas/FollowResponseItem/properties/at") == {"type": ["string", "null"]}


def test_a_media_type_of_the_components_stands_where_it_is_named() -> None:
    lines = {"Lines": {"itemSchema": LINE}, "Again": {"$ref": "#/components/mediaTypes/Lines"}}
    named = {f"application/{name}": {"$ref": "#/components/mediaTypes/Again"} for name in ("jsonl", "x-ndjson")}
    draft = normal(named, mediaTypes=lines)
    assert content_of(draft, "jsonl") == {"itemSchema": {"$ref": "#/components/schemas/LinesItem"}}
    assert content_of(draft, "x-ndjson") == content_of(draft, "jsonl")
    place = draft.at("/paths/~1lines/get/responses/200/content/application~1jsonl/itemSchema").pointer
    assert place == "/components/mediaTypes/Lines/itemSchema"
    assert draft.data["components"] == {"schemas": draft.get("/components/schemas")}
