"""Operations: what can be called, with parameters, bodies, answers and pages; and what the API calls itself."""

from __future__ import annotations

from dataclasses import dataclass

from ..data import Json
from ..report import Location
from .contents import Answer, Body, Header, Part
from .naming import Former
from .types import Type


@dataclass(frozen=True, slots=True)
class ServerVariable:
    name: str
    wire: str
    default: str
    values: tuple[str, ...]
    doc: str


@dataclass(frozen=True, slots=True)
class Server:
    """A base URL, a template when it has variables (OpenAPI 3.1, 4.8.5). name: what the document calls it, or ""."""

    url: str
    doc: str
    variables: tuple[ServerVariable, ...]
    at: Location
    name: str = ""


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter. place: path, query, querystring (all of the query), header or cookie. style and explode as in
    OpenAPI 3.2, 4.12; content: a media type when the value is serialized whole, else "". example: a value the document
    shows, or none. parts: the fields of a query string that is a form.

    first: what the pages begin with where a caller says nothing, else none. hidden: the pages set it alone.
    """

    name: str
    wire: str
    place: str
    type: Type
    required: bool
    default: Json
    example: Json
    style: str
    explode: bool
    allow_reserved: bool
    content: str
    deprecated: bool
    doc: str
    first: int | None
    hidden: bool
    at: Location
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class ErrorWhen:
    """An error inside a successful answer: the value at a JSON pointer equals a constant."""

    pointer: str
    equals: Json
    type: Type


@dataclass(frozen=True, slots=True)
class Pages:
    """Numbered pages. page, size: wire names of query parameters; page may be a JSON pointer into the body. items,
    total, count, more: attributes of the page, outermost first: its items, how many pages and items there are, whether
    more follows.

    start: the number of the first page; default_size: items of a page where a caller says nothing, 0 when not known.
    """

    page: str
    size: str
    default_size: int
    start: int
    items: tuple[str, ...]
    total: tuple[str, ...]
    item: Type
    count: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offset:
    """Windows of a list. offset: as page in Pages. total: how many items there are. start: the offset of the first
    item; the rest as in Pages."""

    offset: str
    size: str
    default_size: int
    items: tuple[str, ...]
    total: tuple[str, ...]
    item: Type
    start: int = 0
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cursor:
    """The page holds at `next`, or its last item at `last`, or its header `header`, what the next request sends.

    cursor, more: as page and more in Pages. last: None where the last item does not hold it; header: "" where no header
    does."""

    cursor: str
    next: tuple[str, ...]
    items: tuple[str, ...]
    item: Type
    last: tuple[str, ...] | None = None
    more: tuple[str, ...] = ()
    header: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """The page holds at `next` the URL of the next one; () for the Link header (RFC 8288)."""

    next: tuple[str, ...]
    items: tuple[str, ...]
    item: Type


Paging = Pages | Offset | Cursor | Link


@dataclass(frozen=True, slots=True)
class Callback:
    """A request that the API sends because of an operation. expression: where to, as a runtime expression (OpenAPI 3.1,
    4.8.20). The rest as in Webhook."""

    name: str
    expression: str
    method: str
    doc: str
    body: Body | None
    at: Location
    event: str = ""
    headers: tuple[Header, ...] = ()
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Webhook:
    """A request that the API sends to its user by itself.

    event: what it is called where it is read, another one for each webhook and callback. headers: what is said of those
    that come with it. signed: whether as Standard Webhooks writes it.
    """

    name: str
    method: str
    doc: str
    body: Body | None
    at: Location
    event: str = ""
    headers: tuple[Header, ...] = ()
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """How a request that comes says which event it is: by the value of a property of its body or of a header.

    place: body, header, or "" where there is one event, or all are read alike. wire: of the property or header.
    values: value -> event.
    """

    place: str
    wire: str
    values: tuple[tuple[str | int, str], ...]


@dataclass(frozen=True, slots=True)
class Signing:
    """What a receiver needs for signatures. env: variable with the secret, or "". tolerance: seconds that a message may
    be old."""

    env: str = ""
    tolerance: int = 300


USUAL_SIGNING = Signing()


@dataclass(frozen=True, slots=True)
class Choice:
    """A media type that a caller may ask for, and the type of what comes then."""

    media: str
    type: Type


@dataclass(frozen=True, slots=True)
class Streaming:
    """The second way of an operation whose successes come as a whole or as a stream. type: of the stream.

    flag: the place of the boolean `stream` that asks for it: "body", "query", or "" where the media type alone does.
    """

    type: Type
    flag: str


@dataclass(frozen=True, slots=True)
class Operation:
    """A call. answers: the successes, errors: the rest, both with or without a body. result: the type of what its
    method returns, over all successes. choices: the media types of successes, where they make a difference.
    streaming: says that it returns a stream where a caller asks for that; result and choices are of the other way.

    auth: alternatives, each a set of schemes sent together; an empty set means that none is needed. scopes: `scheme:
    scope`, of all alternatives. asks: schemes that fetch a token, each with the scopes it is fetched for, as one text.
    sunset: the day on which the operation is to end (x-sunset), or "". idempotency: the header that takes a key by
    which the API knows a request that it was sent before, or ""; a key goes with every call. given_way: name -> what
    the argument is called that would have it, were it not the name of a field of the body.
    former: the names that it had, which still work.
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
    body: Body | None
    answers: tuple[Answer, ...]
    errors: tuple[Answer, ...]
    result: Type
    choices: tuple[Choice, ...]
    paging: Paging | None
    error_when: ErrorWhen | None
    auth: tuple[tuple[str, ...], ...]
    scopes: tuple[str, ...]
    idempotent: bool
    servers: tuple[Server, ...]
    callbacks: tuple[Callback, ...]
    at: Location
    asks: tuple[tuple[str, str], ...] = ()
    streaming: Streaming | None = None
    idempotency: str = ""
    given_way: tuple[tuple[str, str], ...] = ()
    former: tuple[Former, ...] = ()


@dataclass(frozen=True, slots=True)
class Resource:
    """Operations that belong together. name: the way to them from the client, `checkout.sessions` for what is within
    `checkout`; class_name: their class. One that only leads to others, or to former names, has no operations."""

    name: str
    class_name: str
    doc: str
    operations: tuple[Operation, ...]
