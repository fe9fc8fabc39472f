"""References: where a document refers to something, by `$ref` or else, and which kind of component belongs there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...data import Json, as_list, as_map, is_map
from .document import join, tokens

_NOT_REFERENCES = {"example", "examples", "default", "enum", "const", "mapping"}


class Mention(NamedTuple):
    """A place that names a component: `holder[key]`, but for security requirements, where the key does.

    place: the pointer of the holder of a `$ref`, else that of the name itself. kind: of which kind the component is;
    "" where any may stand.
    """

    holder: dict[str, Json]
    key: str
    place: str
    kind: str
    is_reference: bool


def mentions(value: Json, pointer: str) -> Iterator[Mention]:
    """Yield what names a component in a value, outermost first.

    That is each `$ref`, and without it the values in mappings of discriminators (OpenAPI 3.2, 4.25) and the keys of
    security requirements, which are to be replaced there (4.30).
    """
    stack: list[tuple[Json, str, str]] = [(value, pointer, _kind_of_root(pointer))]
    while stack:
        value, pointer, kind = stack.pop()
        if isinstance(value, list):
            inside = [(each, f"{pointer}/{index}", kind) for index, each in enumerate(value)]
            stack += reversed(inside)
            continue
        if not isinstance(value, dict):
            continue
        is_named = kind.startswith("map:")
        if isinstance(value.get("$ref"), str) and kind != "map:properties":
            yield Mention(value, "$ref", pointer, kind, is_reference=True)
        if kind == "examples":
            continue
        if not is_named and ("discriminator" in value or "security" in value):
            yield from _names(value, pointer)
        for key, each in reversed(value.items()):
            if not isinstance(each, (dict, list)):
                continue
            is_extension = str(key).startswith("x-") and (pointer or key != "x-webhooks")
            if is_named or (key not in _NOT_REFERENCES and not is_extension):
                stack.append((each, join(pointer, key), _kind_below(kind, str(key))))
            elif key == "examples" and kind != "schemas" and isinstance(each, dict):
                stack += [(one, join(pointer, key, name), "examples") for name, one in each.items()]


def references(value: Json, pointer: str) -> Iterator[tuple[dict[str, Json], str, str]]:
    """Yield each object with a `$ref`, its pointer, and the kind of component that belongs there."""
    return ((each.holder, each.place, each.kind) for each in mentions(value, pointer) if each.is_reference)


def _names(value: dict[str, Json], pointer: str) -> Iterator[Mention]:
    """Yield what names a component without `$ref` in an object itself."""
    if is_map(rule := value.get("discriminator")) and isinstance(rule.get("propertyName"), str):
        place, mapping = join(pointer, "discriminator"), as_map(rule.get("mapping"))
        for key in mapping:
            yield Mention(mapping, key, join(place, "mapping", key), "schemas", is_reference=False)
        if "defaultMapping" in rule:
            yield Mention(rule, "defaultMapping", join(place, "defaultMapping"), "schemas", is_reference=False)
    for index, each in enumerate(as_list(value.get("security"))):
        for key in as_map(each):
            place = join(pointer, "security", index, key)
            yield Mention(as_map(each), key, place, "securitySchemes", is_reference=False)


_BELOW = {
    "parameters": "parameters", "requestBody": "requestBodies", "responses": "map:responses", "headers": "map:headers",
    "links": "map:links", "callbacks": "map:callbacks", "schema": "schemas", "itemSchema": "schemas",
    "paths": "map:pathItems", "webhooks": "map:pathItems", "x-webhooks": "map:pathItems",
    "components": "components", "content": "map:content",
}  # fmt: skip
_SCHEMA_MAPS = {"properties", "patternProperties", "$defs", "definitions", "dependentSchemas"}


def _kind_of_root(pointer: str) -> str:
    parts = list(tokens(pointer))
    return parts[1] if len(parts) == 3 and parts[0] == "components" else ""


def _kind_below(kind: str, key: str) -> str:
    if kind == "components":
        return f"map:{key}"
    if kind == "map:properties":
        return "schemas"
    if kind.startswith("map:"):
        return "mediaTypes" if kind == "map:content" else kind[4:]
    if kind == "schemas":
        return "map:properties" if key in _SCHEMA_MAPS else "schemas"
    return _BELOW.get(key, "")
