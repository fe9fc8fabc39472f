"""Access: readOnly and writeOnly settled. A field that only one side sends is not demanded of the other."""

from __future__ import annotations

from collections.abc import Mapping

from ...data import Json, as_list, as_map, is_list, is_map
from ..read.document import Document
from ..schema.vocabulary import is_reference
from ..schema.walk import components, incoming, methods, operations, references


def relax_access(document: Document, targets: Mapping[str, list[str]]) -> dict[str, Json]:
    """Return the component schemas, `required` rid of what one direction does not carry.

    targets: component -> those it refers to.
    """
    schemas = components(document.data)
    sent, received = _reached(document, targets)
    result: dict[str, Json] = {}
    for name, schema in schemas.items():
        hidden = (["readOnly"] if name in sent else []) + (["writeOnly"] if name in received else [])
        result[name] = _relax(schema, hidden) if hidden else schema
    return result


def _relax(schema: Json, hidden: list[str]) -> Json:
    if not is_map(schema):
        return schema
    properties = as_map(schema.get("properties"))
    dropped = {
        name for name, each in properties.items() if is_map(each) and any(each.get(key) is True for key in hidden)
    }
    result = dict(schema)
    required = as_list(schema.get("required"))
    kept = [each for each in required if each not in dropped]
    if len(kept) < len(required):
        result["required"] = kept
    if is_list(branches := schema.get("allOf")):
        result["allOf"] = [_relax(each, hidden) if not is_reference(each) else each for each in branches]
    return result


def _reached(document: Document, targets: Mapping[str, list[str]]) -> tuple[set[str], set[str]]:
    """Return the components that requests reach, and those that the API sends, in responses or by itself."""
    sent: set[str] = set()
    received: set[str] = set()
    for _, _, _, operation, pointer in operations(document.data):
        body, _place = document.follow(operation.get("requestBody"), pointer)
        _reach(_contents(body), targets, sent)
        for response in as_map(operation.get("responses")).values():
            value, _place = document.follow(response, pointer)
            _reach(_contents(value), targets, received)
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
