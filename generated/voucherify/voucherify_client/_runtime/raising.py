"""What comes of a call -> the exception that it raises. No secret is in it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from .errors import (
    Answer,
    AnswerTooLarge,
    ClientClosed,
    ConnectionFailed,
    DecodeError,
    Error,
    InvalidArgument,
    StatusError,
    TimedOut,
    request_id,
)
from .failures import BEGINNING, clean, excerpt, status_error
from .retry import retry_after
from .secret import redact, redacted_cause
from .tokens import told

if TYPE_CHECKING:
    from .exchange import Call, Failure

E = TypeVar("E", bound=Error)

_PLAIN: Mapping[str, type[Error]] = {"timeout": TimedOut, "closed": ClientClosed, "invalid": InvalidArgument}
"""What a failure is raised as, where there is no answer to show."""


def noted(error: E, call: Call) -> E:
    """Write into an error what is known of its call."""
    error.may_have_run = call.may_have_run
    error.tries = call.tries
    error.request_id = redact(request_id(call.answered), call.secrets)
    return error


def unforeseen(call: Call, error: Exception) -> Error:
    """Make the exception for one that nobody foresaw: what it says may hold secrets, what it is does not."""
    made = Error(f"{call.request.operation}: {type(error).__name__} in the client, which is a fault of it")
    made.__cause__ = redacted_cause(error, call.secrets)
    return noted(made, call)


def failure_error(call: Call, failure: Failure) -> Error:
    """Make the exception for a try without a whole answer."""
    said = redact(failure.message, call.secrets)
    message = f"{call.request.operation}: {said}" + (f" (after {call.tries} tries)" if call.tries > 1 else "")
    answer = failure.answer
    error: Error
    if answer is not None and failure.kind in ("large", "decode", "read"):
        kind = AnswerTooLarge if failure.kind == "large" else DecodeError
        answer = clean(_showable(call, answer), call.secrets, BEGINNING)
        error = kind(message, status=answer.status, excerpt=excerpt(answer.content))
    else:
        error = _PLAIN.get(failure.kind, ConnectionFailed)(message)
    if failure.cause is not None:
        error.__cause__ = redacted_cause(failure.cause, call.secrets)
    return noted(error, call)


def answer_error(call: Call, answer: Answer) -> StatusError:
    """Make the exception for an answer whose status is an error."""
    after = retry_after(answer.headers, call.settings.now())
    request = call.request
    shown = _showable(call, answer)
    return noted(status_error(shown, request.errors, request.operation, call.secrets, after), call)


def _showable(call: Call, answer: Answer) -> Answer:
    """Return what an error may show of an answer, secrets aside that were sent."""
    return told(answer) if call.private else answer
