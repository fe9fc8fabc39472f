"""One call, from request to answer: credentials, tries, redirects, waits. No I/O: generators that ask for it.

A generator yields a Send, a Sleep, a Renew or an Ask and is sent what came of it. `transport` drives it, with or
without await.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple, TypeAlias

from .auth import KEY, Scheme
from .decode import Decoder
from .errors import Answer, Mismatch
from .hooks import Ask, after, before
from .options import Settings
from .raising import failure_error
from .request import Request, Wire, redirected, sign
from .retry import Budget, backoff, repeatable, retry_after, transient
from .secret import Hidden, Known, SecretSource
from .servers import OWN
from .signing import Covered, signature
from .tokens import TokenStore

_REDIRECTS = 10


class Package(NamedTuple):
    """The generated package: the name of its logger and, with the version, its User-Agent."""

    name: str
    version: str


class Failure(NamedTuple):
    """A try without a whole answer. kind: connect, timeout, read, decode, large, closed or invalid; sent: it may have
    arrived; cause: what the HTTP library raised."""

    kind: str
    message: str
    sent: bool
    answer: Answer | None = None
    cause: Exception | None = None

    def __repr__(self) -> str:
        return f"Failure({self.kind!r}, {self.message!r}, sent={self.sent})"


Outcome = Answer | Failure


@dataclass(frozen=True, slots=True)
class Opened(Answer):
    """An answer whose body is still to come. source: where it comes from, see the module `sources`."""

    source: Any = field(default=None, repr=False)


class Send(NamedTuple):
    """Asks to send a request of a call; answered with an Outcome."""

    wire: Wire
    call: Call

    def keeps(self, status: int, headers: Mapping[str, str]) -> bool:
        """Say whether the body is to be left open; the answer is an Opened then."""
        decoder = self.call.decoder
        return decoder is not None and decoder.keeps(status, headers)


class Sleep(NamedTuple):
    """Asks to wait."""

    seconds: float


class Renew(NamedTuple):
    """Asks to run `steps` while holding the lock of a token; answered with the token. patience: seconds to wait
    for the lock."""

    store: TokenStore
    patience: float
    steps: Callable[[], Generator[Effect, Any, Hidden]]


class Raised(Exception):
    """Carries what a function of the user raised: it leaves the call as it is."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


Effect: TypeAlias = Send | Sleep | Renew | Ask
Steps: TypeAlias = Generator[Effect, Any, Answer]


class Shared(NamedTuple):
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

    def held(self) -> Iterator[Hidden]:
        """Yield the secrets that are known without asking for them, but for words that any text may hold."""
        sources = (each for scheme in self.schemes.values() for each in scheme.needs if isinstance(each, SecretSource))
        given = (known for each in sources for known in each.known)
        fetched = (each.text for store in self.stores.values() for each in list(store.fetched.values()))
        yield from (each for each in (*given, *fetched) if each.sound and len(each.reveal()) >= KEY)


@dataclass(slots=True)
class Call:
    """One call of an operation. deadline: by the clock. decoder: how the answer is read, None for a token.
    may_have_run: whether the server may have carried out any try; tries: requests so far; answered: the headers of
    the last answer; challenge: see Outgoing. private: whether what is answered is itself a secret. mismatches: what
    `reported` is still to tell."""

    shared: Shared
    settings: Settings
    request: Request
    deadline: float
    decoder: Decoder[Any] | None = None
    tries: int = 0
    may_have_run: bool = False
    answered: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    challenge: str = field(default="", repr=False)
    private: bool = False
    mismatches: list[Mismatch] = field(default_factory=list[Mismatch])
    secrets: Known = field(init=False)

    def __post_init__(self) -> None:
        self.secrets = Known(self.shared.held)

    @property
    def left(self) -> float:
        """Seconds until the deadline."""
        return self.deadline - self.settings.clock()


def attempts(call: Call, wire: Wire) -> Steps:
    """Send a request until an answer is final, and return that. Raises when there is none to return."""
    while True:
        outcome = yield from _follow(call, wire)
        wait = _wait(call, outcome, wire)
        if wait is None:
            if isinstance(outcome, Failure):
                raise failure_error(call, outcome)
            if outcome.status < 400:
                call.shared.budget.refill()
            return outcome
        yield Sleep(wait)


def _may_repeat(call: Call, wire: Wire) -> bool:
    """Say whether a request that may have run can be sent again. Of a key counts only what is really sent."""
    request = call.request
    names = {"idempotency-key", request.idempotency.lower()}
    has_key = any(name.lower() in names and value.strip() for name, value in wire.headers)
    return repeatable(request.method, request.idempotent, has_key) and (wire.body is None or wire.body.replayable)


def _follow(call: Call, wire: Wire) -> Generator[Effect, Any, Outcome]:
    """Send once, and follow redirects."""
    call.tries += 1
    left = _REDIRECTS
    before: Answer | None = None
    while True:
        left -= 1
        outcome = yield from _once(call, wire)
        if isinstance(outcome, Failure):
            return outcome if before is None or outcome.kind != "invalid" else before  # it leads to what is no URL
        following = redirected(wire, outcome, call.secrets)
        if following is None or left < 0:
            return outcome
        wire, before = following, outcome


def _signed(call: Call, wire: Wire) -> Generator[Effect, Any, Wire]:
    """Add what the signers return; each sees what those before it added."""
    for signer in wire.signers:
        ask = partial(signature, signer, wire.outgoing(call.challenge), call.settings.waits)
        headers: Covered | None = yield Ask(ask, call.left, "no signature in time")
        before = len(wire.credentials)
        wire = sign(wire, headers)
        added = (each for placed in wire.credentials[before:] for each in placed.secrets)
        call.secrets.add(each for each in added if len(each.reveal()) >= KEY)
    return wire


def _once(call: Call, wire: Wire) -> Generator[Effect, Any, Outcome]:
    settings = call.settings
    if wire.signers:
        wire = yield from _signed(call, wire)
    if settings.on_request is not None:
        yield from before(call, wire)
    begun = settings.clock()
    if begun >= call.deadline:
        return Failure("timeout", "the deadline has passed", sent=False)
    outcome: Outcome = yield Send(wire, call)
    _note(call, outcome)
    if settings.on_response is not None and isinstance(outcome, Answer):
        yield from after(call, wire, outcome, settings.clock() - begun)
    logger = call.shared.logger
    if logger.isEnabledFor(logging.DEBUG):
        result = outcome.status if isinstance(outcome, Answer) else outcome.kind
        took = (settings.clock() - begun) * 1000
        logger.debug("%s -> %s in %.1f ms, try %d", call.request.operation, result, took, call.tries)
    return outcome


def _note(call: Call, outcome: Outcome) -> None:
    """Note what a try says of the call: a server that answers 3xx or 4xx did not carry it out."""
    answer = outcome.answer if isinstance(outcome, Failure) else outcome
    if answer is None:
        call.may_have_run |= isinstance(outcome, Failure) and outcome.sent
    else:
        call.may_have_run |= not 300 <= answer.status < 500
        call.answered = answer.headers


def _wait(call: Call, outcome: Outcome, wire: Wire) -> float | None:
    """Return the seconds to wait before the next try, None when there is none."""
    retry = call.settings.retry
    if call.tries > retry.retries:
        return None
    if isinstance(outcome, Failure):
        unsent = not outcome.sent and outcome.kind in ("connect", "timeout") and call.left > 0
        again = unsent and (wire.body is None or wire.body.replayable)
        again = again or (outcome.kind in ("timeout", "read") and _may_repeat(call, wire))
        asked = None
    else:
        again = transient(outcome.status) and _may_repeat(call, wire)
        asked = retry_after(outcome.headers, call.settings.now()) if again else None
    if not again or (asked is not None and asked > retry.max_retry_after):
        return None
    wait = backoff(retry, call.tries, call.settings.random) if asked is None else asked
    return wait if wait < call.left and call.shared.budget.spend() else None
