"""Secrets: where one comes from, and a wrapper that shows nothing in repr, logs, pickles and tracebacks with locals."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from .errors import InvalidArgument, refuse_pickle
from .shapes import is_list, is_tuple

if TYPE_CHECKING:
    from .redaction import Redaction

E = TypeVar("E", bound=BaseException)

Secret = str | Callable[[], str]
"""A secret, or a function that is asked for it before each request."""

SHOWN = "[secret]"
_MEMBERS = ("object", "reason", "strerror", "filename", "filename2")
"""Attributes of built-in exceptions that are not among their variables."""


class Hidden:
    """A text that is shown only on demand."""

    __slots__ = ("__text",)

    def __init__(self, text: str) -> None:
        self.__text = text

    def reveal(self) -> str:
        return self.__text

    @property
    def sound(self) -> bool:
        """Whether it is text that UTF-8 can carry."""
        try:
            self.__text.encode("utf-8")
        except (AttributeError, UnicodeEncodeError):
            return False
        return True

    def __repr__(self) -> str:
        return SHOWN

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hidden) and other.__text == self.__text

    def __hash__(self) -> int:
        return hash(self.__text)

    def __reduce__(self) -> NoReturn:
        refuse_pickle("a secret")


class SecretSource:
    """A credential of the user with the names it is known by, for the message when it is missing."""

    __slots__ = ("__ask", "argument", "env", "given", "known")

    def __init__(self, ask: Callable[[], str] | None, argument: str, env: str, known: tuple[Hidden, ...] = ()) -> None:
        """known: the secret, where it is known without asking for it."""
        self.__ask = ask
        self.argument = argument
        self.env = env
        self.known = known
        self.given = ask is not None

    def read(self) -> Hidden:
        """Ask for the secret. Refuses what is not text that UTF-8 can carry."""
        hidden = Hidden(self.__ask() if self.__ask is not None else "")
        if not hidden.sound:
            raise InvalidArgument(f"the credential {self.argument} is not text that can be sent")
        return hidden

    @property
    def missing(self) -> str:
        """What the user has to give, or "" when it is there."""
        if self.given:
            return ""
        return f"{self.argument}= or the environment variable {self.env}" if self.env else f"{self.argument}="

    def __repr__(self) -> str:
        return f"SecretSource({self.argument!r}, {self.env!r}, {SHOWN if self.given else 'missing'})"

    def __reduce__(self) -> NoReturn:
        refuse_pickle("a secret")


def credential(value: Secret | None, argument: str, env: str = "") -> SecretSource:
    """Take a secret from the argument, else from the environment. Unset and empty variables are missing."""
    given = value if value is not None else (os.environ.get(env) or None) if env else None
    if given is None or callable(given):
        return SecretSource(given, argument, env)
    hidden = Hidden(given)
    return SecretSource(hidden.reveal, argument, env, (hidden,))


class Known:
    """The secrets that a server may repeat to a call: what it was sent, and what the client holds besides."""

    __slots__ = ("_held", "_sent")

    def __init__(self, held: Callable[[], Iterable[Hidden]]) -> None:
        """held: asked for where something is to be shown, and no sooner."""
        self._held = held
        self._sent: list[Hidden] = []

    def add(self, secrets: Iterable[Hidden]) -> None:
        self._sent += secrets

    def __iter__(self) -> Iterator[Hidden]:
        yield from self._sent
        yield from self._held()


def redact(text: str, secrets: Iterable[Hidden]) -> str:
    """Replace every secret of 4 characters and more in a text, however it is spelled; see `redaction`."""
    from .redaction import Redaction

    return Redaction(secrets).text(text)


def redacted_cause(error: E, secrets: Iterable[Hidden]) -> E:
    """Return an error of a library as it may be shown, to be the `__cause__` of one of ours: its texts without secrets,
    without its traceback, its context and the objects that it holds, such as the request; and so its own causes."""
    from .redaction import Redaction

    redaction = Redaction(secrets)
    for each in chain(error):
        scrub(each, redaction)
        each.__traceback__ = each.__context__ = None
        each.__suppress_context__ = True
        for name, value in vars(each).items():
            if not isinstance(value, str | bytes | int | float | list):
                setattr(each, name, None)
    return error


def scrub(error: BaseException, redaction: Redaction) -> None:
    """Take the secrets out of the texts of an exception, in place."""
    error.args = tuple(_scrubbed(each, redaction) for each in error.args)
    for name in (*vars(error), *_MEMBERS):
        value: object = getattr(error, name, None)
        if isinstance(value, str | bytes | list | tuple):
            with suppress(AttributeError, TypeError):
                setattr(error, name, _scrubbed(value, redaction))


def _scrubbed(value: Any, redaction: Redaction) -> Any:
    """Return a value as it was where it shows no secret."""
    if isinstance(value, str):
        return redaction.text(value)
    if isinstance(value, bytes):
        return redaction.content(value)
    if is_list(value):
        return [_scrubbed(each, redaction) for each in value]
    if is_tuple(value):
        return tuple(_scrubbed(each, redaction) for each in value)
    shown = repr(value)
    cleaned = redaction.text(shown)
    return value if cleaned == shown else cleaned


def chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an exception, its causes and contexts and the members of groups, each once."""
    queue: list[BaseException | None] = [error]
    seen: set[int] = set()
    while queue:
        each = queue.pop()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        queue += [each.__cause__, each.__context__]
        queue += getattr(each, "exceptions", ())
        yield each
