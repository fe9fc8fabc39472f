"""Places: how names.lock calls the place of a schema, in words that stay when the document is ordered differently.

Invoice lines[] price|Card    a component, and the way inside it: a property, its elements, a property, a member
POST /v1/quotes body          a request body of JSON; any other media type is named
GET /v1/quotes 200 data[]     an answer
GET /v1/quotes limit          a parameter
parameters/Limit              a component of another kind
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from ...data import Json, as_list, as_map
from ..names import PLAIN
from ..read.document import tokens
from .vocabulary import is_null, is_reference
from .walk import METHODS, Spot, sent
from .wording import member_word

_PLAIN = re.compile(r"[^\s\"=#|&\[\]]+")
_SILENT = frozenset({"content", "schema", "responses", "application/json", "additionalOperations"})
"""Words of a pointer that say nothing of the place."""
_SPELT = {
    "requestBody": "body", "itemSchema": "[]", "application/x-www-form-urlencoded": "form",
    "multipart/form-data": "multipart",
}  # fmt: skip


def root_place(pointer: str, data: Mapping[str, Json]) -> str:
    """Return the place of an outermost schema of a document."""
    way = tokens(pointer)
    holder, value = next(way), as_map(data)
    if holder == "components":
        holder, value = next(way), as_map(value["components"])
    name = next(way)
    value = as_map(as_map(value[holder])[name])
    found = [_quoted(name) if holder in ("paths", "schemas") else f"{holder}/{_quoted(name)}"]
    for token in way:
        held = value.get(token)
        if token == "parameters":
            value = as_map(as_list(held)[int(next(way))])
            found.append(_quoted(str(value.get("name"))))
            continue
        value = as_map(held)
        if token in METHODS or "responses" in value:
            found[-1] = f"{sent(token)} {found[-1]}"
        elif token not in _SILENT:
            found.append(_SPELT.get(token) or _quoted(token))
    return " ".join(found)


def inner_place(around: str, spot: Spot) -> str:
    """Return the place of what stands directly inside the schema of a place."""
    keyword = spot.keyword
    if keyword == "properties":
        return f"{around} {_quoted(str(spot.key))}"
    if keyword == "items":
        return f"{around}[]"
    if keyword in ("oneOf", "anyOf"):
        found = as_list(spot.holder)
        is_alone = sum(1 for each in found if not is_null(each)) == 1
        return around if is_alone else f"{around}|{member_word(found, int(spot.key), PLAIN, titles=False)}"
    if keyword == "allOf":
        own = [at for at, each in enumerate(as_list(spot.holder)) if not is_reference(each)]
        return around if len(own) == 1 else f"{around}&{own.index(int(spot.key)) + 1}"
    return f"{around}[{'' if keyword == 'additionalProperties' else _quoted(str(spot.key))}:]"


def _quoted(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text)
