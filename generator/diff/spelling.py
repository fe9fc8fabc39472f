"""Spelling: types in a few words, and the words that a document has for what restricts them."""

from __future__ import annotations

from ..ir import Array, Facts, Map, Stream, Tuple, Type, Xml
from .resolved import Resolved, Resolver

LOWER = {
    "minimum": "minimum", "above": "exclusiveMinimum", "min_length": "minLength", "min_items": "minItems",
    "min_properties": "minProperties",
}  # fmt: skip
"""Fact -> its word, of those that are tighter the higher they are."""
UPPER = {
    "maximum": "maximum", "below": "exclusiveMaximum", "max_length": "maxLength", "max_items": "maxItems",
    "max_properties": "maxProperties",
}  # fmt: skip
"""Of those that are tighter the lower they are."""
STEPS = {"multiple_of": "multipleOf", "unique": "uniqueItems"}

_IDLE = frozenset({"min_length", "min_items", "min_properties", "unique"})
"""Facts of which 0 and False say nothing."""


def bound(facts: Facts, name: str) -> float | None:
    """Return a bound by the name of its field, none where it says nothing."""
    value: float | None = getattr(facts, name)
    return (value or None) if name in _IDLE else value


def spelt(found: Resolved, side: Resolver) -> str:
    """Spell what a type admits: `string (date)`, `list of Customer`, `Cat | Dog`."""
    if found.kind == "class":
        text = found.model
    elif found.kind == "union":
        text = " | ".join(dict.fromkeys(spelt(side.resolve(each), side) for each in found.members))
    elif isinstance(found.type, Array):
        text = f"list of {_inner(found.type.item, side)}"
    elif isinstance(found.type, Stream):
        text = f"stream of {_inner(found.type.item, side)}"
    elif isinstance(found.type, Tuple):
        text = f"tuple of {', '.join(_inner(each, side) for each in found.type.items)}"
    elif isinstance(found.type, Map):
        text = f"map of {_inner(found.type.value, side)}"
    elif found.values is not None and found.model:
        text = f"{found.model} ({found.kind})"
    else:
        text = f"{found.kind} ({found.facts.format})" if found.facts.format else found.kind
    return f"{text} or null" if found.nullable else text


def _inner(found: Type, side: Resolver) -> str:
    inner = side.resolve(found)
    return inner.model or inner.kind if inner.kind in ("array", "tuple", "map") else spelt(inner, side)


def spelt_xml(xml: Xml) -> str:
    """Spell how a value stands in XML.

    >>> spelt_xml(Xml("id", "attribute")), spelt_xml(Xml(wrapped=True, item=Xml("tag")))
    ('name id, attribute', 'wrapped, items: name tag')
    """
    said = [f"name {xml.name}"] if xml.name else []
    said += [xml.place] if xml.place else []
    said += ["wrapped"] if xml.wrapped else []
    said += [f"namespace {xml.namespace}"] if xml.namespace else []
    said += [f"prefix {xml.prefix}"] if xml.prefix else []
    said += [f"items: {spelt_xml(xml.item)}"] if xml.item else []
    return ", ".join(said) or "as usual"
