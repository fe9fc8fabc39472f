"""Equality: whether two models say the same, with the names they refer to or without.

`==` of the IR is the equality of a type checker, to which 1 is true and a bound is nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from ..ir import (
    PLAIN,
    Alias,
    Anything,
    Class,
    Enumeration,
    Facts,
    Field,
    File,
    Literal,
    Map,
    Model,
    Ref,
    Scalar,
    Stream,
    Tag,
    Tuple,
    Type,
    Union,
)
from ..ir.walk import inner, references, types_of

_ROUNDS = 3
"""How many references deep two models are looked at to tell them apart."""


def leads_to(model: Model, direction: str = "") -> Iterator[str]:
    """Yield the models that a model refers to, and the kinds that its tag names.

    direction: in which it travels; what is not carried then leads nowhere.
    """
    carried = types_of(model)
    if isinstance(model, Class):
        yield from model.bases
        yield from (kind for _, kind in (model.tag.mapping if model.tag else ()))
        kept = [each.type for each in model.fields if not is_hidden(each, direction)]
        carried = [*kept, *carried[len(model.fields) :]]
    for each in carried:
        yield from references(each)


def is_hidden(field: Field, direction: str) -> bool:
    """Say whether a property is not carried in a direction: as read-only ones are not sent."""
    return field.access == {"sent": "read", "received": "write"}.get(direction)


def is_leaf(found: Type) -> bool:
    """Say whether a type leads to no other one: by far the most do not."""
    return isinstance(found, (Scalar, Literal, Anything, File))


def same_types(old: Type, new: Type) -> bool:
    """Say whether two types are the same in everything: facts, the order of members, constants of the same kind."""
    if old != new or old.facts != new.facts:
        return False
    if isinstance(old, Literal) and isinstance(new, Literal):
        return old.fixed == new.fixed and repr(old.values) == repr(new.values)
    if isinstance(old, Union) and isinstance(new, Union) and old.tag != new.tag:
        return False
    if isinstance(old, Map) and isinstance(new, Map) and old.closed != new.closed:
        return False
    return all(map(same_types, inner(old), inner(new)))


def same_models(old: Model, new: Model) -> bool:
    """Say whether two models of one name are the same in everything but their places."""
    if isinstance(old, Class) and isinstance(new, Class):
        before, after = ((each.doc, each.bases, each.tag, each.facts, type(each.extras)) for each in (old, new))
        return (
            before == after
            and getattr(old.extras, "pattern", "") == getattr(new.extras, "pattern", "")
            and len(old.fields) == len(new.fields)
            and all(map(same_fields, old.fields, new.fields))
            and all(map(same_types, types_of(old), types_of(new)))
        )
    if isinstance(old, Alias) and isinstance(new, Alias):
        return old.doc == new.doc and same_types(old.type, new.type)
    if isinstance(old, Enumeration) and isinstance(new, Enumeration):
        return old.doc == new.doc and old.facts == new.facts and repr(old.values) == repr(new.values)
    return False


def same_fields(old: Field, new: Field) -> bool:
    """Say whether two fields are the same in everything but their places."""
    before, after = (
        (each.name, each.wire, each.required, each.access, each.deprecated, each.doc, each.xml) for each in (old, new)
    )
    return before == after and repr(old.default) == repr(new.default) and same_types(old.type, new.type)


def unchanged(old: Mapping[str, Model], new: Mapping[str, Model]) -> set[str]:
    """Return the models that are the same on both sides, and lead to such only: nothing in them is to be compared."""
    same = {name for name, model in new.items() if name in old and same_models(old[name], model)}
    users: dict[str, list[str]] = {}
    for name in same:
        for target in leads_to(new[name]):
            users.setdefault(target, []).append(name)
    pending = list(chain.from_iterable(names for target, names in users.items() if target not in same))
    while pending:
        name = pending.pop()
        if name in same:
            same.discard(name)
            pending.extend(users.get(name, ()))
    return same


def fingerprints(models: Mapping[str, Model], settled: set[str]) -> dict[str, str]:
    """Return model -> fingerprint, for those not settled. Their names do not count, nor do those they refer to."""
    prints = {name: "" for name in models if name not in settled}
    for _ in range(_ROUNDS):
        texts = {name: _meaning(models[name], prints) for name in prints}
        prints = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}
    return prints


def meaning(found: Type, prints: Mapping[str, str]) -> str:
    """Spell a type with fingerprints in place of names, what is a set in one order."""
    if isinstance(found, Ref):
        return f"{prints.get(found.model, found.model)}{_facts(found.facts)}"
    members = [meaning(each, prints) for each in inner(found)]
    own = ""
    if isinstance(found, Union):
        members.sort()
        own = _tag(found.tag, prints)
    elif isinstance(found, Literal):
        own = _constants(found.values)
    elif isinstance(found, Scalar):
        own = found.name
    elif isinstance(found, Stream):
        own = str(found.events)
    elif isinstance(found, Map):
        own = str(found.closed)
    elif isinstance(found, Tuple):
        own = str(found.rest is None)
    return f"{type(found).__name__}({own} {' '.join(members)} {_facts(found.facts)})"


def _meaning(model: Model, prints: Mapping[str, str]) -> str:
    if isinstance(model, Alias):
        return meaning(model.type, prints)
    if isinstance(model, Enumeration):
        return f"{_constants([each.value for each in model.values])} {_facts(model.facts)}"
    fields = sorted(_field(each, prints) for each in model.fields)
    bases = [prints.get(each, each) for each in model.bases]
    extras = f"{type(model.extras).__name__} {[meaning(each, prints) for each in types_of(model)[len(fields) :]]}"
    return f"{bases} {fields} {extras} {_tag(model.tag, prints)} {_facts(model.facts)}"


def _field(field: Field, prints: Mapping[str, str]) -> str:
    said = (field.wire, field.required, field.default, field.access, field.deprecated)
    return f"{said!r} {meaning(field.type, prints)}"


def _tag(tag: Tag | None, prints: Mapping[str, str]) -> str:
    mapping = sorted((value, prints.get(model, model)) for value, model in tag.mapping) if tag else []
    return f"{tag.wire} {mapping}" if tag else ""


def _facts(facts: Facts) -> str:
    return "" if facts == PLAIN else str(facts)


def _constants(values: Iterable[object]) -> str:
    return str(sorted(map(repr, values)))
