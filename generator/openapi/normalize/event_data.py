"""Event data: where an item of a stream is a whole event, its `data` is what the text stands for.

In: schemas in the words of 3.1. Out: a property `data` that is a text of JSON with a contentSchema is that schema
(OpenAPI 3.2, "Server-Sent Event Streams"), in the schemas of events alone.
"""

from __future__ import annotations

import re

from ...data import Json, as_list, as_map, is_map
from ..read.document import Draft, join
from ..schema.vocabulary import target
from ..schema.walk import components, roots

_JSON = re.compile(r"application/([\w.+-]+\+)?json")


def settle_event_data(draft: Draft) -> None:
    """Put what the data of events stands for in its place, in place."""
    for spot in roots(draft.data):
        if spot.key == "itemSchema" and "text/event-stream" in spot.pointer.replace("~1", "/"):
            _settle(draft, spot.schema, spot.pointer, set())


def _settle(draft: Draft, schema: Json, pointer: str, seen: set[str]) -> None:
    name = target(schema)
    if name and name not in seen:
        _settle(draft, components(draft.data).get(name), join("/components/schemas", name), seen | {name})
    elif is_map(schema):
        for key in ("oneOf", "anyOf", "allOf"):
            for index, each in enumerate(as_list(schema.get(key))):
                _settle(draft, each, join(pointer, key, index), seen)
        properties = as_map(schema.get("properties"))
        data = as_map(properties.get("data"))
        if "contentSchema" in data and _JSON.fullmatch(str(data.get("contentMediaType", "application/json"))):
            properties["data"] = data["contentSchema"]
            place = join(pointer, "properties", "data")
            draft.move({place: join(place, "contentSchema")})
