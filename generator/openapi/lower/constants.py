"""Constants: the values of an enumeration, with the names and words that common extensions have for them.

They stand in the schema, or beside a reference to it (`x-enum-varnames`, `x-enum-descriptions`, `x-ms-enum`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...data import Json, as_list, as_map, is_list, is_map, maps
from ...ir import Constant, Literal
from ..read.document import Document
from ..schema.vocabulary import is_reference, target
from ..schema.walk import schemas

_NAMES = ("x-enum-varnames", "x-enumNames")
_DOCS = ("x-enum-descriptions", "x-enumDescriptions")
_LISTED = "x-ms-enum"
_SAID = frozenset({*_NAMES, *_DOCS, _LISTED})


def beside_references(document: Document) -> dict[str, list[dict[str, Json]]]:
    """Return component -> the references to it that say something of its values, in document order."""
    found: dict[str, list[dict[str, Json]]] = {}
    for spot in schemas(document.data):
        if is_reference(schema := spot.schema) and not _SAID.isdisjoint(schema):
            found.setdefault(target(schema), []).append(schema)
    return found


def constants_of(found: Literal, said: Sequence[dict[str, Json]]) -> tuple[Constant, ...]:
    """Return the values of an enumeration. said: its schema, then what else may speak of its values."""
    listed = as_list(said[0].get("enum"))
    places = {repr(value): index for index, value in reversed(list(enumerate(listed)))}

    def text(keys: tuple[str, ...], field: str, value: Json) -> str:
        index = places[repr(value)]
        return next((each for one in said for each in _words(one, keys, field, value, index) if each), "")

    return tuple(Constant(each, text(_NAMES, "name", each), text(_DOCS, "description", each)) for each in found.values)


def _words(said: Mapping[str, Json], keys: tuple[str, ...], field: str, value: Json, index: int) -> list[str]:
    """Return what one schema says of a value: by its place, by the value, or in the list of x-ms-enum."""
    found: list[Json] = []
    for of in (said.get(key) for key in keys):
        if is_list(of):
            found += of[index : index + 1]
        elif is_map(of):
            found.append(of.get(str(value)))
    for each in maps(as_map(said.get(_LISTED)).get("values")):
        if each.get("value") == value:
            found.append(each.get(field))
    return [str(each) for each in found if each is not None]
