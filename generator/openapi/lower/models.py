"""Models: component schemas -> Model, with the Python names of their fields and the module each goes into."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from ...data import Json, as_list, as_map, is_map
from ...ir import Alias, Anything, Class, Closed, Enumeration, Extras, Field, Former, Free, Literal, Model, Unsaid, Xml
from ...report import Location, Report
from ..names import Names, Scope
from ..read.document import Document, join
from ..schema.hints import said_name
from ..schema.union_words import title_of
from ..schema.vocabulary import is_class, is_reference, target
from ..schema.walk import components, references
from .access import Access, access_of, settle_access
from .constants import beside_references, constants_of
from .facts import facts_of
from .loops import without_loops
from .modules import modules_of, owners_of
from .tags import with_tags
from .types import extras_of, lower_type, tag_of
from .xml import xml_of

_INLINE = re.compile(r"/(paths|(x-)?webhooks)/|/components/(?!schemas/)")
"""Pointers of schemas that stand in an operation or in a part of one."""


def lower_models(document: Document, chosen: Mapping[str, str], names: Names, report: Report) -> tuple[Model, ...]:
    """Return the models in document order. chosen: pointer in the source -> class name, from provider.toml."""
    named = components(document.data)
    targets = {name: references(schema) for name, schema in named.items()}
    access = settle_access(document, _with_children(targets, named))
    schemas = access.schemas
    places = {name: document.at(join("/components/schemas", name)) for name in schemas}
    owners = owners_of(places)
    lowering = _Lowering(
        access,
        places,
        modules_of(targets, owners, names),
        _given(schemas, places, owners, chosen, names),
        names,
        beside_references(document),
    )
    models = (
        replace(lowering.model(name), places=document.places.get(name, ()), former=_former(document, name))
        for name in schemas
    )
    return with_tags(without_loops(tuple(models), report), names)


def _former(document: Document, name: str) -> tuple[Former, ...]:
    return tuple(Former(old, until) for old, until in document.former.get(name, {}).items())


def _with_children(targets: Mapping[str, list[str]], named: Mapping[str, Json]) -> dict[str, list[str]]:
    """Return component -> those it leads to: its references, and the classes that may stand where it is named."""
    found = {name: list(each) for name, each in targets.items()}
    for name, schema in named.items():
        for branch in as_list(as_map(schema).get("allOf")):
            if target(branch) in found and tag_of(named[target(branch)]) is not None:
                found[target(branch)].append(name)
    return found


class _Lowering:
    """What all models of a document share."""

    def __init__(
        self,
        access: Access,
        places: Mapping[str, Location],
        modules: Mapping[str, str],
        given: set[str],
        names: Names,
        beside: Mapping[str, list[dict[str, Json]]],
    ) -> None:
        self._schemas = access.schemas
        self._both_ways = access.both_ways
        self._beside = beside
        self._places = places
        self._modules = modules
        self._given = given
        self._names = names
        self._bases = {name: self._extended(schema) for name, schema in self._schemas.items()}
        self._fields: dict[str, tuple[Field, ...]] = {}
        self._of_heirs = self._described_by_heirs()

    def model(self, name: str) -> Model:
        """Return one model: a class where it has properties or bases, or is an object of which nothing is said."""
        schema = as_map(self._schemas[name])
        given, module, at = name in self._given, self._modules[name], self._places[name]
        doc = schema.get("description")
        doc = doc if isinstance(doc, str) else ""
        if is_class(schema):
            whole, bases, own = _whole(schema), self._bases[name], self._own(name)
            extras = _extras(whole)
            if isinstance(extras, Unsaid) and not (own or bases or name in self._of_heirs):
                extras = Free(Anything(), "")  # it has keys that nobody described, or it would say nothing
            return Class(
                name, given, module, doc, bases, own, extras, tag_of(whole), at, facts_of(whole, "object"),
                name in self._both_ways,
            )  # fmt: skip
        found = lower_type(self._schemas[name])
        if isinstance(found, Literal) and not found.fixed and "enum" in schema:
            return Enumeration(
                name, given, module, doc, constants_of(found, [schema, *self._beside.get(name, [])]), at, found.facts
            )
        return Alias(name, given, module, doc, found, at)

    def _described_by_heirs(self) -> dict[str, set[str]]:
        """Return base -> the properties of all classes that extend it, and of what else these extend."""
        found: dict[str, set[str]] = {}
        for name in self._schemas:
            bases = self._ancestors(name)
            described = {wire for each in (name, *bases) for wire in self._properties(each)}
            for base in bases:
                found.setdefault(base, set()).update(described)
        return found

    def _ancestors(self, name: str) -> list[str]:
        return [each for base in self._bases[name] for each in (base, *self._ancestors(base))]

    def _properties(self, name: str) -> dict[str, Json]:
        """Return the properties of a class itself."""
        schema = as_map(self._schemas[name])
        inline = [as_map(each) for each in as_list(schema.get("allOf")) if not is_reference(each)]
        return {key: each for holder in (schema, *inline) for key, each in as_map(holder.get("properties")).items()}

    def _extended(self, schema: Json) -> tuple[str, ...]:
        """Return the components that a schema extends."""
        found = (target(each) for each in as_list(as_map(schema).get("allOf")))
        return tuple(base for base in found if base in self._schemas)

    def _own(self, name: str) -> tuple[Field, ...]:
        """Return the own fields of a class; a name of a base class is taken already. What is required and described
        nowhere is any value."""
        if name in self._fields:
            return self._fields[name]
        self._fields[name] = ()
        names, place = self._names, self._places[name]
        scope = Scope(names.reserved.fields)
        for base in self._bases[name]:
            for field in self._inherited(base):
                scope.take(field.name)
        own, required, places = self._described_in(name)
        said = {wire: said_name(each) or wire for wire, each in own.items()}
        exact = {
            wire: scope.take(name) for wire, name in said.items() if names.snake(name) == name and name not in scope
        }
        self._fields[name] = tuple(
            _field(
                exact.get(wire) or scope.take(names.snake(said[wire])),
                wire,
                each,
                wire in required,
                places.get(wire, place),
                xml_of(each, self._schemas),
                access_of(each, self._schemas),
            )
            for wire, each in own.items()
        )
        return self._fields[name]

    def _described_in(self, name: str) -> tuple[dict[str, Json], set[Json], dict[str, Location]]:
        """Return the own properties of a class, with names that are required alone; those required; and where they
        stand."""
        schema, place = as_map(self._schemas[name]), self._places[name]
        own, required, pointer = self._properties(name), [*as_list(schema.get("required"))], "properties"
        for index, branch in enumerate(as_list(schema.get("allOf"))):
            if is_map(branch) and not is_reference(branch):
                required.extend(as_list(branch.get("required")))
                pointer = join("allOf", index, "properties")
        places = {wire: Location(place.file, join(f"{place.pointer}/{pointer}", wire)) for wire in own}
        described = self._of_heirs.get(name, set()).union(*map(self._properties, self._ancestors(name)))
        own.update({str(wire): True for wire in required if wire not in own and wire not in described})
        return own, set(required), places

    def _inherited(self, name: str) -> list[Field]:
        return [*self._own(name), *(field for base in self._bases[name] for field in self._inherited(base))]


def _whole(schema: dict[str, Json]) -> dict[str, Json]:
    """Return what a class says by itself, its inline branch and its own keywords in one."""
    whole: dict[str, Json] = {}
    for branch in as_list(schema.get("allOf")):
        whole.update({} if is_reference(branch) else as_map(branch))
    closed = whole.get("additionalProperties") is False
    whole.update({key: value for key, value in schema.items() if key != "allOf"})
    return {**whole, "additionalProperties": False} if closed else whole


def _extras(schema: dict[str, Json]) -> Extras:
    value, closed = extras_of(schema)
    if value is None:
        return Closed() if closed else Unsaid()
    patterns = as_map(schema.get("patternProperties"))
    return Free(value, next(iter(patterns)) if closed and len(patterns) == 1 else "")


def _field(name: str, wire: str, schema: Json, required: bool, at: Location, xml: Xml, access: str) -> Field:
    found = as_map(schema)
    doc = found.get("description")
    return Field(
        name=name,
        wire=wire,
        type=lower_type(schema),
        required=required,
        default=found.get("default"),
        access=access,
        deprecated=found.get("deprecated") is True,
        doc=doc if isinstance(doc, str) else "",
        at=at,
        xml=xml,
    )


def _given(
    schemas: Mapping[str, Json],
    places: Mapping[str, Location],
    owners: Mapping[str, str],
    chosen: Mapping[str, str],
    names: Names,
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
