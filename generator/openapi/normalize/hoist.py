"""Hoist: every schema that becomes a class gets a name, and every component a Python class name.

In: a document with inline objects. Out: inline objects, compositions, discriminated unions and long parameter enums are
components; a reference stands in their place. A name is the title where it is free, else the owner's name and the
property's (singular for items). Equal schemas are named once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from ...data import Json, as_list, as_map, as_text, is_list, is_map, map_in
from ..names import Names, Scope
from ..read.document import Draft, join, tokens
from ..schema.vocabulary import is_reference, members, needs_name, reference
from ..schema.walk import Spot, children, is_leaf, roots, schemas
from ..schema.wording import class_name, inner_name, title_of

_LONG_ENUM = 4
_PLACED = ("properties", "items", "additionalProperties", "patternProperties", "anyOf", "oneOf", "prefixItems")


def hoist(draft: Draft, chosen: Mapping[str, str], names: Names) -> None:
    """Name the schemas. chosen: pointer in the source -> class name, from provider.toml. Changes data in place."""
    namer = _Namer(draft, chosen, names)
    namer.rename_components()
    namer.hoist_all()
    draft.move(namer.moved)


class _Namer:
    """Gives names and moves schemas to the components."""

    def __init__(self, draft: Draft, chosen: Mapping[str, str], names: Names) -> None:
        self._names = names
        self.moved: dict[str, str] = {}
        self._draft = draft
        self._chosen = chosen
        self._scope = Scope()
        self._components = map_in(map_in(draft.data, "components"), "schemas")
        self._shapes: dict[str, str] = {}
        self._places: dict[str, str] = {}

    def rename_components(self) -> None:
        """Turn component keys into class names, and follow in every reference."""
        renamed: dict[str, str] = {}
        for key in sorted(self._components, key=lambda key: self._names.pascal(key) != key):
            place = self._draft.at(join("/components/schemas", key)).pointer
            wanted = self._chosen.get(place) or self._names.pascal(key)
            renamed[key] = self._scope.take(wanted, separator="")
        schemas_now = {renamed[key]: value for key, value in self._components.items()}
        for key, name in renamed.items():
            if key != name:
                self.moved[join("/components/schemas", name)] = join("/components/schemas", key)
        _rewrite(self._draft.data, {f"#{join('/components/schemas', key)}": name for key, name in renamed.items()})
        self._components.clear()
        self._components.update(schemas_now)

    def hoist_all(self) -> None:
        for spot in list(roots(self._draft.data)):
            if spot.pointer.startswith("/components/schemas/"):
                self._inside(spot, spot.words[0], self.moved.get(spot.pointer, spot.pointer))
            elif not is_reference(spot.schema):
                self._place(
                    spot, class_name(spot.words, self._names), spot.pointer, parameter=_is_parameter(spot.pointer)
                )

    def _inside(self, spot: Spot, owner: str, origin: str) -> None:
        """Name what stands inside a schema. owner: the name that inner names begin with; origin: its source."""
        for each in children(spot.schema, ""):
            keyword = each.pointer.split("/")[1]
            place = origin + each.pointer
            if keyword == "allOf" and not is_reference(each.schema):
                self._inside(each, owner, place)
            elif keyword in _PLACED and not is_leaf(each.schema):
                self._place(each, inner_name(owner, each, self._names), place)

    def _place(self, spot: Spot, name: str, origin: str, *, parameter: bool = False) -> None:
        schema = spot.schema
        if not is_map(schema) or is_reference(schema):
            return
        is_long = parameter and len(as_list(schema.get("enum"))) > _LONG_ENUM
        if not (is_long or needs_name(schema)):
            self._inside(spot, name, origin)
            return
        found = self._take_name(schema, name, origin)
        spot.put(reference(found))

    def _take_name(self, schema: dict[str, Json], name: str, origin: str) -> str:
        """Return the name of the component the schema is now."""
        shape = json.dumps(schema, sort_keys=True)
        chosen = self._chosen.get(self._draft.at(origin).pointer)
        if shape in self._shapes and not chosen:
            return self._shapes[shape]
        title = title_of(schema)
        wanted = self._names.pascal(title) if title else ""
        if wanted in self._scope or not wanted:
            wanted = name
        taken = self._scope.take(chosen or self._names.class_name(wanted), separator="")
        self._shapes[shape] = taken
        self._components[taken] = schema
        self.moved[join("/components/schemas", taken)] = origin
        self._inside(Spot(self._components, taken, "", (taken,)), taken, origin)
        return taken


def _is_parameter(pointer: str) -> bool:
    return "/parameters/" in pointer


def _rewrite(data: dict[str, Json], renamed: Mapping[str, str]) -> None:
    """Follow the new names in every reference; order `required`, a set, so that equal schemas get one class."""
    for spot in schemas(data):
        schema = spot.schema
        if not is_map(schema):
            continue
        if name := renamed.get(as_text(schema.get("$ref"))):
            schema.update(reference(name))
        if is_list(required := schema.get("required")):
            schema["required"] = [*sorted(map(str, required))]
        if is_map(discriminator := schema.get("discriminator")):
            discriminator["mapping"] = {**_mapping(schema, discriminator, renamed)}
            if isinstance(default := discriminator.get("defaultMapping"), str):
                discriminator["defaultMapping"] = _renamed(default, renamed)


def _renamed(target: str, renamed: Mapping[str, str]) -> str:
    """Return the reference to the class that a mapping names by its component or by a reference."""
    full = target if target.startswith("#") else f"#{join('/components/schemas', target)}"
    return f"#/components/schemas/{renamed[full]}" if full in renamed else target


def _mapping(schema: dict[str, Json], discriminator: dict[str, Json], renamed: Mapping[str, str]) -> dict[str, str]:
    """Return value -> class of a discriminator; a member it does not name goes by its key (OpenAPI 3.1, 4.8.25)."""
    found: dict[str, str] = {}
    for value, target in as_map(discriminator.get("mapping")).items():
        found[value] = _renamed(str(target), renamed)
    for member in members(schema)[1]:
        full = str(as_map(member).get("$ref"))
        if full in renamed and f"#/components/schemas/{renamed[full]}" not in found.values():
            found[next(tokens(full[full.rindex("/") :]))] = f"#/components/schemas/{renamed[full]}"
    return found
