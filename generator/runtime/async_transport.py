"""Drives the generators of `calling` with await, under asyncio and trio. See `transport`."""

from __future__ import annotations

from collections.abc import AsyncIterable, Generator
from math import inf
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

from . import _http
from .calling import run
from .decode import Decoder
from .errors import Error, TimedOut, refuse_pickle
from .exchange import Effect, Failure, Opened, Outcome, Raised, Send, Shared, Sleep
from .hooks import Ask
from .options import Settings
from .pool import AsyncPool
from .quiet import async_quietly
from .raw import RawResponse
from .receiving import Inflow, closed, failed, leave, unbind
from .request import Request
from .sending import build, is_streamed, may_have_arrived, release
from .shapes import is_awaitable
from .sources import open_source
from .transport import NO_TOKEN, as_it_is, of_opened

if TYPE_CHECKING:
    from .flow import Flow
    from .streams import AsyncStream

T = TypeVar("T")
R = TypeVar("R")

_MARGIN = 0.05
"""Seconds by which waiting is ended after the deadline where what waits has not looked at it by itself."""


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
        self.pool.check_open()
        return await self._drive(run(self.shared, self.settings, request, decoder, self._live))

    def _live(self, flow: Flow[Any]) -> AsyncStream[Any]:
        from .streams import async_stream_of

        return async_stream_of(flow, self)

    async def reopen(self, request: Request, decoder: Decoder[Any]) -> Opened | Error:
        """Open a stream anew; return what came of it."""
        try:
            opened = await self._drive(run(self.shared, self.settings, request, decoder, as_it_is))
        except Error as error:
            return error.with_traceback(None)
        return of_opened(opened)

    @async_quietly
    async def _drive(self, steps: Generator[Effect, Any, R]) -> R:
        reply: Any = None
        problem: Exception | None = None
        while True:
            try:
                effect = steps.send(reply) if problem is None else steps.throw(problem)
            except StopIteration as stop:
                return cast("R", stop.value)
            reply, problem = None, None
            try:
                reply = await self._reply(effect)
            except Exception as error:
                problem = error

    async def _reply(self, effect: Effect) -> Any:
        """Do what a generator asks for."""
        if isinstance(effect, Send):
            return await self._within(effect)
        if isinstance(effect, Sleep):
            with self.pool.within(inf):
                return await self.pool.sleep(effect.seconds)
            return None
        if isinstance(effect, Ask):
            with self.pool.within(effect.patience):
                return await _asked(effect)
            self.pool.check_open()
            raise TimedOut(effect.late)
        lock = self.pool.lock(effect.store)
        with self.pool.within(effect.patience) as scope:
            await lock.acquire()
        if scope.cancelled_caught:
            self.pool.check_open()
            raise TimedOut(NO_TOKEN)
        try:
            return await self._drive(effect.steps())
        finally:
            lock.release()

    async def _within(self, send: Send) -> Outcome:
        """Try, for as long as the deadline allows and the client is open."""
        self.pool.check_open()
        loop = self.pool.loop()
        request = build(send)
        if isinstance(request, Failure):
            return request
        with loop.within(inf if loop.asks and not is_streamed(request) else send.call.left + _MARGIN):
            return await self._try(loop.client, send, request)
        late = Failure("timeout", "the deadline has passed", sent=may_have_arrived(request))
        return closed(late, self.pool.closed)

    async def _try(self, client: _http.AsyncClient, send: Send, request: _http.Request) -> Outcome:
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
            async for chunk in cast("AsyncIterable[bytes]", response.stream):
                problem = problem or inflow.take(chunk)
                if problem is not None:  # then closing ends the iteration: generators left behind warn under trio
                    await response.aclose()
            leave(response)
            return problem or inflow.done()
        except Raised:  # by what stands for the API in a test
            raise
        except Exception as error:
            failure: Outcome = closed(failed(error, inflow), self.pool.closed)
            return problem or failure
        finally:
            release(request)
            if response is not None:
                await response.aclose()
                unbind(response)

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


async def _asked(ask: Ask) -> Any:
    try:
        reply = ask.function()
        return await reply if is_awaitable(reply) else reply
    except Exception as error:
        raise Raised(error) from None
