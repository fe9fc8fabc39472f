"""Which exception an answer is. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any, NamedTuple, TypeVar

from . import _http
from .errors import Answer, ErrorInAnswer, StatusError, status_class
from .pointer import NOTHING, find, is_data, same, seen
from .secret import Hidden
from .shapes import EMPTY
from .typed import Typed, as_typed

_EXCERPT = 200
BEGINNING = 65536
"""Bytes of a body in which secrets are looked for, where no more than its excerpt is shown."""

V = TypeVar("V")


class ErrorWhen(NamedTuple):
    """An error inside a successful answer: the value at a JSON pointer equals a constant; `type`: of the body."""

    pointer: str
    equals: object
    type: Any = None


class Failures(NamedTuple):
    """The documented errors of an operation, by "404", "4XX" or "default"."""

    types: Mapping[str, Typed] = EMPTY
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


def excerpt(content: bytes) -> str:
    """Return the beginning of a body, which holds no secrets, as one line of printable text."""
    text = content[: 8 * _EXCERPT].decode("utf-8", "replace")
    line = "".join(char if char.isprintable() else " " for char in text)
    short = " ".join(line.split())
    return short if len(short) <= _EXCERPT else short[:_EXCERPT] + "..."


def status_error(
    answer: Answer, failures: Failures, operation: str, secrets: Iterable[Hidden], retry_after: float | None
) -> StatusError:
    """Make the exception for an answer whose status is an error. Its body is typed when it reads as documented."""
    answer = clean(answer, secrets)
    return status_class(answer.status)(
        _message(answer, operation),
        response=answer,
        body=_body(answer, for_status(failures.types, answer.status)),
        retry_after=retry_after,
    )


def error_inside(
    answer: Answer, failures: Failures, operation: str, secrets: Iterable[Hidden], value: object
) -> ErrorInAnswer | None:
    """Make the exception for a success with an error inside, by the document's rule; None when it has none.

    value: what was read of the answer. Its bytes are looked at only where that is no data, or where the type has made
    something else of what the rule is about.
    """
    when = failures.when
    if when is None or not answer.content:
        return None
    found = seen(value, when.pointer)
    if not is_data(value) or not (found is NOTHING or found is None or isinstance(found, str | int | float)):
        data = plain_body(answer.content)
        found = NOTHING if isinstance(data, str) else find(data, when.pointer)
    if not same(found, when.equals):
        return None
    answer = clean(answer, secrets)
    message, body = _message(answer, operation), _body(answer, failures.inside)
    return ErrorInAnswer(message, response=answer, body=body)


def clean(answer: Answer, secrets: Iterable[Hidden], most: int | None = None) -> Answer:
    """Take out the secrets that a server repeats in body, headers or URL. most: bytes of the body that are kept."""
    from .redaction import Redaction

    redaction = Redaction(secrets)
    content = redaction.content(answer.content[:most])
    pairs = [(redaction.content(name), redaction.content(value)) for name, value in _http.Headers(answer.headers).raw]
    return replace(answer, content=content, headers=_http.Headers(pairs), url=redaction.text(answer.url))


def _body(answer: Answer, typed: Typed | None) -> Any:
    """Read the body of an error, as its type where it can be."""
    data = plain_body(answer.content)
    try:
        return data if typed is None else typed.read_error(answer, data)
    except (ValueError, LookupError, RecursionError):
        return data


def _message(answer: Answer, operation: str) -> str:
    try:
        phrase = " " + HTTPStatus(answer.status).phrase
    except ValueError:
        phrase = ""
    known = f" (request {answer.request_id})" if answer.request_id else ""
    said = excerpt(answer.content)
    return f"{operation}: {answer.status}{phrase}{known}{': ' + said if said else ''}"
