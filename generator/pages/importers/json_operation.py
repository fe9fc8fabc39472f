"""json-operation: one JSON object per operation, with its method, its full URL, and parts in OpenAPI's words."""

from __future__ import annotations

import re

from ...data import Json, as_map, is_map
from ...openapi.read.document import Document, join
from ...openapi.schema.walk import METHODS
from ...report import Location, Report
from .blocks import Block
from .fragment import Fragment, version_of
from .pages import Page

NAME = "json-operation"
_URL = re.compile(r"(?P<server>[a-z]+://[^/?#]+(?:/v\d[\w.]*(?=/|$))?|)(?P<path>/[^?#]*)?")


def claims(data: Json, page: Page, block: Block) -> bool:
    """Say whether a description is of this format."""
    del page, block
    return is_map(data) and "openapi" not in data and {"method", "path", "responses"} <= set(data)


def read(data: Json, page: Page, block: Block, report: Report, provider: str) -> Fragment | None:
    """Turn the object into a document with one operation."""
    del block
    data = as_map(data)
    method, url = str(data["method"]).lower(), str(data["path"])
    match = _URL.fullmatch(url)
    if method not in METHODS or match is None or not (match["server"] or match["path"]):
        wrong = "path" if method in METHODS else "method"
        report.add("E168", f"{wrong} {data[wrong]!r} cannot be read", Location(page.file, f"/{wrong}"))
        return None
    path = match["path"] or "/"
    operation = {key: value for key, value in data.items() if key not in ("method", "path")}
    if method in ("get", "head") and _says_nothing(operation.get("requestBody")):
        del operation["requestBody"]
    document: dict[str, Json] = {
        "openapi": "3.1.0",
        "info": {"title": provider, "version": version_of(url)},
        "paths": {path: {method: operation}},
    }
    if match["server"]:
        document["servers"] = [{"url": match["server"]}]
    origins = {join("/paths", path, method): Location(page.file)}
    return Fragment(page, NAME, Document(page.file, document, origins))


def _says_nothing(body: Json) -> bool:
    """Say whether a body is optional and an object that can have no field."""
    content = as_map(as_map(body).get("content"))
    schemas = [as_map(as_map(media).get("schema")) for media in content.values()]
    return (
        is_map(body)
        and not body.get("required")
        and all(not each.get("properties") and each.get("additionalProperties") is False for each in schemas)
    )
