"""Models: component schemas -> Model, with the Python names of their fields and the module each goes into."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from ...data import Json, is_map
from ...ir import Field, Model
from ...report import Location
from .. import names
from ..normalize.wording import title_of
from ..read.document import Document, join
from ..schema.vocabulary import is_reference
from .access import references, relax_access

_INLINE = re.compile(r"/(paths|webhooks)/|/components/(?!schemas/)")
"""Pointers of schemas that stand in an operation or in a part of one."""

_RESERVED = (*names.MODEL_ATTRIBUTES, *names.ANNOTATION_NAMES)


def lower_models(document: Document, chosen: Mapping[str, str]) -> tuple[Model, ...]:
    """Return the models in document order. chosen: pointer in the source -> class name, from provider.toml."""
    named: dict[str, Json] = document.data["components"]["schemas"]
    targets = {name: references(schema) for name, schema in named.items()}
    schemas = relax_access(document, targets)
    places = {name: document.at(join("/components/schemas", name)) for name in schemas}
    owners = _owners(places)
    modules = _modules(targets, owners)
    given = _given(schemas, places, owners, chosen)
    fields: dict[str, tuple[Field, ...]] = {}
    for name in schemas:
        _name_fields(name, schemas, places, fields)
    return tuple(
        Model(
            name=name,
            given=name in given,
            module=modules[name],
            schema=schema,
            fields=fields[name],
            doc=schema.get("description", "") if is_map(schema) else "",
            at=places[name],
        )
        for name, schema in schemas.items()
    )


def _name_fields(
    name: str, schemas: Mapping[str, Json], places: Mapping[str, Location], done: dict[str, tuple[Field, ...]]
) -> tuple[Field, ...]:
    """Name the own fields of a class; a name of a base class is taken already."""
    if name in done:
        return done[name]
    done[name] = ()
    schema = schemas[name]
    if not is_map(schema):
        return ()
    scope = names.Scope(_RESERVED)
    own: dict[str, Any] = dict(schema.get("properties") or {})
    pointer = "properties"
    for index, branch in enumerate(schema.get("allOf") or ()):
        if is_reference(branch):
            base = branch["$ref"].rpartition("/")[2]
            for field in _inherited(base, schemas, places, done) if base in schemas else ():
                scope.take(field.name)
        else:
            own.update(branch.get("properties") or {})
            pointer = join("allOf", index, "properties")
    place = places[name]
    at = {wire: Location(place.file, join(f"{place.pointer}/{pointer}", wire)) for wire in own}
    exact = {wire: scope.take(wire) for wire in own if names.snake(wire) == wire and wire not in scope}
    done[name] = tuple(Field(exact.get(wire) or scope.take(names.snake(wire)), wire, at[wire]) for wire in own)
    return done[name]


def _inherited(
    name: str, schemas: Mapping[str, Json], places: Mapping[str, Location], done: dict[str, tuple[Field, ...]]
) -> list[Field]:
    fields = list(_name_fields(name, schemas, places, done))
    schema = schemas[name]
    for branch in schema.get("allOf", ()) if is_map(schema) else ():
        if is_reference(branch) and branch["$ref"].rpartition("/")[2] in schemas:
            fields.extend(_inherited(branch["$ref"].rpartition("/")[2], schemas, places, done))
    return fields


def _given(
    schemas: Mapping[str, Json], places: Mapping[str, Location], owners: Mapping[str, str], chosen: Mapping[str, str]
) -> set[str]:
    """Return the classes that somebody named: components, those of provider.toml, and those of a title of their own."""
    found: set[str] = set()
    seen: set[tuple[str, str]] = set()
    titles = {name: names.pascal(title_of(schema)) for name, schema in schemas.items()}
    uses = Counter(titles.values())
    for name, place in places.items():
        inline = owners[name] != name or _INLINE.match(place.pointer) or (place.file, place.pointer) in seen
        seen.add((place.file, place.pointer))
        if not inline or chosen.get(place.pointer) == name or (titles[name] == name and uses[name] == 1):
            found.add(name)
    return found


def _modules(targets: Mapping[str, list[str]], owners: Mapping[str, str]) -> dict[str, str]:
    """Place each class beside its owner; modules that need each other become one, named after the first.

    targets: class -> those it refers to.
    """
    scope = names.Scope(("unix_time", "__init__"))
    titles = {owner: scope.take(names.module(owner)) for owner in dict.fromkeys(owners.values())}
    edges: dict[str, list[str]] = {owner: [] for owner in titles}
    for name, found in targets.items():
        edges[owners[name]].extend(owners[each] for each in found if each in owners)
    merged: dict[str, str] = {}
    order = {owner: index for index, owner in enumerate(titles)}
    for component in _strongly_connected(edges):
        first = min(component, key=order.__getitem__)
        merged.update(dict.fromkeys(component, first))
    return {name: titles[merged[owners[name]]] for name in targets}


def _owners(places: Mapping[str, Location]) -> dict[str, str]:
    """Return for each class the outermost class whose place in the source holds it."""
    by_place = {(place.file, place.pointer): name for name, place in reversed(list(places.items()))}
    owners: dict[str, str] = {}
    for name, place in places.items():
        owners[name] = name
        pointer = place.pointer
        while pointer:
            pointer = pointer.rpartition("/")[0]
            if (place.file, pointer) in by_place:
                owners[name] = by_place[(place.file, pointer)]
    return owners


def _strongly_connected(edges: Mapping[str, list[str]]) -> list[list[str]]:
    """Return the strongly connected components of a graph (Tarjan, with a stack of our own)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    components: list[list[str]] = []
    for root in edges:
        if root in index:
            continue
        work = [(root, iter(edges[root]))]
        index[root] = low[root] = len(index)
        path.append(root)
        on_path.add(root)
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in index:
                    index[target] = low[target] = len(index)
                    path.append(target)
                    on_path.add(target)
                    work.append((target, iter(edges[target])))
                    break
                if target in on_path:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    at = path.index(node)
                    components.append(path[at:])
                    on_path.difference_update(path[at:])
                    del path[at:]
    return components
