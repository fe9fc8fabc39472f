"""Parameters as they arrived -> values, by the style and explode that a document states (OpenAPI 3.1, 4.8.12)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, unquote_plus

from .dialect import Dialect, Schema
from .document import Place
from .sample import merged

Pairs = list[tuple[str, str]]
"""Names as they mean, values as they travelled."""


@dataclass
class Arrived:
    """What of a request holds parameters. taken: the names of the query that belonged to one."""

    query: Pairs
    path: dict[str, str]
    headers: dict[str, str]
    cookies: Pairs
    taken: set[str] = field(default_factory=set)


ABSENT: Any = object()
"""Stands for a parameter that did not come."""


def split_pairs(text: str, between: str) -> Pairs:
    """Take a query, a form or a cookie apart."""
    found = [each.strip().partition("=") for each in text.split(between) if each.strip()]
    return [(unquote_plus(name), value) for name, _, value in found]


def in_path(template: str, path: str) -> dict[str, str] | None:
    """Return what stands for each placeholder of a template, as it travelled; None where the path is another."""
    pieces = re.split(r"\{([^{}]*)\}", template)
    names = pieces[1::2]
    pattern = ""
    for at, piece in enumerate(pieces):
        pattern += "([^/]*)" if at % 2 else "".join(_either(each) for each in unquote(piece))
    match = re.fullmatch(pattern, path)
    return dict(zip(names, match.groups(), strict=True)) if match else None


def _either(char: str) -> str:
    encoded = "".join(f"%{byte:02X}" for byte in char.encode())
    return f"(?:{re.escape(char)}|{encoded})"


def parameter(dialect: Dialect, place: Place, arrived: Arrived, claimed: set[str]) -> Any:
    """Return the value of a parameter, ABSENT where it did not come. claimed: names of the query's other parameters."""
    data = place.value
    where, name = data["in"], str(data["name"])
    style = data.get("style") or {"query": "form", "cookie": "form"}.get(where, "simple")
    explode = data.get("explode", style in ("form", "deepObject"))
    if isinstance(data.get("content"), dict) and data["content"]:
        media, holder = next((key, place.at("content", key, "schema")) for key in data["content"])
        text = _only(arrived, where, name)
        if text is ABSENT:
            return ABSENT
        return json.loads(text) if "json" in media else coerced(dialect, dialect.at(holder), text)
    schema = dialect.at(place.at("schema"))
    for each in alternatives(dialect, schema):
        raw = _raw(each, where, name, style, explode, arrived, claimed)
        if raw is not ABSENT:
            value = coerced(dialect, each, raw)
            if dialect.fits(each, value):
                return value
    return _only(arrived, where, name)


def read_query(
    dialect: Dialect,
    schema: Schema,
    name: str,
    encoding: dict[str, Any],
    arrived: Arrived,
    claimed: set[str],
    as_json: bool,
) -> Any:
    """Return the value of a field of a form; ABSENT where it did not come."""
    if as_json:
        text = _only(arrived, "query", name)
        return text if text is ABSENT else json.loads(text)
    style = encoding.get("style", "form")
    explode = encoding.get("explode", style in ("form", "deepObject"))
    for each in alternatives(dialect, schema):
        raw = _raw(each, "query", name, style, explode, arrived, claimed)
        if raw is not ABSENT and dialect.fits(each, value := coerced(dialect, each, raw)):
            return value
    return _only(arrived, "query", name)


def _only(arrived: Arrived, where: str, name: str) -> Any:
    """Return the whole text of a parameter."""
    if where == "header":
        return arrived.headers.get(name.lower(), ABSENT)
    if where == "path":
        return unquote(arrived.path[name]) if name in arrived.path else ABSENT
    pairs = arrived.query if where == "query" else arrived.cookies
    found = [value for key, value in pairs if key == name]
    arrived.taken.add(name)
    return unquote_plus(found[0]) if len(found) == 1 else (found or ABSENT)


def _raw(
    schema: dict[str, Any], where: str, name: str, style: str, explode: bool, arrived: Arrived, claimed: set[str]
) -> Any:
    """Return text, a list of texts or an object of texts: what a value of one kind would be on the wire."""
    kind = shape(schema)
    if where in ("query", "cookie"):
        pairs = arrived.query if where == "query" else arrived.cookies
        return _of_pairs(schema, kind, name, style, explode, pairs, arrived.taken, claimed)
    if where == "header":
        text = arrived.headers.get(name.lower(), ABSENT)
        return text if text is ABSENT or kind == "plain" else _split(text, kind, ",", explode, lambda each: each)
    text = arrived.path.get(name, ABSENT)
    if text is ABSENT:
        return ABSENT
    between = ","
    if style == "label":
        text, between = text[1:], "." if explode else ","
    elif style == "matrix":
        if explode and kind != "plain":
            pairs = [(unquote(key), value) for key, _, value in (each.partition("=") for each in text[1:].split(";"))]
            return [unquote(value) for _, value in pairs] if kind == "array" else {k: unquote(v) for k, v in pairs}
        text = text.partition("=")[2]
    return unquote(text) if kind == "plain" else _split(text, kind, between, explode, unquote)


def _split(text: str, kind: str, between: str, explode: bool, decode: Any) -> Any:
    members = text.split(between)
    if kind == "array":
        return [decode(each) for each in members]
    if explode:
        return {decode(key): decode(value) for key, _, value in (each.partition("=") for each in members)}
    return {decode(key): decode(value) for key, value in zip(members[::2], members[1::2], strict=False)}


def _of_pairs(
    schema: dict[str, Any],
    kind: str,
    name: str,
    style: str,
    explode: bool,
    pairs: Pairs,
    taken: set[str],
    claimed: set[str],
) -> Any:
    if style == "deepObject" and kind != "plain":
        found = [(key, value) for key, value in pairs if key.startswith(f"{name}[")]
        taken.update(key for key, _ in found)
        return _nested(name, found) if found else ABSENT
    if kind == "object" and explode and style == "form":
        known = schema.get("properties", {})
        free = schema.get("additionalProperties", not known) is not False
        inside: dict[str, Any] = {}
        for key, value in pairs:
            if key in known or (free and key not in claimed):
                decoded = unquote_plus(value)
                inside[key] = [*_as_list(inside[key]), decoded] if key in inside else decoded
                taken.add(key)
        return inside or ABSENT
    values = [value for key, value in pairs if key == name]
    if not values:
        return ABSENT
    taken.add(name)
    if kind == "plain":
        return unquote_plus(values[0]) if len(values) == 1 else ABSENT
    if explode or len(values) > 1:
        return [unquote_plus(each) for each in values]
    between = {"spaceDelimited": "%20|\\+", "pipeDelimited": "%7C|\\|"}.get(style, ",")
    return _split("\n".join(re.split(between, values[0])), kind, "\n", False, unquote_plus)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _nested(name: str, pairs: Pairs) -> Any:
    """Read name[a][b]=value; a list is an object whose keys are numbers, or repeats name[a][]."""
    whole: dict[str, Any] = {}
    for key, value in pairs:
        tokens = re.findall(r"\[([^\[\]]*)\]", key[len(name) :])
        at = whole
        for token in tokens[:-1]:
            at = at.setdefault(token, {})
        at[tokens[-1] if tokens[-1] else str(len(at))] = unquote_plus(value)
    return whole


def shape(schema: dict[str, Any]) -> str:
    """Say what a schema's values look like on the wire: array, object or plain."""
    kinds = [each for each in schema.get("type", ()) if each != "null"]
    if "array" in kinds or (not kinds and "items" in schema):
        return "array"
    spoken = not kinds and schema.keys() & {"properties", "additionalProperties"}
    return "object" if "object" in kinds or spoken else "plain"


def alternatives(dialect: Dialect, schema: Schema, depth: int = 0) -> list[dict[str, Any]]:
    """Return what a schema may be, without references, allOf and anyOf."""
    if not isinstance(schema, dict) or depth > 12:
        return [{}]
    own = {key: value for key, value in schema.items() if key not in ("$ref", "allOf", "anyOf")}
    found = [own]
    parts = [dialect.target(schema["$ref"])] if "$ref" in schema else []
    for part in [*parts, *schema.get("allOf", ())]:
        inner = alternatives(dialect, part, depth + 1)
        found = [merged(one, other) for one in found for other in inner]
    if "anyOf" in schema:
        inner = [each for part in schema["anyOf"] for each in alternatives(dialect, part, depth + 1)]
        found = [merged(one, other) for one in found for other in inner]
    several = [{**each, "type": [kind]} for each in found for kind in each.get("type", ())]
    return several + [each for each in found if "type" not in each]


def coerced(dialect: Dialect, schema: Schema, raw: Any) -> Any:
    """Return the value that text stands for, by its schema: the text itself where it fits, else a JSON literal."""
    known = alternatives(dialect, schema)
    for each in known:
        value = _coerced(dialect, each, raw)
        if len(known) == 1 or dialect.fits(each, value):
            return value
    return raw


def _coerced(dialect: Dialect, schema: dict[str, Any], raw: Any) -> Any:
    if isinstance(raw, dict) and shape(schema) == "array":
        raw = list(raw.values())
    if isinstance(raw, dict):
        known = schema.get("properties", {})
        more = schema.get("additionalProperties", True)
        return {key: coerced(dialect, known.get(key, more), value) for key, value in raw.items()}
    if isinstance(raw, list):
        first, rest = schema.get("prefixItems", []), schema.get("items", True)
        return [coerced(dialect, first[at] if at < len(first) else rest, each) for at, each in enumerate(raw)]
    if shape(schema) == "array" and not _is_json(raw, list):
        return [coerced(dialect, schema.get("items", True), raw)]
    if shape(schema) == "plain" and (schema.get("type") == ["string"] or dialect.fits(schema, raw)):
        return raw
    try:
        return json.loads(raw)
    except ValueError:
        return raw


def _is_json(raw: str, kind: type) -> bool:
    try:
        return isinstance(json.loads(raw), kind)
    except ValueError:
        return False
