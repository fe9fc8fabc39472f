"""What was seen -> the actions that an owner reviews, each with a description, and what no action is known for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...data import Json, as_list, as_map, copied
from ...ir import Api
from ..read.document import child, component_name, tokens, value_at
from . import changes
from .edits import edit, is_writable, path
from .judge import Settled, Wish, judge
from .log import Seen
from .places import Lost, Places, reach

_RANK = ("format", "enum", "open", "optional", "field", "free", "wider", "null")
_NAMED = 3
"""So many operations are named one by one."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """actions: as an overlay has them. unsaid: what nothing can be said of, with the reason. settled: what the document
    admits already."""

    actions: Sequence[dict[str, Json]]
    unsaid: Sequence[tuple[Seen, str]]
    settled: Sequence[Seen]


def propose(data: Mapping[str, Json], api: Api, file: str, listed: Sequence[Seen]) -> Proposal:
    """Propose changes of a document. api: what was lowered from it; file: what the IR calls it."""
    places = Places(data, api, file)
    wishes: dict[Wish, list[Seen]] = {}
    unsaid: list[tuple[Seen, str]] = []
    settled: list[Seen] = []
    for seen in listed:
        try:
            for wish in judge(seen, places):
                if not is_writable(wish.pointer):
                    raise Lost("no JSONPath leads there: a key has characters that cannot be written")
                wishes.setdefault(wish, []).append(seen)
        except Settled:
            settled.append(seen)
        except Lost as lost:
            unsaid.append((seen, str(lost)))
    return Proposal(_actions(copied(dict(data)), wishes, settled), unsaid, settled)


def _actions(
    data: dict[str, Json], wishes: Mapping[Wish, Sequence[Seen]], settled: list[Seen]
) -> list[dict[str, Json]]:
    """Write the changes. What is inside of another schema is changed first: a change of the other may move it."""
    old = str(data.get("openapi", "")).startswith("3.0")
    reached = reach(data)
    actions: list[dict[str, Json]] = []
    for wish, seen in sorted(wishes.items(), key=lambda each: (-each[0].pointer.count("/"), _RANK.index(each[0].kind))):
        schema = as_map(value_at(data, wish.pointer))
        changed = _changed(schema, wish, seen, old)
        if changed == schema:
            settled.extend(seen)
            continue
        said = "; ".join([_sentence(wish, seen), *_elsewhere(wish.pointer, seen, reached)])
        found = edit(path(data, wish.pointer), schema, changed)
        for each in found:
            room = "" if each is found[-1] else "room for the next action: "
            actions.append({"target": each.target, "description": room + said, each.deed: each.value})
        _put(data, wish.pointer, changed)
    return actions


def _changed(schema: dict[str, Json], wish: Wish, seen: Sequence[Seen], old: bool) -> dict[str, Json]:
    match wish.kind:
        case "null":
            return changes.nullable(schema, old)
        case "optional":
            return changes.optional(schema, wish.word)
        case "enum":
            return changes.with_constants(schema, [each.constant for each in seen])
        case "open":
            return changes.opened(schema)
        case "wider":
            return changes.widened(schema, wish.word, old)
        case "format":
            return changes.without_format(schema)
        case "field":
            return changes.with_field(schema, wish.word, [each.found for each in seen], old)
        case _:
            return changes.with_free_keys(schema)


def _sentence(wish: Wish, seen: Sequence[Seen]) -> str:
    """Say what a change does, and how often what it admits was seen."""
    first = seen[0]
    name = f"{first.model}{first.inside[1:]}" if first.model else f"the body{first.place[1:]}"
    constants = ", ".join(sorted({each.constant for each in seen}))
    what = {
        "null": f"{name} may be null",
        "optional": f"{name} may be missing",
        "enum": f"{name} may be {constants}",
        "open": f"{name} may be another text than those listed",
        "wider": f"{name} may be of the type {wish.word}",
        "format": f"{name} need not have the format {first.expected}",
        "field": f"{first.model} has a field {wish.word} ({', '.join(sorted({each.found for each in seen}))})",
        "free": f"{first.model} has keys that look like data, or many that are not documented",
    }[wish.kind]
    count = sum(each.count for each in seen)
    days = sorted({min(each.first[:10] for each in seen), max(each.last[:10] for each in seen)})
    hint = "; DriftLog(enum_values=True) says which" if wish.kind == "open" else ""
    return f"{what}: seen {_times(count)} in {_some([each.operation for each in seen])}, {' to '.join(days)}{hint}"


def _elsewhere(pointer: str, seen: Sequence[Seen], reached: Mapping[str, Sequence[str]]) -> list[str]:
    """Say which other operations a change of a component concerns."""
    component = "/".join(pointer.split("/")[:4])
    others = [each for each in reached.get(component, ()) if each not in {one.operation for one in seen}]
    if not pointer.startswith("/components/") or not others:
        return []
    name = component_name(component) or component.rpartition("/")[2]
    return [f"{name} is also part of {_some(others)}"]


def _some(names: Sequence[str]) -> str:
    listed = list(dict.fromkeys(names))
    more = len(listed) - _NAMED
    return ", ".join(listed[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _put(data: Json, pointer: str, value: Json) -> None:
    *parents, last = tokens(pointer)
    for token in parents:
        data = child(data, token)
    if isinstance(data, list):
        as_list(data)[int(last)] = value
    else:
        as_map(data)[last] = value
