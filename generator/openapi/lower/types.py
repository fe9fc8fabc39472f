"""Types: a normalized schema -> a Type of the IR. Nowhere else is it decided what a value may be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from ...data import Json, as_list, as_map, is_list, is_map
from ...ir import NULL, PLAIN, Anything, Array, Facts, Literal, Map, Ref, Scalar, Tag, Tuple, Type, Union
from ...ir.demands import held
from ..schema.vocabulary import is_null, is_reference, members, name_of, split_null, target
from .facts import facts_of, shared, value_fact

Plain: TypeAlias = bool | int | float | str | None

_FORMATS = {
    ("string", "date-time"): "date-time",
    ("string", "date"): "date",
    ("string", "uuid"): "uuid",
    ("string", "decimal"): "decimal",
    ("string", "binary"): "bytes",
    ("number", "decimal"): "decimal-number",
    ("string", "byte"): "base64",
    ("string", "base64"): "base64",
    ("string", "base64url"): "base64url",
    ("integer", "unix-time"): "unix-time",
    ("integer", "unixtime"): "unix-time",
}
"""JSON type and format -> scalar; any other format leaves the type as it is."""
_ENCODINGS = ("base64", "base64url")
"""Values of contentEncoding that say what a format of that name does."""


def lower_type(schema: Json) -> Type:
    """Return the type of the values that a schema admits; what it does not say is Anything."""
    if not is_map(schema):
        return Anything()
    if is_reference(schema):
        return Ref(target(schema), facts_of(schema))
    if is_null(schema):
        return NULL
    rest, null = split_null(schema)
    found = _without_null(rest)
    if isinstance(found, Union):
        return union([found, NULL], found.tag, found.facts) if null else found
    return union([found, NULL]) if null else found


def union(types: list[Type], tag: Tag | None = None, facts: Facts = PLAIN) -> Type:
    """Return the union of types, each once, constants together and null last; Anything swallows the rest.

    Members that differ in their facts alone both stay: 1 and true are equal to Python, and not one constant either.
    """
    if len(types) == 1 and tag is None:
        return held(types[0], facts)
    flat = [member for each in types for member in (each.members if isinstance(each, Union) else (each,))]
    if len(flat) != 2 or flat[0] == flat[1]:
        once: dict[str, Type] = {}
        for member in flat:
            once.setdefault(repr(member), member)
        flat = list(once.values())
    members = _together(flat)
    if any(isinstance(each, Anything) for each in members):
        return Anything()
    if len(members) == 1:
        return held(members[0], facts)
    return Union(tuple(sorted(members, key=lambda each: each == NULL)), tag, facts)


def within(found: Type, change: Callable[[Type], Type]) -> Type:
    """Return a type with the types directly inside it changed."""
    if isinstance(found, Array):
        return replace(found, item=change(found.item))
    if isinstance(found, Map):
        return replace(found, value=change(found.value))
    if isinstance(found, Tuple):
        rest = None if found.rest is None else change(found.rest)
        return replace(found, items=tuple(change(each) for each in found.items), rest=rest)
    if isinstance(found, Union):
        return union([change(each) for each in found.members], found.tag, found.facts)
    return found


def _together(types: list[Type]) -> list[Type]:
    """Return types with their constants in one enumeration, where the first of them stands."""
    constants = [each for each in types if isinstance(each, Literal)]
    if len(constants) < 2:
        return types
    values = _once([value for each in constants for value in each.values])
    whole = Literal(values, shared([each.facts for each in constants]))
    kept = [each for each in types if each is constants[0] or not isinstance(each, Literal)]
    return [whole if each is constants[0] else each for each in kept]


def tag_of(schema: Json) -> Tag | None:
    """Return the property that a schema tells its members or its children apart by."""
    rule = as_map(as_map(schema).get("discriminator")) or as_map(as_map(schema).get("x-discriminator"))
    if not isinstance(wire := rule.get("propertyName"), str):
        return None
    mapping = as_map(rule.get("mapping"))
    pairs = tuple((str(value), name_of(str(model))) for value, model in mapping.items())
    default = name_of(str(rule.get("defaultMapping") or ""))
    return Tag(wire, pairs, "discriminator" in as_map(schema), default)


def _without_null(schema: Json) -> Type:
    if not is_map(schema):
        return Anything()
    if is_reference(schema):
        return Ref(target(schema), facts_of(schema))
    if "const" in schema:
        return _constants([schema["const"]], schema, "const")
    if values := as_list(schema.get("enum")):
        return _constants(values, schema, "enum")
    variants = members(schema)[1]
    if variants:
        return union([lower_type(each) for each in variants], tag_of(schema), facts_of(schema))
    branches = schema.get("allOf")
    if is_list(branches):
        facts = facts_of(schema)
        return held(lower_type(branches[0]), facts) if len(branches) == 1 else Anything(facts)
    kind = schema.get("type")
    if is_list(kind):
        return union([_plain(schema, str(each)) for each in kind])
    return _plain(schema)


def _plain(schema: dict[str, Json], one_of: str = "") -> Type:
    """Return the type of one kind of value. one_of: the kind, where a schema names several: each has its own facts."""
    kind = one_of or schema.get("type")
    if kind == "array" or (kind is None and ("items" in schema or "prefixItems" in schema)):
        return _array(schema, one_of)
    if kind == "object" or (kind is None and is_map(schema.get("additionalProperties"))):
        return map_of(schema, one_of)
    if kind == "null":
        return NULL
    if kind is None:
        return Anything(facts_of(schema))
    facts = facts_of(schema, one_of)
    encoding = str(schema.get("contentEncoding"))
    format = encoding if not facts.format and encoding in _ENCODINGS else facts.format
    return Scalar(_FORMATS.get((str(kind), format), str(kind)), facts)


def _array(schema: dict[str, Json], one_of: str) -> Type:
    facts = facts_of(schema, one_of)
    first = [lower_type(each) for each in as_list(schema.get("prefixItems"))]
    if not first:
        return Array(lower_type(schema.get("items", {})), facts)
    if schema.get("items") is not False and facts.max_items != len(first):
        return Tuple(tuple(first), lower_type(schema.get("items", {})), facts)
    sure = len(first) if facts.min_items is None else max(int(facts.min_items), 0)
    if sure >= len(first):
        return Tuple(tuple(first), None, facts)
    return Tuple(tuple(first[:sure]), union(first[sure:]), facts) if sure else Array(union(first), facts)


def map_of(schema: dict[str, Json], one_of: str = "") -> Map:
    """Return the type of an object with free keys alone."""
    value, closed = extras_of(schema)
    return Map(value or Anything(), closed and value is None, facts_of(schema, one_of))


def extras_of(schema: dict[str, Json]) -> tuple[Type | None, bool]:
    """Return the type of the values under free keys, none where the document is silent; and whether it admits others.

    Patterns of names are taken together: a key that fits none has the type of additionalProperties.
    """
    named = [lower_type(each) for each in as_map(schema.get("patternProperties")).values()]
    rest = schema.get("additionalProperties", schema.get("unevaluatedProperties"))
    closed = rest is False
    if rest is None and not named:
        return None, False
    free = [] if closed else [lower_type(rest)] if is_map(rest) else [Anything()]
    return (union([*named, *free]) if named or free else None), closed


def _constants(values: list[Json], schema: dict[str, Json], keyword: str) -> Type:
    """Return the type of an enumeration; values without a literal form leave their plain type."""
    plain = [each for each in values if not isinstance(each, (dict, list))]
    if len(plain) < len(values):
        return Anything(value_fact(keyword, values))
    return Literal(_once(plain), facts_of(schema), keyword == "const")


def _once(values: list[Plain]) -> tuple[Plain, ...]:
    """Return each value once; 1, true and 1.0 are three."""
    unique: list[Plain] = []
    for each in values:
        if not any(each == one and type(each) is type(one) for one in unique):
            unique.append(each)
    return tuple(unique)
