"""Bodies that an operation takes in several media types: the one asked for, else the first that the value fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .body import Body
from .errors import InvalidArgument
from .files import Upload, is_upload
from .params import Omit
from .typed import Typed


class Way:
    """One of the media types. type: what it is made from; write: makes it."""

    __slots__ = ("_typed", "write")

    def __init__(self, type: Any, write: Callable[[Any], Body | None]) -> None:
        self._typed = Typed(type)
        self.write = write

    def takes(self, value: object) -> bool:
        """Say whether a value is of the type."""
        if self._typed.type is Upload:
            return is_upload(value)
        if is_upload(value) and self._typed.type is not bytes:
            return False
        return self._typed.admits(value)


class Bodies:
    """The media types of a body -> how each is written, the preferred one first."""

    def __init__(self, ways: Mapping[str, Way]) -> None:
        self._ways = ways

    def write(self, value: object, media: str | None = None) -> Body | None:
        """Write a value. media: the one to write it as; by default the first that takes it. OMIT is no body."""
        if isinstance(value, Omit):
            return None
        if media is not None and media not in self._ways:
            raise InvalidArgument(f"media: {media!r} is not one of {', '.join(map(repr, self._ways))}")
        fitting = (way for way in self._ways.values() if way.takes(value))
        way = next(fitting, None) if media is None else self._ways[media]
        if way is not None:
            return way.write(value)
        raise InvalidArgument(f"a {type(value).__name__} is no body in any of {', '.join(self._ways)}")
