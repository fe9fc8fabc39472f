"""Xml: the XML Object of a schema (OpenAPI 3.1, 4.8.26), with what the schemas say that it refers to -> Xml."""

from __future__ import annotations

from collections.abc import Mapping

from ...data import Json, as_map, is_map
from ...ir import USUAL_XML, Xml
from ..schema.vocabulary import split_null, target

_PLACES = {"attribute": "attribute", "text": "text", "cdata": "text"}
"""nodeType of OpenAPI 3.2 -> place; `element` and `none` say whether a list is wrapped."""
_TELLING = frozenset({"xml", "$ref", "items", "additionalProperties", "unevaluatedProperties", "anyOf", "oneOf"})
"""Keywords without which nothing is said of XML."""


def xml_of(schema: Json, schemas: Mapping[str, Json], seen: frozenset[str] = frozenset()) -> Xml:
    """Return how values of a schema stand in XML. schemas: the components. seen: those that lead here.

    A reference stands for what it refers to; what is said beside it counts more.
    """
    if not is_map(schema) or _TELLING.isdisjoint(schema):
        return USUAL_XML
    schema = as_map(split_null(schema)[0])
    own, name = as_map(schema.get("xml")), target(schema)
    known = name in schemas and name not in seen
    base = xml_of(schemas[name], schemas, seen | {name}) if known else USUAL_XML
    member = schema.get("items", schema.get("additionalProperties", schema.get("unevaluatedProperties")))
    item = xml_of(member, schemas, seen) if is_map(member) else USUAL_XML
    namespace = str(own.get("namespace") or base.namespace)
    return Xml(
        name=str(own.get("name") or base.name),
        place=_place(own) or base.place,
        wrapped=_wraps(schema, own, base),
        namespace=namespace,
        prefix=str(own.get("prefix") or base.prefix) if namespace else "",
        item=base.item if item == USUAL_XML else item,
    )


def _wraps(schema: dict[str, Json], own: dict[str, Json], base: Xml) -> bool:
    if "wrapped" in own:
        return own["wrapped"] is True
    return own["nodeType"] == "element" and schema.get("type") == "array" if "nodeType" in own else base.wrapped


def _place(own: dict[str, Json]) -> str:
    """Return where a value stands. x-ms-text is how documents say it that are older than nodeType."""
    if own.get("attribute") is True:
        return "attribute"
    return "text" if own.get("x-ms-text") is True else _PLACES.get(str(own.get("nodeType")), "")
