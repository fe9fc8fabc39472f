"""Naming: inline schemas that will be classes become components; equal ones become one.

In: a joined document, and names by pointer from provider.toml. Out: the same document with a reference in the place of
each such schema. A name is the one chosen for the place, else that of an equal component of old, else the title, else
made of the owner's name and the property's, as in `normalize.hoist`. Pointers are those of the document as it is
written, with a parameter's name for its index.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from ...data import Json, as_list, as_map, copied, is_list, map_in
from ...openapi.names import PLAIN, Scope
from ...openapi.read.document import Draft, join, tokens
from ...openapi.schema.union_words import title_of
from ...openapi.schema.walk import Spot, roots
from ...openapi.schema.wording import class_name, inner_name
from ...report import Location, Report
from .fragment import line_of
from .groups import Groups, mark_in, places, reference_in, replace_references
from .tidy import component_key

_SCHEMAS = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class Choice:
    """A name chosen in provider.toml, and where it stands there."""

    name: str
    at: Location


@dataclass(frozen=True, slots=True)
class _Visit:
    """A place to look at: its spot, the name that names below it begin with, and its pointer as it will be written."""

    spot: Spot
    owner: str
    pointer: str


def named(draft: Draft, choices: Mapping[str, Choice], old: Mapping[str, Json], report: Report) -> set[str]:
    """Name the schemas of a joined document, in place; returns the pointers of choices that named something.

    old: components that stay in use, whose names equal schemas keep.
    """
    namer = _Namer(draft, choices, report)
    namer.rename()
    namer.groups.collapse(draft.data, {json.dumps(schema, sort_keys=True): name for name, schema in old.items()})
    while not namer.walk():
        pass
    namer.write()
    return namer.used


class _Namer:
    """Gives names in rounds: a choice that is met after its group was named starts another."""

    def __init__(self, draft: Draft, choices: Mapping[str, Choice], report: Report) -> None:
        self.groups = Groups()
        self.used: set[str] = set()
        self._draft = draft
        self._data = draft.data
        self._choices = choices
        self._report = report
        self._chosen: dict[str, str] = {}
        self._renamed: set[str] = set()
        self._names: dict[str, str] = {}
        self._written: dict[str, tuple[str, dict[str, Json]]] = {}
        self._settled: list[tuple[Spot, str]] = []
        self._scope = Scope()
        self._components = map_in(map_in(self._data, "components"), "schemas")

    def rename(self) -> None:
        """Give components of the pages the names chosen for them."""
        keys: dict[str, str] = {}
        for key in self._components:
            pointer = join("/components/schemas", key)
            name = component_key(key)
            if choice := self._choices.get(pointer):
                name = choice.name
                self._renamed.add(pointer)
            elif name != key:
                message = f"{key!r} cannot be the key of a component; it is written {name!r}"
                self._report.repaired("E179", message, self._draft.at(pointer))
            if name in keys:
                self._conflict(name, join("/components/schemas", keys[name]), pointer)
            keys[name] = key
        replace_references(
            self._data, {f"#{join('/components/schemas', key)}": _SCHEMAS + name for name, key in keys.items()}
        )
        kept = {name: self._components[key] for name, key in keys.items()}
        self._components.clear()
        self._components.update(kept)
        moved = {join("/components/schemas", name): join("/components/schemas", key) for name, key in keys.items()}
        self._draft.move(moved)

    def walk(self) -> bool:
        """Name every group, outermost first; False when a choice came too late and the names are to be given anew."""
        self._scope = Scope([*self._components, *(each.name for each in self._choices.values())])
        self._names, self._written, self._settled = {}, {}, []
        self.used = set(self._renamed)
        pending = [self._root(spot) for spot in roots(self._data)]
        pending.reverse()
        while pending:
            visit = pending.pop()
            mark = mark_in(visit.spot.schema)
            if not mark:
                pending.extend(self._below(visit.spot.schema, visit))
            elif self._stays_inline(mark, visit):
                schema = self.groups.schema(mark)
                self._settled.append((visit.spot, ""))
                pending.extend(self._below(schema, visit))
            elif (inside := self._name(mark, visit)) is None:
                return False
            else:
                pending.extend(inside)
        return True

    def write(self) -> None:
        """Put references to the components in the places of the groups, and inline those that stay."""
        for spot, name in self._settled:
            mark = mark_in(spot.schema)
            if name:
                reference_in(spot.schema)["$ref"] = _SCHEMAS + name
            else:
                spot.put(self.groups.schema(mark))
        self._components.update({name: schema for name, (_, schema) in self._written.items()})
        if not self._components:
            del map_in(self._data, "components")["schemas"]

    def _root(self, spot: Spot) -> _Visit:
        if spot.pointer.startswith("/components/schemas/"):
            return _Visit(spot, spot.words[0], spot.pointer)
        return _Visit(spot, class_name(spot.words, PLAIN), self._readable(spot.pointer))

    def _name(self, mark: str, visit: _Visit) -> list[_Visit] | None:
        """Name the group at a place; returns what to visit inside a new component, None when a round is to begin."""
        own = ""
        if choice := self._choices.get(visit.pointer):
            self.used.add(visit.pointer)
            first = self._chosen.setdefault(mark, choice.name)
            if self._names.get(mark, first) != first:
                return None
            own = choice.name
        name = own or self._names.get(mark) or self._chosen.get(mark) or self._make_name(mark, visit)
        self._names.setdefault(mark, self._chosen.get(mark, name))
        self._settled.append((visit.spot, name))
        if name in self._written or name in self._components:
            self._check_same(name, mark)
            return []
        schema = self.groups.schema(mark)
        schema = copied(schema) if any(mark == each for each, _ in self._written.values()) else schema
        self._written[name] = (mark, schema)
        return self._below(schema, _Visit(visit.spot, name, join("/components/schemas", name)))

    def _below(self, schema: Json, visit: _Visit) -> list[_Visit]:
        """Return what to visit inside a schema, last first."""
        found = [
            _Visit(each, inner_name(visit.owner, self._spelt(each), PLAIN), visit.pointer + each.pointer)
            for each in places(schema)
        ]
        return found[::-1]

    def _spelt(self, spot: Spot) -> Spot:
        """Return a place in a union with the members written out."""
        marks = [mark_in(each) for each in as_list(spot.holder)]
        members = zip(marks, as_list(spot.holder), strict=True)
        return (
            spot._replace(holder=[self.groups.schema(mark) if mark else each for mark, each in members])
            if marks
            else spot
        )

    def _make_name(self, mark: str, visit: _Visit) -> str:
        if alias := self.groups.alias(mark):
            return alias
        title = title_of(self.groups.schema(mark))
        wanted = PLAIN.pascal(title) if title else ""
        if not wanted or wanted in self._scope:
            *_, keyword, index = visit.pointer.split("/")
            wanted = f"{visit.owner}Part{int(index) + 1}" if keyword == "allOf" else visit.owner
        return self._scope.take(wanted, separator="")

    def _stays_inline(self, mark: str, visit: _Visit) -> bool:
        """Say whether a schema is a branch of one allOf that nobody named: no class of its own."""
        branch = visit.pointer.split("/")[-2:-1] == ["allOf"] and "$ref" in as_map(visit.spot.schema)
        return branch and self.groups.is_alone(mark) and visit.pointer not in self._choices

    def _check_same(self, name: str, mark: str) -> None:
        """Report a name that two different schemas were given."""
        other = self._written.get(name, ("", {}))[0]
        if other != mark:
            first = self.groups.origin(other) if other else join("/components/schemas", name)
            self._conflict(name, first, self.groups.origin(mark))

    def _conflict(self, name: str, first: str, second: str) -> None:
        other = line_of(self._draft.at(first), self._report)
        help = "the schemas have to be equal, or to have different names in [import.names] of provider.toml"
        message = f"two different schemas are named {name}: this one, and the one at {other}"
        self._report.add("E174", message, self._draft.at(second), help=help)

    def _readable(self, pointer: str) -> str:
        """Return a pointer with the name of a parameter for its index."""
        value: Json = self._data
        readable = before = ""
        for token in tokens(pointer):
            value = as_list(value)[int(token)] if is_list(value) else as_map(value).get(token)
            name = as_map(value).get("name", token) if before == "parameters" else token
            readable = join(readable, str(name))
            before = token
        return readable
