"""Prose: a page without a description for programs -> a draft of its operation, made of its tables and samples.

A draft is never taken for what a page says: it stands in a file of its own, lists its guesses, and a person reviews it.
What the page states is read by the plain rules of `coverage`. No sentence of the page gets into a draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...data import Json, map_in
from ...openapi.read import canonical
from ...openapi.read.load import parse
from ...openapi.schema.walk import METHODS
from ...report import Report, SpecError
from ..coverage.facts import Fact
from ..coverage.page import UNNAMED, read_page
from ..coverage.segments import Segment, segments
from .pages import Page
from .stated import Node, roots_of, shown, untyped

_VERBS = (
    (r"get|list|fetch|retrieve|search|find|read|show|look", "get"),
    (r"create|add|register|submit|send|make|issue", "post"),
    (r"update|edit|change|set|modify", "put"),
    (r"delete|remove|cancel", "delete"),
)
_CURL = re.compile(r"\bcurl\b.*", re.S)
_HEAD = """# DRAFT, made of the tables and samples of {pages}. No command reads this file.
# Review each line against the page, then move it to openapi.yaml; descriptions in words of your own, and SOURCES.md
# with what each fact rests on. What was guessed, or is not said:
"""


@dataclass(slots=True)
class Drafted:
    """One operation of a draft. guesses: what a person has to decide."""

    page: Page
    method: str
    path: str
    server: str
    operation: dict[str, Json]
    guesses: list[str]


def drafted(page: Page) -> Drafted | None:
    """Return a draft of the operation that a page of prose describes; None where it names no address."""
    report = Report()
    try:
        found = read_page(page.path, report)
        parts = segments(page.text, _fail)
    except (SpecError, _Cut):
        return None
    guesses: list[str] = []
    method, address = _address(found.operation, parts, guesses)
    match = re.fullmatch(r"(?P<server>https?://[^/]+|\{\w+\})?(?P<path>/[^?#\s]*).*", address)
    if match is None:
        return None
    path = _path(match["path"], guesses)
    fences = [(each.line, each.line + each.text.count("\n")) for each in parts if each.kind == "fence"]
    facts = [each for each in found.facts if not any(first <= each.at.line <= last for first, last in fences)]
    roots = roots_of(facts, method)
    for part, value in _samples(parts, page.file, method):
        roots.setdefault((part,), Node()).seen.add(value)
    if not method_is_said(found.operation) and not any(key[0] != "path" for key in roots):
        return None
    operation = _operation(facts, roots, path, guesses)
    return Drafted(page, method, path, _server(match["server"] or "", guesses), operation, guesses)


class _Cut(Exception):
    """The page has a block or a table without an end."""


def _fail(code: str, message: str, line: int) -> None:
    raise _Cut(code, message, line)


def method_is_said(operation: str) -> bool:
    """Say whether the page names the method of its operation beside the path."""
    return operation != UNNAMED and not operation.startswith("?")


def _address(operation: str, parts: list[Segment], guesses: list[str]) -> tuple[str, str]:
    """Return method and address, from the text, the front matter or a call of curl; else the method is guessed."""
    method, _, address = operation.partition(" ")
    front = next((each.text for each in parts if each.kind == "front"), "")
    calls = [match[0] for each in parts if each.kind == "fence" and (match := _CURL.search(each.text))]
    call = calls[0] if calls else ""
    if not address:
        stated = re.search(r"^\s*(?:url|path): *['\"]?(\S+?)['\"]?$", front, re.M) or re.search(
            r"https?://[^\s'\"\\]+", call
        )
        address = stated[stated.lastindex or 0] if stated else ""
    said = re.search(r"^\s*method: *['\"]?(\w+)", front, re.M) or re.search(r"(?:-X|--request)[ =]*['\"]?(\w+)", call)
    method = method if method not in ("", "?") else said[1] if said else ""
    if method.lower() in METHODS:
        return method.lower(), address
    if re.search(r"\s(-d|--data\S*|-F|--form)\b", call):
        guesses.append("POST, as a call on the page sends data")
        return "post", address
    title = re.search(r"^title: *['\"]?(\w+)", front, re.M) or re.search(
        r"^# +(\w+)", "\n".join(each.text for each in parts if each.kind == "line"), re.M
    )
    word = title[1].lower() if title else ""
    method = next((verb for pattern, verb in _VERBS if re.fullmatch(pattern, word)), "get")
    guesses.append(f"{method.upper()}, as the page names no method")
    return method, address


def _path(text: str, guesses: list[str]) -> str:
    """Return a path in order: no doubled slash, parameters in braces, none for the query."""
    path = re.sub(r"<(\w+)>|(?<=/):(\w+)", lambda match: f"{{{match[1] or match[2]}}}", re.sub(r"//+", "/", text))
    clean = re.sub(r"/\{(query\w*|params|parameters)\}$", "", path)
    if clean != text:
        guesses.append(f"the path, which the page writes {text}")
    return clean


def _server(text: str, guesses: list[str]) -> str:
    if not text:
        guesses.append("servers: the page names none")
    elif "{" in text:
        guesses.append(f"the scheme and the value of the server {text}")
    return f"https://{text}" if text.startswith("{") else text


def _samples(parts: list[Segment], file: str, method: str) -> Iterator[tuple[str, Json]]:
    """Yield the samples of JSON on a page, each with what it is of: by its heading, else by the method."""
    sends = method in ("post", "put", "patch")
    for each in parts:
        if each.kind != "fence" or each.text.lstrip()[:1] not in ("{", "["):
            continue
        try:
            value = parse(each.text, file, Report())
        except SpecError:
            continue
        heading = each.heading.lower()
        part = "200" if "response" in heading or "return" in heading else "body"
        if part == "body" and not re.search(r"request|body|payload", heading):
            part, sends = ("body" if sends else "200"), False
        yield part, value


def _operation(
    facts: Sequence[Fact], roots: dict[tuple[str, ...], Node], path: str, guesses: list[str]
) -> dict[str, Json]:
    operation: dict[str, Json] = {}
    for fact in facts:
        if fact.subject.part == "operation" and fact.kind in ("operationId", "deprecated"):
            operation[fact.kind] = fact.value.strip("-") if fact.kind == "operationId" else True
    for name in re.findall(r"\{([^{}]+)\}", path):
        roots.setdefault(("path", name), Node())
    parameters: list[Json] = []
    for key, node in roots.items():
        if len(key) == 2 and (key[0] != "path" or f"{{{key[1]}}}" in path):
            parameters.append(_parameter(key[0], key[1], node, guesses))
    if parameters:
        operation["parameters"] = parameters
    if body := roots.get(("body",)):
        operation["requestBody"] = {"required": True, "content": _content(body, "body", guesses)}
    responses: dict[str, Json] = {}
    for key, node in sorted((key, node) for key, node in roots.items() if key[0].isdigit()):
        responses[key[0]] = {"description": ""}
        if node.below or not node.seen.is_empty:
            map_in(responses, key[0])["content"] = _content(node, f"the answer {key[0]}", guesses)
    if "200" in responses and not any(each.subject.part == "200" for each in facts):
        guesses.append("200, as the page names no status of a success")
    if not any(status < "3" for status in responses):
        guesses.append("the answer of a success, of which the page says nothing")
        responses = {"200": {"description": "", "content": {"application/json": {}}}, **responses}
    operation["responses"] = responses
    guesses.append("security, which no table of the page tells")
    return operation


def _parameter(place: str, name: str, node: Node, guesses: list[str]) -> dict[str, Json]:
    schema = node.schema({})
    if not schema:
        schema["type"] = "string"
        guesses.append(f"the type of {place} {name}")
    parameter: dict[str, Json] = {"name": name, "in": place}
    if place == "path" or "required" in node.facts:
        parameter["required"] = True
    parameter["schema"] = schema
    return parameter


def _content(node: Node, what: str, guesses: list[str]) -> dict[str, Json]:
    schema = node.schema(node.seen.schema())
    if names := sorted(untyped(schema, "")):
        guesses.append(f"types in {what} that nothing tells: {', '.join(names)}")
    if names := [*shown(node, "")]:
        guesses.append(f"types in {what} that only examples tell: {', '.join(names)}")
    return {"application/json": {"schema": schema}}


def draft_text(drafts: Sequence[Drafted], provider: str) -> str:
    """Return the text of draft.yaml; of two operations with one method and path the first is there."""
    document: dict[str, Json] = {"openapi": "3.1.0", "info": {"title": f"{provider}, a draft", "version": "0"}}
    servers = list(dict.fromkeys(each.server for each in drafts if each.server))
    if servers:
        document["servers"] = [_described_server(each) for each in servers]
    lines: list[str] = []
    for each in sorted(drafts, key=lambda each: (each.path, each.method, each.page.text)):
        item = map_in(map_in(document, "paths"), each.path)
        if each.method in item:
            lines.append(f"#   {each.page.file} describes {each.method.upper()} {each.path} as well; it was left out")
            continue
        item[each.method] = each.operation
        lines += [f"#   {each.method.upper()} {each.path}: {guess}" for guess in each.guesses]
    pages = ", ".join(sorted({each.page.path.name for each in drafts}))
    said = "".join(f"{_printable(line)}\n" for line in lines)
    return _HEAD.format(pages=_printable(pages)) + said + canonical.dump(document)


def _printable(text: str) -> str:
    """Return a text that stays on the line of its comment."""
    return "".join(each if each.isprintable() else " " for each in text)


def _described_server(url: str) -> dict[str, Json]:
    names = re.findall(r"\{(\w+)\}", url)
    variables: dict[str, Json] = {name: {"default": name} for name in names}
    return {"url": url, "variables": variables} if variables else {"url": url}
