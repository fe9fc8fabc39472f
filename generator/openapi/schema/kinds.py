"""Kinds: which keywords speak about which kind of value (JSON Schema 2020-12, Validation 6 and Core 10.3)."""

from __future__ import annotations

from ...data import Json, as_list, is_list, is_map

KEYWORDS = {
    "object": (
        "properties", "required", "additionalProperties", "patternProperties", "propertyNames", "minProperties",
        "maxProperties", "unevaluatedProperties", "dependentRequired", "dependentSchemas",
    ),
    "array": (
        "items", "prefixItems", "additionalItems", "contains", "minContains", "maxContains", "minItems", "maxItems",
        "uniqueItems", "unevaluatedItems",
    ),
    "string": ("minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType", "contentSchema"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
}  # fmt: skip
"""Kind -> the keywords that say nothing about values of other kinds."""

KIND_OF = {keyword: kind for kind, keywords in KEYWORDS.items() for keyword in keywords}

_STRUCTURE = frozenset({"properties", "patternProperties", "additionalProperties", "items", "prefixItems"})


def type_of(value: Json) -> str:
    """Return the JSON type of a value; a number without a fraction is an integer (Validation 6.1.1).

    >>> [type_of(each) for each in (None, True, 1, 2.0, 2.5, "a", [], {})]
    ['null', 'boolean', 'integer', 'integer', 'number', 'string', 'array', 'object']
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "integer" if float(value).is_integer() else "number"
    return "string" if isinstance(value, str) else "array" if is_list(value) else "object"


def types_of(schema: dict[str, Json]) -> list[str]:
    """Return the types that a schema names, none where it has no `type`."""
    stated = schema.get("type")
    return [str(each) for each in (as_list(stated) if is_list(stated) else [stated]) if each is not None]


def is_of(value: Json, types: list[str]) -> bool:
    """Say whether a value is of one of some types; every integer is a number."""
    found = type_of(value)
    return found in types or (found == "integer" and "number" in types)


def kinds_of(schema: dict[str, Json]) -> list[str]:
    """Return the kinds of values that a schema is about, null apart; none where it may be about any.

    They are those of its values where it lists them, else its types, else those whose structure it describes.
    """
    types = types_of(schema)
    if "const" in schema or schema.get("enum"):
        values: list[Json] = [schema["const"]] if "const" in schema else as_list(schema["enum"])
        types = [type_of(each) for each in values if not types or is_of(each, types)] or types
    elif not types:
        types = [KIND_OF[key] for key, value in schema.items() if key in _STRUCTURE and is_structure(key, value)]
    kinds = ("number" if each == "integer" else each for each in types)
    return [each for each in dict.fromkeys(kinds) if each != "null"]


def is_structure(keyword: str, value: Json) -> bool:
    """Say whether a keyword describes what values are made of, rather than how many or which.

    >>> is_structure("properties", {"a": {}}), is_structure("properties", {}), is_structure("required", ["a"])
    (True, False, False)
    """
    if keyword in ("items", "prefixItems"):
        return True
    return keyword in _STRUCTURE and is_map(value) and bool(value)
