"""Answers with everything around the value: `client.customers.with_raw_response`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast

from .errors import DecodeError, request_id
from .secret import Hidden, redact

if TYPE_CHECKING:
    from .paging import AsyncPages, Pages

P = ParamSpec("P")
T = TypeVar("T")
I = TypeVar("I")  # noqa: E741


@dataclass(frozen=True, slots=True)
class RawResponse(Generic[T]):
    """An answer: its status, headers (names are case-insensitive), bytes, and the value they stand for."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)
    _value: T | DecodeError = field(repr=False)
    url: str = field(default="", repr=False)
    """Where it came from, after redirects, without credentials."""
    _secrets: Iterable[Hidden] = field(default=(), repr=False)

    @property
    def value(self) -> T:
        """What the bytes stand for. Raises DecodeError where they cannot be read as documented; they are kept here."""
        if isinstance(self._value, DecodeError):
            raise self._value
        return self._value

    @property
    def request_id(self) -> str:
        """The identifier that the server gave this request, or ""."""
        return redact(request_id(self.headers), self._secrets)


def raw(method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
    """Retype a method of a resource that was made over a raw transport, which already returns RawResponse."""
    return cast("Callable[P, RawResponse[T]]", method)


def async_raw(method: Callable[P, Awaitable[T]]) -> Callable[P, Coroutine[Any, Any, RawResponse[T]]]:
    """As `raw`, for a coroutine method."""
    return cast("Callable[P, Coroutine[Any, Any, RawResponse[T]]]", method)


def raw_pages(method: Callable[P, Pages[I, T]]) -> Callable[P, RawResponse[T]]:
    """Turn a method that returns pages into one that returns the first page's answer."""

    def first(*args: P.args, **kwargs: P.kwargs) -> RawResponse[T]:
        return method(*args, **kwargs).first_response()

    return first


def async_raw_pages(method: Callable[P, AsyncPages[I, T]]) -> Callable[P, Coroutine[Any, Any, RawResponse[T]]]:
    """As `raw_pages`, for asynchronous pages."""

    async def first(*args: P.args, **kwargs: P.kwargs) -> RawResponse[T]:
        return await method(*args, **kwargs).first_response()

    return first
