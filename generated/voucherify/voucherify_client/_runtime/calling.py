"""A call of an operation with its credentials and its result. No I/O; see `exchange`."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from .address import origin, resolve
from .auth import Certificate, Placed, Scheme, Token, choose
from .decode import Decoder, Reading
from .errors import Answer, DecodeError, Error, Mismatch
from .exchange import Call, Effect, Failure, Opened, Raised, Renew, Shared, attempts
from .failures import error_inside
from .options import Settings
from .params import absent, bounded
from .raising import answer_error, failure_error, noted, unforeseen
from .raw import RawResponse
from .request import Request, Wire, authorize, prepare, settle_times
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
        call.request = request = settle_times(with_key(request, settings), settings.naive_datetimes)
    schemes = choose(shared.schemes, request.auth, request.operation)
    with bounded():
        base = shared.base(request.server)
        wire = prepare(request, base, _defaults(shared, settings, decoder.accept), request.body)
    answer = yield from _answer(call, schemes, wire)
    value: T | DecodeError
    try:
        value = _result(call, answer, decoder)
    except DecodeError as error:
        value = noted(error, call).with_traceback(None)
    if isinstance(answer, Opened):
        flow: Any = value
        flow.call, flow.decoder = call, decoder
        value = live(flow)
    return RawResponse(answer.status, answer.headers, answer.content, value, answer.url, call.secrets)


def with_key(request: Request, settings: Settings) -> Request:
    """Add one idempotency key for all tries, where the operation takes one and the caller sent none."""
    name = request.idempotency
    taken = {each.lower() for each, value in request.headers.items() if not absent(value)} | settings.headers.keys()
    if not name or name.lower() in taken:
        return request
    from uuid import uuid4

    return replace(request, headers={**request.headers, name: settings.idempotency_key or str(uuid4())})


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
    if not decoder.expects(answer.status):
        raise answer_error(call, answer)
    request = call.request
    inside = error_inside(answer, request.errors, request.operation, call.secrets)
    if inside is not None:
        raise inside

    def report(mismatch: Mismatch) -> None:
        hook = call.settings.on_mismatch
        if hook is not None:
            _own(partial(hook, mismatch, request.operation))
        else:
            call.shared.logger.info("%s: %s", request.operation, mismatch)

    reading = Reading(request.operation, request.method, call.settings.strict, report, call.secrets)
    return decoder.decode(answer, reading)


def _answer(call: Call, schemes: tuple[Scheme, ...], wire: Wire) -> Generator[Effect, Any, Answer]:
    """Send with credentials; once more, with a new token or signed for the challenge, when the server refuses them."""
    wire = replace(wire, signers=_signers(schemes), known=call.secrets if call.request.target else ())
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
            usable = store.usable(ordered(scopes), call.settings.clock(), refused)
            if usable is None:
                renewed: Hidden = yield Renew(store, call.left, partial(renew, call, store, ordered(scopes), refused))
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


def renew(call: Call, store: TokenStore, scopes: str, refused: Hidden | None) -> Generator[Effect, Any, Hidden]:
    """Fetch a token, unless another call has done so meanwhile. Runs under the store's lock."""
    token = store.usable(scopes, call.settings.clock(), refused)
    if token is not None:
        return token
    fetched = yield from _fetch(call, store.scheme, scopes)
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
    own = settings if origin(url) == origin(shared.base()) else replace(settings, headers={})
    wire = prepare(request, url, _defaults(shared, own, "application/json"), body)
    answer = yield from attempts(call, authorize(wire, placed))
    if not 200 <= answer.status < 300:
        raise answer_error(call, answer)
    fetched = read_token(scheme, answer, settings.clock())
    if fetched is None:
        raise failure_error(call, Failure("decode", "the answer holds no token", sent=True, answer=answer))
    return fetched
