"""Wording: what a schema that needs a name is called, from its title or the words of its place."""

from __future__ import annotations

from ...data import Json, as_list, is_map
from ..names import Names, singular, words
from .vocabulary import is_null
from .walk import Spot


def title_of(schema: Json) -> str:
    """Return the title of a schema where it reads as a name rather than as a sentence, else ""."""
    title = schema.get("title") if is_map(schema) else None
    if not isinstance(title, str) or not title.isascii() or len(title) > 48 or title[:1].isdigit():
        return ""
    return title if 0 < len(words(title)) <= 6 else ""


def class_name(parts: tuple[str, ...], names: Names) -> str:
    """Join the words of a place into a class name, without repeating a word at the seam.

    >>> from generator.openapi.names import PLAIN
    >>> class_name(("GetCustomers", "404", "Error"), PLAIN), class_name(("list-boats", "Boats"), PLAIN)
    ('GetCustomers404Error', 'ListBoats')
    """
    result = ""
    for word in parts:
        part = names.pascal(word)
        part = part.removeprefix("Schema") if result and word[:1].isdigit() else part
        result = result if result.endswith(part) else result + part
    return result


def inner_name(owner: str, spot: Spot, names: Names) -> str:
    """Return the name for what stands at a place inside the schema named `owner`; the spot's pointer begins there."""
    keyword = spot.pointer.split("/")[1]
    if keyword == "properties":
        return owner + names.pascal(str(spot.key))
    if keyword == "items":
        return _item_name(owner)
    if keyword in ("additionalProperties", "patternProperties"):
        return f"{owner}Value"
    if keyword == "prefixItems":
        return f"{owner}Item{int(spot.key) + 1}"
    alone = sum(1 for each in as_list(spot.holder) if not is_null(each)) == 1
    return owner if keyword == "allOf" or alone else f"{owner}Variant{int(spot.key) + 1}"


def _item_name(owner: str) -> str:
    parts = words(owner)
    if not parts:
        return f"{owner}Item"
    last = singular(parts[-1])
    return owner[: owner.rindex(parts[-1])] + (last[0].upper() + last[1:]).replace("_item", "Item")
