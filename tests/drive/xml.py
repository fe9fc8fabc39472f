"""XML by what a document says of it (OpenAPI 3.1, 4.8.26): a value -> the element that stands for it."""

from __future__ import annotations

import json
from typing import Any
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from .dialect import Dialect, Schema
from .document import Place
from .sample import Sampler


def written(dialect: Dialect, place: Place, value: Any) -> bytes:
    """Return a document of XML for a value of the schema at a place."""
    schema = place.value if isinstance(place.value, dict) else {}
    usual = str(schema.get("$ref", "root")).rpartition("/")[2]
    root = Element("none")
    _add(Sampler(dialect), root, usual, dialect.at(place), value)
    return b'<?xml version="1.0" encoding="UTF-8"?>' + tostring(root[0])


def _add(flat: Sampler, parent: Element, name: str, schema: Schema, value: Any) -> None:
    """Add what stands for a property to the element of its object."""
    whole = flat.flat(schema)
    said = whole.get("x-xml", {})
    own = _qualified(said, name)
    if isinstance(value, list):
        inside = whole.get("items", True)
        holder = SubElement(parent, own) if said.get("wrapped") else parent
        for each in value:
            _add(flat, holder, said.get("name") or name, inside, each)
    elif said.get("attribute"):
        parent.set(own, _text(value))
    elif isinstance(value, dict):
        element = SubElement(parent, own)
        known, more = whole.get("properties", {}), whole.get("additionalProperties", True)
        for key, each in value.items():
            _add(flat, element, key, known.get(key, more), each)
    else:
        SubElement(parent, own).text = _text(value)


def _qualified(said: dict[str, Any], name: str) -> str:
    local = str(said.get("name") or name)
    return f"{{{said['namespace']}}}{local}" if said.get("namespace") else local


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def differs(one: bytes, other: bytes) -> str:
    """Say where two documents of XML differ; "" where they say the same, in whatever order attributes stand."""
    try:
        return _differs(fromstring(one), fromstring(other))
    except SyntaxError as error:
        return f"not well-formed: {error}"


def _differs(one: Element, other: Element) -> str:
    if one.tag != other.tag:
        return f"<{one.tag}> against <{other.tag}>"
    if one.attrib != other.attrib or (one.text or "").strip() != (other.text or "").strip():
        return f"<{one.tag}>: {one.attrib} {one.text!r} against {other.attrib} {other.text!r}"
    if len(one) != len(other):
        return f"<{one.tag}>: {[each.tag for each in one]} against {[each.tag for each in other]}"
    return next((said for a, b in zip(one, other, strict=True) if (said := _differs(a, b))), "")
