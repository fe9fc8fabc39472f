"""Form: what a normalized document is like, as a checker. The tests run it after each pass; no run of the program does.

In: a draft or a document. Out: its faults, each with a pointer. A clause holds from a pass on: `AFTER` says from which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from ...data import Json, as_list, as_map, is_list, is_map
from ..read.document import Document, Draft, join, tokens
from ..read.references import references
from ..schema.beside import aim
from ..schema.kinds import KIND_OF, kinds_of
from ..schema.vocabulary import is_base, is_null, is_object, is_reference, members, split_null, target
from ..schema.walk import Spot, components, is_component, schemas

Clause: TypeAlias = Callable[[Mapping[str, Json]], Iterator[str]]

_STRUCTURE = frozenset({"items", "prefixItems", "additionalProperties", "patternProperties", "enum", "const"})


def faults(document: Draft | Document, after: str = "discriminate") -> list[str]:
    """Return what is wrong with a document after a pass; after the last one where none is named."""
    done = list(AFTER)[: list(AFTER).index(after) + 1]
    return [f"{clause.__name__}: {fault}" for each in done for clause in AFTER[each] for fault in clause(document.data)]


def tree(data: Mapping[str, Json]) -> Iterator[str]:
    """No object or array stands in two places: a pass that changes one of them would change the other."""
    seen: dict[int, str] = {}
    stack: list[tuple[Json, str]] = [(each, join("", key)) for key, each in data.items()]
    while stack:
        value, pointer = stack.pop()
        inside: Iterable[tuple[str | int, Json]] = value.items() if is_map(value) else enumerate(as_list(value))
        if isinstance(value, (dict, list)):
            if id(value) in seen:
                yield f"{pointer} is also at {seen[id(value)]}"
            seen[id(value)] = pointer
        stack.extend((each, join(pointer, key)) for key, each in inside)


def lead(data: Mapping[str, Json]) -> Iterator[str]:
    """Every reference leads to a component of the kind that belongs there."""
    for holder, pointer, kind in references(dict(data), ""):
        way = list(tokens(str(holder["$ref"])[1:]))
        if (
            len(way) != 3
            or way[0] != "components"
            or way[1] != (kind or way[1])
            or way[2] not in components(data, way[1])
        ):
            yield f"{pointer} leads to {holder['$ref']!r}"


def wording(data: Mapping[str, Json]) -> Iterator[str]:
    """No schema speaks as OpenAPI 3.0 does, and no union has one member."""
    for spot in schemas(data):
        schema = as_map(spot.schema)
        old: list[str] = [key for key in ("nullable", "example") if key in schema]
        old += [key for key in ("exclusiveMinimum", "exclusiveMaximum") if isinstance(schema.get(key), bool)]
        if old and not is_reference(schema):
            yield f"{spot.pointer} has {', '.join(old)}"
        if len(members(schema)[1]) == 1 and not is_reference(schema):
            yield f"{spot.pointer} is a union of one"


def event_data(data: Mapping[str, Json]) -> Iterator[str]:
    """The data of an event is no text that stands for something else, where items are whole events."""
    for spot in schemas(data):
        properties = as_map(as_map(spot.schema).get("properties"))
        if (
            spot.key == "itemSchema"
            and "event-stream" in spot.pointer
            and "contentSchema" in as_map(properties.get("data"))
        ):
            yield f"{spot.pointer} has data that is a text"


def kinds(data: Mapping[str, Json]) -> Iterator[str]:
    """No schema has a keyword that says nothing about its values; properties stand in objects alone."""
    for spot in schemas(data):
        schema = as_map(spot.schema)
        known = kinds_of(aim(schema, components(data)))
        for key in [key for key in schema if known and KIND_OF.get(key, known[0]) not in known]:
            yield f"{join(spot.pointer, key)} says nothing about {known}"


def named(data: Mapping[str, Json]) -> Iterator[str]:
    """What will be a class is a component, or the part of one that an allOf adds or that stands beside null."""
    for spot in schemas(data):
        if is_object(spot.schema) and not _is_of_component(spot) and spot.steps[:1] != ("allOf",):
            yield f"{spot.pointer} is an object without a name"


def _is_of_component(spot: Spot) -> bool:
    """Say whether a schema is a component, or a member of one's union with null, which `nulls` takes apart."""
    home = spot.base
    return is_component(spot) or (isinstance(home, Spot) and is_component(home) and split_null(home.schema)[1])


def contents(data: Mapping[str, Json]) -> Iterator[str]:
    """No media type is a component, and none is a reference."""
    for name in components(data, "mediaTypes"):
        yield f"{name} is a media type of the components"
    for _, pointer, kind in references(dict(data), ""):
        if kind == "mediaTypes":
            yield f"{pointer} refers to a media type"


def grammar(data: Mapping[str, Json]) -> Iterator[str]:
    """A schema is one of: reference, class, class with bases, union, enumeration, array, map, plain or any value."""
    for spot in schemas(data):
        schema = as_map(spot.schema)
        shapes = [key for key in ("$ref", "allOf", "oneOf", "anyOf", "properties") if schema.get(key)]
        if len(shapes) > 1:
            yield f"{spot.pointer} is {' and '.join(shapes)} at once"
        if "$ref" in schema and (beside := sorted(_STRUCTURE & schema.keys())):
            yield f"{spot.pointer} has {', '.join(beside)} beside its reference"
        if is_list(branches := schema.get("allOf")):
            if not _is_of_component(spot):
                yield f"{spot.pointer} has an allOf, and is no component"
            yield from _bases(branches, spot.pointer, data)


def _bases(branches: list[Json], pointer: str, data: Mapping[str, Json]) -> Iterator[str]:
    """Bases that are classes, each once, then at most one object of its own."""
    names = [target(each) for each in branches if is_reference(each)]
    own = branches[len(names) :]
    if len(set(names)) < len(names) or len(own) > 1 or not names or any(is_reference(each) for each in own):
        yield f"{pointer} is no list of bases with at most one object at its end"
    for name in names:
        if not is_base(components(data).get(name)):
            yield f"{pointer} has the base {name}, which is no class"
    for each in own:
        if "properties" not in as_map(each) and "required" not in as_map(each):
            yield f"{pointer} ends with what is no object"


def nulls(data: Mapping[str, Json]) -> Iterator[str]:
    """No component admits null beside other values: null stands where it is referred to."""
    for name, schema in components(data).items():
        if split_null(schema)[1] and not is_null(schema):
            yield f"{join('/components/schemas', name)} admits null"


def tags(data: Mapping[str, Json]) -> Iterator[str]:
    """A discriminator stands in a union of classes that all demand its property, or in a class with heirs."""
    for spot in schemas(data):
        rule = as_map(as_map(spot.schema).get("discriminator"))
        for member in members(spot.schema)[1] if rule else ():
            variant = as_map(components(data).get(target(member)))
            if rule.get("propertyName") not in as_list(variant.get("required")):
                yield f"{spot.pointer} has a member that does without {rule.get('propertyName')!r}"


AFTER: Mapping[str, tuple[Clause, ...]] = {
    "bundle": (tree, lead),
    "validate": (),
    "event data": (event_data,),
    "upgrade": (wording,),
    "kinds": (kinds,),
    "hoist": (named,),
    "media types": (contents,),
    "merge": (grammar,),
    "nulls": (nulls,),
    "discriminate": (tags,),
}
"""Pass -> the clauses that hold from then on, in the order of the passes."""
