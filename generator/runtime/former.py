"""Former names: what is called by one does as before, and says what it is called now."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast
from warnings import warn

F = TypeVar("F", bound=Callable[..., Any])


def renamed(method: F, said: str) -> F:
    """Return a method under the name that it had before: each call warns and does the same. said: the warning."""

    @wraps(method)
    def warning(*args: Any, **kwargs: Any) -> Any:
        warn(said, DeprecationWarning, stacklevel=2)
        return method(*args, **kwargs)

    return cast("F", warning)
