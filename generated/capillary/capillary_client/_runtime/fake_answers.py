"""What an operation answers in a test, and how it was called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, ParamSpec, Self, TypeAlias, TypeVar

from . import _http
from .decode import Decoder
from .fake_calls import Asked, Call, asked_with, given, same
from .fake_writing import Fault, Reply, Unfit, failed, written
from .request import Request

P = ParamSpec("P")
R = TypeVar("R")


class Script:
    """The answers to the calls of an operation: to any, or to those that send what is wanted. used: how many were asked
    for."""

    def __init__(self, operation: str, wanted: Asked | None) -> None:
        self.operation = operation
        self.wanted = wanted
        self.replies: list[Callable[[Decoder[Any]], Reply]] = []
        self.used = 0

    @property
    def unused(self) -> int:
        """How many answers nobody asked for."""
        return max(0, len(self.replies) - self.used)

    def takes(self, request: Request) -> bool:
        """Say whether the answers are for a request."""
        return request.operation == self.operation and (self.wanted is None or same(self.wanted, request))

    def next(self, decoder: Decoder[Any]) -> Reply:
        """Return the answer whose turn it is. Raises Unfit."""
        reply = self.replies[min(self.used, len(self.replies) - 1)](decoder)
        self.used += 1
        return reply

    def __str__(self) -> str:
        """Name the operation, and what is wanted."""
        if self.wanted is None:
            return self.operation
        request = self.wanted.request
        values = {**given(request.path), **given(request.query)}
        if request.body is not None:
            values["body"] = request.body.value
        return f"{self.operation} with {', '.join(f'{name}={each!r}' for name, each in values.items()) or 'nothing'}"


Find: TypeAlias = Callable[[str, Asked | None], Script]
"""Finds the answers of an operation."""


class Answers(Generic[P, R]):
    """What an operation answers in a test: in turn, one for each request, the last one again and again."""

    def __init__(self, find: Find, calls: list[Call], method: Any, usual: Asked, wanted: Asked | None = None) -> None:
        self._find = find
        self._calls = calls
        self._method = method
        self._usual = usual
        self._script = find(usual.request.operation, wanted)

    def given(self, *arguments: P.args, **named: P.kwargs) -> Answers[P, R]:
        """Return the answers to calls with these arguments alone; they go before the answers to any call."""
        wanted = asked_with(self._method, *arguments, **named)
        return Answers(self._find, self._calls, self._method, self._usual, wanted)

    @property
    def calls(self) -> list[Call]:
        """The calls so far, those with the arguments that were `given`."""
        return [each for each in self._calls if self._script.takes(each.request)]

    def returns(self, value: R, *, status: int | None = None, headers: Mapping[str, str] | None = None) -> Self:
        """Answer with a value; of pages with one page. status: one of those documented; by default the first for which
        the value will do. Raises TypeError for a value that no documented answer holds."""
        return self._written(value, status, headers, None)

    def fails(self, status: int, body: object = None, headers: Mapping[str, str] | None = None) -> Self:
        """Answer with an error. body: a model or plain data; text and bytes are sent as they are."""
        reply = failed(self._usual.request, status, body, headers or {})
        return self._add(lambda decoder: reply)

    def answers(self, status: int, content: bytes = b"", headers: Mapping[str, str] | None = None) -> Self:
        """Answer with these bytes, documented or not."""
        return self._add(lambda decoder: Reply(status, headers or {}, (content,)))

    def times_out(self) -> Self:
        """Let no answer come in time: TimedOut, where it does not help to send the request again."""
        return self._add(lambda decoder: Reply(fault=_http.ReadTimeout))

    def breaks(self, after: R | None = None) -> Self:
        """Break the connection: ConnectionFailed. after: what of a stream comes before that."""
        if after is None:
            return self._add(lambda decoder: Reply(fault=_http.ReadError))
        return self._written(after, None, None, _http.ReadError)

    def refuses(self) -> Self:
        """Let there be no connection: ConnectionFailed, and nothing was sent."""
        return self._add(lambda decoder: Reply(fault=_http.ConnectError))

    def _written(self, value: R, status: int | None, headers: Mapping[str, str] | None, fault: Fault | None) -> Self:
        def write(decoder: Decoder[Any]) -> Reply:
            reply = written(decoder, value, status)
            return Reply(reply.status, {**reply.headers, **(headers or {})}, reply.pieces, fault)

        try:
            write(self._usual.decoder)
        except Unfit as error:
            what = f"{self._script.operation} never answers with this {type(value).__name__}"
            raise TypeError(f"{what}: {error}") from None
        return self._add(write)

    def _add(self, reply: Callable[[Decoder[Any]], Reply]) -> Self:
        self._script.replies.append(reply)
        return self
