"""Settings of a client and of a call: what a user may pass, and the frozen value it becomes."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypedDict

from . import _http, checks
from .checks import seconds
from .errors import InvalidArgument
from .moments import NaiveDatetimes
from .quiet import quiet
from .retry import Retry
from .shapes import is_dict

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
    """What a client, `with_options` and a single call take alike; see CallOptions."""

    timeout: float | Timeouts | None
    deadline: float | None
    retry: Retry | int
    headers: Mapping[str, str]
    strict: bool
    max_response_bytes: int
    max_pages: int
    idempotency_key: str
    scopes: str
    naive_datetimes: NaiveDatetimes
    on_mismatch: MismatchHook | None
    on_request: RequestHook | None
    on_response: ResponseHook | None
    reconnect: int


class CallOptions(SharedOptions, total=False):
    """Settings of one call: `client.things.get("1", options={"timeout": 5})`. All but `query` may also be given to a
    client and to `with_options`. What is not given is as the client says.

    timeout: seconds for each step of a try, or Timeouts; None for no limit. deadline: seconds for a whole call with its
    retries and sleeps, of a stream until its first byte, of pages for each page; None for no limit.
    retry: how often a failed try is repeated, or a Retry, which says how patiently too.
    headers: sent with each request, over those of the client; a header that the method sends itself wins.
    query: more parameters of the query, for which the method has no arguments.
    strict: raise when an answer is not as its type says.
    max_response_bytes: the limit of a body, decompressed. max_pages: the cap of an iteration.
    idempotency_key: sent as it is instead of one made for each call, where the operation takes one; another operation
    that could run twice is refused.
    scopes: what tokens are fetched for, separated by spaces, instead of the scopes that an operation names.
    naive_datetimes: what becomes of a datetime without a time zone: "refuse" raises InvalidArgument before anything is
    sent, "utc" takes it to be in UTC, "keep" sends it without an offset.
    on_request, on_response: called with a RequestInfo before each request, also one that is a further try, follows a
    redirect or fetches a token, and with a ResponseInfo after each answer. on_mismatch: called with a Mismatch and the
    operation for each place of an answer that is not as its type says. The asynchronous client awaits what these
    return. What they raise ends the call and reaches its caller as it is.
    reconnect: how often in a row a stream of events is opened again with Last-Event-ID after it ended or broke off.
    """

    query: Mapping[str, object]


class Options(SharedOptions, total=False):
    """What a client takes besides its credentials. Most is said at CallOptions.

    proxy: the URL of a proxy for all requests; without it those that the environment names (HTTPS_PROXY, NO_PROXY).
    verify: whose certificates to trust: a file or folder of them (PEM), or an SSL context; by default what the HTTP
    library trusts. They are always verified.
    transport: of the HTTP library, in place of connections. http_client: of the HTTP library; it is used as it is, and
    stays open when the client closes.
    """

    proxy: str | None
    verify: str | Path | SSLContext | None
    transport: _http.BaseTransport | None
    http_client: _http.Client
    seams: Seams


class AsyncOptions(SharedOptions, total=False):
    """What an asynchronous client takes besides its credentials; see Options."""

    proxy: str | None
    verify: str | Path | SSLContext | None
    transport: _http.AsyncBaseTransport | None
    http_client: _http.AsyncClient
    seams: Seams


_RETRY = Retry()
_TIMEOUTS = Timeouts()


@dataclass(frozen=True, slots=True)
class Settings:
    """Options with their defaults, without those that do I/O. A limit of seconds that is None is infinite here.

    waits: whether the client is asynchronous. query: of one call.
    """

    waits: bool = False
    timeout: Timeouts = _TIMEOUTS
    deadline: float = 300.0
    retry: Retry = _RETRY
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    query: Mapping[str, object] = field(default_factory=dict[str, object], repr=False)
    strict: bool = False
    max_response_bytes: int = 100_000_000
    max_pages: int = 10_000
    idempotency_key: str = field(default="", repr=False)
    scopes: str | None = None
    naive_datetimes: NaiveDatetimes = "refuse"
    on_mismatch: MismatchHook | None = None
    on_request: RequestHook | None = None
    on_response: ResponseHook | None = None
    reconnect: int = 0
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], float] = time.time
    random: Callable[[], float] = random.random


OF_CALLS = CallOptions.__optional_keys__
OF_DERIVED = SharedOptions.__optional_keys__
OF_CLIENTS = Options.__optional_keys__


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
    return replace(settings, **changes)


def seams_of(options: Mapping[str, Any]) -> Seams | None:
    """Return the seams among the options of a client; None where there are none."""
    if "seams" not in options:
        return None
    from .seams import Seams

    found = options["seams"]
    if not isinstance(found, Seams):
        raise checks.refuse("seams", "Seams", found)
    return found


_OUTSIDE = frozenset({"http_client", "proxy", "seams", "transport", "verify"})
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
