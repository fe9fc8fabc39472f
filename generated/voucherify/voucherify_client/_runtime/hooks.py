"""What functions of the user are told of a call: requests, answers, and places that are not as their type says.

No secret is told. Each function is called by way of an Ask, so that the asynchronous client awaits what it returns.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Generator, Mapping
from functools import partial
from math import inf
from typing import TYPE_CHECKING, Any, NamedTuple

from .checks import asynchronous
from .errors import Answer, InvalidArgument, request_id
from .secret import SHOWN, redact
from .shapes import is_awaitable

if TYPE_CHECKING:
    from .exchange import Call
    from .request import Wire

_NEVER_SHOWN = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie"})


class Ask:
    """Asks to call a function of the user; answered with what it returned, awaited where the client awaits.

    patience: seconds to wait for it. late: what to say where that is not enough.
    """

    __slots__ = ("function", "late", "patience")

    def __init__(self, function: Callable[[], object], patience: float, late: str) -> None:
        self.function = function
        self.patience = patience
        self.late = late


class RequestInfo(NamedTuple):
    """A request that is about to be sent, without its credentials.

    operation: method and path template. url: with its query. headers: by lower-case name. try_number: from 1; a
    redirect that is followed belongs to the same try.
    """

    operation: str
    method: str
    url: str
    headers: Mapping[str, str]
    try_number: int


class ResponseInfo(NamedTuple):
    """The answer to a request, its body aside. headers: by lower-case name. seconds: from the request to the end of the
    body, or to its begin where it is streamed."""

    request: RequestInfo
    status: int
    headers: Mapping[str, str]
    seconds: float

    @property
    def request_id(self) -> str:
        """The identifier that the server gave this request, or ""."""
        return request_id(self.headers)


def before(call: Call, wire: Wire) -> Generator[Ask, Any, None]:
    """Tell of a request."""
    yield from _told(call, "on_request", call.settings.on_request, _info(call, wire))


def after(call: Call, wire: Wire, answer: Answer, seconds: float) -> Generator[Ask, Any, None]:
    """Tell of an answer; close its body where that raises."""
    headers = {name.lower(): _value(call, name.lower(), value, frozenset()) for name, value in answer.headers.items()}
    info = ResponseInfo(_info(call, wire), answer.status, headers, seconds)
    try:
        yield from _told(call, "on_response", call.settings.on_response, info)
    except Exception:
        source: Any = getattr(answer, "source", None)
        if source is not None:
            yield Ask(source.close, inf, "")
        raise


def reported(call: Call) -> Generator[Ask, Any, None]:
    """Tell of the mismatches that were found; write them to the log where nobody asks."""
    found, hook = [*call.mismatches], call.settings.on_mismatch
    call.mismatches.clear()
    for each in found:
        if hook is None:
            call.shared.logger.info("%s: %s", call.request.operation, each)
        else:
            yield from _told(call, "on_mismatch", partial(hook, each), call.request.operation)


def _told(call: Call, name: str, hook: Callable[[Any], object] | None, info: object) -> Generator[Ask, Any, None]:
    """Call a function of the user."""
    assert hook is not None
    reply = yield Ask(partial(hook, info), call.left, f"{name} did not come to its end in time")
    if is_awaitable(reply):
        if isinstance(reply, Coroutine):
            reply.close()
        raise InvalidArgument(asynchronous(name))


def _info(call: Call, wire: Wire) -> RequestInfo:
    secret = frozenset(each.wire.lower() for each in wire.credentials if each.place == "header")
    shown = {name.lower(): _value(call, name.lower(), value, secret) for name, value in wire.headers}
    shown |= dict.fromkeys(secret, SHOWN)
    if wire.cookies or any(each.place == "cookie" for each in wire.credentials):
        shown["cookie"] = SHOWN
    url = redact(wire.shown_url, call.secrets)
    return RequestInfo(call.request.operation, wire.method, url, shown, call.tries)


def _value(call: Call, name: str, value: str, secret: frozenset[str]) -> str:
    return SHOWN if name in secret or name in _NEVER_SHOWN else redact(value, call.secrets)
