"""Files: what a binary body or part is made from -> its bytes, its name and its media type. Nothing is read here before
it is sent, and never more than a piece at a time."""

from __future__ import annotations

import os
import stat
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, Any, NamedTuple, TypeAlias, TypeGuard, cast

from .errors import InvalidArgument
from .shapes import is_mapping, is_several

_CHUNK = 65536
_UNKNOWN = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class File:
    """A file to be sent, where its name, its media type or the headers of its part are to be said.

    content: bytes; a path, which is a `pathlib.Path` and never text; a file opened with "b", sent from where it stands;
    or an iterator of bytes, which can be sent once. A path is opened when it is sent, and closed. name: by default that
    of the path or of the open file, else "file"; folders are cut off. media: by default what the API takes, chosen by
    the name where it takes several. headers: of a part of a multipart body, besides Content-Type and
    Content-Disposition.
    """

    content: bytes | os.PathLike[str] | IO[bytes] | Iterator[bytes] | AsyncIterator[bytes] = field(repr=False)
    name: str = ""
    media: str = ""
    headers: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)

    def __post_init__(self) -> None:
        if isinstance(self.content, File) or not is_upload(self.content):
            raise InvalidArgument(refusal(self.content))


Upload: TypeAlias = bytes | File | os.PathLike[str] | IO[bytes] | Iterator[bytes] | AsyncIterator[bytes]
"""What a binary body or part may be made from."""

Chunks: TypeAlias = Iterator["bytes | AsyncIterable[bytes]"]
"""The pieces of a body in their order; one that has to be awaited stands as a whole."""


def is_upload(value: object) -> TypeGuard[Upload]:
    """Say whether a value is the content of a file."""
    if isinstance(value, bytes | bytearray | File | os.PathLike | Iterator):
        return True
    if isinstance(value, str) or is_mapping(value) or is_several(value):
        return False
    return hasattr(value, "read") or hasattr(value, "__aiter__")


def refusal(value: object) -> str:
    """Say why a value is not the content of a file."""
    if isinstance(value, str):
        return "text is neither the content of a file nor a path: encode it, or make a pathlib.Path of it"
    takes = "bytes, a pathlib.Path, a file opened in binary mode or an iterator of bytes"
    return f"a file is made from {takes}, not from {type(value).__name__}"


class Source(NamedTuple):
    """Bytes that can be sent. open: from their start. length: -1 when not known. replayable: can be opened again.

    asynchronous: has to be awaited.
    """

    open: Callable[[], Chunks]
    length: int
    replayable: bool
    asynchronous: bool = False


def source(value: object) -> Source:
    """Return how a value is sent. Raises InvalidArgument for what cannot be."""
    if isinstance(value, File):
        return source(value.content)
    if isinstance(value, bytes | bytearray):
        content = bytes(value)
        return Source(lambda: iter((content,)), len(content), replayable=True)
    if isinstance(value, os.PathLike):
        return _path_source(cast("os.PathLike[str]", value))
    if isinstance(value, AsyncIterable):
        later = cast("AsyncIterable[bytes]", value)
        _refuse_spent(getattr(later, "ag_frame", later))
        return Source(lambda: iter((later,)), -1, replayable=False, asynchronous=True)
    if hasattr(value, "read"):
        return _file_source(value)
    if isinstance(value, Iterator):
        once = cast("Iterator[bytes]", value)
        _refuse_spent(getattr(once, "gi_frame", once))
        return Source(lambda: (piece(each) for each in once), -1, replayable=False)
    raise InvalidArgument(refusal(value))


def _refuse_spent(frame: object) -> None:
    """Refuse a generator that has run: what it yielded is gone."""
    if frame is None:
        raise InvalidArgument("an iterator can be sent once, and this one has come to its end")


def piece(chunk: object) -> bytes:
    """Return what an iterator or a file gave, when it is bytes."""
    if isinstance(chunk, bytes | bytearray):
        return bytes(chunk)
    raise InvalidArgument(f"a body consists of bytes, not of {type(chunk).__name__}")


def _path_source(path: os.PathLike[str]) -> Source:
    shown = f"the file {file_name(path)!r}"
    try:
        status = os.stat(path)
    except (OSError, ValueError) as error:  # a name with NUL, or that the file system cannot spell
        raise InvalidArgument(f"{shown} cannot be sent: {_reason(error)}") from None
    if stat.S_ISDIR(status.st_mode):
        raise InvalidArgument(f"{shown} is a folder")
    length = status.st_size if stat.S_ISREG(status.st_mode) else -1
    start = 0 if length >= 0 else -1

    def read() -> Iterator[bytes]:
        with _opened(path, shown) as file:
            yield from _read(file, start, length, shown)

    return Source(read, length, replayable=start >= 0)


def _opened(path: os.PathLike[str], shown: str) -> IO[bytes]:
    try:
        return open(path, "rb")
    except (OSError, ValueError) as error:
        raise InvalidArgument(f"{shown} cannot be sent: {_reason(error)}") from None


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", "")) or "no file can have this name"


def _file_source(file: Any) -> Source:
    shown = f"the file {file_name(file)!r}"
    try:
        nothing = file.read(0)
    except Exception:  # whatever a caller's object does
        state = "closed" if getattr(file, "closed", False) else "not open for reading"
        raise InvalidArgument(f"{shown} is {state}") from None
    if isinstance(nothing, str):
        raise InvalidArgument(f'{shown} is open as text: it has to be opened in binary mode, with "rb"')
    start, length = _extent(file)
    return Source(lambda: _read(file, start, length, shown), length, replayable=start >= 0)


def _extent(file: Any) -> tuple[int, int]:
    """Return where a file stands and how much is left, (-1, -1) when it cannot be rewound."""
    try:
        start = int(file.tell())
        length = int(file.seek(0, 2)) - start
        file.seek(start)
    except Exception:
        return -1, -1
    return start, max(length, 0)


def _read(file: Any, start: int, length: int, shown: str) -> Iterator[bytes]:
    """Yield `length` bytes from where a file stood, all there are when it is -1."""
    left = length
    try:
        if start >= 0:
            file.seek(start)
        while left and (chunk := piece(file.read(_CHUNK if left < 0 else min(left, _CHUNK)))):
            left -= len(chunk) if left > 0 else 0
            yield chunk
    except InvalidArgument:
        raise
    except Exception as error:
        state = "was closed" if getattr(file, "closed", False) else f"could not be read ({type(error).__name__})"
        raise InvalidArgument(f"{shown} {state} while it was sent") from None
    if left > 0:
        raise InvalidArgument(f"{shown} became shorter while it was sent")


def file_name(value: object) -> str:
    """Return the name of a file without its folders: that given, else its own, else "file"."""
    named = value.content if isinstance(value, File) and not value.name else value
    own = os.fspath(cast("os.PathLike[str]", named)) if isinstance(named, os.PathLike) else getattr(named, "name", "")
    name = os.fsdecode(own) if isinstance(own, str | bytes) else ""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "file" if not last or (last[0] == "<" and last[-1] == ">") else last


def media_type(value: object, stated: str) -> str:
    """Return the media type that a file is sent with. stated: what the API takes, several or a range too; "" for any.

    One that is given is sent, and has to be one of those stated. Else one alone is sent as it is written; of several
    and of a range, that which the name of the file tells, else the first that is no range.
    """
    choices = [each.strip() for each in stated.split(",") if each.strip()]
    given = value.media if isinstance(value, File) else ""
    if given:
        if choices and not any(_fits(given, each) for each in choices):
            raise InvalidArgument(f"a file of the media type {given!r} is not taken here, but {stated}")
        return given
    concrete = [each for each in choices if "*" not in each]
    if len(choices) == len(concrete) == 1:
        return concrete[0]
    guessed = _guessed(file_name(value))
    for each in choices or ["*/*"]:
        if guessed and _fits(guessed, each):
            return guessed if "*" in each else each
    return concrete[0] if concrete else _UNKNOWN


def _guessed(name: str) -> str:
    from mimetypes import guess_type

    media, packed = guess_type(name, strict=False) if "." in name else (None, None)
    return media if media and not packed else ""


def _fits(media: str, wanted: str) -> bool:
    """Say whether a media type is another one or in its range; parameters do not count."""
    one, other = (each.partition(";")[0].strip().lower().partition("/") for each in (media, wanted))
    return other[0] in ("*", one[0]) and other[2] in ("*", one[2])
