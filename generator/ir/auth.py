"""Authentication: how a scheme of a document is spoken. Each kind has scheme, its name; doc; and at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..report import Location


@dataclass(frozen=True, slots=True)
class Credential:
    """What a user gives. name: the argument of the client; env: the environment variable it defaults to, or ""."""

    name: str
    env: str


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A secret sent as it is. place: header, query or cookie."""

    scheme: str
    key: Credential
    place: str
    wire: str
    doc: str
    at: Location


@dataclass(frozen=True, slots=True)
class Basic:
    """HTTP Basic (RFC 7617)."""

    scheme: str
    username: Credential
    password: Credential
    doc: str
    at: Location


@dataclass(frozen=True, slots=True)
class Bearer:
    """A token in the Authorization header after a prefix (RFC 6750)."""

    scheme: str
    token: Credential
    prefix: str
    doc: str
    at: Location


@dataclass(frozen=True, slots=True)
class Token:
    """A token fetched with credentials, sent until it expires.

    url: relative to the server or absolute. media: of the request. body: its fields, `{name}` standing for a
    credential. basic: the two credentials sent as HTTP Basic, or nothing. headers: more headers, with the same
    placeholders. value, ttl: JSON pointers into the answer (ttl in seconds; "" when the answer does not say). place,
    wire, prefix: where the token is sent. scope: the field of the body that takes the scopes, or "".
    """

    scheme: str
    credentials: tuple[Credential, ...]
    url: str
    media: str
    body: Mapping[str, str]
    basic: tuple[str, ...]
    headers: Mapping[str, str]
    value: str
    ttl: str
    place: str
    wire: str
    prefix: str
    doc: str
    at: Location
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate of the client, shown when the connection is made (mutualTLS): no request carries anything of it."""

    scheme: str
    doc: str
    at: Location


@dataclass(frozen=True, slots=True)
class Other:
    """A scheme that a function of the user speaks, given each request. kind: what it is, in words like `http digest`.

    hook: the argument that takes the function; it has no environment variable.
    """

    scheme: str
    hook: Credential
    kind: str
    doc: str
    at: Location


Auth = ApiKey | Basic | Bearer | Token | Certificate | Other
