"""Union words: what tells the members of a union apart, in words for the names of their classes.

In: the members as the document has them. Out: a word for each, "" where nothing speaks, whatever their order.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from ...data import Json, as_list, as_map, is_map
from ..names import Names, words
from .kinds import kinds_of
from .vocabulary import is_null, is_reference, members, split_null, target

_KINDS = {
    "array": "List", "string": "Text", "number": "Number", "integer": "Number", "boolean": "Flag", "object": "Object",
}  # fmt: skip
_SETS = frozenset({"anyOf", "oneOf", "enum", "required", "type"})
"""Keywords whose lists have no order."""
_TELLING = ("type", "kind", "event", "object", "name")
"""Properties that mostly say what an object is, when several have a constant."""
_LONGEST = 60


def member_words(found: list[Json], names: Names, *, titles: bool) -> list[str]:
    """Return a word for each member of a union, none of them twice.

    The first that tells a member apart of: its title, the constant of a property, what it refers to, a property that it
    alone demands, one that it alone has, its kind. A single one that nothing tells apart is the other one. titles:
    whether they count; they are the first to change.
    """
    ways: tuple[Callable[[Json], Iterable[str]], ...] = (
        *([_titled] if titles else []),
        *(_constant_of(name) for name in _constant_names(found)),
        _referred,
        _alone(found, _demanded),
        _alone(found, _described),
        lambda member: [kind_word(member)],
    )
    result = ["" for _ in found]
    for way in ways:
        said = [next(iter(way(each)), "") for each in found]
        spelt = [names.joined(each) if words(each) and len(each) <= _LONGEST else "" for each in said]
        counted = Counter(each.casefold() for each in (*spelt, *result))
        for index, word in enumerate(spelt):
            if word and not result[index] and counted[word.casefold()] == 1:
                result[index] = word
    if result.count("") == 1 < len(result) and "Other" not in result:
        result[result.index("")] = "Other"
    return result


def title_of(schema: Json) -> str:
    """Return the title of a schema where it reads as a name rather than as a sentence, else ""."""
    title = schema.get("title") if is_map(schema) else None
    if not isinstance(title, str) or not title.isascii() or len(title) > 48 or title[:1].isdigit():
        return ""
    return title if 0 < len(words(title)) <= 6 else ""


def shape_of(schema: Json) -> str:
    """Return a text that is the same for schemas that differ in the order of their parts alone."""
    return _spelt(_ordered(schema))


def _ordered(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: _sorted(each) if key in _SETS else _ordered(each) for key, each in value.items()}
    return [_ordered(each) for each in value] if isinstance(value, list) else value


def _sorted(value: Json) -> Json:
    """Order what a keyword for a set has, whose elements are texts or schemas."""
    return sorted(map(_ordered, value), key=_spelt) if isinstance(value, list) else _ordered(value)


_spelt = json.JSONEncoder(sort_keys=True).encode


def kind_word(schema: Json) -> str:
    """Return the word for the kind of values that a schema is about, "" where they are of several."""
    rest = split_null(schema)[0]
    if not is_map(rest):
        return ""
    if members(rest)[1]:
        return "Union"
    if "enum" in rest:
        return "Enum"
    if branches := as_list(rest.get("allOf")):
        words = {kind_word(each) for each in branches if not is_reference(each)} - {""}
        return words.pop() if len(words) == 1 else "Object"
    if rest.get("properties"):
        return "Object"
    found = {_KINDS.get(each, "") for each in kinds_of(rest)}
    return found.pop() if len(found) == 1 else ""


def _constant_names(found: list[Json]) -> list[str]:
    """Return the properties that have constants, first those with one that no other has in the most members."""
    values: dict[str, Counter[str]] = {}
    for member in found:
        for name, value in _constants(member):
            values.setdefault(name, Counter()).update([value])
    apart = {name: sum(1 for count in each.values() if count == 1) for name, each in values.items()}
    usual = {name: index for index, name in enumerate(_TELLING)}
    telling = (name for name in apart if apart[name])
    return sorted(telling, key=lambda name: (-apart[name], usual.get(name, len(usual)), name))


def _constant_of(name: str) -> Callable[[Json], Iterator[str]]:
    return lambda member: (value for each, value in _constants(member) if each == name)


def _constants(member: Json) -> Iterator[tuple[str, str]]:
    """Yield the properties of a member that have one text for a value, and the text."""
    for branch in _branches(member):
        for name, schema in as_map(branch.get("properties")).items():
            found = as_map(schema)
            values = [found["const"]] if "const" in found else as_list(found.get("enum"))
            if len(values) == 1 and isinstance(values[0], str):
                yield name, values[0]


def _titled(member: Json) -> Iterator[str]:
    if title := title_of(member):
        yield title


def _referred(member: Json) -> Iterator[str]:
    """Yield what a member refers to: itself, in its composition or as its elements."""
    schema = as_map(split_null(member)[0])
    for each in (schema, *as_list(schema.get("allOf")), schema.get("items")):
        if is_reference(each):
            yield target(each)


def _alone(found: list[Json], ask: Callable[[Json], set[str]]) -> Callable[[Json], Iterator[str]]:
    """Return a way to say what a member alone has of its properties."""
    counted = Counter(name for member in found for name in _described(member))

    def way(member: Json) -> Iterator[str]:
        own = [name for name in ask(member) if counted[name] == 1]
        yield from (f"With {name}" for name in sorted(own, key=lambda name: (len(name), name))[:1])

    return way


def _demanded(member: Json) -> set[str]:
    required = {str(name) for branch in _branches(member) for name in as_list(branch.get("required"))}
    return required & _described(member)


def _described(member: Json) -> set[str]:
    return {name for branch in _branches(member) for name in as_map(branch.get("properties"))}


def _branches(member: Json) -> Iterator[dict[str, Json]]:
    """Yield what a member says itself: the schema, and the inline branches of its composition."""
    schema = split_null(member)[0]
    if is_map(schema) and not is_null(schema):
        yield schema
        for each in as_list(schema.get("allOf")):
            if is_map(each) and not is_reference(each):
                yield each
