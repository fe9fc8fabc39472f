"""Hoist: every schema that becomes a class gets a name, and every component a Python class name.

In: a document with inline objects. Out: inline objects, compositions, discriminated unions and long parameter enums are
components; a reference stands in their place. A name is the title where it is free, else the owner's name and the
property's (singular for items). Equal schemas are named once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from .. import names
from ..data import Json, is_map
from ..document import Document, join
from .kinds import ANNOTATIONS, is_null, is_object, is_reference, members
from .walk import Spot, children, roots, schemas

_LONG_ENUM = 4


def hoist(document: Document, chosen: Mapping[str, str]) -> Document:
    """Name the schemas. chosen: pointer in the source -> class name, from provider.toml. Changes data in place."""
    namer = _Namer(document, chosen)
    namer.rename_components()
    namer.hoist_all()
    return document.evolve(document.data, namer.moved)


class _Namer:
    """Gives names and moves schemas to the components."""

    def __init__(self, document: Document, chosen: Mapping[str, str]) -> None:
        self.moved: dict[str, str] = {}
        self._document = document
        self._chosen = chosen
        self._scope = names.Scope()
        self._components: dict[str, Any] = document.data.setdefault("components", {}).setdefault("schemas", {})
        self._shapes: dict[str, str] = {}
        self._places: dict[str, str] = {}

    def rename_components(self) -> None:
        """Turn component keys into class names, and follow in every reference."""
        renamed: dict[str, str] = {}
        for key in sorted(self._components, key=lambda key: names.pascal(key) != key):
            place = self._document.at(join("/components/schemas", key)).pointer
            wanted = self._chosen.get(place) or names.pascal(key)
            renamed[key] = self._scope.take(wanted, separator="")
        schemas_now = {renamed[key]: value for key, value in self._components.items()}
        for key, name in renamed.items():
            if key != name:
                self.moved[join("/components/schemas", name)] = join("/components/schemas", key)
        _rewrite(self._document.data, {f"#{join('/components/schemas', key)}": name for key, name in renamed.items()})
        self._components.clear()
        self._components.update(schemas_now)

    def hoist_all(self) -> None:
        for spot in list(roots(self._document.data)):
            if spot.pointer.startswith("/components/schemas/"):
                self._inside(spot, spot.words[0], spot.pointer)
            else:
                self._place(spot, _join_words(spot.words), spot.pointer, parameter=_is_parameter(spot.pointer))

    def _inside(self, spot: Spot, owner: str, origin: str) -> None:
        """Name what stands inside a schema. owner: the name that inner names begin with; origin: its source."""
        for each in list(children(spot.schema, "")):
            keyword = each.pointer.split("/")[1]
            place = origin + each.pointer
            if keyword == "properties":
                self._place(each, owner + names.pascal(str(each.key)), place)
            elif keyword == "items":
                self._place(each, _singular(owner), place)
            elif keyword in ("additionalProperties", "patternProperties"):
                self._place(each, owner + "Value", place)
            elif keyword == "allOf" and not is_reference(each.schema):
                self._inside(each, owner, place)
            elif keyword in ("anyOf", "oneOf"):
                self._place(each, _variant(owner, each), place)
            elif keyword == "prefixItems":
                self._place(each, owner + f"Item{int(each.key) + 1}", place)

    def _place(self, spot: Spot, name: str, origin: str, *, parameter: bool = False) -> None:
        schema = spot.schema
        if not is_map(schema) or is_reference(schema):
            return
        if not _needs_name(schema, parameter):
            self._inside(spot, name, origin)
            return
        found = self._take_name(schema, name, origin)
        spot.holder[spot.key] = {"$ref": f"#/components/schemas/{found}"}

    def _take_name(self, schema: dict[str, Any], name: str, origin: str) -> str:
        """Return the name of the component the schema is now."""
        shape = json.dumps(schema, sort_keys=True)
        chosen = self._chosen.get(self._document.at(origin).pointer)
        if shape in self._shapes and not chosen:
            return self._shapes[shape]
        title = schema.get("title")
        wanted = names.pascal(title) if isinstance(title, str) and _is_name(title) else ""
        if wanted in self._scope or not wanted:
            wanted = name
        taken = self._scope.take(chosen or _fits(wanted), separator="")
        self._shapes[shape] = taken
        self._components[taken] = schema
        self.moved[join("/components/schemas", taken)] = origin
        self._inside(Spot(self._components, taken, "", (taken,)), taken, origin)
        return taken


def _needs_name(schema: dict[str, Any], parameter: bool) -> bool:
    if is_object(schema):
        return True
    if parameter and len(schema.get("enum", ())) > _LONG_ENUM:
        return True
    if any(not is_null(each) for each in schema.get("allOf", ())):
        return not _is_annotated_reference(schema) and any(_is_structured(each) for each in schema["allOf"])
    if schema.get("properties"):
        return True
    return is_map(schema.get("discriminator")) and bool(members(schema)[1])


def _is_annotated_reference(schema: dict[str, Any]) -> bool:
    """Say whether an allOf is one reference with annotations beside it."""
    branches = schema["allOf"]
    return (
        len(branches) == 1
        and is_reference(branches[0])
        and set(schema) - {"allOf", "type"} <= {*ANNOTATIONS}
        and schema.get("type") in (None, "object")
    )


def _is_structured(schema: Json) -> bool:
    return is_map(schema) and any(key in schema for key in ("$ref", "properties", "allOf", "oneOf", "anyOf"))


def _is_parameter(pointer: str) -> bool:
    return "/parameters/" in pointer


def _is_name(title: str) -> bool:
    """Say whether a title reads as a name rather than as a sentence."""
    return len(title) <= 48 and len(names.words(title)) <= 6 and title.isascii() and not title[:1].isdigit()


def _fits(name: str) -> str:
    return name if name.casefold() not in names.CLASS_NAMES else f"{name}Model"


def _join_words(words: tuple[str, ...]) -> str:
    """Join the words of a place into a class name, without repeating a word at the seam."""
    result = ""
    for word in words:
        part = names.pascal(word)
        part = part.removeprefix("Schema") if result and word[:1].isdigit() else part
        result = result if result.endswith(part) else result + part
    return result


def _singular(owner: str) -> str:
    parts = names.words(owner)
    if not parts:
        return f"{owner}Item"
    last = names.singular(parts[-1])
    return owner[: owner.rindex(parts[-1])] + (last[0].upper() + last[1:]).replace("_item", "Item")


def _variant(owner: str, spot: Spot) -> str:
    """Name a member of a union; the only one beside null has the name of the whole."""
    alone = sum(1 for each in spot.holder if not is_null(each)) == 1
    return owner if alone else f"{owner}Variant{int(spot.key) + 1}"


def _rewrite(data: Json, renamed: Mapping[str, str]) -> None:
    for spot in schemas(data):
        schema = spot.schema
        if not is_map(schema):
            continue
        if isinstance(schema.get("$ref"), str) and schema["$ref"] in renamed:
            schema["$ref"] = f"#/components/schemas/{renamed[schema['$ref']]}"
        mapping = schema.get("discriminator", {}).get("mapping") if is_map(schema.get("discriminator")) else None
        if is_map(mapping):
            for value, target in mapping.items():
                full = target if str(target).startswith("#") else f"#{join('/components/schemas', str(target))}"
                mapping[value] = f"#/components/schemas/{renamed[full]}" if full in renamed else target
