"""Settings of a client: what a user may pass, and the frozen value it becomes."""

from __future__ import annotations

import random
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypedDict

from . import _http
from .errors import InvalidArgument, Mismatch
from .moments import NaiveDatetimes
from .quiet import quiet
from .retry import Retry
from .shapes import is_dict
from .styles import check_name, check_value

MismatchHook = Callable[[Mismatch, str], None]
"""Called for each place of an answer that is not as its type says, with the operation's method and path template."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds that one step of one try may take. idle: that nothing may come of a stream that is open."""

    connect: float = 10.0
    read: float = 60.0
    write: float = 60.0
    pool: float = 30.0
    idle: float = 60.0


class CallOptions(TypedDict, total=False):
    """What `with_options` takes.

    timeout: seconds for each step of a try. deadline: seconds for a whole call with its retries and sleeps,
    of a stream until its first byte.
    headers: sent with every request, over those of the client. strict: raise when an answer is not as its type says.
    max_response_bytes: the limit of a body, decompressed. max_pages: the cap of an iteration.
    idempotency_key: sent as it is instead of one made for each call, where the operation takes one.
    scopes: what tokens are fetched for, separated by spaces, instead of the scopes that an operation names.
    naive_datetimes: what becomes of a datetime without a time zone: "refuse" raises InvalidArgument before anything is
    sent, "utc" takes it to be in UTC, "keep" sends it without an offset.
    reconnect: how often in a row a stream of events is opened again with Last-Event-ID after it ended or broke off.
    """

    timeout: float | Timeouts
    deadline: float
    retry: Retry | int
    headers: Mapping[str, str]
    strict: bool
    max_response_bytes: int
    max_pages: int
    idempotency_key: str
    scopes: str
    naive_datetimes: NaiveDatetimes
    on_mismatch: MismatchHook
    reconnect: int


class _Injected(CallOptions, total=False):
    """clock: seconds that only grow. now: seconds since 1970. random: from 0 to 1."""

    clock: Callable[[], float]
    now: Callable[[], float]
    random: Callable[[], float]


class Options(_Injected, total=False):
    """What a client takes besides its credentials. An http_client that is given stays open when the client closes."""

    http_client: _http.Client
    sleep: Callable[[float], None]


class AsyncOptions(_Injected, total=False):
    """What an asynchronous client takes besides its credentials."""

    http_client: _http.AsyncClient
    sleep: Callable[[float], Awaitable[None]]


_RETRY = Retry()
_TIMEOUTS = Timeouts()


@dataclass(frozen=True, slots=True)
class Settings:
    """Options with their defaults, without the I/O ones."""

    timeout: Timeouts = _TIMEOUTS
    deadline: float = 300.0
    retry: Retry = _RETRY
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    strict: bool = False
    max_response_bytes: int = 100_000_000
    max_pages: int = 10_000
    idempotency_key: str = ""
    scopes: str | None = None
    naive_datetimes: NaiveDatetimes = "refuse"
    on_mismatch: MismatchHook | None = None
    reconnect: int = 0
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], float] = time.time
    random: Callable[[], float] = random.random


_NAMES = frozenset(each.name for each in fields(Settings))
_OUTSIDE = frozenset({"http_client", "sleep"})


def settle(settings: Settings, options: Mapping[str, Any]) -> Settings:
    """Lay options over settings; headers are merged, by case-insensitive name. Refuses unknown options.

    Options that are refused are emptied: they may hold a credential, and a traceback may show locals.
    """
    try:
        return _settled(settings, options)
    except InvalidArgument as error:
        if is_dict(options):
            options.clear()
        raise quiet(error)  # noqa: B904


def _settled(settings: Settings, options: Mapping[str, Any]) -> Settings:
    if unknown := options.keys() - _NAMES - _OUTSIDE:
        raise InvalidArgument(f"unknown options: {', '.join(sorted(unknown))}")
    changes = {name: value for name, value in options.items() if name in _NAMES}
    if isinstance(timeout := changes.get("timeout"), int | float):
        changes["timeout"] = Timeouts(timeout, timeout, timeout, timeout, timeout)
    if isinstance(retry := changes.get("retry"), int):
        changes["retry"] = replace(settings.retry, retries=retry)
    if "headers" in changes:
        new = {check_name(name).lower(): check_value(name, value) for name, value in changes["headers"].items()}
        changes["headers"] = {**settings.headers, **new}
    return replace(settings, **changes)
