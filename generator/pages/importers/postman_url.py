"""Addresses of a Postman collection: its text or parts -> server, template of the path, and parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from ...data import Json, as_list, as_map, as_text, is_map, maps
from .exchange import Given
from .postman_values import VARIABLE, Variables, description

_RAW = re.compile(r"(?P<head>(?:[\w{}.+-]+://)?[^/?#]*)(?P<path>/[^?#]*)?(?:\?(?P<query>[^#]*))?", re.S)
_HEAD = re.compile(r"(?P<scheme>[a-z][\w+.-]*://)?(?:[^/?#@]*@)?(?P<rest>[^?#]*)", re.I)
_DEEPEST = 10


@dataclass(slots=True)
class Address:
    """server: with variables in braces, "" where nothing tells it. unknown: the variable that would tell it."""

    server: str = ""
    path: str = "/"
    given: list[Given] = field(default_factory=list[Given])
    unknown: str = ""


def address(url: Json, known: Variables) -> Address | None:
    """Read the address of a request; None where it has none."""
    raw = as_text(url) or as_text(as_map(url).get("raw"))
    match = _RAW.match(raw.strip())
    head, path, query = (match["head"], match["path"] or "", match["query"] or "") if match else ("", "", "")
    parts = as_map(url)
    if parts.get("host"):
        protocol, port = as_text(parts.get("protocol")), parts.get("port")
        head = (f"{protocol}://" if protocol else "") + _joined(parts["host"], ".") + (f":{port}" if port else "")
    segments = _segments(parts["path"]) if parts.get("path") else [*path.removeprefix("/").split("/")]
    if not head and not any(segments):
        return None
    found = Address()
    server = _expanded(head, known)
    while segments and VARIABLE.fullmatch(segments[0]) and len(segments) > 1 and "{{" not in server[:2]:
        server += f"/{segments.pop(0)}"
    _read_server(server, found)
    values = {as_text(each.get("key")) or as_text(each.get("id")): each for each in maps(parts.get("variable"))}
    found.path = "/" + "/".join(_template(each, known, values, found.given) for each in segments)
    found.given += _query(parts.get("query"), query, known)
    return found


def _expanded(head: str, known: Variables) -> str:
    """Replace a variable that a server begins with by its value, as often as one stands there."""
    for _ in range(_DEEPEST):
        match = VARIABLE.match(head)
        value = known.values.get(match[1], "") if match else ""
        if not match or not value:
            break
        head = value.rstrip("/") + head[match.end() :]
    return head


def _read_server(text: str, found: Address) -> None:
    """Spell a server as OpenAPI does. An address without a scheme is taken for https."""
    if match := VARIABLE.match(text):
        found.unknown = match[1]
        return
    parts = _HEAD.match(text)
    if parts and parts["rest"].strip("/"):
        rest = VARIABLE.sub(lambda match: f"{{{word(match[1])}}}", parts["rest"].rstrip("/"))
        found.server = (parts["scheme"] or "https://").lower() + rest


def _template(segment: str, known: Variables, values: Mapping[str, dict[str, Json]], given: list[Given]) -> str:
    """Return a segment of a path with its parameters in braces, and note these."""

    def parameter(name: str, value: Json, note: str = "") -> str:
        taken = {each.name for each in given}
        free, number = word(name), 2
        while free in taken:
            free, number = f"{word(name)}_{number}", number + 1
        given.append(Given("path", free, value, note))
        return f"{{{free}}}"

    if match := re.fullmatch(r":([\w.-]+)", segment):
        each = values.get(match[1], {})
        return parameter(match[1], known.text(_spelled(each.get("value"))), description(each.get("description")))
    if match := re.fullmatch(r"\{([\w.-]+)\}", segment):
        return parameter(match[1], None)
    return VARIABLE.sub(lambda match: parameter(match[1], known.text(match[0])), segment)


def _query(listed: Json, raw: str, known: Variables) -> list[Given]:
    """Return the parameters of the query; those that are switched off as well, as the API takes them."""
    pairs = maps(listed) if isinstance(listed, list) else [_pair(each) for each in raw.split("&") if each]
    return [
        Given(
            "query",
            as_text(each.get("key")),
            known.text(_spelled(each.get("value"))),
            description(each.get("description")),
        )
        for each in pairs
        if as_text(each.get("key"))
    ]


def _pair(text: str) -> dict[str, Json]:
    name, _, value = text.partition("=")
    return {"key": unquote(name), "value": unquote(value)}


def _joined(value: Json, separator: str) -> str:
    return as_text(value) if isinstance(value, str) else separator.join(_spelled(each) for each in as_list(value))


def _segments(value: Json) -> list[str]:
    """Return the segments of a path, which may be one text, texts, or objects with a value."""
    if isinstance(value, str):
        return value.removeprefix("/").split("/")
    return [_spelled(each.get("value")) if is_map(each) else _spelled(each) for each in as_list(value)]


def _spelled(value: Json) -> str:
    return value if isinstance(value, str) else "" if value is None or isinstance(value, (dict, list)) else str(value)


def word(name: str) -> str:
    """Return a name as one of a template: letters, digits, dot, hyphen and underscore."""
    return re.sub(r"[^\w.-]+", "_", name).strip("_") or "value"


def server_variables(server: str, known: Variables) -> dict[str, Json]:
    """Return the variables in a server, with the values that the collection gives them; a name stands for none."""
    names = re.findall(r"\{([\w.-]+)\}", server)
    values = {word(name): value for name, value in known.values.items() if "{{" not in value}
    return {name: {"default": values.get(name, name)} for name in names}


def described(servers: Sequence[Json], known: Variables) -> None:
    """Give each server of a document its variables."""
    for each in servers:
        found = server_variables(as_text(as_map(each).get("url")), known)
        if found and is_map(each):
            each["variables"] = found
