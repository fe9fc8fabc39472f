"""A request's parameters -> its path, query, headers and cookies (the table of OpenAPI 3.1, 4.8.12.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from .errors import InvalidArgument
from .params import Omit, Plain, Styled, absent, flat, joined, percent, plain

_RESERVED = ":/?[]@!$'()*,;%"
"""What allowReserved leaves alone: reserved characters except those that would end or split a query (# & + =), and what
is encoded already."""

_LITERAL = "/:@!$&'()*+,;=%-._~"
"""What a path template keeps as it is written."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\ud800-\udfff]")


def _settle(value: object, style: str) -> tuple[Plain, str, bool, str]:
    """Take a value apart: what to write, style, explode, characters left alone."""
    if not isinstance(value, Styled):
        return plain(value), style, style == "form", ""
    if value.json:
        from .dump import dump_json

        return dump_json(value.value).decode(), style, False, ""
    chosen = value.style or style
    explode = (chosen in ("form", "cookie", "deepObject")) if value.explode is None else value.explode
    return plain(value.value), chosen, explode, _RESERVED if value.allow_reserved else ""


def expand(template: str, values: Mapping[str, object]) -> str:
    """Fill a path template. Refuses an empty value and a segment that a server would take for `.` or `..`."""

    begin, places = _places(template)
    path = begin
    for name, following in places:
        if name not in values:
            raise InvalidArgument(f"{template}: no value for {name}")
        path += _path_value(name, values[name]) + following
    for segment in path.split("?")[0].split("/"):
        if segment.lower().replace("%25", "%").replace("%2e", ".") in (".", ".."):
            raise InvalidArgument(f"{template}: a segment of the path may not be {segment!r}")
    return path


@lru_cache(1024)
def _places(template: str) -> tuple[str, list[tuple[str, str]]]:
    """Take a path template apart: what is before its placeholders, and each of them with what follows it, encoded."""
    begin, *rest = _PLACEHOLDER.split(template)
    literals = [begin, *rest[1::2]]
    written = [*(percent(each, _LITERAL) for each in literals[:-1]), percent(literals[-1], _LITERAL + "?")]
    return written[0], list(zip(rest[::2], written[1:], strict=True))


def _path_value(name: str, given: object) -> str:
    if absent(given):
        raise InvalidArgument(f"the path parameter {name} may not be left out")
    value, style, explode, safe = _settle(given, "simple")
    if not value or value == [""]:
        raise InvalidArgument(f"the path parameter {name} may not be empty")
    safe = safe.replace("/", "").replace("?", "")
    if style == "label":
        return "." + joined(value, "." if explode else ",", explode, safe)
    if style == "matrix":
        return _matrix(percent(name), value, explode, safe)
    return joined(value, ",", explode, safe)


def _matrix(name: str, value: Plain, explode: bool, safe: str) -> str:
    if explode and isinstance(value, list):
        return "".join(f";{name}={percent(flat(item), safe)}" for item in value)
    if explode and isinstance(value, dict):
        return "".join(f";{percent(key)}={percent(flat(item), safe)}" for key, item in value.items())
    return f";{name}={joined(value, ',', False, safe)}"


def query_string(values: Mapping[str, object]) -> str:
    """Write a query, percent-encoded, without the question mark."""
    pairs = (pair for name, value in values.items() if not absent(value) for pair in query_pairs(name, value))
    return "&".join(f"{name}={value}" for name, value in pairs)


def query_pairs(name: str, given: object) -> Iterator[tuple[str, str]]:
    """Write one parameter as encoded pairs: none for an empty list, several for an exploded one."""
    value, style, explode, safe = _settle(given, "form")
    wire = percent(name, "[]")
    if isinstance(value, str):
        yield wire, percent(value, safe)
    elif style == "deepObject":
        yield from _deep(wire, value, safe)
    elif explode and isinstance(value, list):
        for item in value:
            yield wire, percent(flat(item), safe)
    elif explode and isinstance(value, dict):
        for key, item in value.items():
            yield from (
                query_pairs(key, item)
                if isinstance(plain(item), list)
                else [(percent(key, "[]"), percent(flat(item), safe))]
            )
    elif value:
        between = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}.get(style, ",")
        yield wire, joined(value, between, False, safe)


def _deep(name: str, value: Plain, safe: str) -> Iterator[tuple[str, str]]:
    """Write name[key][0]=value, however deep."""
    if isinstance(value, str):
        yield name, percent(value, safe)
        return
    members: Any = enumerate(value) if isinstance(value, list) else value.items()
    for key, item in members:
        yield from _deep(f"{name}[{percent(str(key))}]", plain(item), safe)


def header_lines(values: Mapping[str, object]) -> list[tuple[str, str]]:
    """Write headers, style simple, not percent-encoded. Refuses names and values that would break the request."""
    lines: list[tuple[str, str]] = []
    for name, given in values.items():
        if absent(given):
            continue
        value, _, explode, _ = _settle(given, "simple")
        lines.append((check_name(name), check_value(name, _unquoted(value, explode))))
    return lines


def _unquoted(value: Plain, explode: bool) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ",".join(flat(item) for item in value)
    return ",".join(f"{key}{'=' if explode else ','}{flat(item)}" for key, item in value.items())


def is_token(text: object) -> bool:
    """Say whether a value may be a method or the name of a header (RFC 9110, 5.6.2)."""
    return isinstance(text, str) and _TOKEN.fullmatch(text) is not None


def check_name(name: str) -> str:
    """Return a header's name; refuse one that is not a token (RFC 9110, 5.1)."""
    if not is_token(name):
        raise InvalidArgument(f"{name!r} is not the name of a header")
    return name


def check_value(name: str, value: str) -> str:
    """Return a header's value without outer blanks; refuse control characters. The message does not hold the value."""
    if _FORBIDDEN.search(value):
        raise InvalidArgument(f"the value of header {name} holds a control character or a lone surrogate")
    return value.strip(" \t")


def cookie_pairs(values: Mapping[str, object]) -> list[str]:
    """Write cookies, name=value each: percent-encoded in the style form, as they are in the style cookie."""
    pairs: list[str] = []
    for name, given in values.items():
        if not isinstance(given, Omit) and given is not None:
            plainly = isinstance(given, Styled) and given.style == "cookie"
            written = _cookies(name, given) if plainly else query_pairs(name, given)
            pairs += [f"{key}={value}" for key, value in written]
    return pairs


def _cookies(name: str, given: object) -> Iterator[tuple[str, str]]:
    """Write a parameter of the style cookie (OpenAPI 3.2, 4.12.3). Refuses what would end or split a cookie."""
    value, _, explode, _ = _settle(given, "cookie")
    if not explode or isinstance(value, str):
        members: list[tuple[str, str]] = [(name, _unquoted(value, False))]
    elif isinstance(value, list):
        members = [(name, flat(item)) for item in value]
    else:
        members = [(key, flat(item)) for key, item in value.items()]
    for key, text in members:
        if ";" in f"{key}{text}" or "=" in key or _FORBIDDEN.search(f"{key}{text}"):
            raise InvalidArgument(f"the cookie {name} holds a semicolon or a control character")
        yield key, text
