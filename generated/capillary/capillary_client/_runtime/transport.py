"""Drives the generators of `calling`, with and without await. Besides `sources` the only module that does I/O.

Frames that touch a request of the HTTP library do not raise: they return a Failure. So no traceback of ours leads to
locals, or to a chained exception, that hold a credential.
"""

from __future__ import annotations

from collections.abc import Generator
from threading import TIMEOUT_MAX
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

from . import _http
from .calling import run
from .decode import Decoder
from .errors import Error, InvalidArgument, TimedOut, refuse_pickle
from .exchange import Effect, Failure, Opened, Outcome, Send, Shared, Sleep
from .hooks import Ask
from .options import Settings
from .pool import AsyncPool, Pool
from .raw import RawResponse
from .request import Request
from .shapes import is_awaitable
from .sources import open_source
from .wiring import Inflow, build, failed, release

if TYPE_CHECKING:
    from .flow import Flow
    from .streams import AsyncStream, Stream

T = TypeVar("T")
R = TypeVar("R")


class Transport:
    """Sends requests and returns what they mean. Safe to share among threads."""

    def __init__(self, shared: Shared, settings: Settings, pool: Pool) -> None:
        self.shared = shared
        self.settings = settings
        self.pool = pool

    @property
    def streaming(self) -> Transport:
        """The same, but what `send` returns is still to come, for `streamed`."""
        return StreamingTransport(self.shared, self.settings, self.pool)

    @property
    def raw(self) -> Transport:
        """The same, but `send` returns a RawResponse, for `raw`."""
        return RawTransport(self.shared, self.settings, self.pool)

    def send(self, request: Request, decoder: Decoder[T]) -> T:
        """Carry out a call and return its value. Raises an Error."""
        return self.respond(request, decoder).value

    def respond(self, request: Request, decoder: Decoder[T]) -> RawResponse[T]:
        """Carry out a call and return the whole answer. Raises an Error."""
        self.pool.check_open()
        if request.body is not None and request.body.asynchronous:
            raise InvalidArgument(f"{request.operation}: an asynchronous iterator needs the asynchronous client")
        return self._drive(run(self.shared, self.settings, request, decoder, self._live))

    def _live(self, flow: Flow[Any]) -> Stream[Any]:
        from .streams import stream_of

        return stream_of(flow, self)

    def reopen(self, request: Request, decoder: Decoder[Any]) -> Opened | Error:
        """Open a stream anew; return what came of it."""
        try:
            opened = self._drive(run(self.shared, self.settings, request, decoder, _as_it_is))
        except Error as error:
            return error.with_traceback(None)
        return _opened(opened)

    def _drive(self, steps: Generator[Effect, Any, R]) -> R:
        reply: Any = None
        while True:
            try:
                effect = steps.send(reply)
            except StopIteration as stop:
                return cast("R", stop.value)
            if isinstance(effect, Send):
                reply = self._try(effect)
            elif isinstance(effect, Sleep):
                self.pool.sleep(effect.seconds)
                reply = None
            elif isinstance(effect, Ask):
                reply = effect.function()
            else:
                lock = self.pool.lock(effect.store)
                if not lock.acquire(timeout=min(max(0.0, effect.patience), TIMEOUT_MAX)):
                    raise TimedOut("no token in time: another call is fetching it", may_have_run=False)
                try:
                    reply = self._drive(effect.steps())
                finally:
                    lock.release()

    def _try(self, send: Send) -> Outcome:
        client = self.pool.client()
        request = build(send)
        if isinstance(request, Failure):
            return request
        response: _http.Response | None = None
        inflow: Inflow | None = None
        try:
            response = client.send(request, stream=True, auth=None, follow_redirects=False)
            if send.keeps(response.status_code, response.headers):
                opened, response = open_source(response, request, send, wait=False), None
                return opened
            inflow = Inflow(response, send)
            if inflow.read_before:
                return inflow.take(response.content) or inflow.done()
            for chunk in response.iter_raw():
                problem = inflow.take(chunk)
                if problem is not None:
                    return problem
                if self.settings.clock() > send.deadline:
                    return inflow.broken("timeout")
            return inflow.done()
        except (_http.HTTPError, _http.InvalidURL, InvalidArgument) as error:
            return failed(error, inflow)
        finally:
            release(request)
            if response is not None:
                response.close()

    def __reduce__(self) -> NoReturn:
        refuse_pickle("a client")


class RawTransport(Transport):
    """Returns a RawResponse of what `send` says it returns; `raw` gives the methods their true type."""

    def send(self, request: Request, decoder: Decoder[T]) -> T:
        return cast("T", self.respond(request, decoder))


class StreamingTransport(Transport):
    """Returns a StreamedResponse of what `send` says it returns; `streamed` gives the methods their true type."""

    def send(self, request: Request, decoder: Decoder[T]) -> T:
        from .streaming import opened

        return cast("T", self.respond(request, opened(decoder)).value)


class AsyncTransport:
    """The asynchronous twin of Transport, for asyncio and trio."""

    def __init__(self, shared: Shared, settings: Settings, pool: AsyncPool) -> None:
        self.shared = shared
        self.settings = settings
        self.pool = pool

    @property
    def streaming(self) -> AsyncTransport:
        """The same, but what `send` returns is still to come, for `async_streamed`."""
        return AsyncStreamingTransport(self.shared, self.settings, self.pool)

    @property
    def raw(self) -> AsyncTransport:
        """The same, but `send` returns a RawResponse, for `async_raw`."""
        return AsyncRawTransport(self.shared, self.settings, self.pool)

    async def send(self, request: Request, decoder: Decoder[T]) -> T:
        """Carry out a call and return its value. Raises an Error."""
        return (await self.respond(request, decoder)).value

    async def respond(self, request: Request, decoder: Decoder[T]) -> RawResponse[T]:
        """Carry out a call and return the whole answer. Raises an Error."""
        from anyio import move_on_after

        self.pool.check_open()
        with move_on_after(self.settings.deadline):
            return await self._drive(run(self.shared, self.settings, request, decoder, self._live))
        raise TimedOut(f"{request.operation}: the deadline has passed", may_have_run=True)

    def _live(self, flow: Flow[Any]) -> AsyncStream[Any]:
        from .streams import async_stream_of

        return async_stream_of(flow, self)

    async def reopen(self, request: Request, decoder: Decoder[Any]) -> Opened | Error:
        """Open a stream anew; return what came of it."""
        from anyio import move_on_after

        with move_on_after(self.settings.deadline):
            try:
                opened = await self._drive(run(self.shared, self.settings, request, decoder, _as_it_is))
            except Error as error:
                return error.with_traceback(None)
            return _opened(opened)
        return TimedOut(f"{request.operation}: the deadline has passed", may_have_run=True)

    async def _drive(self, steps: Generator[Effect, Any, R]) -> R:
        reply: Any = None
        while True:
            try:
                effect = steps.send(reply)
            except StopIteration as stop:
                return cast("R", stop.value)
            if isinstance(effect, Send):
                reply = await self._try(effect)
            elif isinstance(effect, Sleep):
                await self.pool.sleep(effect.seconds)
                reply = None
            elif isinstance(effect, Ask):
                reply = effect.function()
                reply = await reply if is_awaitable(reply) else reply
            else:
                async with self.pool.lock(effect.store):
                    reply = await self._drive(effect.steps())

    async def _try(self, send: Send) -> Outcome:
        client = self.pool.client()
        request = build(send)
        if isinstance(request, Failure):
            return request
        response: _http.Response | None = None
        inflow: Inflow | None = None
        problem: Failure | None = None
        try:
            response = await client.send(request, stream=True, auth=None, follow_redirects=False)
            if send.keeps(response.status_code, response.headers):
                opened, response = open_source(response, request, send, wait=True), None
                return opened
            inflow = Inflow(response, send)
            if inflow.read_before:
                return inflow.take(response.content) or inflow.done()
            async for chunk in response.aiter_raw():
                problem = problem or inflow.take(chunk)
                if problem is not None:  # then closing ends the iteration: generators left behind warn under trio
                    await response.aclose()
            return problem or inflow.done()
        except (_http.HTTPError, _http.InvalidURL, InvalidArgument) as error:
            return problem or failed(error, inflow)
        finally:
            release(request)
            if response is not None:
                await response.aclose()

    def __reduce__(self) -> NoReturn:
        refuse_pickle("a client")


class AsyncRawTransport(AsyncTransport):
    """The asynchronous twin of RawTransport."""

    async def send(self, request: Request, decoder: Decoder[T]) -> T:
        return cast("T", await self.respond(request, decoder))


class AsyncStreamingTransport(AsyncTransport):
    """The asynchronous twin of StreamingTransport."""

    async def send(self, request: Request, decoder: Decoder[T]) -> T:
        from .streaming import opened

        return cast("T", (await self.respond(request, opened(decoder))).value)


def _as_it_is(flow: Flow[Any]) -> Flow[Any]:
    return flow


def _opened(response: RawResponse[Any]) -> Opened:
    flow: Flow[Any] = response.value
    return flow.answer


__all__ = ["AsyncTransport", "Failure", "Transport"]
