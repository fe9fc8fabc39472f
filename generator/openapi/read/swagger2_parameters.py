"""Parameters of Swagger 2.0 -> those of OpenAPI 3.0, and the bodies that stood among them."""

from __future__ import annotations

from collections.abc import Sequence

from ...data import Json

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
_OF_PARAMETER = ("name", "in", "description", "required", "allowEmptyValue")
_OF_BOTH = (*_OF_PARAMETER, "collectionFormat", "schema")


def parameter(given: dict[str, Json]) -> tuple[dict[str, Json], str]:
    """Convert a parameter or header; returns it, and the separator that could not be kept."""
    result = {key: given[key] for key in _OF_PARAMETER if key in given}
    result.update({key: value for key, value in given.items() if key.startswith("x-") and key != "x-nullable"})
    result["schema"] = _schema_of(given)
    place = str(given.get("in", "header"))
    if given.get("type") != "array" or place not in ("query", "header", "path"):
        return result, ""
    style, explode, lost = _style(str(given.get("collectionFormat", "csv")), place)
    return {**result, "style": style, "explode": explode}, lost


def json_body(given: dict[str, Json], media: Sequence[str]) -> dict[str, Json]:
    """Convert the parameter that is the body."""
    result: dict[str, Json] = {key: given[key] for key in ("description", "required") if key in given}
    result["content"] = {kind: {"schema": given.get("schema", {})} for kind in media}
    return result


def form_body(given: Sequence[dict[str, Json]], media: Sequence[str]) -> dict[str, Json]:
    """Join the fields of a form into one body."""
    has_file = any(each.get("type") == "file" for each in given)
    kinds = list(media) or [MULTIPART if has_file else FORM]
    properties: dict[str, Json] = {str(each.get("name")): _field(each) for each in given}
    required: list[Json] = [str(each.get("name")) for each in given if each.get("required") is True]
    schema: dict[str, Json] = {"type": "object", "properties": properties}
    if required:
        schema["required"] = required
    encoding: dict[str, Json] = {
        str(each.get("name")): _encoding(each) for each in given if each.get("type") == "array"
    }
    content: dict[str, Json] = {"schema": schema, **({"encoding": encoding} if encoding else {})}
    return {"content": {kind: dict(content) for kind in kinds}, **({"required": True} if required else {})}


def _encoding(given: dict[str, Json]) -> dict[str, Json]:
    style, explode, _ = _style(str(given.get("collectionFormat", "csv")), "query")
    return {"style": style, "explode": explode}


def _field(given: dict[str, Json]) -> dict[str, Json]:
    description = {"description": given["description"]} if "description" in given else {}
    return {**_schema_of(given), **description}


def _schema_of(given: dict[str, Json]) -> dict[str, Json]:
    kept = {key: value for key, value in given.items() if key not in _OF_BOTH}
    return {key: value for key, value in kept.items() if not key.startswith("x-") or key == "x-nullable"}


def _style(collection: str, place: str) -> tuple[str, bool, str]:
    """Return style, explode, and the separator where OpenAPI 3 has no style for it."""
    if place != "query":
        return "simple", False, "" if collection == "csv" else collection
    known = {"multi": ("form", True), "ssv": ("spaceDelimited", False), "pipes": ("pipeDelimited", False)}
    if collection in known:
        return *known[collection], ""
    return "form", False, "" if collection == "csv" else {"tsv": "tabs"}.get(collection, collection)
