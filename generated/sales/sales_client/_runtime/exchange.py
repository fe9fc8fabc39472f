"""One call, from request to answer: credentials, tries, redirects, waits. No I/O: generators that ask for it.

A generator yields a Send, a Sleep, a Renew or a Sign and is sent what came of it. `transport` drives it, with or
without await.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from .auth import Scheme
from .body import Body
from .decode import Decoder
from .errors import Answer, AnswerTooLarge, ConnectionFailed, DecodeError, Error, InvalidArgument, StatusError, TimedOut
from .failures import excerpt, status_error
from .options import Settings, Timeouts
from .request import Request, Wire, redirected, sign
from .retry import Budget, backoff, repeatable, retry_after, transient
from .secret import Hidden, redact
from .servers import OWN
from .signing import AsyncSigner, Outgoing, Signer
from .tokens import TokenStore

_REDIRECTS = 10


@dataclass(frozen=True, slots=True)
class Package:
    """The generated package: the name of its logger and, with the version, its User-Agent."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A try without a whole answer. kind: connect, timeout, read, decode or large; sent: it may have arrived."""

    kind: str
    message: str
    sent: bool
    answer: Answer | None = None


Outcome = Answer | Failure


@dataclass(frozen=True, slots=True)
class Opened(Answer):
    """An answer whose body is still to come. source: where it comes from, see the module `sources`."""

    source: Any = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Send:
    """Asks to send a request of a call; answered with an Outcome. limit: of the body, in bytes."""

    wire: Wire
    timeouts: Timeouts
    deadline: float
    limit: int
    call: Call

    def keeps(self, status: int, headers: Mapping[str, str]) -> bool:
        """Say whether the body is to be left open; the answer is an Opened then."""
        decoder = self.call.decoder
        return decoder is not None and decoder.keeps(status, headers)


@dataclass(frozen=True, slots=True)
class Sleep:
    """Asks to wait."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Renew:
    """Asks to run `steps` while holding the lock of a token; answered with the token. patience: seconds to wait
    for the lock."""

    store: TokenStore
    patience: float
    steps: Callable[[], Generator[Effect, Any, Hidden]]


@dataclass(frozen=True, slots=True)
class Sign:
    """Asks a function of the user for headers; answered with what it returned."""

    signer: Signer | AsyncSigner
    request: Outgoing


Effect: TypeAlias = Send | Sleep | Renew | Sign
Steps: TypeAlias = Generator[Effect, Any, Answer]


@dataclass(frozen=True, slots=True)
class Shared:
    """What a client and those derived from it share. servers: see the module of that name."""

    package: Package
    servers: Mapping[str, str]
    schemes: Mapping[str, Scheme]
    stores: Mapping[str, TokenStore]
    budget: Budget
    logger: logging.Logger

    def base(self, server: str = OWN) -> str:
        """Return the base URL of a documented server, the client's own where there is none of that URL."""
        return self.servers.get(server, self.servers[OWN])


@dataclass(slots=True)
class Call:
    """One call of an operation. decoder: how the answer is read, None for a token. sent: whether any try may have run;
    tries: requests so far; challenge: see Outgoing."""

    shared: Shared
    settings: Settings
    request: Request
    deadline: float
    decoder: Decoder[Any] | None = None
    secrets: list[Hidden] = field(default_factory=list[Hidden])
    tries: int = 0
    sent: bool = False
    challenge: str = ""

    @property
    def left(self) -> float:
        """Seconds until the deadline."""
        return self.deadline - self.settings.clock()


def attempts(call: Call, wire: Wire) -> Steps:
    """Send a request until an answer is final, and return that. Raises when there is none to return."""
    repeats = _may_repeat(call, wire.body)
    while True:
        outcome = yield from _follow(call, wire)
        wait = _wait(call, outcome, repeats, wire.body)
        if wait is None:
            if isinstance(outcome, Failure):
                raise failure_error(call, outcome)
            if outcome.status < 400:
                call.shared.budget.refill()
            return outcome
        yield Sleep(wait)


def _may_repeat(call: Call, body: Body | None) -> bool:
    """Say whether a request that may have run can be sent again."""
    request = call.request
    has_key = bool(request.idempotency) or any(name.lower() == "idempotency-key" for name in request.headers)
    return repeatable(request.method, request.idempotent, has_key) and (body is None or body.replayable)


def _follow(call: Call, wire: Wire) -> Generator[Effect, Any, Outcome]:
    """Send once, and follow redirects."""
    call.tries += 1
    left = _REDIRECTS
    while True:
        left -= 1
        outcome = yield from _once(call, wire)
        if isinstance(outcome, Failure) or outcome.status // 100 != 3:
            return outcome
        following = redirected(wire, outcome.status, outcome.headers.get("location", ""))
        if following is None or left < 0:
            return outcome
        wire = following


def _signed(call: Call, wire: Wire) -> Generator[Effect, Any, Wire]:
    """Add what the signers return; each sees what those before it added."""
    for signer in wire.signers:
        headers: object = yield Sign(signer, wire.outgoing(call.challenge))
        before = len(wire.credentials)
        wire = sign(wire, headers)
        call.secrets += [each.text for each in wire.credentials[before:]]
    return wire


def _once(call: Call, wire: Wire) -> Generator[Effect, Any, Outcome]:
    settings = call.settings
    wire = yield from _signed(call, wire)
    left = call.left
    if left <= 0:
        return Failure("timeout", "the deadline has passed", sent=False)
    begun = settings.clock()
    timeouts = _within(settings.timeout, left)
    outcome: Outcome = yield Send(wire, timeouts, call.deadline, settings.max_response_bytes, call)
    call.sent = call.sent or isinstance(outcome, Answer) or outcome.sent
    logger = call.shared.logger
    if logger.isEnabledFor(logging.DEBUG):
        result = outcome.status if isinstance(outcome, Answer) else outcome.kind
        took = (settings.clock() - begun) * 1000
        logger.debug("%s -> %s in %.1f ms, try %d", call.request.operation, result, took, call.tries)
    return outcome


def _within(timeouts: Timeouts, left: float) -> Timeouts:
    """Cut timeouts to what the deadline leaves."""
    if left >= max(timeouts.connect, timeouts.read, timeouts.write, timeouts.pool):
        return timeouts
    connect, read, write, pool = (
        min(left, each) for each in (timeouts.connect, timeouts.read, timeouts.write, timeouts.pool)
    )
    return Timeouts(connect, read, write, pool, timeouts.idle)


def _wait(call: Call, outcome: Outcome, repeats: bool, body: Body | None) -> float | None:
    """Return the seconds to wait before the next try, None when there is none."""
    retry = call.settings.retry
    if call.tries > retry.retries:
        return None
    if isinstance(outcome, Failure):
        unsent = not outcome.sent and outcome.kind in ("connect", "timeout") and call.left > 0
        again = (unsent and (body is None or body.replayable)) or (repeats and outcome.kind in ("timeout", "read"))
        asked = None
    else:
        again = repeats and transient(outcome.status)
        asked = retry_after(outcome.headers, call.settings.now())
    if not again or (asked is not None and asked > retry.max_retry_after):
        return None
    wait = backoff(retry, call.tries, call.settings.random) if asked is None else asked
    return wait if wait < call.left and call.shared.budget.spend() else None


def failure_error(call: Call, failure: Failure) -> Error:
    """Make the exception for a try without a whole answer."""
    said = redact(failure.message, call.secrets)
    message = f"{call.request.operation}: {said}" + (f" (after {call.tries} tries)" if call.tries > 1 else "")
    answer = failure.answer
    if answer is not None:
        kind = AnswerTooLarge if failure.kind == "large" else DecodeError
        shown = excerpt(answer.content, call.secrets)
        return kind(message, status=answer.status, request_id=answer.request_id, excerpt=shown)
    if failure.kind == "invalid":
        return InvalidArgument(message)
    kind_ = TimedOut if failure.kind == "timeout" else ConnectionFailed
    return kind_(message, may_have_run=call.sent, tries=call.tries)


def answer_error(call: Call, answer: Answer) -> StatusError:
    """Make the exception for an answer whose status is an error."""
    after = retry_after(answer.headers, call.settings.now())
    request = call.request
    return status_error(answer, request.errors, request.operation, call.secrets, after, call.tries)
