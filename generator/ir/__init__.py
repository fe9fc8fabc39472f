"""The intermediate representation: what an API offers, free of OpenAPI's wording and of Python's.

The front end makes an `Api`, the back end sees nothing else. Frozen values, tuples, no methods. Every `name` is a
Python name, settled once by `names`; every `wire` is the text that travels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..data import Json
from ..report import Location


@dataclass(frozen=True, slots=True)
class Scalar:
    """A leaf type: string, integer, number, boolean, null, date, date-time, unix-time, decimal, uuid, bytes."""

    name: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A class or alias of the models package."""

    model: str


@dataclass(frozen=True, slots=True)
class Literal:
    """An enumeration of constants. Readers keep a value that is not listed."""

    values: tuple[bool | int | str | None, ...]


@dataclass(frozen=True, slots=True)
class Array:
    item: Type


@dataclass(frozen=True, slots=True)
class Map:
    """A JSON object with free keys."""

    value: Type


@dataclass(frozen=True, slots=True)
class Union:
    members: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class Anything:
    """Any JSON value."""


Type = Scalar | Ref | Literal | Array | Map | Union | Anything


@dataclass(frozen=True, slots=True)
class ServerVariable:
    name: str
    wire: str
    default: str
    values: tuple[str, ...]
    doc: str


@dataclass(frozen=True, slots=True)
class Server:
    """A base URL, a template when it has variables (OpenAPI 3.1, 4.8.5)."""

    url: str
    doc: str
    variables: tuple[ServerVariable, ...]
    at: Location


@dataclass(frozen=True, slots=True)
class Credential:
    """A secret of the user: the argument of the client that takes it, and the environment variable it defaults to."""

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
    credential. basic: the two credentials sent as HTTP Basic, or
    nothing. headers: more headers, with the same placeholders. value, ttl: JSON pointers into the answer
    (ttl in seconds; "" when the answer does not say). place, wire, prefix: where the token is sent.
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


Auth = ApiKey | Basic | Bearer | Token


@dataclass(frozen=True, slots=True)
class Param:
    """place: path, query, header or cookie. style and explode as in OpenAPI 3.1, 4.8.12; content: a media type when the
    value is serialized whole, else ""."""

    name: str
    wire: str
    place: str
    type: Type
    required: bool
    default: Json
    style: str
    explode: bool
    allow_reserved: bool
    content: str
    deprecated: bool
    doc: str
    schema: Mapping[str, Json]
    at: Location


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a form or multipart body whose encoding the document states."""

    wire: str
    content: str
    style: str
    explode: bool
    binary: bool


@dataclass(frozen=True, slots=True)
class Body:
    """kind: json, form, multipart, binary or text."""

    kind: str
    media: str
    type: Type
    required: bool
    parts: tuple[Part, ...]
    doc: str
    schema: Json
    at: Location


@dataclass(frozen=True, slots=True)
class Returns:
    """A successful answer. kind: json, text, bytes, stream or none; status: a code, a range like 2XX, or default.

    media: the type that is read; offers: every type documented.
    """

    kind: str
    media: str
    offers: tuple[str, ...]
    status: str
    type: Type
    doc: str
    schema: Json
    at: Location


@dataclass(frozen=True, slots=True)
class Failure:
    """A documented error. status: a code, a range like 4XX, or default."""

    status: str
    type: Type
    doc: str
    schema: Json
    at: Location


@dataclass(frozen=True, slots=True)
class ErrorWhen:
    """An error inside a successful answer: the value at a JSON pointer equals a constant."""

    pointer: str
    equals: Json
    type: Type


@dataclass(frozen=True, slots=True)
class Pages:
    """Numbered pages. page, size: Python names of parameters; items, total: attributes of the page, outermost first."""

    page: str
    size: str
    default_size: int
    start: int
    items: tuple[str, ...]
    total: tuple[str, ...]
    item: Type


@dataclass(frozen=True, slots=True)
class Offset:
    """Windows of a list: offset and size are Python names of parameters."""

    offset: str
    size: str
    default_size: int
    items: tuple[str, ...]
    total: tuple[str, ...]
    item: Type


@dataclass(frozen=True, slots=True)
class Cursor:
    """The page names a cursor that the next request sends in a parameter."""

    cursor: str
    next: tuple[str, ...]
    items: tuple[str, ...]
    item: Type


@dataclass(frozen=True, slots=True)
class Link:
    """The page names the URL of the next one."""

    next: tuple[str, ...]
    items: tuple[str, ...]
    item: Type


Paging = Pages | Offset | Cursor | Link


@dataclass(frozen=True, slots=True)
class Operation:
    """auth: alternatives, each a set of schemes sent together; an empty set means that none is needed.

    scopes: `scheme: scope`, of all alternatives. statuses: every one documented, with a body or not. sunset: the day on
    which the operation is to end (x-sunset), or "".
    """

    name: str
    id: str
    method: str
    path: str
    summary: str
    doc: str
    deprecated: bool
    sunset: str
    params: tuple[Param, ...]
    bodies: tuple[Body, ...]
    returns: tuple[Returns, ...]
    errors: tuple[Failure, ...]
    statuses: tuple[str, ...]
    paging: Paging | None
    error_when: ErrorWhen | None
    auth: tuple[tuple[str, ...], ...]
    scopes: tuple[str, ...]
    idempotent: bool
    servers: tuple[Server, ...]
    at: Location


@dataclass(frozen=True, slots=True)
class Resource:
    """The operations of one tag. name: attribute of the client; class_name: its class."""

    name: str
    class_name: str
    doc: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    wire: str
    at: Location


@dataclass(frozen=True, slots=True)
class Model:
    """A named schema, as normalized JSON Schema (2020-12). module: the file its class goes into.

    given: whether the document or provider.toml gives the name; else it is made from the schema's place.
    """

    name: str
    given: bool
    module: str
    schema: Mapping[str, Json] | bool
    fields: tuple[Field, ...]
    doc: str
    at: Location


@dataclass(frozen=True, slots=True)
class Webhook:
    """A request that the API sends to its user. schema: of its JSON body; a class, or anything."""

    name: str
    method: str
    schema: Json
    at: Location


@dataclass(frozen=True, slots=True)
class Api:
    """package, client_name: the names a user imports."""

    name: str
    title: str
    version: str
    package: str
    client_name: str
    doc: str
    servers: tuple[Server, ...]
    auth: tuple[Auth, ...]
    resources: tuple[Resource, ...]
    webhooks: tuple[Webhook, ...]
    models: tuple[Model, ...]
