"""Drives the generators of `calling` without await. With `async_transport` and `sources` all that does I/O.

Frames that touch a request of the HTTP library do not raise: they return a Failure. So no traceback of ours leads to
locals, or to a chained exception, that hold a credential.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from threading import TIMEOUT_MAX
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

from . import _http
from .calling import run
from .decode import Decoder
from .errors import Error, InvalidArgument, TimedOut, refuse_pickle
from .exchange import Effect, Failure, Opened, Outcome, Raised, Send, Shared, Sleep
from .hooks import Ask
from .options import Settings
from .pool import Pool
from .quiet import quietly
from .raw import RawResponse
from .receiving import Inflow, closed, failed, leave, unbind
from .request import Request
from .sending import build, release
from .sources import open_source

if TYPE_CHECKING:
    from .flow import Flow
    from .streams import Stream

T = TypeVar("T")
R = TypeVar("R")

NO_TOKEN = "no token in time: another call is fetching it"


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
            opened = self._drive(run(self.shared, self.settings, request, decoder, as_it_is))
        except Error as error:
            return error.with_traceback(None)
        return of_opened(opened)

    @quietly
    def _drive(self, steps: Generator[Effect, Any, R]) -> R:
        reply: Any = None
        problem: Exception | None = None
        while True:
            try:
                effect = steps.send(reply) if problem is None else steps.throw(problem)
            except StopIteration as stop:
                return cast("R", stop.value)
            reply, problem = None, None
            try:
                reply = self._reply(effect)
            except Exception as error:
                problem = error

    def _reply(self, effect: Effect) -> Any:
        """Do what a generator asks for."""
        if isinstance(effect, Send):
            return self._try(effect)
        if isinstance(effect, Sleep):
            return self.pool.sleep(effect.seconds)
        if isinstance(effect, Ask):
            try:
                return effect.function()
            except Exception as error:
                raise Raised(error) from None
        lock = self.pool.lock(effect.store)
        if not lock.acquire(timeout=min(max(0.0, effect.patience), TIMEOUT_MAX)):
            raise TimedOut(NO_TOKEN)
        try:
            return self._drive(effect.steps())
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
            for chunk in cast("Iterable[bytes]", response.stream):
                problem = inflow.take(chunk)
                if problem is not None:
                    return problem
            leave(response)
            return inflow.done()
        except Raised:  # by what stands for the API in a test
            raise
        except Exception as error:
            return closed(failed(error, inflow), self.pool.closed)
        finally:
            release(request)
            if response is not None:
                response.close()
                unbind(response)

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


def as_it_is(flow: Flow[Any]) -> Flow[Any]:
    """Leave a stream to whoever opens it anew."""
    return flow


def of_opened(response: RawResponse[Any]) -> Opened:
    """Return the answer of a stream that was opened."""
    flow: Flow[Any] = response.value
    return flow.answer
