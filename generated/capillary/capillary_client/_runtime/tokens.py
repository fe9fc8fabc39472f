"""Fetched tokens: what to ask, what to read from the answer, and how long it serves. No I/O.

A token is fetched by one call at a time; the others wait for it, and fail as it fails. It is renewed a while before it
expires, and once more when a server refuses it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import inf
from typing import Any, NamedTuple

from .auth import Placed, Token, basic, filled, prefixed
from .body import Body, form_body, json_body
from .errors import Answer, Error
from .pointer import NOTHING, find
from .secret import Hidden
from .shapes import is_mapping

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_CODES = (
    "invalid_request",
    "invalid_client",
    "invalid_grant",
    "unauthorized_client",
    "unsupported_grant_type",
    "invalid_scope",
)
_SHOWN = ("content-type", "date", "request-id", "retry-after", "www-authenticate", "x-correlation-id", "x-request-id")


class Fetched(NamedTuple):
    """A token and the time of the client's clock from which it is renewed."""

    text: Hidden
    renew_at: float


class TokenStore:
    """The tokens of one scheme, one for each set of scopes. Written by whoever holds the lock that the transport keeps
    for this store.

    failed: scopes -> why the last attempt to fetch their token came to nothing; each attempt has an error of its own.
    """

    __slots__ = ("__weakref__", "failed", "fetched", "scheme")

    def __init__(self, scheme: Token) -> None:
        self.scheme = scheme
        self.fetched: dict[str, Fetched] = {}
        self.failed: dict[str, Error] = {}

    def usable(self, scopes: str, now: float, refused: Hidden | None) -> Hidden | None:
        """Return the token for these scopes unless it is due, or is the one that the server refused."""
        current = self.fetched.get(scopes)
        if current is None or now >= current.renew_at or current.text == refused:
            return None
        return current.text

    def placed(self, text: Hidden) -> Placed:
        return prefixed(self.scheme.place, self.scheme.wire, self.scheme.prefix, text)


def ordered(scopes: str) -> str:
    """Return scopes in one order, each once: how a store knows them.

    >>> ordered("write read write")
    'read write'
    """
    return " ".join(sorted(set(scopes.split())))


def token_body(scheme: Token, scopes: str) -> tuple[Body | None, tuple[Hidden, ...]]:
    """Write the body of the request for a token; also return the secrets that went in."""
    secrets = {name: filled(source) for name, source in scheme.credentials.items()}
    fields = _fill(scheme.body, secrets)
    if scheme.scope and scopes:
        fields[scheme.scope] = scopes
    if not fields:
        return None, tuple(secrets.values())
    body = json_body(fields, scheme.media) if "json" in scheme.media else form_body(fields)
    return body, tuple(secrets.values())


def _fill(value: Any, secrets: Mapping[str, Hidden]) -> Any:
    if isinstance(value, str):
        return _PLACEHOLDER.sub(lambda m: secrets[m[1]].reveal() if m[1] in secrets else m[0], value)
    if is_mapping(value):
        return {key: _fill(item, secrets) for key, item in value.items()}
    return value


def token_credentials(scheme: Token) -> tuple[Placed, ...]:
    """Return the credentials that the request for a token carries outside its body: HTTP Basic, headers."""
    secrets = {name: filled(source) for name, source in scheme.credentials.items()}
    found = [Placed("header", name, Hidden(_fill(text, secrets))) for name, text in scheme.headers.items()]
    if scheme.basic:
        username, password = (secrets[name] for name in scheme.basic)
        found.append(basic(username, password, encode=True))
    return tuple(found)


def read_token(scheme: Token, answer: Answer, now: float) -> Fetched | None:
    """Read the token from the answer; None when it is not there.

    It is renewed 60 seconds, or a tenth of its life if that is less, before it expires. One without a lifetime serves
    until it is refused; one whose lifetime is 0, less or no number serves the call that fetched it.
    """
    from pydantic_core import from_json

    try:
        data = from_json(answer.content)
    except ValueError:
        return None
    text = find(data, scheme.value)
    if not isinstance(text, str) or not text:
        return None
    said = find(data, scheme.ttl) if scheme.ttl else NOTHING
    if said is NOTHING or said is None:
        return Fetched(Hidden(text), inf)
    life = _seconds(said)
    return Fetched(Hidden(text), now + life - min(60.0, life / 10))


def told(answer: Answer) -> Answer:
    """Return what may be shown of the answer to a request for a token: no text of its body but the code of an error
    (RFC 6749, 5.2), and of its headers those that hold no token."""
    from pydantic_core import from_json, to_json

    try:
        code = find(from_json(answer.content), "/error")
    except ValueError:
        code = None
    content = to_json({"error": code}) if isinstance(code, str) and code in _CODES else b""
    headers = {name: value for name, value in answer.headers.items() if name.lower() in _SHOWN}
    return Answer(answer.status, headers, content, answer.url)


def _seconds(value: object) -> float:
    """Read a lifetime; 0 for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return 0.0
    try:
        seconds = float(value)
    except (ValueError, OverflowError):
        return 0.0
    return seconds if 0 < seconds < inf else 0.0
