"""Event data: where an item of a stream is a whole event, its `data` is what the text stands for.

Out: a property `data` that is a text of JSON with a contentSchema is that schema
(OpenAPI 3.2, "Server-Sent Event Streams"), in the schemas of events alone.
"""

from __future__ import annotations

import re

from ...data import Json, as_list, as_map, copied, is_map
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
        for key in ("oneOf", "anyOf"):
            _write_out(schema, as_list(schema.get(key)))
        for key in ("oneOf", "anyOf", "allOf"):
            for index, each in enumerate(as_list(schema.get(key))):
                _settle(draft, each, join(pointer, key, index), seen)
        properties = as_map(schema.get("properties"))
        data = as_map(properties.get("data"))
        if "contentSchema" in data and _JSON.fullmatch(str(data.get("contentMediaType", "application/json"))):
            place = join(pointer, "properties", "data")
            properties["data"] = data["contentSchema"]
            draft.move({place: join(place, "contentSchema")})


def _write_out(schema: dict[str, Json], members: list[Json]) -> None:
    """Give each member what is said around all of them; that data are text is said of JSON too, and goes."""
    around = as_map(schema.get("properties"))
    if not around or not members:
        return
    if any(target(each) or not is_map(each) for each in members):
        around.pop("data", None)
        return
    for each in map(as_map, members):
        own = as_map(each.get("properties"))
        whole = {name: _both(copied(said), own.get(name)) for name, said in around.items()}
        each["properties"] = {**whole, **{name: value for name, value in own.items() if name not in around}}
        required = [*as_list(schema.get("required")), *as_list(each.get("required"))]
        each.update({"type": "object", **({"required": list(dict.fromkeys(map(str, required)))} if required else {})})
    for key in ("type", "properties", "required"):
        schema.pop(key, None)


def _both(around: Json, own: Json) -> Json:
    return {**as_map(around), **as_map(own)} if is_map(own) or own is None else own
