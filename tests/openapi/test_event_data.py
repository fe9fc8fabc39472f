"""What the data of events stands for, where items are whole events (OpenAPI 3.2)."""

from __future__ import annotations

from typing import Any

from generator.openapi.normalize.event_data import settle_event_data
from generator.openapi.read.document import Draft

PIECE: dict[str, Any] = {"type": "object", "properties": {"at": {"type": "integer"}}}
JSON: dict[str, Any] = {"contentMediaType": "application/json", "contentSchema": PIECE}
TEXT: dict[str, Any] = {"type": "string"}


def settled(schema: Any, media: str = "text/event-stream", **components: Any) -> Any:
    """Return the schema of an item after the pass, and the components beside it."""
    responses = {"200": {"content": {media: {"itemSchema": schema}}}}
    data: dict[str, Any] = {"paths": {"/a": {"get": {"responses": responses}}}, "components": {"schemas": components}}
    settle_event_data(Draft("spec.yaml", data))
    return components or schema


def event(data: Any, **others: Any) -> dict[str, Any]:
    return {"properties": {"data": data, **others}}


def test_json_in_a_text_is_what_it_stands_for() -> None:
    assert settled(event({**TEXT, **JSON})) == event(PIECE)
    assert settled({"$ref": "#/components/schemas/E"}, E=event({**TEXT, **JSON})) == {"E": event(PIECE)}
    assert settled({"allOf": [event({**TEXT, **JSON})]}) == {"allOf": [event(PIECE)]}


def test_other_text_stays() -> None:
    for data in ({**TEXT, "contentMediaType": "text/plain", "contentSchema": TEXT}, {**TEXT, **JSON}):
        media = "application/jsonl" if "application" in data["contentMediaType"] else "text/event-stream"
        assert settled(event(dict(data)), media) == event(data)


def test_what_is_said_around_the_members_is_said_of_each() -> None:
    members = [
        event(dict(JSON)),
        event({"const": "over"}),
        {"properties": {"event": {"const": "note"}}, "required": ["data"]},
    ]
    around = {"type": "object", **event(dict(TEXT), event=dict(TEXT)), "required": ["event"]}
    assert settled({**around, "oneOf": members}) == {
        "oneOf": [
            {**event(PIECE, event=TEXT), "type": "object", "required": ["event"]},
            {**event({**TEXT, "const": "over"}, event=TEXT), "type": "object", "required": ["event"]},
            {**event(TEXT, event={**TEXT, "const": "note"}), "type": "object", "required": ["event", "data"]},
        ]
    }


def test_members_of_the_components_say_themselves_what_their_data_is() -> None:
    whole = {**event(dict(TEXT), event=dict(TEXT)), "oneOf": [{"$ref": "#/components/schemas/E"}]}
    assert settled(whole, E=event(dict(JSON))) == {"E": event(PIECE)}
    assert whole["properties"] == {"event": TEXT}
