"""Which exception an answer is. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any, TypeVar

from .errors import Answer, ErrorInAnswer, StatusError, status_class
from .pointer import find, same
from .secret import Hidden, redact, redact_bytes
from .typed import Typed, as_typed

_EXCERPT = 200

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class ErrorWhen:
    """An error inside a successful answer: the value at a JSON pointer equals a constant; `type`: of the body."""

    pointer: str
    equals: object
    type: Any = None


@dataclass(frozen=True, slots=True)
class Failures:
    """The documented errors of an operation, by "404", "4XX" or "default"."""

    types: Mapping[str, Typed] = field(default_factory=dict[str, Typed])
    when: ErrorWhen | None = None
    inside: Typed | None = None


def errors(types: Mapping[int | str, Any] | None = None, when: ErrorWhen | None = None) -> Failures:
    """Say what an operation's errors look like: status, range ("4XX") or "default" -> type of the body."""
    known = {str(status).upper(): as_typed(type) for status, type in (types or {}).items()}
    return Failures(known, when, Typed(when.type) if when is not None and when.type is not None else None)


def for_status(types: Mapping[str, V], status: int) -> V | None:
    """Return the entry for a status: exact, else its range, else the default (OpenAPI 3.1, 4.8.16)."""
    return types.get(str(status)) or types.get(f"{status // 100}XX") or types.get("DEFAULT")


def plain_body(content: bytes) -> Any:
    """Return JSON data, else text, else None for nothing."""
    from pydantic_core import from_json

    if not content:
        return None
    try:
        return from_json(content, allow_inf_nan=False)
    except ValueError:
        return content.decode("utf-8", "replace")


def excerpt(content: bytes, secrets: Iterable[Hidden]) -> str:
    """Return the beginning of a body as one line of printable text, without secrets."""
    text = redact(content[: 8 * _EXCERPT].decode("utf-8", "replace"), secrets)
    line = "".join(char if char.isprintable() else " " for char in text)
    short = " ".join(line.split())
    return short if len(short) <= _EXCERPT else short[:_EXCERPT] + "..."


def status_error(
    answer: Answer, failures: Failures, operation: str, secrets: Iterable[Hidden], retry_after: float | None
) -> StatusError:
    """Make the exception for an answer whose status is an error. Its body is typed when it reads as documented."""
    answer = _clean(answer, secrets)
    data = plain_body(answer.content)
    typed = for_status(failures.types, answer.status)
    body = typed.read_error(answer, data) if typed is not None else data
    return status_class(answer.status)(
        _message(answer, operation, secrets),
        response=answer,
        body=body,
        retry_after=retry_after,
    )


def error_inside(answer: Answer, failures: Failures, operation: str, secrets: Iterable[Hidden]) -> ErrorInAnswer | None:
    """Make the exception for a success with an error inside, by the document's rule; None when it has none."""
    when = failures.when
    if when is None or not answer.content:
        return None
    data = plain_body(answer.content)
    if isinstance(data, str) or not same(find(data, when.pointer), when.equals):
        return None
    answer = _clean(answer, secrets)
    data = plain_body(answer.content)
    body = failures.inside.read_error(answer, data) if failures.inside is not None else data
    message = _message(answer, operation, secrets)
    return ErrorInAnswer(message, response=answer, body=body)


def _clean(answer: Answer, secrets: Iterable[Hidden]) -> Answer:
    """Take out the secrets that a server repeats in the body of an error."""
    cleaned = redact_bytes(answer.content, secrets)
    return answer if cleaned == answer.content else replace(answer, content=cleaned)


def _message(answer: Answer, operation: str, secrets: Iterable[Hidden]) -> str:
    try:
        phrase = " " + HTTPStatus(answer.status).phrase
    except ValueError:
        phrase = ""
    known = f" (request {answer.request_id})" if answer.request_id else ""
    said = excerpt(answer.content, secrets)
    return f"{operation}: {answer.status}{phrase}{known}{': ' + said if said else ''}"
