"""Where schemas stand in an OpenAPI document: the walks that every pass of `normalize` shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ...data import Json, as_list, as_map, is_map
from ..read.document import join
from .vocabulary import name_of, target

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The fields of a path item that hold operations; those of other methods are additional (OpenAPI 3.2, 4.9)."""

_ONE = (
    "items", "additionalProperties", "not", "contains", "propertyNames", "if", "then", "else",
    "unevaluatedProperties", "unevaluatedItems", "additionalItems",
)  # fmt: skip
_MANY = ("allOf", "anyOf", "oneOf", "prefixItems")
_NAMED = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")
_PLACES = {key: place for place, key in enumerate((*_ONE, *_MANY, *_NAMED))}
"""Keyword that holds schemas -> its place among them in every walk."""


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
        schema: Json = self.holder[self.key]
        return schema

    @property
    def keyword(self) -> str:
        """The keyword that holds it in the schema around it; of a place inside a schema."""
        return str(self.steps[0])

    def put(self, schema: Json) -> None:
        """Put another schema in the place of the one that stands there."""
        self.holder[self.key] = schema

    @property
    def pointer(self) -> str:
        return join(self.base if isinstance(self.base, str) else self.base.pointer, *self.steps)


def components(data: Mapping[str, Json], kind: str = "schemas") -> dict[str, Json]:
    """Return the components of a kind, by name."""
    return as_map(as_map(data.get("components")).get(kind))


def is_leaf(schema: Json) -> bool:
    """Say whether a schema has no keyword that holds schemas."""
    return not isinstance(schema, dict) or _PLACES.keys().isdisjoint(schema)


def is_component(spot: Spot) -> bool:
    """Say whether a place is that of a component."""
    return not spot.steps and spot.pointer.startswith("/components/schemas/") and spot.pointer.count("/") == 3


def children(schema: Json, base: str | Spot) -> list[Spot]:
    """Return the places of the schemas directly inside a schema; their words are the property name or nothing."""
    found: list[Spot] = []
    if not isinstance(schema, dict):
        return found
    for key in sorted(_PLACES.keys() & schema.keys(), key=_PLACES.__getitem__):
        value = schema[key]
        if isinstance(value, dict) and key in _NAMED:
            found += [Spot(value, name, base, (name,), (key, name)) for name in value]
        elif isinstance(value, list) and key in _MANY:
            found += [Spot(value, index, base, (), (key, index)) for index in range(len(value))]
        elif isinstance(value, (dict, bool)) and key in _ONE:
            found.append(Spot(schema, key, base, (), (key,)))
    return found


def descend(spot: Spot) -> Iterator[Spot]:
    """Yield a schema's place and all those below it, outermost first."""
    stack = [spot]
    while stack:
        each = stack.pop()
        yield each
        if not is_leaf(schema := each.schema):
            stack += reversed(children(schema, each))


def schemas(data: Mapping[str, Json]) -> Iterator[Spot]:
    """Yield the place of every schema of a document, inner ones after the one that holds them."""
    for spot in roots(data):
        yield from (spot,) if is_leaf(spot.schema) else descend(spot)


def within(schema: Json) -> Iterator[Json]:
    """Yield a schema and all those below it, outermost first."""
    return (spot.schema for spot in descend(Spot({"": schema}, "", "", ())))


def references(schema: Json) -> list[str]:
    """Return the names of the components that a schema refers to, in order."""
    return list(dict.fromkeys(filter(None, map(target, within(schema)))))


def roots(data: Mapping[str, Json]) -> list[Spot]:
    """Return the outermost schemas: of components first, then of operations, then of what the API calls by itself."""
    found: list[Spot] = []
    named = components(data)
    found.extend([Spot(named, name, join("/components/schemas", name), (name,)) for name in named])
    for kind, walk, suffix in (
        ("parameters", _parameter, "Param"),
        ("headers", _parameter, "Header"),
        ("requestBodies", _content, "Body"),
        ("responses", _response, "Response"),
    ):
        for name, value in components(data, kind).items():
            own = (name,) if name.lower().endswith(suffix.lower()) else (name, suffix)
            walk(found, value, join("/components", kind, name), (), own)
    for name, value in components(data, "mediaTypes").items():
        _media(found, value, join("/components/mediaTypes", name), (), (name,))
    for item, pointer, path in path_items(data):
        _parameters(found, item, pointer, (), tuple(_segments(path)[-1:]))
        for method, operation in methods(item):
            _operation(found, operation, pointer, way(method), _words(operation, method, path))
    for item, pointer, words in incoming(data):
        _parameters(found, item, pointer, (), words)
        for method, operation in methods(item):
            _operation(found, operation, pointer, way(method), words)
    return found


def operations(data: Mapping[str, Json]) -> Iterator[tuple[str, str, dict[str, Json], dict[str, Json], str]]:
    """Yield path, method, path item, operation and the operation's pointer, in document order."""
    for path, item in as_map(data.get("paths")).items():
        pointer = join("/paths", path)
        seen = 0
        while is_map(item) and isinstance(reference := item.get("$ref"), str) and seen < 20:
            pointer, seen = reference[1:], seen + 1
            item = components(data, "pathItems").get(name_of(pointer))
        for method, operation in methods(item):
            yield path, method, as_map(item), operation, join(pointer, *way(method))


def incoming(data: Mapping[str, Json]) -> Iterator[tuple[Json, str, tuple[str, ...]]]:
    """Yield the path items of requests that the API sends, each with its pointer and the words for what it holds.

    Webhooks (OpenAPI 3.1, 4.8.1) come first, then callbacks (4.8.18), both in document order.
    """
    for name, item, pointer in webhooks(data):
        yield item, pointer, (name, "Webhook")
        yield from _callbacks(item, pointer, (name, "Webhook"))
    for name, callback in _fields(components(data, "callbacks")):
        yield from _callback(callback, join("/components/callbacks", name), (name,))
    for item, pointer, path in path_items(data):
        for method, operation in methods(item):
            if "callbacks" in operation:
                yield from _called_back(operation, join(pointer, *way(method)), _words(operation, method, path))


def webhooks(data: Mapping[str, Json]) -> Iterator[tuple[str, Json, str]]:
    """Yield name, path item and pointer of each webhook; documents of OpenAPI 3.0 have them under `x-webhooks`."""
    stated = as_map(data.get("webhooks"))
    for key in ("webhooks", "x-webhooks"):
        for name, item in _fields(data.get(key)):
            if key == "webhooks" or name not in stated:
                yield name, item, join(f"/{key}", name)


def _callbacks(item: Json, pointer: str, words: tuple[str, ...]) -> Iterator[tuple[Json, str, tuple[str, ...]]]:
    """Yield the path items of the callbacks of a path item's operations."""
    for method, operation in methods(item):
        yield from _called_back(operation, join(pointer, *way(method)), words)


def _called_back(
    operation: dict[str, Json], pointer: str, words: tuple[str, ...]
) -> Iterator[tuple[Json, str, tuple[str, ...]]]:
    """Yield the path items of the callbacks of an operation."""
    for name, callback in _fields(operation.get("callbacks")):
        yield from _callback(callback, join(pointer, "callbacks", name), (*words, name))


def _callback(callback: Json, pointer: str, words: tuple[str, ...]) -> Iterator[tuple[Json, str, tuple[str, ...]]]:
    for expression, item in _fields(callback):
        yield item, join(pointer, expression), words
        yield from _callbacks(item, join(pointer, expression), words)


def path_items(data: Mapping[str, Json]) -> Iterator[tuple[Json, str, str]]:
    """Yield the path items of the document and of its components: item, pointer, path or name."""
    for path, item in as_map(data.get("paths")).items():
        yield item, join("/paths", path), path
    for name, item in components(data, "pathItems").items():
        yield item, join("/components/pathItems", name), name


def methods(item: Json) -> Iterator[tuple[str, dict[str, Json]]]:
    """Yield method and operation of a path item: those of its fields by their names, then the additional ones."""
    fields = as_map(item)
    for method in METHODS:
        if method in fields and is_map(operation := fields[method]):
            yield method, operation
    for method, operation in as_map(fields.get("additionalOperations")).items():
        if is_map(operation):
            yield method, operation


def way(method: str) -> tuple[str, ...]:
    """Return the tokens from a path item to the operation of a method."""
    return (method,) if method in METHODS else ("additionalOperations", method)


def around(pointer: str, method: str) -> str:
    """Return the pointer of the path item, given that of its operation."""
    return pointer.removesuffix(join("", *way(method)))


def sent(method: str) -> str:
    """Return a method as it is sent: that of a field in capitals, an additional one as it is written.

    >>> sent("query"), sent("Copy")
    ('QUERY', 'Copy')
    """
    return method.upper() if method in METHODS else method


def _words(operation: dict[str, Json], method: str, path: str) -> tuple[str, ...]:
    identity = operation.get("operationId")
    return (identity,) if isinstance(identity, str) and identity else (method.lower(), *_segments(path))


def _segments(path: str) -> list[str]:
    """Return the literal segments of a path."""
    return [each for each in path.split("/") if each and not each.startswith("{")]


# What follows adds the outermost schemas of a part to a list. base, steps: where the part stands, as in Spot.

_HOLDERS = frozenset({"schema", "content", "headers"})
"""What parameters and responses hold schemas by; most are references, which have none of them."""
_Steps = tuple[str | int, ...]
_Words = tuple[str, ...]


def _operation(found: list[Spot], operation: dict[str, Json], base: str, steps: _Steps, words: _Words) -> None:
    _parameters(found, operation, base, steps, words)
    if "requestBody" in operation:
        _content(found, operation["requestBody"], base, (*steps, "requestBody"), (*words, "Body"))
    for status, response in as_map(operation.get("responses")).items():
        if is_map(response) and not _HOLDERS.isdisjoint(response):
            extra = ("Response",) if status[:1] in "2d" else (status, "Error")
            _response(found, response, base, (*steps, "responses", status), (*words, *extra))


def _parameters(found: list[Spot], owner: Json, base: str, steps: _Steps, words: _Words) -> None:
    for index, parameter in enumerate(as_list(as_map(owner).get("parameters"))):
        if is_map(parameter) and not _HOLDERS.isdisjoint(parameter):
            own = (*words, str(parameter.get("name")))
            _parameter(found, parameter, base, (*steps, "parameters", index), own)


def _parameter(found: list[Spot], value: Json, base: str, steps: _Steps, words: _Words) -> None:
    if is_map(value):
        if isinstance(value.get("schema"), (dict, bool)):
            found.append(Spot(value, "schema", base, words, (*steps, "schema")))
        _content(found, value, base, steps, words)


def _response(found: list[Spot], value: Json, base: str, steps: _Steps, words: _Words) -> None:
    if is_map(value):
        _content(found, value, base, steps, words)
        for name, header in as_map(value["headers"]).items() if "headers" in value else ():
            _parameter(found, header, base, (*steps, "headers", name), (*words, name))


def _content(found: list[Spot], value: Json, base: str, steps: _Steps, words: _Words) -> None:
    if is_map(value) and "content" in value:
        for media, each in as_map(value["content"]).items():
            _media(found, each, base, (*steps, "content", media), words)


def _media(found: list[Spot], value: Json, base: str, steps: _Steps, words: _Words) -> None:
    """Add the schema of a media type, and that of each item of a sequence (OpenAPI 3.2, Media Type Object)."""
    for key in ("schema", "itemSchema"):
        if is_map(value) and isinstance(value.get(key), (dict, bool)):
            own = words if key == "schema" else (*words, "Item")
            found.append(Spot(value, key, base, own, (*steps, key)))


def _fields(value: Json) -> Iterator[tuple[str, Json]]:
    """Yield what an object holds but for extensions."""
    return ((key, each) for key, each in as_map(value).items() if not key.startswith("x-"))
