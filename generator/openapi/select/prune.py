"""Prune: components that nothing refers to go, for a document of which only some operations are wanted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...data import Json, as_list, as_map, as_text, is_map
from ..read.document import join, tokens
from ..read.references import mentions
from ..schema.vocabulary import name_of, target
from ..schema.walk import operations

_Key = tuple[str, str]
"""Kind and name of a component."""


def prune(data: dict[str, Json]) -> None:
    """Leave the components that the rest of a bundled document reaches. Changes the data in place.

    Security schemes stay: each that is asked for has the name that it has among all. A class that a discriminator
    tells apart is reached with the schema that has the discriminator, also where only its `allOf` says so (OpenAPI
    3.1, 4.8.25).
    """
    components = as_map(data.get("components"))
    heirs = _heirs(as_map(components.get("schemas")))
    pending = list(_reached({name: value for name, value in data.items() if name != "components"}, ""))
    kept = set[_Key]()
    while pending:
        key = kind, name = pending.pop()
        value = as_map(components.get(kind)).get(name)
        if key in kept or value is None:
            continue
        kept.add(key)
        pending += _reached(value, join("/components", kind, name))
        pending += [("schemas", each) for each in heirs.get(name, ()) if kind == "schemas"]
    for kind, members in components.items():
        if is_map(members) and kind != "securitySchemes" and not kind.startswith("x-"):
            components[kind] = {name: value for name, value in members.items() if (kind, name) in kept}


def _reached(value: Json, pointer: str) -> Iterator[_Key]:
    """Yield the components that a value refers to, in whatever way."""
    for holder, key, _, kind, is_reference in mentions(value, pointer):
        if not is_reference:
            yield kind, key if kind == "securitySchemes" else name_of(as_text(holder[key]))
            continue
        parts = [*tokens(as_text(holder["$ref"])[1:])]
        if len(parts) == 3 and parts[0] == "components":
            yield parts[1], parts[2]
    owners = [as_map(value), *(operation for *_, operation, _ in operations(as_map(value)))]
    for owner in owners:
        if wrong := as_text(as_map(owner.get("x-error-when")).get("schema")):
            yield "schemas", name_of(wrong)


def _heirs(schemas: Mapping[str, Json]) -> dict[str, list[str]]:
    """Return schema -> those that extend it and that a discriminator, its own or one above, tells apart."""
    children: dict[str, list[str]] = {}
    for name, schema in schemas.items():
        for each in as_list(as_map(schema).get("allOf")):
            if base := target(each):
                children.setdefault(base, []).append(name)
    found: dict[str, list[str]] = {}
    pending = [name for name, schema in schemas.items() if "discriminator" in as_map(schema)]
    while pending:
        name = pending.pop()
        if name not in found:
            found[name] = children.get(name, [])
            pending += found[name]
    return found
