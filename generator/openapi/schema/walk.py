"""Where schemas stand in an OpenAPI document: the walks that every pass of `normalize` shares."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ...data import Json, is_list, is_map
from ..read.document import join

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

_ONE = (
    "items", "additionalProperties", "not", "contains", "propertyNames", "if", "then", "else",
    "unevaluatedProperties", "unevaluatedItems", "additionalItems",
)  # fmt: skip
_MANY = ("allOf", "anyOf", "oneOf", "prefixItems")
_NAMED = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")
_ORDER = (*_ONE, *_MANY, *_NAMED)
_KEYWORDS = frozenset(_ORDER)


class Spot(NamedTuple):
    """A place that holds a schema: `holder[key]`, and the words a name for it could be made of.

    base, steps: a pointer, or the place around it, and the tokens from there. Most pointers are never asked for.
    """

    holder: Any
    key: Any
    base: str | Spot
    words: tuple[str, ...]
    steps: tuple[str | int, ...] = ()

    @property
    def schema(self) -> Json:
        return self.holder[self.key]

    @property
    def pointer(self) -> str:
        return join(self.base if isinstance(self.base, str) else self.base.pointer, *self.steps)


def is_leaf(schema: Json) -> bool:
    """Say whether a schema has no keyword that holds schemas."""
    return not is_map(schema) or _KEYWORDS.isdisjoint(schema)


def is_component(spot: Spot) -> bool:
    """Say whether a place is that of a component."""
    return not spot.steps and spot.pointer.startswith("/components/schemas/") and spot.pointer.count("/") == 3


def children(schema: Json, base: str | Spot) -> list[Spot]:
    """Return the places of the schemas directly inside a schema; their words are the property name or nothing."""
    found: list[Spot] = []
    if is_leaf(schema):
        return found
    for key in (key for key in _ORDER if key in schema):
        value = schema[key]
        if key in _NAMED and is_map(value):
            found.extend([Spot(value, name, base, (name,), (key, name)) for name in value])
        elif key in _MANY and is_list(value):
            found.extend([Spot(value, index, base, (), (key, index)) for index in range(len(value))])
        elif key in _ONE and isinstance(value, (dict, bool)):
            found.append(Spot(schema, key, base, (), (key,)))
    return found


def descend(spot: Spot) -> Iterator[Spot]:
    """Yield a schema's place and all those below it, outermost first."""
    stack = [spot]
    while stack:
        each = stack.pop()
        yield each
        if not is_leaf(schema := each.schema):
            stack.extend(reversed(children(schema, each)))


def schemas(data: Json) -> Iterator[Spot]:
    """Yield the place of every schema of a document, inner ones after the one that holds them."""
    for spot in roots(data):
        yield from descend(spot)


def roots(data: Json) -> Iterator[Spot]:
    """Yield the outermost schemas: of components first, then of operations, in document order."""
    components = _object(data.get("components"))
    named = _object(components.get("schemas"))
    yield from (Spot(named, name, join("/components/schemas", name), (name,)) for name in list(named))
    for kind, walk, suffix in (
        ("parameters", _parameter, "Param"),
        ("headers", _parameter, "Header"),
        ("requestBodies", _content, "Body"),
        ("responses", _response, "Response"),
    ):
        for name, value in _object(components.get(kind)).items():
            words = (name,) if name.lower().endswith(suffix.lower()) else (name, suffix)
            yield from walk(value, join("/components", kind, name), words)
    for kind in ("paths",):
        for path, item in _object(data.get(kind)).items():
            yield from _path_item(item, join("", kind, path), path)
    for name, item in _object(components.get("pathItems")).items():
        yield from _path_item(item, join("/components/pathItems", name), name)


def operations(data: Json) -> Iterator[tuple[str, str, dict[str, Any], dict[str, Any], str]]:
    """Yield path, method, path item, operation and the operation's pointer, in document order."""
    for path, item in _object(data.get("paths")).items():
        pointer = join("/paths", path)
        seen = 0
        while is_map(item) and isinstance(item.get("$ref"), str) and seen < 20:
            pointer, seen = item["$ref"][1:], seen + 1
            name = pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
            item = _object(_object(data.get("components")).get("pathItems")).get(name)
        for method in METHODS:
            operation = _object(item).get(method)
            if is_map(operation):
                yield path, method, _object(item), operation, join(pointer, method)


def _path_item(item: Json, pointer: str, path: str) -> Iterator[Spot]:
    segments = [each for each in path.split("/") if each and not each.startswith("{")]
    yield from _parameters(item, pointer, tuple(segments[-1:]))
    for method in METHODS:
        operation = _object(item).get(method)
        if not is_map(operation):
            continue
        place = join(pointer, method)
        identity = operation.get("operationId")
        words = (identity,) if isinstance(identity, str) and identity else (method, *segments)
        yield from _parameters(operation, place, words)
        yield from _content(operation.get("requestBody"), join(place, "requestBody"), (*words, "Body"))
        for status, response in _object(operation.get("responses")).items():
            extra = ("Response",) if status[:1] in "2d" else (status, "Error")
            yield from _response(response, join(place, "responses", status), (*words, *extra))


def _parameters(owner: Json, pointer: str, words: tuple[str, ...]) -> Iterator[Spot]:
    members = _object(owner).get("parameters")
    for index, parameter in enumerate(members if is_list(members) else []):
        name = _object(parameter).get("name")
        yield from _parameter(parameter, join(pointer, "parameters", index), (*words, str(name)))


def _parameter(value: Json, pointer: str, words: tuple[str, ...]) -> Iterator[Spot]:
    if is_map(value):
        if isinstance(value.get("schema"), (dict, bool)):
            yield Spot(value, "schema", join(pointer, "schema"), words)
        yield from _content(value, pointer, words)


def _response(value: Json, pointer: str, words: tuple[str, ...]) -> Iterator[Spot]:
    yield from _content(value, pointer, words)
    for name, header in _object(_object(value).get("headers")).items():
        yield from _parameter(header, join(pointer, "headers", name), (*words, name))


def _content(value: Json, pointer: str, words: tuple[str, ...]) -> Iterator[Spot]:
    for media, each in _object(_object(value).get("content")).items():
        if is_map(each) and isinstance(each.get("schema"), (dict, bool)):
            yield Spot(each, "schema", join(pointer, "content", media, "schema"), words)


def _object(value: Json) -> dict[str, Any]:
    return value if is_map(value) else {}
