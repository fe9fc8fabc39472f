"""Exceptions that leave a call, without what they would show of it: texts with secrets, and frames with their locals.

A traceback leads to the locals of each frame, and those below a call, of ours and of the libraries, hold the request.
What functions of the user raise passes, with the frames of the user.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Coroutine
from functools import wraps
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

from .errors import Error
from .secret import chain

P = ParamSpec("P")
R = TypeVar("R")
E = TypeVar("E", bound=BaseException)

_INSIDE = sys.stdlib_module_names | {
    __name__.partition(".")[0],
    *("anyio", "h11", "h2", "hpack", "httpcore", "httpcore2", "httpx", "httpx2", "outcome", "pydantic"),
    *("pydantic_core", "sniffio", "trio"),
}
"""Packages whose frames are left out."""


def quiet(error: E) -> E:
    """Leave out the frames of a call from the traceback of an exception, and from those that led to it.

    What is left has a note where it was raised, unless it is one of ours or no error at all.
    """
    for each in chain(error):
        where = _last(each.__traceback__)
        each.__traceback__ = _outside(each.__traceback__)
        if each.__traceback__ is None and isinstance(each, Exception) and not isinstance(each, Error) and where:
            each.add_note(where)
        if each.__context__ is not None and _is_inside(type(each.__context__).__module__):
            each.__context__ = each.__context__ if _outside(each.__context__.__traceback__) else None
    return error


def _outside(trace: TracebackType | None) -> TracebackType | None:
    """Return what of a traceback is of the user."""
    frames: list[TracebackType] = []
    while trace is not None:
        if not _is_inside(trace.tb_frame.f_globals.get("__name__", "")):
            frames.append(trace)
        trace = trace.tb_next
    kept: TracebackType | None = None
    for each in reversed(frames):
        kept = TracebackType(kept, each.tb_frame, each.tb_lasti, each.tb_lineno)
    return kept


def _last(trace: TracebackType | None) -> str:
    """Say where an exception was raised."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    code = None if trace is None else trace.tb_frame.f_code
    return f"raised in {code.co_filename}, line {trace.tb_lineno}, in {code.co_name}" if trace and code else ""


def _is_inside(module: str) -> bool:
    return module.partition(".")[0] in _INSIDE


def quietly(drive: Callable[P, R]) -> Callable[P, R]:
    """Let what a function raises be quiet."""

    @wraps(drive)
    def quieted(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return drive(*args, **kwargs)
        except BaseException as error:
            raise quiet(error)  # noqa: B904

    return quieted


def async_quietly(drive: Callable[P, Coroutine[Any, Any, R]]) -> Callable[P, Coroutine[Any, Any, R]]:
    """As `quietly`, for a coroutine function."""

    @wraps(drive)
    async def quieted(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return await drive(*args, **kwargs)
        except BaseException as error:
            raise quiet(error)  # noqa: B904

    return quieted
