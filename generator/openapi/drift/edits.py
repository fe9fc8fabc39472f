"""A schema as it is and as it should be -> actions of an overlay that lead from one to the other.

An update of an overlay merges objects, adds to arrays and replaces primitives, so that whatever else changes is removed
first (Overlay 1.1, Action Object).
"""

from __future__ import annotations

from typing import NamedTuple

from ...data import Json, as_map, copied, is_list, is_map
from ..read.document import child, tokens

_ESCAPES = {
    "'": "\\'", "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t",
}  # fmt: skip


class Action(NamedTuple):
    """target: JSONPath. deed: `remove` or `update`. value: what goes with it."""

    target: str
    deed: str
    value: Json


def edit(target: str, old: dict[str, Json], new: dict[str, Json]) -> list[Action]:
    """Return the actions that change one schema. target: its JSONPath."""
    actions: list[Action] = []
    gone: list[str] = []
    kept = dict(old)
    for key, value in old.items():
        if key in new and _is_part(less := new[key], value):
            dropped = " || ".join(f"@ == {quoted(str(each))}" for each in _less(value, less))
            actions.append(Action(f"{target}{member(key)}[?{dropped}]", "remove", True))
            kept[key] = less
        elif key not in new or not _grows(value, new[key]):
            gone.append(key)
            del kept[key]
    if gone:
        where = member(gone[0]) if len(gone) == 1 else f"[{', '.join(map(quoted, gone))}]"
        actions.append(Action(target + where, "remove", True))
    if more := _more(kept, new):
        actions.append(Action(target, "update", more))
    return actions


def path(data: Json, pointer: str) -> str:
    """Write a pointer as a JSONPath.

    >>> path({"paths": {"/pets": [{"get": {}}]}}, "/paths/~1pets/0/get")
    "$.paths['/pets'][0].get"
    """
    steps = "$"
    for token in tokens(pointer):
        steps += f"[{token}]" if is_list(data) else member(token)
        data = child(data, token)
    return steps


def member(key: str) -> str:
    """Write the step to a member."""
    return f".{key}" if key.isidentifier() and key.isascii() else f"[{quoted(key)}]"


def is_writable(pointer: str) -> bool:
    """Say whether a JSONPath can be written that leads to a value, and that readers of JSONPath take."""
    return not any(each < " " and each not in _ESCAPES for each in pointer)


def quoted(text: str) -> str:
    """Write a text of JSONPath (RFC 9535, 2.3.1.1)."""
    return "'" + "".join(_ESCAPES.get(each, each) for each in text) + "'"


def _is_part(less: Json, value: Json) -> bool:
    """Say whether an array of texts has lost some of them, and nothing else."""
    if not is_list(value) or not is_list(less) or not all(isinstance(each, str) for each in value):
        return False
    return 0 < len(less) < len(value) and [each for each in value if each in less] == less


def _less(value: Json, less: Json) -> list[Json]:
    return [each for each in value if each not in less] if is_list(value) and is_list(less) else []


def _grows(old: Json, new: Json) -> bool:
    """Say whether an update leads from one value to the other."""
    if is_map(old) and is_map(new):
        return all(key in new and _grows(value, new[key]) for key, value in old.items())
    if is_list(old) and is_list(new):
        return new[: len(old)] == old
    return not (is_map(old) or is_map(new) or is_list(old) or is_list(new))


def _more(old: dict[str, Json], new: dict[str, Json]) -> dict[str, Json]:
    """Return what an update has to hold."""
    found: dict[str, Json] = {}
    for key, value in new.items():
        before = old.get(key)
        if key not in old:
            found[key] = copied(value)
        elif before != value or type(before) is not type(value):
            if is_list(value) and is_list(before):
                found[key] = [*value[len(before) :]]
            else:
                found[key] = _more(as_map(before), value) if is_map(value) else value
    return found
