"""Streams that a caller iterates, with and without await: values and events."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast

from .errors import request_id
from .exchange import Sleep
from .flow import Event, Flow, Read, Step, following
from .hooks import Ask
from .quiet import async_quietly, quietly
from .receiving import closed
from .shapes import is_awaitable

if TYPE_CHECKING:
    from .async_transport import AsyncTransport
    from .transport import Transport

T = TypeVar("T")


class _Opened(Generic[T]):
    """What all streams have: the status and headers of the answer, and what is needed to go on."""

    def __init__(self, flow: Flow[T], transport: Any) -> None:
        self._flow = flow
        self._transport = transport
        self._closed = False

    @property
    def status(self) -> int:
        return self._flow.answer.status

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the answer; names are case-insensitive."""
        return self._flow.answer.headers

    @property
    def url(self) -> str:
        """Where it comes from, after redirects, without credentials."""
        return self._flow.answer.url

    @property
    def request_id(self) -> str:
        """The identifier that the server gave this request, or ""."""
        return request_id(self.headers)

    def __repr__(self) -> str:
        state = "closed" if self._closed else "open"
        return f"<{type(self).__name__} of {self._flow.call.request.operation}, {state}>"


class Stream(_Opened[T]):
    """Values of an answer, as they come. Iterate it once; close it, or use it in a `with` statement.

    Raises TimedOut when nothing comes for the seconds of `Timeouts.idle`, ConnectionFailed when the connection breaks,
    DecodeError for what cannot be read; it is closed then.
    """

    _transport: Transport

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        event = self._following()
        if event is None:
            raise StopIteration
        return event.data

    def _following(self) -> Event[T] | None:
        """Return the next event; close the stream at its end and at an error."""
        if self._closed:
            return None
        event = None
        try:
            event = self._drive(following(self._flow))
        finally:
            if event is None:
                self.close()
        return event

    @quietly
    def _drive(self, steps: Generator[Step, Any, Event[T] | None]) -> Event[T] | None:
        reply: Any = None
        while True:
            try:
                step = steps.send(reply)
            except StopIteration as stop:
                return cast("Event[T] | None", stop.value)
            if isinstance(step, Read):
                reply = closed(self._flow.source.read(), self._transport.pool.closed)
            elif isinstance(step, Sleep):
                self._flow.source.close()
                self._transport.pool.sleep(step.seconds)
                reply = None
            elif isinstance(step, Ask):
                reply = step.function()
            else:
                reply = self._transport.reopen(step.request, self._flow.decoder)

    def close(self) -> None:
        """Give the connection back; closing twice is fine."""
        self._closed = True
        self._flow.source.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class EventStream(Stream[T]):
    """Server-sent events: iterating gives the data of each, `events` gives all that each says."""

    def events(self) -> Iterator[Event[T]]:
        """Yield the events from where the stream stands."""
        while (event := self._following()) is not None:
            yield event


class AsyncStream(_Opened[T]):
    """The asynchronous twin of Stream: `async for`, `async with`."""

    _transport: AsyncTransport

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        event = await self._following()
        if event is None:
            raise StopAsyncIteration
        return event.data

    async def _following(self) -> Event[T] | None:
        """Return the next event; close the stream at its end and at an error."""
        if self._closed:
            return None
        event = None
        try:
            event = await self._drive(following(self._flow))
        finally:
            if event is None:
                await self.close()
        return event

    @async_quietly
    async def _drive(self, steps: Generator[Step, Any, Event[T] | None]) -> Event[T] | None:
        reply: Any = None
        while True:
            try:
                step = steps.send(reply)
            except StopIteration as stop:
                return cast("Event[T] | None", stop.value)
            if isinstance(step, Read):
                reply = closed(await self._flow.source.read(), self._transport.pool.closed)
            elif isinstance(step, Sleep):
                await self._flow.source.close()
                await self._transport.pool.sleep(step.seconds)
                reply = None
            elif isinstance(step, Ask):
                reply = step.function()
                reply = await reply if is_awaitable(reply) else reply
            else:
                reply = await self._transport.reopen(step.request, self._flow.decoder)

    async def close(self) -> None:
        """Give the connection back; closing twice is fine."""
        self._closed = True
        await self._flow.source.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


class AsyncEventStream(AsyncStream[T]):
    """The asynchronous twin of EventStream."""

    async def events(self) -> AsyncIterator[Event[T]]:
        """Yield the events from where the stream stands."""
        while (event := await self._following()) is not None:
            yield event


def stream_of(flow: Flow[Any], transport: Transport) -> Stream[Any]:
    """Return the stream that a caller iterates."""
    if flow.kind == "chunk":
        from .downloads import StreamedResponse

        return StreamedResponse(flow, transport)
    return EventStream(flow, transport) if flow.kind == "event" else Stream(flow, transport)


def async_stream_of(flow: Flow[Any], transport: AsyncTransport) -> AsyncStream[Any]:
    """As `stream_of`, with await."""
    if flow.kind == "chunk":
        from .downloads import AsyncStreamedResponse

        return AsyncStreamedResponse(flow, transport)
    return AsyncEventStream(flow, transport) if flow.kind == "event" else AsyncStream(flow, transport)
