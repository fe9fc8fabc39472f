"""Every exception that a client raises, and the choice of one for an answer.

    Error
      InvalidArgument           an argument cannot be sent; nothing was
      MissingCredentials        the operation needs a credential that was not given; nothing was sent
      ClientClosed              the client was closed before the call
      TooManyPages              paging went on past its cap
      ConnectionFailed          no answer came
        TimedOut                no answer came in time
      DecodeError               an answer came that cannot be read
        AnswerTooLarge          it is larger than the limit
      StatusError               the answer is an error
        Redirected              3xx that is not followed
        BadRequest              400
        Unauthorized            401
        Forbidden               403
        NotFound                404
        Conflict                409
        Gone                    410
        Unprocessable           422
        TooManyRequests         429
        ClientFault             any other 4xx
        ServerError             5xx
        ErrorInAnswer           a success status with an error inside
      WebhookError              a request that the API sent cannot be taken
        InvalidSignature        it is not signed as it has to be; its body was not read
        UnknownEvent            it does not say which event it is, or names one that is not documented
        InvalidPayload          its body cannot be read as the event's payload

Messages name the operation by its method and path template and never hold a secret.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn


def _rebuild(cls: type[Error], args: tuple[Any, ...], state: dict[str, Any]) -> Error:
    """Make an error again from its pickle, whatever its constructor takes."""
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class Error(Exception):
    """The root: every exception of a client derives from it. __cause__: what the HTTP library raised, without what it
    knows of the request."""

    may_have_run = False
    """Whether the server may have carried out the call, at any of its tries."""
    tries = 0
    """How often the request was sent."""
    request_id = ""
    """The identifier that the server gave the last of its tries, or ""."""

    def __reduce__(self) -> tuple[Callable[..., Error], tuple[Any, ...]]:
        return _rebuild, (type(self), self.args, dict(self.__dict__))


class InvalidArgument(Error, ValueError):
    """An argument cannot be sent: an empty path value, a header with a line break. Nothing was sent."""


class MissingCredentials(Error):
    """The operation needs a credential that was not given. Nothing was sent."""


class ClientClosed(Error):
    """The client was closed before the call."""


class TooManyPages(Error):
    """Paging went on past the cap on pages."""


class ConnectionFailed(Error):
    """No answer came."""


class TimedOut(ConnectionFailed):
    """No answer came in time, or not all of it."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A place of an answer that is not as its type says.

    path: JSONPath. found: a JSON type or "absent", never a value. place: the path with `[*]` for indices and free keys.
    model: the class around it, "" outside of any; inside: the place from there on. status, media: of the answer, 0 and
    "" where none is known. constant: a text that came where one of some constants was expected, and only for a hook
    that asks for it.
    """

    path: str
    expected: str
    found: str
    place: str = field(default="", compare=False, repr=False)
    model: str = field(default="", compare=False, repr=False)
    inside: str = field(default="", compare=False, repr=False)
    status: int = field(default=0, compare=False, repr=False)
    media: str = field(default="", compare=False, repr=False)
    constant: str = field(default="", compare=False, repr=False)

    def __str__(self) -> str:
        return f"{self.path}: expected {self.expected}, found {self.found}"


class DecodeError(Error):
    """An answer that cannot be read as what the operation returns."""

    status: int
    """The status of the answer."""
    excerpt: str
    """The beginning of the body as text."""
    mismatches: tuple[Mismatch, ...]
    """The places that are wrong, under `strict=True`."""

    def __init__(self, message: str, *, status: int, excerpt: str = "", mismatches: tuple[Mismatch, ...] = ()) -> None:
        super().__init__(message)
        self.status = status
        self.excerpt = excerpt
        self.mismatches = mismatches


class AnswerTooLarge(DecodeError):
    """The body is larger than `max_response_bytes`, or was packed suspiciously well."""


def request_id(headers: Mapping[str, str]) -> str:
    """Return the identifier that the server gave a request, or "": its printable characters, 200 at most."""
    for name in ("x-request-id", "request-id", "x-correlation-id"):
        if value := headers.get(name):
            return "".join(filter(str.isprintable, value))[:200]
    return ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came over the wire, decompressed. url: of the last redirect, without credentials."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)
    url: str = field(repr=False, default="")

    @property
    def request_id(self) -> str:
        """The identifier that the server gave this request, or ""."""
        return request_id(self.headers)


class StatusError(Error):
    """The answer is an error."""

    response: Answer
    """What came: status, headers, content."""
    body: Any
    """The typed error of the document when it decodes, else plain JSON data or text."""
    retry_after: float | None
    """Seconds to wait before another try, when the server said."""

    def __init__(
        self,
        message: str,
        *,
        response: Answer,
        body: Any = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.response = response
        self.body = body
        self.retry_after = retry_after
        self.request_id = response.request_id

    @property
    def status(self) -> int:
        """The status of the answer."""
        return self.response.status


class Redirected(StatusError):
    """3xx: a redirect that is not followed, or that has no end."""


class BadRequest(StatusError):
    """400"""


class Unauthorized(StatusError):
    """401"""


class Forbidden(StatusError):
    """403"""


class NotFound(StatusError):
    """404"""


class Conflict(StatusError):
    """409"""


class Gone(StatusError):
    """410"""


class Unprocessable(StatusError):
    """422"""


class TooManyRequests(StatusError):
    """429"""


class ClientFault(StatusError):
    """Any other 4xx."""


class ServerError(StatusError):
    """5xx"""


class ErrorInAnswer(StatusError):
    """A success status with an error inside the body."""


class WebhookError(Error):
    """A request that the API sent, a webhook or a callback, cannot be taken."""


class InvalidSignature(WebhookError):
    """The request is not signed as it has to be: no signature, none that fits, or too old. Its body was not read."""


class UnknownEvent(WebhookError):
    """Nothing says which event the request is, or it is one that is not documented. event: what was said, or ""."""

    def __init__(self, message: str, *, event: str) -> None:
        super().__init__(message)
        self.event = event


class InvalidPayload(WebhookError):
    """The body cannot be read as the payload of the event. excerpt, mismatches: as in DecodeError."""

    def __init__(self, message: str, *, event: str, excerpt: str, mismatches: tuple[Mismatch, ...] = ()) -> None:
        super().__init__(message)
        self.event = event
        self.excerpt = excerpt
        self.mismatches = mismatches


def status_class(status: int) -> type[StatusError]:
    """The class for a status: its own, else that of its family."""
    own: dict[int, type[StatusError]] = {
        400: BadRequest,
        401: Unauthorized,
        403: Forbidden,
        404: NotFound,
        409: Conflict,
        410: Gone,
        422: Unprocessable,
        429: TooManyRequests,
    }
    family: dict[int, type[StatusError]] = {2: ErrorInAnswer, 3: Redirected, 4: ClientFault, 5: ServerError}
    return own.get(status) or family.get(status // 100, StatusError)


def refuse_pickle(what: str) -> NoReturn:
    """Raise for an object that holds secrets or connections.

    >>> refuse_pickle("a client")
    Traceback (most recent call last):
    TypeError: a client cannot be pickled: it holds secrets
    """
    raise TypeError(f"{what} cannot be pickled: it holds secrets")


def _publish(package: str) -> None:
    """Let tracebacks and pickles name the errors as their users import them."""
    for each in [*globals().values()]:
        if isinstance(each, type) and issubclass(each, Error):
            each.__module__ = f"{package}.webhooks" if issubclass(each, WebhookError) else package


if (_place := __name__.rpartition("._runtime."))[0]:
    _publish(_place[0])
