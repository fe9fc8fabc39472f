"""Methods: the additional operations of path items (OpenAPI 3.2, 4.9) have methods that can be sent, each one once."""

from __future__ import annotations

import re
from dataclasses import replace

from ...data import Json, as_map, is_map
from ...report import Report
from ..read.document import Draft, join
from ..schema.walk import METHODS, incoming, path_items

_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_KEY = "additionalOperations"


def settle_methods(draft: Draft, report: Report) -> None:
    """Put operations under the fields that their methods have, in place, and take out what is none."""
    for item, pointer, _ in [*path_items(draft.data), *incoming(draft.data)]:
        if is_map(item) and _KEY in item:
            _settle(item, pointer, draft, report)


def _settle(item: dict[str, Json], pointer: str, draft: Draft, report: Report) -> None:
    if not is_map(item[_KEY]):
        message = f"`{_KEY}` is not an object; `build` leaves it out"
        report.repaired("E223", message, draft.at(join(pointer, _KEY)))
    more = as_map(item.pop(_KEY))
    kept: dict[str, Json] = {}
    for method, operation in more.items():
        field, place = method.lower(), join(pointer, _KEY, method)
        help = ""
        if not is_map(operation):
            fault = "is not an object; `build` leaves it out"
        elif not _TOKEN.fullmatch(method):
            fault = "is not the name of a method; `build` leaves it out"
        elif field in METHODS and field in item:
            fault = f"has the field `{field}` already; `build` leaves this one out"
        elif field in METHODS:
            item[field] = operation
            draft.move({join(pointer, field): place})
            fault, help = f"has a field of its own; `build` reads it as `{field}`", f"write it as `{field}:`"
        else:
            kept[method] = operation
            continue
        message = f"the additional operation {method!r} {fault}"
        report.repaired("E223", message, replace(draft.at(place), is_key=True), help=help)
    if kept:
        item[_KEY] = kept
