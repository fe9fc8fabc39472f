"""The text of a drift log -> what was seen, each kind once with its counts. The runtime's `drift_file` writes it."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from typing import Any

from ...data import is_map

NO_FIELD = "no such field"
"""What a log has for the expected type of a field that the document does not name."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One kind of mismatch. place: JSONPath with `[*]` for indices and free keys; model: the class around the place, ""
    outside of any; inside: the place from there on. found: a JSON type or "absent". first, last: ISO 8601."""

    operation: str = ""
    status: int = 0
    media: str = ""
    place: str = ""
    model: str = ""
    inside: str = ""
    expected: str = ""
    found: str = ""
    constant: str = ""
    count: int = 0
    first: str = ""
    last: str = ""


_TYPES: dict[str, type] = {each.name: type(each.default) for each in fields(Seen)}


def read_log(text: str) -> tuple[list[Seen], int]:
    """Return what a log says, the most frequent first, and how many of its lines say nothing."""
    found: dict[Seen, Seen] = {}
    strange = 0
    for line in text.splitlines():
        seen = _seen(line)
        if seen is None:
            strange += bool(line.strip())
            continue
        kind = replace(seen, count=0, first="", last="")
        before = found.get(kind, replace(kind, first=seen.first))
        found[kind] = replace(
            seen,
            count=before.count + seen.count,
            first=min(before.first, seen.first),
            last=max(before.last, seen.last),
        )
    return sorted(found.values(), key=lambda each: -each.count), strange


def _seen(line: str) -> Seen | None:
    try:
        said: Any = json.loads(line)
    except ValueError:
        return None
    if not is_map(said) or not said.keys() <= _TYPES.keys() or not {"found", "count"} <= said.keys():
        return None
    if any(type(value) is not _TYPES[name] for name, value in said.items()):
        return None
    known: dict[str, Any] = dict(said)
    return Seen(**known)
