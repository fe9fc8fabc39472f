"""Which operation a method is, and what a call of it said. Nothing is sent: the method is asked what it would send."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from .decode import Decoder
from .options import Settings
from .params import OMIT, Omit, Styled, absent
from .request import Request, prepare, settle_times


@dataclass(frozen=True, slots=True)
class Asked:
    """What a method would send, and how it reads the answer. turned: the parameter that pages change."""

    request: Request
    decoder: Decoder[Any]
    turned: str = ""


@dataclass(slots=True)
class Call:
    """One call of an operation; of pages, one for each page.

    operation: its method and path template. path, query: what was given, by its name in the document. headers: those
    that were sent, with the credentials. body: what was given; content: its bytes. tries: how often it was sent.
    sent_by: what stands for it in the client.
    """

    operation: str
    url: str
    path: Mapping[str, Any]
    query: Mapping[str, Any]
    headers: Mapping[str, str]
    body: Any
    content: bytes
    request: Request = field(repr=False)
    sent_by: object = field(repr=False)
    tries: int = 1


class _Told(Exception):
    """Carries what a method would have sent."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked


class _Listener:
    """Stands for a transport."""

    def send(self, request: Request, decoder: Decoder[Any]) -> NoReturn:
        raise _Told(Asked(request, decoder))


class _AsyncListener:
    async def send(self, request: Request, decoder: Decoder[Any]) -> NoReturn:
        raise _Told(Asked(request, decoder))


def asked(method: Any, stream: bool) -> Asked:
    """Ask a method what it sends, nothing given. Raises TypeError for what is no operation of a client.

    What stands for the body is not OMIT itself, which says that the body is given field by field.
    """
    bound = _listening(method)
    parameters = inspect.signature(bound).parameters.values()
    given = [each for each in parameters if each.default is inspect.Parameter.empty and each.kind is each.KEYWORD_ONLY]
    named: dict[str, object] = {each.name: OMIT for each in given}
    named |= {each.name: True for each in parameters if stream and each.name in ("stream", "call_stream")}
    return _ask(bound, *[Omit() for each in parameters if each.kind is each.POSITIONAL_OR_KEYWORD], **named)


def asked_with(method: Any, *arguments: Any, **named: Any) -> Asked:
    """Ask a method what it sends for these arguments."""
    return _ask(_listening(method), *arguments, **named)


def _listening(method: Any) -> Any:
    owner: Any = getattr(method, "__self__", None)
    transport = getattr(owner, "_transport", None)
    if transport is None:
        raise TypeError(f"{method!r} is no operation: name one as in client.customers.get")
    made = owner.__class__(_AsyncListener() if inspect.iscoroutinefunction(method) else _Listener())
    return getattr(made, method.__name__)


def _ask(method: Any, *arguments: Any, **named: Any) -> Asked:
    try:
        found: Any = method(*arguments, **named)
        if inspect.iscoroutinefunction(method):
            found.send(None)
    except _Told as told:
        return told.asked
    names = (getattr(found._paging, each, "") for each in ("page", "offset", "cursor"))
    return Asked(found._request, found._decoder, next(filter(None, names), ""))


def same(one: Asked, other: Request) -> bool:
    """Say whether a request is what was asked for, or the request for a further page of it."""
    if other.target:
        return True
    return _fingerprint(one.request, one.turned) == _fingerprint(other, one.turned)


def _fingerprint(request: Request, turned: str) -> tuple[object, ...]:
    settled = settle_times(request, Settings().naive_datetimes)
    headers = {name: value for name, value in settled.headers.items() if name != settled.idempotency}
    query = {name: value for name, value in settled.query.items() if name != turned}
    wire = prepare(settled._replace(headers=headers, query=query, target=""), "", {}, None)
    body = settled.body
    content: object = None if body is None else body.content or body.value
    return wire.url, wire.headers, wire.cookies, content


def given(values: Mapping[str, object]) -> dict[str, Any]:
    """Return the parameters that were given, without the way they are written."""
    plain = {name: each.value if isinstance(each, Styled) else each for name, each in values.items()}
    return {name: each for name, each in plain.items() if not absent(each)}
