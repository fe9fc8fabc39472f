"""Unread: why a page cannot be read, and what would do. In: its bytes, text or data. Out: what it is, and a help."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...data import Json, as_map, as_text, is_list, is_map
from ...report import Report

Reason = tuple[str, str]
"""What a page is instead, and what to do about it."""

_MAGIC: Mapping[bytes, Reason] = {
    b"%PDF-": ("a PDF", "ask the provider for the document behind it, or save the pages of the site as Markdown"),
    b"\x89PNG": ("an image", "save the page as text"),
    b"GIF8": ("an image", "save the page as text"),
    b"\xff\xd8\xff": ("an image", "save the page as text"),
    b"RIFF": ("an image or a sound", "save the page as text"),
    b"PK\x03\x04": ("an archive, or a file of an office program", "give what is in it, as files or as a folder"),
    b"\x1f\x8b": ("compressed", "decompress it, as with gunzip, and give what is in it"),
}
MAGIC = tuple(_MAGIC)
"""What files begin with that are no text."""
_SPEC = re.compile(
    r"(?:spec-?url|data-url|apiDescriptionUrl|\burl)['\"]?\s*[=:]\s*['\"]([^'\"\s<>]+\.(?:json|ya?ml)\b[^'\"\s<>]*)['\"]",
    re.I,
)
_MARKDOWN = "save the page as Markdown (many sites answer with it when .md follows the address), signed in if need be"
_KNOWN: Sequence[tuple[str, Sequence[str]]] = (
    ("an OpenAPI document", ("openapi", "info", "paths")),
    ("one operation", ("method", "path", "responses")),
    ("a Postman collection", ("info", "item")),
    ("a recording of traffic (HAR)", ("log",)),
)
"""Shapes that are read, and the keys of each."""
_OTHERS: Sequence[tuple[Sequence[str], Reason]] = (
    (("values", "_postman_variable_scope"), ("an environment of Postman", "export the collection")),
    (("requests", "order"), ("a Postman collection of the form 1", "export it again, in the format 2.1")),
    (("resources", "__export_format"), ("an export of Insomnia", "export it as HAR, or the design document")),
    (("asyncapi",), ("an AsyncAPI document", "give the OpenAPI document of the same API")),
    (("discoveryVersion",), ("a discovery document of Google", "convert it to OpenAPI first")),
    (("__schema",), ("a schema of GraphQL", "give what describes the HTTP API, if there is any")),
    (("data", "errors"), ("an answer of an API", "record the requests as well, as HAR")),
    (("$schema", "properties"), ("a JSON Schema", "it has no operation; give the document that refers to it")),
    (("type", "properties"), ("a JSON Schema", "it has no operation; give the document that refers to it")),
)
_TEXTS: Sequence[tuple[str, Reason]] = (
    (r"---\n(?s:.)*?\nopenapi: ", ("the source of a page whose operation stands in a document elsewhere", "give that")),
    (r"#%RAML", ("a RAML document", "convert it to OpenAPI first")),
    (r"FORMAT: *1A", ("an API Blueprint", "convert it to OpenAPI first")),
    (r"<\?xml|<(\w+:)?(definitions|application)\b", ("XML", "a WSDL or WADL is to be converted to OpenAPI first")),
    (r"\s*<[a-zA-Z!]", ("a piece of HTML", _MARKDOWN)),
    (r"(import|export) |syntax *= *[\"']proto", ("source code", "give the page that the code makes, or its document")),
)


def of_bytes(raw: bytes) -> Reason:
    """Say what a page of bytes is."""
    return next(
        (reason for magic, reason in _MAGIC.items() if raw.startswith(magic)), ("binary, not text", "save it as text")
    )


def of_html(text: str) -> Reason:
    """Say what a page of HTML is: one that shows a document of elsewhere, a login form, or one that a script draws."""
    if (found := _SPEC.search(text)) and re.search(r"swagger|redoc|scalar|rapidoc|elements|openapi", text, re.I):
        return "a viewer: it shows a document that it loads", f"save what it loads from {_shown(found[1])}"
    if re.search(r"type=[\"']?password", text, re.I):
        return "a login form, not the document behind it", f"sign in first; {_MARKDOWN}"
    words = re.sub(r"<(script|style|noscript|svg|head)\b.*?(</\1>|$)|<[^>]*>?", " ", text, flags=re.I | re.S)
    if re.search(r"<script\b", text, re.I) and len(words.split()) < 20:
        return "empty until a script fills it", _MARKDOWN
    return "a browser's view or a login form, not the document behind it", _MARKDOWN


def of_data(data: Json) -> Reason:
    """Say what data is that nothing reads: its nearest shape, and what it lacks to be that."""
    if is_list(data):
        return "a list", "give one document, recording or collection in a file"
    if not is_map(data):
        return "a single value", "give the document itself"
    inner = as_map(data.get("data"))
    keys = {*data, *(("__schema",) if "__schema" in inner else ())}
    for others, reason in _OTHERS:
        if keys >= {*others}:
            return reason
    near = max(_KNOWN, key=lambda known: len(keys & {*known[1]}) / len(known[1]))
    missing = [each for each in near[1] if each not in keys]
    if len(missing) == len(near[1]):
        return "of no form that is known", f"its keys are {_listed(data)}; {forms()}"
    if not missing:
        return f"nearest to {near[0]}, with values of another type", forms()
    return f"nearest to {near[0]}, and lacks {', '.join(missing)}", forms()


def of_text(text: str) -> Reason:
    """Say what a text is in which nothing describes an API."""
    for pattern, reason in _TEXTS:
        if re.match(pattern, text.lstrip("\ufeff \n")):
            return reason
    return "prose without a description of an operation", forms()


def forms() -> str:
    """List what can be read."""
    return (
        "known are: OpenAPI and Swagger documents, Postman collections, recordings of traffic (HAR), Mintlify and "
        "ReadMe pages, one JSON object per operation"
    )


def explain_end(text: str, report: Report) -> None:
    """Say of a syntax error at the end of a text that the text was cut off."""
    fault = report.problems[-1]
    lines = text.rstrip().count("\n") + 1
    if fault.code.startswith("E10") and not fault.help and fault.at.line >= lines:
        report.problems[-1] = replace(fault, help="the text ends here: it was cut off when it was saved; save it again")


def _listed(data: dict[str, Json]) -> str:
    names = [repr(key[:30]) for key in list(data)[:5]]
    return ", ".join(names) + (" and more" if len(data) > 5 else "")


def _shown(address: str) -> str:
    return "".join(each for each in as_text(address)[:200] if each.isprintable())
