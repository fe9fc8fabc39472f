"""What was seen -> the schema of the document that says otherwise.

A place in a class is found by the class and the field, whose places in the document the IR keeps, however the schema
was composed. A place outside of any class is found by the operation and the status.
"""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from ...data import Json, as_list, as_map, as_text, is_map
from ...ir import Api, Class, Field
from ...ir.walk import events
from ...report import Location
from ..read.document import child, component_name, join, tokens, value_at
from ..schema.walk import operations, sent
from .log import Seen

Step = str | int | None
"""A property, an index of a tuple, or None for any element or free key."""

_STEP = re.compile(r"\.(\w+)|\[('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")\]|\[(\d+)\]|\[\*\]")


class Lost(Exception):
    """The place cannot be found; says why."""


@dataclass(frozen=True, slots=True)
class Place:
    """pointer: of the schema, which may be a reference. owner: of the object's schema, for a property; name: of that
    property. Both are "" for any other place."""

    pointer: str
    owner: str = ""
    name: str = ""


class Places:
    """The places of one document. file: what the IR calls it."""

    def __init__(self, data: Mapping[str, Json], api: Api, file: str) -> None:
        self._data = data
        self._file = file
        self._classes = {each.name: each for each in api.models if isinstance(each, Class)}
        self._events = {each.event: each.at for each in events(api)}
        listed = (operation for resource in api.resources for operation in resource.operations)
        self._operations = {f"{each.method} {each.path}": each.at for each in listed}

    def find(self, seen: Seen) -> Place:
        """Return the place where something was seen. Raises Lost."""
        if not seen.model:
            pointer = self._answer(seen)
            for step in steps(seen.place):
                pointer = self._down(pointer, step)
            return Place(pointer)
        owner = self.object(seen)
        first, *rest = steps(seen.inside) or [None]
        pointer = self._field(seen, owner, first) if isinstance(first, str) else self._down(owner, first)
        if not pointer and rest:
            raise Lost(f"{seen.model} has no field {first!r} any more")
        for step in rest:
            pointer = self._down(pointer, step)
        return Place(pointer) if rest or not isinstance(first, str) else Place(pointer, owner, first)

    def object(self, seen: Seen) -> str:
        """Return the pointer of the object in which something was seen: of a component by its class. Other objects that
        look alike share a class, so that the way from the answer is tried first. Raises Lost."""
        cls = self._classes.get(seen.model)
        if cls is None:
            raise Lost(f"the document makes no class {seen.model} any more")
        pointer = self._own(cls.at)
        if component_name(pointer):
            return pointer
        way = steps(seen.place)[: -len(steps(seen.inside))]
        try:
            found = self._answer(seen)
            for step in way:
                found = self._down(found, step)
            found = self.follow(found)
        except Lost:
            return pointer
        return found if self.get(found) == self.get(pointer) else pointer

    def _field(self, seen: Seen, owner: str, wire: str) -> str:
        """Return the pointer of a property, "" where none is described."""
        cls = self._classes[seen.model]
        field = next((each for each in self._fields(cls) if each.wire == wire), None)
        if field is None:
            return ""
        own, pointer = self._own(cls.at), ""
        with suppress(Lost):
            pointer = self._own(field.at)
        if not pointer.endswith(join("/properties", wire)):  # the class has it from elsewhere
            return self._down(owner, wire)
        return owner + pointer[len(own) :] if pointer.startswith(f"{own}/") else pointer

    def get(self, pointer: str) -> dict[str, Json]:
        """Return the schema at a pointer, an empty one for anything else."""
        try:
            return as_map(value_at(self._data, pointer))
        except KeyError:
            return {}

    def follow(self, pointer: str) -> str:
        """Follow references from a pointer to what says something."""
        for _ in range(100):
            reference = as_text(self.get(pointer).get("$ref"))
            if not reference:
                return pointer
            if not reference.startswith("#/"):
                raise Lost(f"it is in another file, {reference}")
            pointer = reference[1:]
        raise Lost("its references have no end")

    def demanding(self, pointer: str, name: str) -> Iterator[str]:
        """Yield the schemas that demand a property, among all that an object is composed of by `allOf`."""
        pending, seen = [pointer], set[str]()
        while pending:
            pointer = self.follow(pending.pop())
            if pointer in seen:
                continue
            seen.add(pointer)
            schema = self.get(pointer)
            if name in as_list(schema.get("required")):
                yield pointer
            pending += [join(pointer, "allOf", at) for at in range(len(as_list(schema.get("allOf"))))]

    def _own(self, at: Location) -> str:
        if at.file != self._file:
            raise Lost(f"it is in another file, {at.file}")
        value: Json = dict(self._data)
        pointer, left = "", [*tokens(at.pointer)]
        while left:
            if left[:2] == ["anyOf", "0"] and "anyOf" not in as_map(value):
                left = left[2:]  # null was moved out of the schema when the document was normalized
                continue
            try:
                value = child(value, left[0])
            except KeyError:
                raise Lost("its schema stands nowhere in the document as it is written") from None
            pointer, left = join(pointer, left[0]), left[1:]
        return pointer

    def _fields(self, cls: Class) -> Iterator[Field]:
        """Yield the fields of a class and its bases, its own first."""
        yield from cls.fields
        for base in cls.bases:
            if base in self._classes:
                yield from self._fields(self._classes[base])

    def _answer(self, seen: Seen) -> str:
        """Return the schema of an answer or of an event's payload."""
        if seen.operation in self._operations:
            pointer = join(self._own(self._operations[seen.operation]), "responses")
            pointer = self.follow(join(pointer, _status(self.get(pointer), seen.status)))
        elif seen.operation in self._events:
            pointer = self.follow(join(self._own(self._events[seen.operation]), "requestBody"))
        else:
            raise Lost(f"the document has no {seen.operation} any more")
        content = as_map(self.get(pointer).get("content"))
        if not content:
            raise Lost("the document says nothing of what is in this answer")
        pointer = self.follow(join(pointer, "content", _media(content, seen.media)))
        key = "itemSchema" if "itemSchema" in self.get(pointer) else "schema"
        return join(pointer, key)

    def _down(self, pointer: str, step: Step) -> str:
        """Return the schema of a member or an element. Raises Lost where none or several say something of it."""
        found = list(dict.fromkeys(self._below(pointer, step, 0)))
        if len(found) != 1:
            raise Lost("several alternatives of the document could be meant" if found else "the document differs there")
        return found[0]

    def _below(self, pointer: str, step: Step, depth: int) -> Iterator[str]:
        pointer = self.follow(pointer)
        schema = self.get(pointer)
        if isinstance(step, int) and step < len(as_list(schema.get("prefixItems"))):
            yield join(pointer, "prefixItems", step)
        elif isinstance(step, str) and step in as_map(schema.get("properties")):
            yield join(pointer, "properties", step)
        elif not isinstance(step, str) and is_map(schema.get("items")):
            yield join(pointer, "items")
        elif not isinstance(step, int) and is_map(schema.get("additionalProperties")):
            yield join(pointer, "additionalProperties")
        elif step is None and len(patterns := as_map(schema.get("patternProperties"))) == 1:
            yield join(pointer, "patternProperties", *patterns)
        elif depth < 20:
            for key in ("allOf", "anyOf", "oneOf"):
                for at in range(len(as_list(schema.get(key)))):
                    yield from self._below(join(pointer, key, at), step, depth + 1)


def steps(path: str) -> list[Step]:
    """Split a general place.

    >>> steps("$.data[*].name"), steps("$['a b'][0]")
    (['data', None, 'name'], ['a b', 0])
    """
    found: list[Step] = []
    for match in _STEP.finditer(path):
        name, quoted, index = match.groups()
        found.append(name or (str(literal_eval(quoted)) if quoted else int(index) if index else None))
    return found


def reach(data: Mapping[str, Json]) -> dict[str, list[str]]:
    """Return component -> the operations whose requests or answers it is part of. A component is a pointer."""
    found: dict[str, list[str]] = {}
    known: dict[str, set[str]] = {}
    for path, method, _, operation, _ in operations(data):
        pending, seen = [*_references(operation)], set[str]()
        while pending:
            pointer = pending.pop()
            if pointer not in seen:
                seen.add(pointer)
                if pointer not in known:
                    try:
                        known[pointer] = set(_references(value_at(data, pointer)))
                    except KeyError:
                        known[pointer] = set()
                pending += known[pointer]
        for pointer in sorted(seen):
            found.setdefault(pointer, []).append(f"{sent(method)} {path}")
    return found


def _references(value: Json) -> Iterator[str]:
    pending = [value]
    while pending:
        each = pending.pop()
        if is_map(each):
            if (reference := as_text(each.get("$ref"))).startswith("#/"):
                yield reference[1:]
            pending += each.values()
        else:
            pending += as_list(each)


def _status(responses: Mapping[str, Json], status: int) -> str:
    """Return the key of the response for a status: its own, its range, the default, else the first success."""
    for key in (str(status), f"{status // 100}XX", f"{status // 100}xx", "default"):
        if key in responses:
            return key
    return next((key for key in responses if key.startswith("2")), "")


def _media(content: Mapping[str, Json], media: str) -> str:
    """Return the key of the content for a media type: its own, its range, else the first."""
    plain = {key.split(";")[0].strip().lower(): key for key in reversed(list(content))}
    return plain.get(media) or plain.get(f"{media.split('/')[0]}/*") or plain.get("*/*") or next(iter(content))
