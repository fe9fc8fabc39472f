"""Wording: which schemas need a name of their own, and what they are called when the document does not say."""

from __future__ import annotations

from typing import Any

from ...loose import Json, as_list, is_map
from .. import names
from ..schema.vocabulary import ANNOTATIONS, is_null, is_object, is_reference, members
from ..schema.walk import Spot


def needs_name(schema: Json) -> bool:
    """Say whether a schema will be a class: an object with fields, a composition of such, a union with a tag."""
    if not is_map(schema) or is_reference(schema):
        return False
    if is_object(schema) or schema.get("properties"):
        return True
    if any(not is_null(each) for each in as_list(schema.get("allOf"))):
        return not _is_annotated_reference(schema) and any(_is_structured(each) for each in schema["allOf"])
    return is_map(schema.get("discriminator")) and bool(members(schema)[1])


def title_of(schema: Json) -> str:
    """Return the title of a schema where it reads as a name rather than as a sentence, else ""."""
    title = schema.get("title") if is_map(schema) else None
    if not isinstance(title, str) or not title.isascii() or len(title) > 48 or title[:1].isdigit():
        return ""
    return title if 0 < len(names.words(title)) <= 6 else ""


def class_name(words: tuple[str, ...]) -> str:
    """Join the words of a place into a class name, without repeating a word at the seam.

    >>> class_name(("GetCustomers", "404", "Error")), class_name(("list-boats", "Boats"))
    ('GetCustomers404Error', 'ListBoats')
    """
    result = ""
    for word in words:
        part = names.pascal(word)
        part = part.removeprefix("Schema") if result and word[:1].isdigit() else part
        result = result if result.endswith(part) else result + part
    return result


def inner_name(owner: str, spot: Spot) -> str:
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
    parts = names.words(owner)
    if not parts:
        return f"{owner}Item"
    last = names.singular(parts[-1])
    return owner[: owner.rindex(parts[-1])] + (last[0].upper() + last[1:]).replace("_item", "Item")


def _is_annotated_reference(schema: dict[str, Any]) -> bool:
    """Say whether an allOf is one reference with annotations beside it."""
    one = len(schema["allOf"]) == 1 and is_reference(schema["allOf"][0])
    return one and set(schema) <= {"allOf", "type", *ANNOTATIONS} and schema.get("type") in (None, "object")


def _is_structured(schema: Json) -> bool:
    return is_map(schema) and any(key in schema for key in ("$ref", "properties", "allOf", "oneOf", "anyOf"))
