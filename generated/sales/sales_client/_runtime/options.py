"""Settings of a client and of a call: what a user may pass, and the frozen value it becomes."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

from . import _http, checks
from .checks import seconds
from .errors import InvalidArgument
from .moments import NaiveDatetimes
from .quiet import quiet
from .retry import Retry
from .shapes import EMPTY, is_dict

if TYPE_CHECKING:
    from pathlib import Path
    from ssl import SSLContext

    from .errors import Mismatch
    from .hooks import RequestInfo, ResponseInfo
    from .seams import Seams

MismatchHook = Callable[["Mismatch", str], object]
"""Called for each place of an answer that is not as its type says, with the operation's method and path template.

One with a true attribute `wants_fields` is called for unknown fields as well, one with `wants_errors` for answers that
are errors; with `wants_constants`, mismatches hold constants that are not documented."""
RequestHook = Callable[["RequestInfo"], object]
ResponseHook = Callable[["ResponseInfo"], object]


def wishes(hook: MismatchHook | None) -> tuple[bool, bool]:
    """Return whether a hook wants unknown fields, and unknown constants."""
    return bool(getattr(hook, "wants_fields", False)), bool(getattr(hook, "wants_constants", False))


@dataclass(frozen=True, slots=True, init=False)
class Timeouts:
    """Seconds that one step of one try may take, None for no limit. idle: that nothing may come of a stream that is
    open."""

    connect: float
    read: float
    write: float
    pool: float
    idle: float

    def __init__(
        self,
        connect: float | None = 10.0,
        read: float | None = 60.0,
        write: float | None = 60.0,
        pool: float | None = 30.0,
        idle: float | None = 60.0,
    ) -> None:
        """What is None is kept as infinite. Raises InvalidArgument for what is no number above 0."""
        given = {"connect": connect, "read": read, "write": write, "pool": pool, "idle": idle}
        for name, value in given.items():
            object.__setattr__(self, name, seconds(name, value))


class SharedOptions(TypedDict, total=False):
    """What a client, `with_options` and a single call take alike. What is not given is as the client says."""

    timeout: float | Timeouts | None
    """Seconds for each step of a try, or Timeouts; None for no limit."""
    deadline: float | None
    """Seconds for a whole call with its retries and sleeps, of a stream until its first byte, of pages for each page;
    None for no limit."""
    retry: Retry | int
    """How often a failed try is repeated, or a Retry, which says how patiently too."""
    headers: Mapping[str, str]
    """Sent with each request, over those of the client; a header that the method sends itself wins."""
    strict: bool
    """Raise when an answer is not as its type says."""
    max_response_bytes: int
    """The limit of a body, decompressed."""
    max_pages: int
    """The cap of an iteration."""
    idempotency_key: str
    """Sent as it is instead of one made for each call, where the operation takes one; another operation that could run
    twice is refused."""
    scopes: str
    """What tokens are fetched for, separated by spaces, instead of the scopes that an operation names."""
    naive_datetimes: NaiveDatetimes
    """What becomes of a datetime without a time zone: "refuse" raises InvalidArgument before anything is sent, "utc"
    takes it to be in UTC, "keep" sends it without an offset."""
    on_mismatch: MismatchHook | None
    """Called with a Mismatch and the operation for each place of an answer that is not as its type says."""
    on_request: RequestHook | None
    """Called with a RequestInfo before each request, also one that is a further try, follows a redirect or fetches a
    token. The asynchronous client awaits what it returns; what it raises ends the call and reaches its caller as it is.
    """
    on_response: ResponseHook | None
    """Called with a ResponseInfo after each answer; as `on_request` otherwise."""
    reconnect: int
    """How often in a row a stream of events is opened again with Last-Event-ID after it ended or broke off."""


class CallOptions(SharedOptions, total=False):
    """Settings of one call: `client.things.get("1", options={"timeout": 5})`. All but `query` may also be given to a
    client and to `with_options`: timeout, deadline, retry, headers, strict, max_response_bytes, max_pages,
    idempotency_key, scopes, naive_datetimes, on_request, on_response, on_mismatch, reconnect.
    """

    query: Mapping[str, object]
    """More parameters of the query, for which the method has no arguments."""


class Options(SharedOptions, total=False):
    """What a client takes besides its credentials: what a call takes, and what its connections are made of."""

    proxy: str | None
    """The URL of a proxy for all requests; without it those that the environment names (HTTPS_PROXY, NO_PROXY)."""
    verify: str | Path | SSLContext | None
    """Whose certificates to trust: a file or folder of them (PEM), or an SSL context; by default what the HTTP library
    trusts. They are always verified."""
    transport: _http.BaseTransport | None
    """Of the HTTP library, in place of connections."""
    http_client: _http.Client
    """Of the HTTP library; it is used as it is, and stays open when the client closes."""


class AsyncOptions(SharedOptions, total=False):
    """What an asynchronous client takes besides its credentials; as Options."""

    proxy: str | None
    """The URL of a proxy for all requests; without it those that the environment names (HTTPS_PROXY, NO_PROXY)."""
    verify: str | Path | SSLContext | None
    """Whose certificates to trust: a file or folder of them (PEM), or an SSL context; by default what the HTTP library
    trusts. They are always verified."""
    transport: _http.AsyncBaseTransport | None
    """Of the HTTP library, in place of connections."""
    http_client: _http.AsyncClient
    """Of the HTTP library; it is used as it is, and stays open when the client closes."""


SEAMS = "seams"
"""The option by which tests replace clocks, chance and waits. It is none of a user's settings: no editor offers it."""

_RETRY = Retry()
_TIMEOUTS = Timeouts()


class Settings(NamedTuple):
    """Options with their defaults, without those that do I/O. A limit of seconds that is None is infinite here.

    waits: whether the client is asynchronous. query: of one call.
    """

    waits: bool = False
    timeout: Timeouts = _TIMEOUTS
    deadline: float = 300.0
    retry: Retry = _RETRY
    headers: Mapping[str, str] = EMPTY
    query: Mapping[str, object] = EMPTY
    strict: bool = False
    max_response_bytes: int = 100_000_000
    max_pages: int = 10_000
    idempotency_key: str = ""
    scopes: str | None = None
    naive_datetimes: NaiveDatetimes = "refuse"
    on_mismatch: MismatchHook | None = None
    on_request: RequestHook | None = None
    on_response: ResponseHook | None = None
    reconnect: int = 0
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], float] = time.time
    random: Callable[[], float] = random.random

    def __repr__(self) -> str:
        return f"Settings({self.timeout}, {self.retry}, deadline={self.deadline})"


OF_CALLS = CallOptions.__optional_keys__
OF_DERIVED = SharedOptions.__optional_keys__
OF_CLIENTS = Options.__optional_keys__ | {SEAMS}


def settle(settings: Settings, options: object, allowed: frozenset[str]) -> Settings:
    """Lay options over settings; headers are merged, by case-insensitive name. allowed: the names that may be given.

    Raises InvalidArgument for an unknown option, and for a value that is none of it. The options of a client are
    emptied then: they may hold a credential, and a traceback may show locals. Those of a call are the caller's own.
    """
    try:
        return _settled(settings, options, allowed)
    except InvalidArgument as error:
        if is_dict(options) and allowed is not OF_CALLS:
            options.clear()
        raise quiet(error)  # noqa: B904


def _settled(settings: Settings, options: object, allowed: frozenset[str]) -> Settings:
    given = checks.known(options, allowed)
    changes = {name: _checked(settings, name, value) for name, value in given.items() if name not in _OUTSIDE}
    if seams := seams_of(given):
        changes |= {"clock": seams.clock, "now": seams.now, "random": seams.random}
    return settings._replace(**changes)


def seams_of(options: Mapping[str, Any]) -> Seams | None:
    """Return the seams among the options of a client; None where there are none."""
    if SEAMS not in options:
        return None
    from .seams import Seams

    found = options[SEAMS]
    if not isinstance(found, Seams):
        raise checks.refuse(SEAMS, "Seams", found)
    return found


_OUTSIDE = frozenset({"http_client", "proxy", SEAMS, "transport", "verify"})
_WORDS = ("refuse", "utc", "keep")


def _checked(settings: Settings, name: str, value: Any) -> Any:
    """Return the value of a setting for what was given."""
    match name:
        case "timeout":
            return value if isinstance(value, Timeouts) else _alike(value)
        case "deadline":
            return seconds(name, value)
        case "retry":
            return value if isinstance(value, Retry) else _retry(settings, value)
        case "headers":
            return {**settings.headers, **checks.headers(name, value)}
        case "query":
            return checks.query(name, value)
        case "strict":
            return checks.flag(name, value)
        case "max_response_bytes" | "max_pages":
            return checks.whole(name, value, 1)
        case "reconnect":
            return checks.whole(name, value, 0)
        case "idempotency_key":
            return checks.filled(name, value)
        case "scopes":
            return checks.text(name, value)
        case "naive_datetimes":
            return checks.one_of(name, value, _WORDS)
        case _:
            return checks.hook(name, value, settings.waits)


def _alike(value: object) -> Timeouts:
    """Return the timeouts of which each is the same."""
    limit = seconds("timeout", value, "a number of seconds above 0, Timeouts, or None for no limit")
    return Timeouts(limit, limit, limit, limit, limit)


def _retry(settings: Settings, value: object) -> Retry:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise checks.refuse("retry", "a whole number, 0 or more, or Retry", value)
    return replace(settings.retry, retries=value)
