"""One call of an operation -> the request on the wire. No I/O."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, NoReturn
from urllib.parse import parse_qsl, urlsplit

from .address import names_host, origin, resolve, with_query, without_params
from .auth import Alternatives, Placed
from .body import FORM, Body
from .errors import Answer, InvalidArgument, refuse_pickle
from .failures import Failures
from .moments import NaiveDatetimes, settle_all
from .params import percent
from .secret import SHOWN, Hidden, redact
from .shapes import EMPTY
from .signing import AsyncSigner, Covered, Outgoing, Signer
from .styles import check_name, check_value, cookie_pairs, expand, header_lines, query_string

_NO_ERRORS = Failures()


class Request(NamedTuple):
    """A call of an operation. template: its path with placeholders; querystring: the whole query, written as a body;
    server: the documented URL of its own one, or "".

    scopes: what a fetched token is to be good for, by scheme. idempotent None: as the method says. idempotency: the
    header that takes an idempotency key, or "".
    """

    method: str
    template: str
    path: Mapping[str, object] = EMPTY
    query: Mapping[str, object] = EMPTY
    headers: Mapping[str, object] = EMPTY
    cookies: Mapping[str, object] = EMPTY
    querystring: Body | None = None
    body: Body | None = None
    auth: Alternatives = ()
    scopes: Mapping[str, str] = EMPTY
    errors: Failures = _NO_ERRORS
    idempotent: bool | None = None
    server: str = ""
    idempotency: str = ""
    target: str = ""
    """An absolute URL that replaces path and query: the link of a next page."""

    def __repr__(self) -> str:
        return f"Request({self.operation})"

    @property
    def operation(self) -> str:
        """How messages name it."""
        return f"{self.method} {self.template}"


class Wire(NamedTuple):
    """A request as it is sent, or will be when credentials are added. Its repr shows where it goes, and no more.

    known: the secrets that its URL may hold, where a server gave it.
    """

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    cookies: tuple[str, ...]
    body: Body | None
    credentials: tuple[Placed, ...] = ()
    signers: tuple[Signer | AsyncSigner, ...] = ()
    known: Iterable[Hidden] = ()

    def __repr__(self) -> str:
        return f"Wire({self.method} {'{}://{}:{}'.format(*origin(self.url))})"

    def __reduce__(self) -> NoReturn:
        refuse_pickle("a request")

    @property
    def shown_url(self) -> str:
        """The URL with the credentials of its query, and those that a server wrote into it, replaced."""
        query = "&".join(f"{percent(each.wire)}={percent(SHOWN)}" for each in self.credentials if each.place == "query")
        return with_query(redact(self.url, self.known) if self.known else self.url, query)

    @property
    def full_url(self) -> str:
        """The URL with the credentials of its query."""
        pairs = [f"{percent(p.wire)}={percent(p.text.reveal())}" for p in self.credentials if p.place == "query"]
        return with_query(self.url, "&".join(pairs))

    @property
    def full_headers(self) -> list[tuple[bytes, bytes]]:
        """All headers as bytes: credentials replace a header of the same name."""
        placed = {p.wire.lower(): (p.wire, p.text.reveal()) for p in self.credentials if p.place == "header"}
        lines = [line for line in self.headers if line[0].lower() not in placed] + list(placed.values())
        cookies = [*self.cookies]
        cookies += [f"{p.wire}={p.text.reveal()}" for p in self.credentials if p.place == "cookie"]
        if cookies:
            lines.append(("Cookie", "; ".join(cookies)))
        return [(name.encode("ascii"), value.encode("utf-8")) for name, value in lines]

    def outgoing(self, challenge: str) -> Outgoing:
        """Return the request as a signer sees it."""
        headers: dict[str, str] = {}
        for name, value in self.full_headers:
            key, text = name.decode("ascii").lower(), value.decode("utf-8")
            headers[key] = f"{headers[key]}, {text}" if key in headers else text
        body = self.body
        content = b"" if body is None else body.content if body.stream is None else body.stream
        return Outgoing(self.method, self.full_url, headers, content, challenge)


def prepare(request: Request, base: str, defaults: Mapping[str, str], body: Body | None) -> Wire:
    """Write the request, without credentials. defaults: headers of the client by lower-case name."""
    url = request.target or with_query(base.rstrip("/") + expand(request.template, request.path), _query(request))
    own = header_lines(request.headers)
    taken = {name.lower() for name, _ in own}
    lines = [(name, value) for name, value in defaults.items() if name not in taken] + own
    if body is not None:
        if not any(name.lower() == "content-type" for name, _ in lines):
            lines.append(("Content-Type", check_value("Content-Type", body.media)))
        if body.stream is not None:
            lines.append(("Content-Length", str(body.length)) if body.length >= 0 else ("Transfer-Encoding", "chunked"))
    return Wire(request.method, url, tuple(lines), tuple(cookie_pairs(request.cookies)), body)


def _query(request: Request) -> str:
    """Write the query: its parameters, and the one that is all of it."""
    parts = [query_string(request.query)]
    if (whole := request.querystring) is not None:
        text = whole.content.decode("utf-8")
        parts.append(text if whole.media == FORM else percent(text))
    return "&".join(each for each in parts if each)


def settle_times(request: Request, rule: NaiveDatetimes) -> Request:
    """Settle the datetimes without an offset in parameters and body. Raises InvalidArgument where they are refused."""
    changed: dict[str, Any] = {}
    for name in ("path", "query", "headers", "cookies"):
        given = getattr(request, name)
        if given and (found := settle_all(given, rule)) is not given:
            changed[name] = found
    for name in ("body", "querystring"):
        given = getattr(request, name)
        if given and given.settle:
            changed[name] = given.settle(rule)
    return request._replace(**changed) if changed else request


def extended(request: Request, query: Mapping[str, object], rule: NaiveDatetimes) -> Request:
    """Add parameters to the query; to a URL that replaces it, those that it does not hold."""
    if not request.target:
        return request._replace(query={**request.query, **query})
    there = {name for name, _ in parse_qsl(urlsplit(request.target).query, keep_blank_values=True)}
    more = settle_all({name: value for name, value in query.items() if name not in there}, rule)
    return request._replace(target=with_query(request.target, query_string(more)))


def authorize(wire: Wire, credentials: tuple[Placed, ...]) -> Wire:
    """Add credentials. Refuses one that would break the request, without showing it."""
    for each in credentials:
        if each.place == "header" and _broken(check_name(each.wire), each):
            raise InvalidArgument(f"the credential for header {each.wire} holds a control character")
        if each.place == "cookie" and (_broken(each.wire, each) or ";" in each.text.reveal()):
            raise InvalidArgument(f"the credential for cookie {each.wire} holds a semicolon or a control character")
    names = frozenset(percent(each.wire) for each in credentials if each.place == "query")
    url = without_params(wire.url, names) if names and "?" in wire.url else wire.url
    return wire._replace(url=url, credentials=credentials)


def sign(wire: Wire, headers: Covered | None) -> Wire:
    """Add the headers that a signer returned; of a value in two words the second is a secret by itself."""
    if headers is None:
        raise InvalidArgument("a function that signs requests has to return a mapping of headers")
    added = (Placed("header", name, text, (Hidden(text.reveal().partition(" ")[2]),)) for name, text in headers)
    return authorize(wire, (*wire.credentials, *added))


def _broken(name: str, placed: Placed) -> bool:
    try:
        check_value(name, placed.text.reveal())
    except InvalidArgument:
        return True
    return not placed.text.sound


_HARMLESS = frozenset({"accept", "accept-encoding", "user-agent"})


def redirected(wire: Wire, answer: Answer, known: Iterable[Hidden]) -> Wire | None:
    """Return the request that follows a redirect; None when it is not followed.

    Only GET and HEAD are. To another origin go no credential, cookie or header but the harmless ones; parameters that
    carry credentials are dropped from its query too.
    """
    if answer.status not in (301, 302, 303, 307, 308) or wire.method not in ("GET", "HEAD"):
        return None
    location = answer.headers.get("location", "")
    target = resolve(wire.url, location) if location else ""
    if not names_host(target):
        return None
    names = frozenset(percent(each.wire) for each in wire.credentials if each.place == "query")
    target = without_params(target, names)
    if origin(target) == origin(wire.url):
        return wire._replace(url=target, known=known)
    headers = tuple(line for line in wire.headers if line[0].lower() in _HARMLESS)
    return wire._replace(url=target, headers=headers, cookies=(), credentials=(), signers=(), known=known)
