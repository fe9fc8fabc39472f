"""Hoist: every schema that becomes a class gets a name, and every component a Python class name.

In: a document with inline objects. Out: inline objects, compositions, discriminated unions and long parameter enums are
components; a reference stands in their place. Equal schemas are named once. `class_names` decides what they are called
when all of them are known, so that the order of the document makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...data import Json, as_list, as_map, as_text, copied, is_list, is_map, map_in
from ...report import Report
from ..names import Names, fold
from ..read.document import Draft, join
from ..read.provider import GIVEN_UP, Lock
from ..schema.places import root_place
from ..schema.union_words import shape_of
from ..schema.vocabulary import ANNOTATIONS, is_null, is_reference, members, needs_name, reference, target
from ..schema.walk import Spot, children, components, is_leaf, roots, schemas, within
from ..schema.wording import rank_of, root_names
from .class_names import Group, Home, Place, Settling

_LONG_ENUM = 4
_OF_PLACE = ("default", "deprecated")
"""Remarks that a reference in the place of a schema keeps; others are of the class, or asked of it."""
_PLACED = ("properties", "items", "additionalProperties", "patternProperties", "anyOf", "oneOf", "prefixItems")
_SCHEMAS = "/components/schemas"


def hoist(draft: Draft, chosen: Mapping[str, str], locked: Lock, names: Names, report: Report) -> set[str]:
    """Name the schemas, and return what the inline ones are called. Changes data in place.

    chosen: pointer in the source -> class name, from provider.toml. locked: what names.lock holds.
    """
    found = _Found(draft, names, _even(draft.data))
    found.fix(chosen, locked)
    settling = Settling(names)
    fixed = [each for each in (*found.components.values(), *found.groups) if each.fixed]
    settling.keep(fixed)
    for each, name in settling.keep_former(fixed):
        message = f"{name}, as {each.name} was called, is another class now"
        report.degraded("E431", message, draft.at(each.origin), help=GIVEN_UP)
    settling.components(found.components)
    report.notes.extend(_given_way(found, names))
    settling.titles([each for each in found.groups if not each.name])
    for level in found.levels:
        settling.places([each for each in level if not each.name])
    found.move(names)
    return {group.name for group in found.groups}


def _given_way(found: _Found, names: Names) -> Iterator[str]:
    """Say which components are not called by their keys, as names.lock has these names for other classes."""
    fixed = {fold(each.fixed): each for each in found.groups if each.fixed}
    for key, home in found.components.items():
        if not home.fixed and (other := fixed.get(fold(names.pascal(key)))):
            yield f"component {key} is {home.name}: {other.name} is what names.lock calls {other.keys[0]}"


class _Found:
    """What is to be named in a document: its components by their keys, and groups of equal inline schemas."""

    def __init__(self, draft: Draft, names: Names, referring: list[dict[str, Json]]) -> None:
        self._draft = draft
        self._referring = referring
        self._shapes: dict[str, Group] = {}
        self.groups: list[Group] = []
        self.components: dict[str, Home] = {}
        self._keys = _put_back(draft, referring)
        self._followed: dict[str, Group] = {}
        for spot in list(roots(draft.data)):
            key = root_place(spot.pointer, draft.data)
            if spot.pointer.startswith(f"{_SCHEMAS}/"):
                home = Home(keys=(key,), origin=spot.pointer, schema=spot.schema)
                self.components[spot.words[0]] = home
                schema, way = _beside_null(spot.schema)
                self._inside(schema, home, (), way)
            elif not is_reference(spot.schema):
                name, *others = root_names(spot, names)
                home = Home(name, tuple(others), (key,), spot.pointer, rank_of(spot.pointer))
                self._place(Place(home, (), spot, ""), is_parameter="/parameters/" in spot.pointer)
        self.levels = self._levels()

    def _inside(self, schema: Json, home: Home, steps: tuple[Spot, ...] = (), pointer: str = "") -> None:
        """Find what stands inside a schema."""
        for each in children(schema, ""):
            inner = each.schema
            if id(inner) in self._keys or (each.keyword in _PLACED and not is_leaf(inner)):
                self._place(Place(home, (*steps, each), each, pointer + each.pointer))
            elif each.keyword == "allOf" and not is_reference(inner):
                self._inside(inner, home, (*steps, each), pointer + each.pointer)

    def _place(self, place: Place, *, is_parameter: bool = False) -> None:
        schema = place.spot.schema
        if not is_map(schema) or is_reference(schema):
            return
        is_long = is_parameter and len(as_list(schema.get("enum"))) > _LONG_ENUM
        key = self._keys.get(id(schema))
        if not (is_long or key or needs_name(schema)):
            self._inside(schema, place.home, place.steps, place.pointer)
            return
        shape = shape_of(schema)
        if shape not in self._shapes:
            self._shapes[shape] = self._group(schema)
        self._shapes[shape].places.append(place)
        if key:
            self._followed[key] = self._shapes[shape]

    def _group(self, schema: dict[str, Json]) -> Group:
        """Begin a group; what stands inside comes after it."""
        group = Group(schema=schema)
        self.groups.append(group)
        self._inside(schema, group)
        return group

    def _copy(self, schema: dict[str, Json]) -> Group:
        """Begin a group for a copy of a schema."""
        group = self._group(copied(schema))
        self._referring += _referring(within(group.schema))
        return group

    def fix(self, chosen: Mapping[str, str], locked: Lock) -> None:
        """Settle which names are fixed, outer ones first; a class of which two are is two classes from then on."""
        for home in self.components.values():
            home.fixed = chosen.get(self._draft.at(home.origin).pointer) or locked.names.get(home.keys[0], "")
            home.former = locked.had(home.keys, home.fixed)
        for level in self.levels:
            for group in list(level):
                by_name: dict[str, list[Place]] = {}
                before: dict[str, str] = {}
                former: dict[str, dict[str, str]] = {}
                for place in group.places:
                    keys = [key + place.key for key in place.home.keys]
                    known = next((locked.names[key] for key in keys if key in locked.names), "")
                    said = chosen.get(self._draft.at(place.origin).pointer) or known
                    by_name.setdefault(said, []).append(place)
                    former.setdefault(said, {}).update(locked.had(keys, said))
                    before[said] = min(filter(None, (before.get(said), known)), default="")
                first, *others = sorted(filter(None, by_name)) or [""]
                for name in others:
                    copy = self._copy(as_map(group.schema))
                    level.append(copy)
                    copy.settle_places(by_name[name], name, before[name], former[name])
                places = [*by_name[first], *(by_name.get("", []) if first else [])]
                group.settle_places(places, first, before[first], former[first])

    def _levels(self) -> list[list[Group]]:
        """Return the groups by how deep they are within others, outer ones first."""
        depths: dict[Home, int] = {}

        def depth(home: Home) -> int:
            if isinstance(home, Group) and home not in depths:
                depths[home] = 1 + max(depth(place.home) for place in home.places)
            return depths.get(home, 0)

        levels: dict[int, list[Group]] = {}
        for group in self._shapes.values():
            levels.setdefault(depth(group), []).append(group)
        return [levels[each] for each in sorted(levels)]

    def move(self, names: Names) -> None:
        """Give the components their names, and make components of the groups."""
        data = self._draft.data
        found = map_in(map_in(data, "components"), "schemas")
        named = {**self.components, **self._followed}
        _rewrite(self._referring, {f"#{join(_SCHEMAS, key)}": home.name for key, home in named.items()})
        schemas_now = {home.name: found[key] for key, home in self.components.items()}
        moved = {join(_SCHEMAS, home.name): home.origin for home in self.components.values()}
        places = {
            home.name: home.keys
            for key, home in self.components.items()
            if home.former or home.name != names.pascal(key)
        }
        for group in (group for level in self.levels for group in level):
            group.settle_locks()
        for group in self.groups:
            for place in group.places:
                said = as_map(place.spot.schema)
                place.spot.put({**reference(group.name), **{key: said[key] for key in _OF_PLACE if key in said}})
            schemas_now[group.name] = group.schema
            moved[join(_SCHEMAS, group.name)] = group.origin
            places[group.name] = group.locks
        found.clear()
        found.update(schemas_now)
        self._draft.move(moved)
        self._draft.places.update(places)
        homes = (*self.components.values(), *self.groups)
        self._draft.former.update({each.name: each.former for each in homes if each.former})


def _put_back(draft: Draft, referring: list[dict[str, Json]]) -> dict[int, str]:
    """Put what `bundle` made components of back to where it stood, so that it is named after its place.

    referring: the schemas that refer to others. Returns the identity of each that was put back, and the key that
    references have for it.
    """
    named = components(draft.data)
    places = {key: draft.at(join(_SCHEMAS, key)) for key in named if join(_SCHEMAS, key) in draft.origins}
    if not places:
        return {}
    found: dict[str, Spot] = {}
    for spot in [spot for root in roots(draft.data) for spot in _named_places(root)]:
        key = target(spot.schema)
        if key in places and draft.at(spot.pointer) == places[key] and _is_alone(named[key]):
            found[key] = spot
    led: dict[str, str] = {}
    for key, spot in found.items():
        spot.put(named.pop(key))
        if is_reference(spot.schema):
            led[f"#{join(_SCHEMAS, key)}"] = target(spot.schema)
    for _ in led:
        led = {key: led.get(f"#{join(_SCHEMAS, name)}", name) for key, name in led.items()}
    if led:
        _rewrite(referring, led)
    return {id(spot.schema): key for key, spot in found.items() if not is_reference(spot.schema)}


def _is_alone(schema: Json) -> bool:
    """Say whether a schema is no reference, or one that says no more."""
    return not is_reference(schema) or len(schema) == 1


def _named_places(spot: Spot) -> Iterator[Spot]:
    """Yield the places below a schema that names are given for."""
    for each in children(spot.schema, spot):
        if each.keyword in (*_PLACED, "allOf"):
            yield each
            yield from _named_places(each)


def _beside_null(schema: Json) -> tuple[Json, str]:
    """Return the one schema that a component has beside null, and the way to it; else the component itself.

    `nulls` takes null out of a component, so that the class is the component.
    """
    keyword, found = members(schema)
    own = [index for index, each in enumerate(found) if not is_null(each)]
    if len(own) == 1 < len(found) and needs_name(found[own[0]]) and as_map(schema).keys() <= {keyword, *ANNOTATIONS}:
        return found[own[0]], join("", keyword, own[0])
    return schema, ""


def _even(data: dict[str, Json]) -> list[dict[str, Json]]:
    """Order `required`, a set, and write out mappings, so that equal schemas get one class.

    Returns the schemas that refer to others.
    """
    found = [each for spot in schemas(data) if is_map(each := spot.schema)]
    for schema in found:
        if is_list(required := schema.get("required")):
            schema["required"] = [*sorted(map(str, required))]
        if is_map(discriminator := schema.get("discriminator")):
            discriminator["mapping"] = {**_mapping(schema, discriminator, components(data))}
            if isinstance(default := discriminator.get("defaultMapping"), str):
                discriminator["defaultMapping"] = _whole(default, components(data))
    return _referring(found)


def _referring(found: Iterable[Json]) -> list[dict[str, Json]]:
    """Return those of some schemas that refer to others, or tell them apart."""
    return [each for each in found if is_map(each) and ("$ref" in each or "discriminator" in each)]


def _rewrite(referring: list[dict[str, Json]], renamed: Mapping[str, str]) -> None:
    """Follow the new names in references and mappings."""
    for schema in referring:
        if name := renamed.get(as_text(schema.get("$ref"))):
            schema.update(reference(name))
        if is_map(discriminator := schema.get("discriminator")):
            mapping = as_map(discriminator.get("mapping"))
            mapping.update({value: _renamed(str(each), renamed) for value, each in mapping.items()})
            if isinstance(default := discriminator.get("defaultMapping"), str):
                discriminator["defaultMapping"] = _renamed(default, renamed)


def _renamed(target: str, renamed: Mapping[str, str]) -> str:
    return as_text(reference(renamed[target])["$ref"]) if target in renamed else target


def _whole(target: str, known: Mapping[str, Json]) -> str:
    """Return the reference to the component that a mapping names by its key or by a reference."""
    return as_text(reference(target)["$ref"]) if not target.startswith("#") and target in known else target


def _mapping(schema: dict[str, Json], discriminator: dict[str, Json], known: Mapping[str, Json]) -> dict[str, str]:
    """Return value -> reference of a discriminator; a member it does not name goes by its key (OpenAPI 3.1, 4.8.25)."""
    stated = as_map(discriminator.get("mapping")).items()
    found = {value: _whole(str(target), known) for value, target in stated}
    for member in members(schema)[1]:
        if target(member) in known and as_map(member)["$ref"] not in found.values():
            found[target(member)] = as_text(as_map(member)["$ref"])
    return found
