"""References: where a document refers to something, by `$ref` or else, and which kind of component belongs there."""

from __future__ import annotations

from collections.abc import Iterator

from ...data import Json, as_list, as_map, is_list, is_map
from .document import join, tokens

_NOT_REFERENCES = {"example", "examples", "default", "enum", "const", "mapping"}


def references(value: Json, pointer: str) -> Iterator[tuple[dict[str, Json], str, str]]:
    """Yield each object with a `$ref`, its pointer, and the kind of component that belongs there."""
    stack: list[tuple[Json, str, str]] = [(value, pointer, _kind_of_root(pointer))]
    while stack:
        value, pointer, kind = stack.pop()
        if is_list(value):
            stack.extend((each, f"{pointer}/{index}", kind) for index, each in reversed(list(enumerate(value))))
        if not is_map(value):
            continue
        if isinstance(value.get("$ref"), str) and kind != "map:properties":
            yield value, pointer, kind
        if kind == "examples":
            continue
        is_named = kind.startswith("map:")
        for key, each in reversed(value.items()):
            if isinstance(each, str):
                continue
            is_extension = str(key).startswith("x-") and (pointer or key != "x-webhooks")
            if is_named or (key not in _NOT_REFERENCES and not is_extension):
                stack.append((each, join(pointer, key), _kind_below(kind, str(key), pointer)))
            elif key == "examples" and kind != "schemas" and is_map(each):
                stack.extend((one, join(pointer, key, name), "examples") for name, one in each.items())


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


def _kind_below(kind: str, key: str, pointer: str) -> str:
    if kind == "components":
        return f"map:{key}"
    if kind == "map:properties":
        return "schemas"
    if kind.startswith("map:"):
        return {"content": "mediaTypes"}.get(kind[4:], kind[4:])
    if kind == "schemas":
        return "map:properties" if key in _SCHEMA_MAPS else "schemas"
    return _BELOW.get(key, "")


def named(value: Json, pointer: str) -> Iterator[tuple[dict[str, Json], str, str, str]]:
    """Yield what names a component without `$ref`: its holder and key there, its place, and the kind of component.

    These are the values in mappings of discriminators (OpenAPI 3.2, 4.25), and the keys of security requirements, which
    are to be replaced there (4.30).
    """
    stack: list[tuple[Json, str]] = [(value, pointer)]
    while stack:
        value, pointer = stack.pop()
        if is_list(value):
            stack.extend((each, f"{pointer}/{index}") for index, each in enumerate(value))
        if not is_map(value):
            continue
        if is_map(rule := value.get("discriminator")) and isinstance(rule.get("propertyName"), str):
            place, mapping = join(pointer, "discriminator"), as_map(rule.get("mapping"))
            yield from ((mapping, key, join(place, "mapping", key), "schemas") for key in mapping)
            if "defaultMapping" in rule:
                yield rule, "defaultMapping", join(place, "defaultMapping"), "schemas"
        for index, each in enumerate(as_list(value.get("security"))):
            for key in list(as_map(each)):
                yield as_map(each), key, join(pointer, "security", index, key), "securitySchemes"
        for key, each in value.items():
            if key not in _NOT_REFERENCES and isinstance(each, (dict, list)):
                stack.append((each, join(pointer, key)))
