"""Where schemas stand in a document, and the words their names are made of."""

from __future__ import annotations

from typing import Any

import pytest

from generator.openapi.schema.walk import incoming, roots

SCHEMA: dict[str, Any] = {"type": "object"}
CONTENT = {"content": {"application/json": {"schema": SCHEMA}}}
REQUEST = {
    "parameters": [{"name": "trace", "in": "header", "schema": SCHEMA}],
    "requestBody": CONTENT,
    "responses": {
        "200": {**CONTENT, "headers": {"X-Next": {"schema": SCHEMA}}},
        "404": CONTENT,
    },
}
WORDS = {
    "/post/parameters/0/schema": ("trace",),
    "/post/requestBody/content/application~1json/schema": ("Body",),
    "/post/responses/200/content/application~1json/schema": ("Response",),
    "/post/responses/200/headers/X-Next/schema": ("Response", "X-Next"),
    "/post/responses/404/content/application~1json/schema": ("404", "Error"),
}
"""What REQUEST holds: the pointer below its path item, and the last words of the name."""


ITEM = {"post": REQUEST}
CALLBACK = {"sold": {"{$url}": ITEM}}


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        ({"paths": {"/pets/{id}": ITEM}}, "/paths/~1pets~1{id}", ("post", "pets")),
        ({"paths": {"/pets": {"post": {**REQUEST, "operationId": "addPet"}}}}, "/paths/~1pets", ("addPet",)),
        ({"components": {"pathItems": {"pets": ITEM}}}, "/components/pathItems/pets", ("post", "pets")),
        ({"webhooks": {"newPet": ITEM}}, "/webhooks/newPet", ("newPet", "Webhook")),
        ({"components": {"callbacks": CALLBACK}}, "/components/callbacks/sold/{$url}", ("sold",)),
        (
            {"paths": {"/pets": {"post": {"operationId": "addPet", "callbacks": CALLBACK}}}},
            "/paths/~1pets/post/callbacks/sold/{$url}",
            ("addPet", "sold"),
        ),
        (
            {"webhooks": {"newPet": {"post": {"callbacks": CALLBACK}}}},
            "/webhooks/newPet/post/callbacks/sold/{$url}",
            ("newPet", "Webhook", "sold"),
        ),
    ],
)
def test_roots_of_whatever_asks(data: dict[str, Any], place: str, words: tuple[str, ...]) -> None:
    found = {spot.pointer: spot.words for spot in roots(data)}
    assert found == {place + below: (*words, *last) for below, last in WORDS.items()}
    assert all(spot.schema is SCHEMA for spot in roots(data))


def test_parameters_of_a_path_item() -> None:
    item = {"parameters": [{"name": "id", "schema": SCHEMA}]}
    data: dict[str, Any] = {"paths": {"/pets/{id}": item}, "webhooks": {"newPet": item}}
    assert [spot.words for spot in roots(data)] == [("pets", "id"), ("newPet", "Webhook", "id")]


@pytest.mark.parametrize("value", [None, [], "text", {"x-note": {"post": REQUEST}}, {"newPet": "text"}])
def test_what_is_malformed_holds_nothing(value: object) -> None:
    data: dict[str, Any] = {
        "webhooks": value,
        "paths": {"/pets": {"post": {"callbacks": value}}},
        "components": {"callbacks": value},
    }
    assert list(roots(data)) == []
    assert all(pointer.endswith("newPet") for _, pointer, _ in incoming(data))
