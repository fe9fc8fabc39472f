"""Access: readOnly and writeOnly settled. A field that only one side sends is not demanded of the other.

A class that travels one way only demands nothing that goes the other way; one that travels both ways keeps what it
demands, and the access of each field says of whom.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...data import Json, as_list, as_map, is_list, is_map
from ..read.document import Document, join
from ..schema.vocabulary import is_reference, split_null, target
from ..schema.walk import components, incoming, methods, operations, references

_TELLING = frozenset({"readOnly", "writeOnly", "$ref", "allOf", "anyOf", "oneOf"})
"""Keywords without which a value travels both ways."""


@dataclass(frozen=True, slots=True)
class Access:
    """Which fields travel one way only, and which components do. schemas: of the components, where `required` does not
    name what the only direction of a component does not carry. both_ways: those that are sent and received."""

    schemas: dict[str, Json]
    both_ways: frozenset[str]


def settle_access(document: Document, targets: Mapping[str, list[str]]) -> Access:
    """Return the access of a document's components. targets: component -> those it refers to."""
    schemas = components(document.data)
    sent, received = _reached(document, targets)
    result: dict[str, Json] = {}
    for name, schema in schemas.items():
        hidden = {(True, False): "read", (False, True): "write"}.get((name in sent, name in received), "")
        result[name] = _relax(schema, hidden, schemas) if hidden else schema
    return Access(result, frozenset(sent & received))


def access_of(schema: Json, schemas: Mapping[str, Json], seen: frozenset[str] = frozenset()) -> str:
    """Say which way a value travels: read, write or both. What a reference leads to may say it as well."""
    if not is_map(schema) or _TELLING.isdisjoint(schema):
        return "both"
    found = as_map(split_null(schema)[0])
    for key, access in (("readOnly", "read"), ("writeOnly", "write")):
        if found.get(key) is True:
            return access
    branches = as_list(found.get("allOf"))
    inner = branches[0] if len(branches) == 1 else found
    name = target(inner)
    return access_of(schemas[name], schemas, seen | {name}) if name in schemas and name not in seen else "both"


def _relax(schema: Json, hidden: str, schemas: Mapping[str, Json]) -> Json:
    if not is_map(schema):
        return schema
    properties = as_map(schema.get("properties"))
    result = dict(schema)
    required = as_list(schema.get("required"))
    kept = [each for each in required if access_of(properties.get(str(each)), schemas) != hidden]
    if len(kept) < len(required):
        result["required"] = kept
    if is_list(branches := schema.get("allOf")):
        result["allOf"] = [_relax(each, hidden, schemas) if not is_reference(each) else each for each in branches]
    return result


def _reached(document: Document, targets: Mapping[str, list[str]]) -> tuple[set[str], set[str]]:
    """Return the components that requests reach, and those that the API sends, in responses or by itself."""
    sent: set[str] = set()
    received: set[str] = set()
    answers: dict[str, Json] = {}
    for _, _, _, operation, pointer in operations(document.data):
        body, _place = document.follow(operation.get("requestBody"), pointer)
        _reach(_contents(body), targets, sent)
        for status, response in as_map(operation.get("responses")).items():
            value, place = document.follow(response, join(pointer, "responses", status))
            answers[place] = value  # many operations share the same few
    for answer in answers.values():
        _reach(_contents(answer), targets, received)
    for item, pointer, _words in incoming(document.data):
        for _, operation in methods(item):
            _reach(_contents(document.follow(operation.get("requestBody"), pointer)[0]), targets, received)
    return sent, received


def _contents(holder: Json) -> list[str]:
    """Return the components that a body or a response names."""
    content = as_map(as_map(holder).get("content"))
    schemas = (as_map(each).get(key) for each in content.values() for key in ("schema", "itemSchema"))
    return [name for schema in schemas for name in references(schema)]


def _reach(pending: list[str], targets: Mapping[str, list[str]], seen: set[str]) -> None:
    while pending:
        name = pending.pop()
        if name not in seen and name in targets:
            seen.add(name)
            pending.extend(targets[name])
