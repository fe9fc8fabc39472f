"""Checks of the values that a user gives as options. Each returns what is taken, or raises InvalidArgument.

Messages say what is allowed, and never hold a text that was given.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from inspect import iscoroutinefunction
from typing import Any

from .errors import InvalidArgument
from .shapes import is_mapping
from .styles import check_name, check_value

NEVER = float("inf")
"""The seconds of a limit that is None."""
_LONGEST = 1e9
"""Seconds from which a limit is none: systems do not count so far."""


def refuse(name: str, allowed: str, value: object) -> InvalidArgument:
    """Return the error for an option that is not what is allowed."""
    found = repr(value) if isinstance(value, bool | int | float) or value is None else type(value).__name__
    return InvalidArgument(f"{name} has to be {allowed}, not {found[:60]}")


def seconds(name: str, value: object, allowed: str = "a number of seconds above 0, or None for no limit") -> float:
    """Take a limit in seconds; None for none."""
    if value is None:
        return NEVER
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        raise refuse(name, allowed, value)
    return value if value < _LONGEST else NEVER


def pause(name: str, value: object) -> None:
    """Check seconds of which there may be none."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not value >= 0:
        raise refuse(name, "a number of seconds, 0 or more", value)


def whole(name: str, value: Any, least: int) -> int:
    """Take a whole number from `least`."""
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise refuse(name, f"a whole number, {least} or more", value)
    return value


def flag(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise refuse(name, "True or False", value)
    return value


def text(name: str, value: object) -> str:
    """Take text that a header can carry."""
    if not isinstance(value, str):
        raise refuse(name, "text", value)
    return check_value(name, value)


def filled(name: str, value: object) -> str:
    """As `text`, but not empty."""
    found = text(name, value)
    if not found:
        raise InvalidArgument(f"{name} has to be text that is not empty")
    return found


def one_of(name: str, value: object, words: Collection[str]) -> str:
    if not isinstance(value, str) or value not in words:
        hint = near(value, words) if isinstance(value, str) else ""
        raise InvalidArgument(f"{name} has to be one of {', '.join(map(repr, words))}{hint}")
    return value


def hook(name: str, value: object, waits: bool) -> Any:
    """Take a function or None. waits: whether the client is asynchronous, and may await it."""
    if value is not None and not callable(value):
        raise refuse(name, "a function or None", value)
    if not waits and (iscoroutinefunction(value) or iscoroutinefunction(getattr(value, "__call__", None))):  # noqa: B004
        raise InvalidArgument(asynchronous(name))
    return value


def asynchronous(name: str) -> str:
    """Say that a function is one that a synchronous client cannot call."""
    return f"{name} is asynchronous: a synchronous client takes a plain function"


def headers(name: str, value: object) -> dict[str, str]:
    """Take headers; return them by lower-case name."""
    allowed = "a mapping of text to text"
    if not is_mapping(value):
        raise refuse(name, allowed, value)
    found: dict[str, str] = {}
    for key, each in value.items():
        if not isinstance(key, str) or not isinstance(each, str):
            raise refuse(name, allowed, key if not isinstance(key, str) else each)
        found[check_name(key).lower()] = check_value(key, each)
    return found


def query(name: str, value: object) -> Mapping[str, object]:
    """Take parameters of the query; their values are written as those of an operation are."""
    if not is_mapping(value) or not all(isinstance(each, str) for each in value):
        raise refuse(name, "a mapping of names to values", value)
    return {str(key): each for key, each in value.items()}


def known(options: object, allowed: Collection[str]) -> Mapping[str, Any]:
    """Take options by name; refuse those that are not allowed where they were given."""
    if not is_mapping(options):
        raise refuse("options", "a mapping, see CallOptions", options)
    unknown = [str(each) for each in options if each not in allowed]
    if unknown:
        names = ", ".join(f"{each!r}{near(each, allowed)}" for each in unknown)
        raise InvalidArgument(f"unknown options: {names}. Allowed here: {', '.join(sorted(allowed))}")
    return {str(key): value for key, value in options.items()}


def near(name: str, allowed: Collection[str]) -> str:
    """Return a question that names what was probably meant; "" where nothing is near."""
    from difflib import get_close_matches

    found = get_close_matches(name, allowed, 1)
    return f" (did you mean {found[0]!r}?)" if found else ""
