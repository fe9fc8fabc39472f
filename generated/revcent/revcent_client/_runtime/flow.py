"""The course of a stream: events, lines or chunks as they come. No I/O.

`following` asks for what comes next as the generators of `exchange` do; `streams` drives it, with and without await.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, TypeAlias, TypeVar

from .errors import AnswerTooLarge, Error
from .exchange import Failure, Opened, Sleep
from .frames import Frame, Parser
from .hooks import Ask, reported
from .raising import failure_error, noted
from .request import Request
from .retry import repeatable

if TYPE_CHECKING:
    from .decode import Decoder
    from .exchange import Call

T = TypeVar("T")

Kind: TypeAlias = Literal["event", "line", "chunk"]

_PAUSE = 3.0
"""Seconds before a stream is opened again, where the server says nothing else."""


@dataclass(frozen=True, slots=True)
class Event(Generic[T]):
    """A server-sent event (WHATWG HTML, 9.2). event: its name. id: the last one that came, "" before the first.

    retry: milliseconds to wait before the stream is opened again, where this event says so.
    """

    data: T
    event: str = "message"
    id: str = ""
    retry: int | None = None


class Read:
    """Asks for the next piece of the body; answered with bytes, a Failure, or None at the end."""

    __slots__ = ()


class Reopen(NamedTuple):
    """Asks to send a request anew; answered with an Opened, or with the Error that came of it."""

    request: Request


Step: TypeAlias = Read | Sleep | Ask | Reopen
_READ = Read()


class Flow(Generic[T]):
    """One stream. call, decoder: what opened it, set by what carries out the call. source: the body that is open."""

    call: Call
    decoder: Decoder[Any]

    def __init__(
        self, answer: Opened, kind: Kind, parser: Callable[[], Parser], read: Callable[[Frame, int], T], end: str = ""
    ) -> None:
        """read: turns a frame, and its number, into its value. end: the data that ends the stream, or ""."""
        self.kind = kind
        self.answer = answer
        self.source = answer.source
        self.ended = False
        self._make = parser
        self._parser = parser()
        self._read = read
        self._end = end.encode()
        self._frames: deque[Frame] = deque()
        self._count = 0
        self._id = ""
        self._pause = _PAUSE
        self._tries = 0

    def take(self, chunk: bytes) -> None:
        """Take a piece. Raises AnswerTooLarge for one event or line above the limit of an answer."""
        self._frames.extend(self._parser.feed(chunk))
        limit = self.call.settings.max_response_bytes
        if self._parser.held > limit:
            raise self.too_large("one event or line")

    def too_large(self, what: str) -> AnswerTooLarge:
        """Make the error for what is above the limit of an answer."""
        limit = self.call.settings.max_response_bytes
        message = f"{self.call.request.operation}: {what} is larger than {limit} bytes"
        return noted(AnswerTooLarge(message, status=self.answer.status), self.call)

    def finish(self) -> None:
        """Note that nothing follows."""
        self._frames.extend(self._parser.finish())
        self.ended = True

    def ready(self) -> Event[T] | None:
        """Return the next event that is whole, None where there is none. Raises DecodeError."""
        while self._frames:
            frame = self._frames.popleft()
            self._id = self._id if frame.id is None else frame.id
            self._pause = self._pause if frame.retry is None else frame.retry / 1000
            if frame.data is None:
                continue
            self._tries = 0
            if self._end and frame.data.strip() == self._end.strip():
                self._frames.clear()
                self.ended = True
                return None
            self._count += 1
            return Event(self._read(frame, self._count), frame.event or "message", self._id, frame.retry)
        return None

    def reopening(self, problem: Failure | Error | None) -> Generator[Step, Any, None]:
        """Go on after the body came to its end, or broke off; open the stream anew where the caller wants that.

        Only events, and only what may be sent twice (WHATWG HTML, 9.2.3); 204 ends the stream.
        """
        request, settings = self.call.request, self.call.settings
        may = self.kind == "event" and repeatable(request.method, request.idempotent, False)
        while may and self._tries < settings.reconnect:
            self._tries += 1
            yield Sleep(self._pause)
            opened = yield Reopen(self._resumed(request))
            if isinstance(opened, Opened):
                self.source, self._parser = opened.source, self._make()
                if opened.status == 204:
                    self.finish()
                return
            problem = opened
        if problem is None:
            self.finish()
            return
        raise problem if isinstance(problem, Error) else failure_error(self.call, self._counted(problem))

    def _resumed(self, request: Request) -> Request:
        headers = {"Last-Event-ID": self._id} if self._id and self._id.isprintable() else {}
        return request._replace(headers={**request.headers, **headers})

    def _counted(self, failure: Failure) -> Failure:
        counted = "" if self.kind == "chunk" else f" after {self._count} {self.kind}{'s' * (self._count != 1)}"
        return failure._replace(message=failure.message + counted)


def following(flow: Flow[T]) -> Generator[Step, Any, Event[T] | None]:
    """Return the next event, None at the end. Raises an Error."""
    while True:
        event = flow.ready()
        if flow.call.mismatches:
            yield from reported(flow.call)
        if event is not None or flow.ended:
            return event
        came = yield _READ
        if isinstance(came, bytes):
            flow.take(came)
        else:
            yield from flow.reopening(came)
