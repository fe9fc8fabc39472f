"""Secrets: where one comes from, and a wrapper that shows nothing in repr, logs, pickles and tracebacks with locals."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import NoReturn
from urllib.parse import quote, quote_plus

from .errors import InvalidArgument, refuse_pickle

Secret = str | Callable[[], str]
"""A secret, or a function that is asked for it before each request."""

SHOWN = "[secret]"


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

    __slots__ = ("__ask", "argument", "env", "given")

    def __init__(self, ask: Callable[[], str] | None, argument: str, env: str) -> None:
        self.__ask = ask
        self.argument = argument
        self.env = env
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
    return SecretSource(hidden.reveal, argument, env)


def redact(text: str, secrets: Iterable[Hidden]) -> str:
    """Replace every secret of 4 characters and more in a text, plain or percent-encoded."""
    for form in _forms(secrets):
        text = text.replace(form, SHOWN)
    return text


def redact_bytes(content: bytes, secrets: Iterable[Hidden]) -> bytes:
    """As `redact`, in the bytes of a body."""
    for form in _forms(secrets):
        content = content.replace(form.encode("utf-8"), SHOWN.encode())
    return content


def _forms(secrets: Iterable[Hidden]) -> Iterator[str]:
    """Yield what a secret looks like where it is shown; without its prefix (Bearer) too."""
    for each in secrets:
        plain = each.reveal()
        rest = plain.partition(" ")[2]
        for text in (plain, rest if len(rest) >= 8 else ""):
            if len(text) >= 4:
                yield from dict.fromkeys((text, quote(text, safe=""), quote_plus(text)))


def redacted_cause(error: Exception, secrets: Iterable[Hidden]) -> Exception:
    """Return what a library raised without what it knows of the request: no traceback, no secret in what it says."""
    hidden = tuple(secrets)
    error.args = tuple(redact(each, hidden) if isinstance(each, str) else type(each).__name__ for each in error.args)
    vars(error).clear()
    error.__context__ = None
    error.__cause__ = None
    return error.with_traceback(None)
