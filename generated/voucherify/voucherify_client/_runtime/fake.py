"""A stand-in for an API in tests. All of the client runs, down to the HTTP library, whose answers come from the test
and not from a server; waits take no time."""

from __future__ import annotations

import difflib
import inspect
import threading
from collections.abc import Callable, Coroutine, Mapping
from types import TracebackType
from typing import Any, Literal, ParamSpec, Self, TypeAlias, TypeVar, cast, overload

from pydantic_core import to_json

from . import _http
from .auth import Token
from .client import AsyncClient, Client
from .decode import binary, by_type, json
from .exchange import Call as Sending
from .exchange import Raised
from .fake_answers import Answers, Script
from .fake_calls import Asked, Call, asked, given, same
from .fake_writing import Reply, Unfit
from .flow import Event
from .forks import remember
from .options import SEAMS, AsyncOptions, Options
from .paging import AsyncPages, Pages
from .request import Request
from .seams import Seams
from .streams import AsyncStream, Stream

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
C = TypeVar("C", bound=Client | AsyncClient)

Several: TypeAlias = list[T] | list[Event[T]] | tuple[T, ...]
"""What a stream is made from."""
_FREE = by_type({"application/json": json({"200": Any}), "*/*": binary()})
"""How an answer is read of which no document says anything."""


class Fake:
    """Stands for the API. Use it in a `with` statement: at its end an unexpected call, and an answer that nobody asked
    for, raise AssertionError. It may be shared among threads.

    calls: all calls, in their order. slept: the seconds of each wait between tries; none of them takes any time.
    """

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.slept: list[float] = []
        self._scripts: list[Script] = []
        self._unexpected: list[str] = []
        self._tokens: dict[str, Token] = {}
        self.after_fork()
        remember(self)
        self._transport = _http.MockTransport(self._answer)
        self._client = _http.Client(transport=self._transport)
        self._seams = Seams(clock=self._clock, random=_most, sleep=self.slept.append, async_sleep=self._sleep)

    def after_fork(self) -> None:
        self._lock = threading.Lock()

    @property
    def options(self) -> Options:
        """What makes a client of yours a fake: `Client(**fake.options, api_key="...")`."""
        return cast("Options", {"http_client": self._client, SEAMS: self._seams})

    @property
    def async_options(self) -> AsyncOptions:
        """As `options`, for an asynchronous client."""
        connected = _http.AsyncClient(transport=self._transport)
        return cast("AsyncOptions", {"http_client": connected, SEAMS: self._seams})

    def client(self, kind: type[C], **options: Any) -> C:
        """Make a client of either kind. options: as for the client; credentials that are left out are made up."""
        own = self.async_options if issubclass(kind, AsyncClient) else self.options
        made = cast("Callable[..., C]", kind)(**{**_made_up(kind, options), **own, **options})
        stores = vars(made)["_transport"].shared.stores.values()
        self._tokens |= {each.scheme.url: each.scheme for each in stores}
        return made

    @overload
    def on(self, method: str) -> Answers[..., Any]: ...
    @overload
    def on(self, method: Callable[P, Pages[Any, R]]) -> Answers[P, R]: ...
    @overload
    def on(self, method: Callable[P, AsyncPages[Any, R]]) -> Answers[P, R]: ...
    @overload
    def on(self, method: Callable[P, Stream[T]], *, stream: Literal[True]) -> Answers[P, Several[T]]: ...
    @overload
    def on(
        self, method: Callable[P, Coroutine[Any, Any, AsyncStream[T]]], *, stream: Literal[True]
    ) -> Answers[P, Several[T]]: ...
    @overload  # for a type checker that sees nothing but the first overload of a method with a flag
    def on(self, method: Callable[..., Any], *, stream: Literal[True]) -> Answers[..., Any]: ...
    @overload
    def on(self, method: Callable[P, Coroutine[Any, Any, R]]) -> Answers[P, R]: ...
    @overload
    def on(self, method: Callable[P, R]) -> Answers[P, R]: ...

    def on(self, method: Any, *, stream: bool = False) -> Any:
        """Return the answers of an operation, the same at each call.

        method: as in client.customers.get, of a client of either kind; or "GET /path" for what `request` sends. stream:
        for an answer that comes piece by piece, which is a list of values here.
        """
        if isinstance(method, str):
            verb, _, path = method.partition(" ")
            usual = Asked(Request(verb, path), _FREE)
        else:
            usual = asked(method, stream)
        found: Answers[..., Any] = Answers(self._script, self.calls, method, usual)
        return found

    def _script(self, operation: str, wanted: Asked | None) -> Script:
        """Return the answers of an operation to any call, or to one that sends what is wanted."""
        for each in self._scripts:
            alike = each.wanted is None if wanted is None else each.wanted and same(each.wanted, wanted.request)
            if alike and each.operation == operation:
                return each
        self._scripts.append(Script(operation, wanted))
        return self._scripts[-1]

    def _clock(self) -> float:
        return sum(self.slept)

    async def _sleep(self, seconds: float) -> None:
        from anyio import sleep

        self.slept.append(seconds)
        await sleep(0)

    def _answer(self, sent: _http.Request) -> _http.Response:
        try:
            with self._lock:
                reply = self._reply(sent.extensions["call"], sent)
        except AssertionError as error:
            raise Raised(error) from None
        return reply.response(sent)

    def _reply(self, call: Sending, sent: _http.Request) -> Reply:
        request, decoder = call.request, call.decoder
        self._note(call, sent)
        there = [each for each in self._scripts if each.replies]
        taking = sorted((each for each in there if each.takes(request)), key=lambda each: each.wanted is None)
        try:
            if taking:
                return taking[0].next(decoder if decoder is not None and decoder.kind else _FREE)
        except Unfit as error:
            raise self._refused(sent, request, f"its answer does not fit what this call asks for: {error}") from None
        if decoder is None:
            return _token(self._tokens.get(request.template))
        raise self._refused(sent, request, _near(request, there))

    def _note(self, call: Sending, sent: _http.Request) -> None:
        for each in self.calls:
            if each.sent_by is call:
                each.tries += 1
                return
        request = call.request
        values = given(request.path), given(request.query)
        body = request.body.value if request.body is not None else None
        self.calls.append(
            Call(request.operation, str(sent.url), *values, sent.headers, body, sent.content, request, call),
        )

    def _refused(self, sent: _http.Request, request: Request, why: str) -> AssertionError:
        body = f" with {request.body.value!r}"[:300] if request.body is not None else ""
        said = f"unexpected call: {request.operation} as {sent.url.raw_path.decode()}{body}; {why}"
        self._unexpected.append(said)
        return AssertionError(said)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            for each in self._unexpected:
                error.add_note(each)
            return
        unused = [f"{each}: {each.unused} of its answers not asked for" for each in self._scripts if each.unused]
        if self._unexpected or unused:
            raise AssertionError("\n".join([*self._unexpected, *unused]))


def _near(request: Request, there: list[Script]) -> str:
    """Say which answers are there, those for another call of the operation, else the most alike."""
    if fitting := [str(each) for each in there if each.operation == request.operation]:
        return f"there are answers for {', '.join(fitting)}"
    near = difflib.get_close_matches(request.operation, [each.operation for each in there], 5, 0.0)
    return f"there are answers for {', '.join(near)}" if near else "no answers were given"


def _made_up(kind: type, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a client needs: where the API is, and credentials, unless some are given."""
    credentials: dict[str, Any] = {}
    found: dict[str, Any] = {}
    for each in inspect.signature(kind).parameters.values():
        if each.name == "base_url":
            found = {"base_url": "https://fake.invalid"}
        elif each.default is None:
            credentials[each.name] = _unsigned if "Signer" in str(each.annotation) else "fake"
    return found if credentials.keys() & options.keys() else found | credentials


def _unsigned(request: object) -> dict[str, str]:
    return {}


def _token(scheme: Token | None) -> Reply:
    """Answer a request for a token, as the scheme has it, else as RFC 6749, 5.1."""
    told: dict[str, Any] = {"token_type": "bearer"}
    for pointer, value in ((scheme.value if scheme else "/access_token", "fake"), (scheme.ttl if scheme else "", 3600)):
        place = told
        *names, last = pointer.split("/")[1:] or [""]
        for name in names:
            place = place.setdefault(name, {})
        place[last] = value
    return Reply(200, {"content-type": "application/json"}, (to_json(told),))


def _most() -> float:
    return 1.0
