"""readme: Markdown with front matter and an `# OpenAPI definition` block, which holds a small OpenAPI document.

The block has habits of its own: schemes called sec0, sec1; a variable whose default is its own name; examples stored as
text; keys of the site among those of OpenAPI.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress

from ...data import Json, as_map, is_list, is_map, maps
from ...openapi.read.document import Document, join
from ...report import Report
from .blocks import Block
from .fragment import Fragment, operations
from .openapi import whole
from .pages import Page

NAME = "readme"
_HEADING = re.compile(r"^#+ *OpenAPI definition\s*$", re.M | re.I)
_FRONT = re.compile(r"\s*---\n(.*?)\n---\s*\n", re.S)


def claims(data: Json, page: Page, block: Block) -> bool:
    """Say whether a description is of this format."""
    return (
        is_map(data)
        and "openapi" in data
        and (bool(_HEADING.search(page.text)) or "x-readme" in data)
        and (block.fence > 0 or "x-readme" in data)
    )


def read(data: Json, page: Page, block: Block, report: Report, provider: str) -> Fragment | None:
    """Return the small document in ordinary words."""
    del block, provider
    document = whole(as_map(data), page, report)
    if document is None:
        return None
    _rename_schemes(document, report)
    front = _FRONT.match(page.text)
    for _, _, operation in operations(document.data):
        _read_examples(operation)
        if front and re.search(r"^deprecated: *true\s*$", front[1], re.M):
            operation["deprecated"] = True
    return Fragment(page, NAME, document)


def _rename_schemes(document: Document, report: Report) -> None:
    """Call each scheme what it is; a scheme without a flow is a token that somebody brings."""
    schemes = as_map(as_map(document.data.get("components")).get("securitySchemes"))
    renamed: dict[str, str] = {}
    for old, given in list(schemes.items()):
        scheme: Json = given
        if as_map(scheme).get("type") == "oauth2" and not as_map(scheme).get("flows"):
            at = document.at(join("/components/securitySchemes", old))
            report.repaired("E169", f"the scheme {old!r} has no flow; it is read as a bearer token", at)
            scheme = {"type": "http", "scheme": "bearer"}
        name = _scheme_name(as_map(scheme)) if re.fullmatch(r"sec\d+", old) else old
        renamed[old] = old if name in schemes else name
        del schemes[old]
        schemes[renamed[old]] = scheme
    for owner in [document.data, *(each for _, _, each in operations(document.data))]:
        if is_list(security := owner.get("security")):
            renewed: list[Json] = [
                {renamed.get(name, name): scopes for name, scopes in each.items()} for each in maps(security)
            ]
            owner["security"] = renewed


def _scheme_name(scheme: dict[str, Json]) -> str:
    """Name a scheme by what it holds only, so that all pages of a provider agree."""
    given = scheme.get("name") if scheme.get("type") == "apiKey" else scheme.get("scheme") or scheme.get("type")
    return re.sub(r"[^A-Za-z0-9._-]+", "-", str(given)).strip("-") or "key"


def _read_examples(operation: dict[str, Json]) -> None:
    """Turn examples of JSON that are stored as text into what they say; what is no JSON stays text."""
    for holder in [operation.get("requestBody"), *as_map(operation.get("responses")).values()]:
        for media, content in as_map(as_map(holder).get("content")).items():
            if "json" not in media or not is_map(content):
                continue
            named = [(each, "value") for each in as_map(content.get("examples")).values() if is_map(each)]
            for owner, key in [*named, (content, "example")]:
                text = owner.get(key)
                if isinstance(text, str) and text.strip().startswith(("{", "[")):
                    with suppress(ValueError, RecursionError):
                        owner[key] = json.loads(text, parse_constant=_refuse)


def _refuse(constant: str) -> float:
    raise ValueError(constant)
