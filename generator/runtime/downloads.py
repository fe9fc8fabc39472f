"""Answers whose body is handed on while it comes: `client.files.with_streaming_response`."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Coroutine, Generator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, ParamSpec, Self, cast

from .streams import AsyncStream, Stream

if TYPE_CHECKING:
    from .flow import Flow

P = ParamSpec("P")


class StreamedResponse(Stream[bytes]):
    """An answer whose body is read while it comes: iterating gives pieces of at most 64 kB, decompressed."""

    def read(self) -> bytes:
        """Return all of the body. Raises AnswerTooLarge above `max_response_bytes`."""
        pieces = _Pieces(self._flow)
        for piece in self:
            pieces.add(piece)
        return pieces.whole()

    def to_file(self, path: str | os.PathLike[str]) -> int:
        """Write the body to a file; return its length in bytes. It is there when all of it came, or not at all."""
        with _Target(path) as target:
            for piece in self:
                target.write(piece)
        return target.length


class _Pieces:
    """The pieces of a body that is read as a whole."""

    def __init__(self, flow: Flow[bytes]) -> None:
        self._flow = flow
        self._parts: list[bytes] = []
        self._length = 0

    def add(self, piece: bytes) -> None:
        self._parts.append(piece)
        self._length += len(piece)
        if self._length > self._flow.call.settings.max_response_bytes:
            raise self._flow.too_large("the body")

    def whole(self) -> bytes:
        return b"".join(self._parts)


class _Target:
    """A file that gets its name when it is whole."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        self._part = self._path.with_name(f"{self._path.name}.part")
        self.length = 0

    def __enter__(self) -> Self:
        self._file = self._part.open("wb")
        return self

    def write(self, piece: bytes) -> None:
        self.length += self._file.write(piece)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        if kind is None:
            self._part.replace(self._path)
        else:
            self._part.unlink(missing_ok=True)


class AsyncStreamedResponse(AsyncStream[bytes]):
    """The asynchronous twin of StreamedResponse."""

    async def read(self) -> bytes:
        """Return all of the body. Raises AnswerTooLarge above `max_response_bytes`."""
        pieces = _Pieces(self._flow)
        async for piece in self:
            pieces.add(piece)
        return pieces.whole()

    async def to_file(self, path: str | os.PathLike[str]) -> int:
        """Write the body to a file; return its length in bytes. It is there when all of it came, or not at all."""
        from anyio.to_thread import run_sync

        with _Target(path) as target:
            async for piece in self:
                await run_sync(target.write, piece)
        return target.length


class Opening:
    """A streamed answer that is still to be asked for: `await` it, or use it in an `async with` statement."""

    def __init__(self, asking: Awaitable[AsyncStreamedResponse]) -> None:
        self._asking = asking

    def __await__(self) -> Generator[Any, Any, AsyncStreamedResponse]:
        return self._asking.__await__()

    async def __aenter__(self) -> AsyncStreamedResponse:
        self._stream = await self._asking
        return self._stream

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stream.close()


def streamed(method: Callable[P, Any]) -> Callable[P, StreamedResponse]:
    """Retype a method of a resource that was made over a streaming transport."""
    return cast("Callable[P, StreamedResponse]", method)


def async_streamed(method: Callable[P, Coroutine[Any, Any, Any]]) -> Callable[P, Opening]:
    """As `streamed`, for a coroutine method."""

    def opening(*args: P.args, **kwargs: P.kwargs) -> Opening:
        return Opening(method(*args, **kwargs))

    return opening
