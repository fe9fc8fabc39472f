"""A call of an operation with its credentials and its result. No I/O; see `exchange`."""

from __future__ import annotations

from collections.abc import Callable, Generator
from copy import copy
from functools import partial
from typing import Any, TypeVar, cast

from .address import origin, resolve
from .auth import Certificate, Placed, Scheme, Token, choose
from .decode import Decoder, Reading, not_as_documented
from .errors import Answer, DecodeError, Error, InvalidArgument, StatusError
from .exchange import Call, Effect, Failure, Opened, Raised, Renew, Shared, attempts
from .failures import error_inside
from .hooks import reported
from .options import Settings, wishes
from .params import absent, bounded
from .raising import answer_error, failure_error, noted, unforeseen
from .raw import RawResponse
from .request import Request, Wire, authorize, extended, prepare, settle_times
from .retry import repeatable
from .secret import Hidden
from .signing import AsyncSigner, Signed, Signer
from .tokens import Fetched, TokenStore, ordered, read_token, token_body, token_credentials

T = TypeVar("T")
R = TypeVar("R")


def run(
    shared: Shared, settings: Settings, request: Request, decoder: Decoder[T], live: Callable[[Any], Any]
) -> Generator[Effect, Any, RawResponse[T]]:
    """Carry out a call; return the answer and what it says. live: makes a stream of a Flow. Raises an Error, and what
    a function of the user raises."""
    call = Call(shared, settings, request, settings.clock() + settings.deadline, decoder)
    problem: Exception
    try:
        return (yield from _carry_out(call, request, decoder, live))
    except Error as error:
        problem = noted(error, call)
    except Raised as raised:
        problem = raised.error
    except Exception as error:
        problem = unforeseen(call, error)
    raise problem


def _carry_out(
    call: Call, request: Request, decoder: Decoder[T], live: Callable[[Any], Any]
) -> Generator[Effect, Any, RawResponse[T]]:
    shared, settings = call.shared, call.settings
    with bounded():
        request = with_more(request, settings) if settings.query else request
        call.request = request = settle_times(with_key(request, settings), settings.naive_datetimes)
        schemes = choose(shared.schemes, request.auth, request.operation)
        base = shared.base(request.server)
        wire = prepare(request, base, _defaults(shared, settings, decoder.accept), request.body)
    answer = yield from _answer(call, schemes, wire)
    value: T | DecodeError
    try:
        value = _result(call, answer, decoder)
    except DecodeError as error:
        value = noted(error, call).with_traceback(None)
    except StatusError:
        if call.mismatches:
            yield from reported(call)
        raise
    if call.mismatches:
        yield from reported(call)
    if isinstance(answer, Opened):
        flow: Any = value
        flow.call, flow.decoder = call, decoder
        value = live(flow)
    return RawResponse(answer.status, answer.headers, answer.content, value, answer.url, call.secrets)


def with_more(request: Request, settings: Settings) -> Request:
    """Add the parameters of the query that a call was given besides its arguments.

    A link to a next page keeps those that it holds already. Refuses a name that the method sends itself.
    """
    if both := request.query.keys() & settings.query.keys():
        message = f"{request.operation}: query= holds what the method sends itself: {', '.join(sorted(both))}"
        raise InvalidArgument(message)
    return extended(request, settings.query, settings.naive_datetimes)


def with_key(request: Request, settings: Settings) -> Request:
    """Add one idempotency key for all tries, where the operation takes one and the caller's arguments hold none.

    That of the options, else that of their headers, else a new one. Raises InvalidArgument where the options have a key
    for an operation that nothing else makes safe to repeat, and that takes none.
    """
    name, key = request.idempotency, settings.idempotency_key
    if not name:
        if key and not repeatable(request.method, request.idempotent, False):
            raise InvalidArgument(f"{request.operation} takes no idempotency key")
        return request
    given = any(each.lower() == name.lower() and not absent(value) for each, value in request.headers.items())
    if given or (not key and name.lower() in settings.headers):
        return request
    if not key:
        from uuid import uuid4

        key = str(uuid4())
    return request._replace(headers={**request.headers, name: key})


def _defaults(shared: Shared, settings: Settings, accept: str) -> dict[str, str]:
    """Return the headers of every request, by lower-case name."""
    package = shared.package
    return {
        "accept": accept,
        "accept-encoding": "gzip, deflate",
        "user-agent": f"{package.name}/{package.version}",
        **settings.headers,
    }


def _result(call: Call, answer: Answer, decoder: Decoder[T]) -> T:
    """Read an answer. Raises for an error status and for an error inside a success."""
    request, hook = call.request, call.settings.on_mismatch
    when = request.errors.when
    strict = call.settings.strict and when is None
    reading = Reading(request.operation, request.method, strict, call.mismatches.append, call.secrets, *wishes(hook))
    if not decoder.expects(answer.status):
        if getattr(hook, "wants_errors", False):
            from .error_drift import report_error

            report_error(answer, request.errors, reading)
        raise answer_error(call, answer)
    if when is None:
        return decoder.decode(answer, reading)
    return _unless_error(call, answer, decoder, reading)


def _unless_error(call: Call, answer: Answer, decoder: Decoder[T], reading: Reading) -> T:
    """Read a success that may hold an error, by the document's rule, once: the rule looks at what was read."""
    request = call.request
    value: T | None = None
    unread: DecodeError | None = None
    try:
        value = decoder.decode(answer, reading)
    except DecodeError as error:
        unread = error
    inside = error_inside(answer, request.errors, request.operation, call.secrets, value)
    if inside is not None:
        call.mismatches.clear()
        if getattr(call.settings.on_mismatch, "wants_errors", False):
            from .error_drift import report_error_inside

            report_error_inside(answer, request.errors, reading)
        raise inside
    if unread is not None:
        raise unread
    if call.settings.strict and call.mismatches:
        found = tuple(call.mismatches)
        call.mismatches.clear()
        raise not_as_documented(found, answer, reading)
    return cast("T", value)


def _answer(call: Call, schemes: tuple[Scheme, ...], wire: Wire) -> Generator[Effect, Any, Answer]:
    """Send with credentials; once more, with a new token or signed for the challenge, when the server refuses them."""
    signers = _signers(schemes)
    if signers or call.request.target:
        wire = wire._replace(signers=signers, known=call.secrets if call.request.target else ())
    placed, token = yield from _credentials(call, schemes, None)
    answer = yield from attempts(call, authorize(wire, placed))
    call.challenge = answer.headers.get("www-authenticate", "") if wire.signers else ""
    again = answer.status == 401 and (token is not None or call.challenge)
    if not again or (wire.body is not None and not wire.body.replayable):
        return answer
    placed, _ = yield from _credentials(call, schemes, token)
    return (yield from attempts(call, authorize(wire, placed)))


def _signers(schemes: tuple[Scheme, ...]) -> tuple[Signer | AsyncSigner, ...]:
    hooks = [scheme.hook for scheme in schemes if isinstance(scheme, Signed)]
    return tuple(hook for hook in hooks if hook is not None)


def _credentials(
    call: Call, schemes: tuple[Scheme, ...], refused: Hidden | None
) -> Generator[Effect, Any, tuple[tuple[Placed, ...], Hidden | None]]:
    """Collect the credentials of a request; also return the fetched token among them."""
    placed: list[Placed] = []
    token: Hidden | None = None
    for scheme in schemes:
        if isinstance(scheme, Token):
            name, store = _store(call.shared, scheme)
            scopes = call.request.scopes.get(name, "") if call.settings.scopes is None else call.settings.scopes
            scopes = ordered(scopes)
            usable = store.usable(scopes, call.settings.clock(), refused)
            if usable is None:
                steps = partial(renew, call, store, scopes, refused, store.failed.get(scopes))
                renewed: Hidden = yield Renew(store, call.left, steps)
                usable = renewed
            token = usable
            placed.append(store.placed(usable))
        elif not isinstance(scheme, Signed | Certificate):
            placed.append(_own(scheme.placed))
    call.secrets.add(each for one in placed for each in one.secrets)
    return tuple(placed), token


def _own(ask: Callable[[], R]) -> R:
    """Call a function of the user; what it raises leaves the call as it is."""
    try:
        return ask()
    except Error:
        raise
    except Exception as error:
        raise Raised(error) from None


def _store(shared: Shared, scheme: Token) -> tuple[str, TokenStore]:
    return next((name, store) for name, store in shared.stores.items() if store.scheme is scheme)


def renew(
    call: Call, store: TokenStore, scopes: str, refused: Hidden | None, known: Error | None
) -> Generator[Effect, Any, Hidden]:
    """Fetch a token, unless another call has done so, or failed, meanwhile. Runs under the store's lock.

    known: the failure that was there before this call began to wait. One that came since is its failure too; that a
    call ran out of its own time is not.
    """
    token = store.usable(scopes, call.settings.clock(), refused)
    if token is not None:
        return token
    failure = store.failed.get(scopes)
    if failure is not None and failure is not known:
        raise copy(failure)
    try:
        fetched = yield from _fetch(call, store.scheme, scopes)
    except Error as error:
        if call.left > 0:
            store.failed[scopes] = copy(error)
        raise
    store.failed.pop(scopes, None)
    store.fetched[scopes] = fetched
    return fetched.text


def _fetch(outer: Call, scheme: Token, scopes: str) -> Generator[Effect, Any, Fetched]:
    """Ask for a token. A relative address is resolved against the server's URL (RFC 3986, 5.2)."""
    shared, settings = outer.shared, outer.settings
    url = resolve(shared.base(), scheme.url)
    body, secrets = _own(partial(token_body, scheme, scopes))
    request = Request("POST", scheme.url, body=body, idempotent=True, target=url)
    placed = _own(partial(token_credentials, scheme))
    call = Call(shared, settings, request, outer.deadline, private=True)
    call.secrets.add((*secrets, *(each for one in placed for each in one.secrets)))
    own = settings if origin(url) == origin(shared.base()) else settings._replace(headers={})
    wire = prepare(request, url, _defaults(shared, own, "application/json"), body)
    answer = yield from attempts(call, authorize(wire, placed))
    if not 200 <= answer.status < 300:
        raise answer_error(call, answer)
    fetched = read_token(scheme, answer, settings.clock())
    if fetched is None:
        raise failure_error(call, Failure("decode", "the answer holds no token", sent=True, answer=answer))
    return fetched
