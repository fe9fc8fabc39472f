"""A document and an OpenAPI Overlay (1.0 or 1.1) -> the document with the overlay's actions applied.

Stricter than the specification, which lets an action that selects nothing succeed: a target that matches nothing is an
error unless the action says `x-optional: true`, and each action states its reason and does exactly one thing. Otherwise
a correction would vanish unseen with the provider's next edit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias, cast

import jsonpath

from ...data import Json, as_list, as_map, copied, is_list, is_map
from ...report import Location, Report
from .document import join

Path: TypeAlias = tuple[int | str, ...]
"""The keys and indices that lead from a holder to one value. A holder is a list of one document, so that the root too
can be replaced."""

_ENVIRONMENT = jsonpath.JSONPathEnvironment(strict=True)
_QUERY_FAULTS = (jsonpath.JSONPathError, ValueError, RecursionError)
"""What python-jsonpath raises; ValueError for an index like 1e5 (2.2.2)."""
_VERSION = re.compile(r"1\.([01])\.\d+")
_DEEDS = {
    "update": "an object for objects, an array or entry for arrays, a primitive for primitives",
    "remove": "true",
    "copy": "a JSONPath that selects one value",
}


class _Incompatible(Exception):
    """A value and what it should be merged into are of different kinds; the place is relative to the target."""

    def __init__(self, place: Path, old: Json, new: Json) -> None:
        super().__init__(f"cannot merge {_kind(new)} into {_kind(old)}")
        self.place = place


@dataclass(frozen=True, slots=True)
class _Action:
    """One action of the right form. at: its place in the overlay."""

    deed: str
    target: jsonpath.JSONPath
    value: Json
    optional: bool
    version: int
    at: Location


def apply(document: Json, overlay: Json, *, file: str, report: Report) -> Json:
    """Apply an overlay to a document, which stays as it was. file: what messages call the overlay.

    After errors the result is of no use: the caller stops on the report.
    """
    holder = [copied(document)]
    for action in _read(overlay, Location(file), report):
        _perform(action, holder, report)
    return holder[0]


def _read(overlay: Json, at: Location, report: Report) -> list[_Action]:
    """Check the form of an overlay and of all its actions; when anything is wrong there is nothing to do."""
    before = len(report.problems)
    version = _version(overlay, at, report)
    if version is None:
        return []
    overlay = as_map(overlay)
    _fields(overlay, {"overlay": str, "info": dict, "actions": list}, {"extends": str}, at, report)
    if is_map(info := overlay.get("info")):
        more = {"description": str} if version else {}
        _fields(info, {"title": str, "version": str}, more, _inside(at, "info"), report)
    entries = overlay.get("actions")
    if entries == []:
        report.add("E151", "an overlay has at least one action", _inside(at, "actions"))
    listed = enumerate(entries) if is_list(entries) else ()
    actions = [_action(entry, version, _inside(at, "actions", index), report) for index, entry in listed]
    return [action for action in actions if action] if len(report.problems) == before else []


def _version(overlay: Json, at: Location, report: Report) -> int | None:
    """Tell the minor version, 0 or 1."""
    if not is_map(overlay):
        report.add("E150", f"an overlay is an object, and this is {_kind(overlay)}", at)
        return None
    said = overlay.get("overlay")
    if isinstance(said, str) and (match := _VERSION.fullmatch(said)):
        return int(match[1])
    message = f"unknown version {said!r} of Overlay" if "overlay" in overlay else "the field 'overlay' is missing"
    place = _inside(at, "overlay") if "overlay" in overlay else at
    report.add("E150", message, place, help="write `overlay: 1.1.0`; 1.0 and 1.1 are understood")
    return None


def _fields(
    value: dict[str, Json], needed: Mapping[str, type], more: Mapping[str, type], at: Location, report: Report
) -> None:
    """Check the names and types of an object's fields; those that begin with x- are free."""
    known = {**needed, **more}
    for name in needed:
        if name not in value:
            report.add("E151", f"the field {name!r} is missing", at)
    for name, item in value.items():
        if name in known and not isinstance(item, known[name]):
            report.add("E151", f"the field {name!r} cannot be {_kind(item)}", _inside(at, name))
        elif name not in known and not name.startswith("x-"):
            place = replace(_inside(at, name), is_key=True)
            report.add("E151", f"unknown field {name!r}", place, help=f"known here: {', '.join(known)}, and x- fields")


def _action(entry: Json, version: int, at: Location, report: Report) -> _Action | None:
    """Check one action; each fault is a problem of its own."""
    if not is_map(entry):
        report.add("E151", f"an action is an object, and this is {_kind(entry)}", at)
        return None
    more: dict[str, type] = {"description": str, "update": object, "remove": bool, "x-optional": bool}
    _fields(entry, {"target": str}, {**more, "copy": str} if version else more, at, report)
    if not str(entry.get("description", "")).strip():
        report.add("E152", "the action gives no reason", at, help="say in `description` why it is needed")
    deed = _deed(entry, at, report)
    target = _query(entry.get("target"), _inside(at, "target"), report)
    if target is None or deed is None:
        return None
    return _Action(deed, target, entry[deed], entry.get("x-optional") is True, version, at)


def _deed(entry: dict[str, Json], at: Location, report: Report) -> str | None:
    """Tell which of update, remove and copy an action does."""
    given = [deed for deed in _DEEDS if deed in entry and not (deed == "remove" and entry[deed] is False)]
    if len(given) == 1:
        return given[0]
    message = f"the action has both {' and '.join(given)}" if given else "the action does nothing"
    known = "; ".join(f"{deed} ({value})" for deed, value in _DEEDS.items())
    report.add("E153", message, at, help=f"an action has exactly one of {known}")
    return None


def _query(text: Json, at: Location, report: Report) -> jsonpath.JSONPath | None:
    """Parse a JSONPath; one that is no text was reported with the fields."""
    if not isinstance(text, str):
        return None
    try:
        return cast("jsonpath.JSONPath", _ENVIRONMENT.compile(text))
    except _QUERY_FAULTS as error:
        report.add("E154", f"{text!r} is not a JSONPath of RFC 9535: {_first_line(error)}", at)
        return None


def _perform(action: _Action, holder: list[Json], report: Report) -> None:
    """Do one action to the document in the holder."""
    at = _inside(action.at, "target")
    places = _select(action.target, holder, at, report)
    if places == [] and not action.optional:
        help = "correct the target, or add `x-optional: true` when the document may lack it"
        report.add("E155", f"the target {str(action.target)!r} matches nothing", at, help=help)
    if not places:
        return
    if action.deed == "remove":
        _remove(places, holder, at, report)
    elif action.deed == "update":
        _update(places, action.value, holder, action, report)
    elif sources := _sources(action, holder, report):
        _update(places, copied(_get(holder, sources[0])), holder, action, report)


def _select(query: jsonpath.JSONPath, holder: list[Json], at: Location, report: Report) -> list[Path] | None:
    """List the places that a query selects, each once."""
    try:
        return list(dict.fromkeys((0, *match.parts) for match in query.finditer(holder[0])))
    except _QUERY_FAULTS as error:
        report.add("E154", f"{str(query)!r} cannot be evaluated: {_first_line(error)}", at)
        return None


def _sources(action: _Action, holder: list[Json], report: Report) -> list[Path] | None:
    """Find the one value that an action copies."""
    at = _inside(action.at, "copy")
    query = _query(action.value, at, report)
    places = _select(query, holder, at, report) if query else None
    if places is None or len(places) == 1:
        return places
    found = f"selects {len(places)} values" if places else "matches nothing"
    report.add("E157", f"the source {action.value!r} {found}", at, help="a copy needs exactly one value")
    return None


def _remove(places: list[Path], holder: list[Json], at: Location, report: Report) -> None:
    """Remove values, the deepest and last first, so that no index shifts before its turn."""
    if (0,) in places:
        report.add("E158", "the whole document cannot be removed", at)
        return
    for *parent, last in sorted(places, key=_depth_and_index, reverse=True):
        owner = _get(holder, tuple(parent))
        if isinstance(last, str):
            del as_map(owner)[last]
        else:
            del as_list(owner)[last]


def _depth_and_index(place: Path) -> tuple[int, int]:
    return len(place), place[-1] if isinstance(place[-1], int) else 0


def _update(places: list[Path], value: Json, holder: list[Json], action: _Action, report: Report) -> None:
    """Merge a value into values of one kind."""
    at = _inside(action.at, "target")
    shapes = list(dict.fromkeys(_shape(_get(holder, place)) for place in places))
    if len(shapes) > 1:
        report.add("E156", f"the target selects values of different kinds: {', '.join(shapes)}", at)
    elif shapes == ["primitive"] and not action.version:
        help = "select the object around it, or write `overlay: 1.1.0`"
        report.add("E156", "Overlay 1.0 does not update primitives", at, help=help)
    else:
        for place in places:
            _put(place, value, holder, action, report)


def _put(place: Path, value: Json, holder: list[Json], action: _Action, report: Report) -> None:
    """Merge a value into one place. An array takes an entry, and since Overlay 1.1 also an array of entries."""
    *parent, last = place
    old = _get(holder, place)
    if is_list(old) and not (is_list(value) and action.version):
        value = [value]
    try:
        merged = _merge(old, value, ())
    except _Incompatible as clash:
        inside = _inside(action.at, "update", *clash.place) if action.deed == "update" else _inside(action.at, "copy")
        where = join("", *place[1:], *clash.place) or "the root"
        report.add("E156", f"{clash} at {where} of the document", inside, help="remove the old value first")
        return
    owner = _get(holder, tuple(parent))
    if isinstance(last, str):
        as_map(owner)[last] = merged
    else:
        as_list(owner)[last] = merged


def _merge(old: Json, new: Json, place: Path) -> Json:
    """Merge objects key by key, join arrays, replace a primitive by a primitive (Overlay 1.1, Action Object)."""
    if _shape(old) != _shape(new):
        raise _Incompatible(place, old, new)
    if is_list(old) and is_list(new):
        return [*old, *map(copied, new)]
    if is_map(old) and is_map(new):
        for name, item in new.items():
            old[name] = _merge(old[name], item, (*place, name)) if name in old else copied(item)
        return old
    return new


def _get(holder: Json, place: Path) -> Json:
    """Follow a place from the holder."""
    value = holder
    for part in place:
        value = as_map(value)[part] if isinstance(part, str) else as_list(value)[part]
    return value


def _inside(at: Location, *parts: str | int) -> Location:
    return replace(at, pointer=join(at.pointer, *parts))


def _shape(value: Json) -> str:
    return "object" if is_map(value) else "array" if is_list(value) else "primitive"


def _kind(value: Json) -> str:
    """Name the JSON type of a value."""
    if value is None:
        return "null"
    kinds = {dict: "an object", list: "an array", str: "a string", bool: "a boolean"}
    return next((name for kind, name in kinds.items() if isinstance(value, kind)), "a number")


def _first_line(error: Exception) -> str:
    """Return what an error says; the text of python-jsonpath's own errors fails for an empty query (2.2.2)."""
    return str(error.args[0] if error.args else error).partition("\n")[0]
