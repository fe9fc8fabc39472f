"""Answers -> values. A Decoder says what an operation returns for each status."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

from .errors import Answer, DecodeError, Mismatch
from .failures import BEGINNING, clean, excerpt, for_status
from .secret import Hidden, redact
from .typed import InXml, Typed, Unreadable, as_typed, charset_of

T = TypeVar("T")

Keeps = Callable[[int, Mapping[str, str]], bool]


class Reading(NamedTuple):
    """How an answer is read. report: takes each mismatch; strict: a mismatch raises instead.

    fields, constants: whether what takes mismatches wants unknown fields, and unknown constants.
    """

    operation: str
    method: str
    strict: bool
    report: Callable[[Mismatch], None]
    secrets: Iterable[Hidden]
    fields: bool = False
    constants: bool = False


class Decoder(Generic[T]):
    """What an operation returns. accept: the media types it asks for; reads: whether it looks at the body.

    among: the decoder for one of several media types, where a caller may ask for one. apart: that for those that are
    streams, or that for the others. keeps: says of a status and headers whether the body is left open; streams: whether
    it is where all is as documented. kind, parts: what it is made of, for who writes what it reads: "json" by status,
    "status" and "type" of other decoders; "events" and "lines" of one type; "text", "bytes", "nothing" of none.
    """

    __slots__ = ("_among", "_apart", "_keeps", "_read", "accept", "kind", "parts", "reads", "statuses", "streams")

    def __init__(
        self,
        read: Callable[[Answer, Reading], T],
        accept: str,
        statuses: frozenset[str] = frozenset(),
        kind: str = "",
        parts: Mapping[str, Any] = MappingProxyType({}),
        *,
        reads: bool = True,
        among: Callable[[str], Decoder[T]] | None = None,
        apart: Callable[[bool], Decoder[T]] | None = None,
        keeps: Keeps | None = None,
        streams: bool = False,
    ) -> None:
        self._read = read
        self._among = among
        self._apart = apart
        self._keeps = keeps
        self.streams = streams
        self.kind = kind
        self.parts = parts
        self.accept = accept
        self.reads = reads
        self.statuses = statuses

    def decode(self, answer: Answer, reading: Reading) -> T:
        """Read a successful answer. Raises DecodeError and nothing else."""
        return self._read(answer, reading)

    def asked(self, accept: str | None) -> Decoder[T]:
        """Return the decoder for the media type that a caller asks for; None asks for any of them."""
        return self if accept is None or self._among is None else self._among(accept)

    def streamed(self, stream: bool) -> Decoder[T]:
        """Return the decoder for a stream, or that for an answer that comes as a whole."""
        return self if self._apart is None else self._apart(stream)

    def keeps(self, status: int, headers: Mapping[str, str]) -> bool:
        """Say whether the body of an answer is left open: of a success that comes as a stream."""
        return self._keeps is not None and self.expects(status) and self._keeps(status, headers)

    def expects(self, status: int) -> bool:
        """Say whether a status is a success: 2xx, or named by the document (304)."""
        return 200 <= status < 300 or str(status) in self.statuses


def json(types: Mapping[str, Any], accept: str = "") -> Decoder[Any]:
    """Read JSON. types: "200", "2XX" or "default" -> a type expression, None for no body. accept: its media type."""
    known = {status.upper(): as_typed(type) for status, type in types.items()}

    def read(answer: Answer, reading: Reading) -> Any:
        typed = for_status(known, answer.status) or _only(known)
        if typed is None or typed.is_nothing:
            return None
        if not answer.content.strip():
            return _nothing(typed, answer, reading)
        return read_typed(typed, answer, reading)

    listed = dict.fromkeys(each.media for each in known.values() if not each.is_nothing)
    return Decoder(read, accept or ", ".join(listed) or Typed.media, frozenset(known), "json", known)


def xml(types: Mapping[str, InXml | None]) -> Decoder[Any]:
    """Read XML. types: as for `json`."""
    return json(types)


def _only(known: Mapping[str, Typed]) -> Typed | None:
    """Return the type for a success that the document does not name: the first that has a body."""
    return next((typed for status, typed in known.items() if status[0] == "2" and not typed.is_nothing), None)


def _nothing(typed: Typed, answer: Answer, reading: Reading) -> None:
    empty = answer.status in (204, 205, 304) or reading.method == "HEAD"
    if not empty and not typed.takes_none:
        raise failure("the answer has no body", answer, reading)


def read_typed(typed: Typed, answer: Answer, reading: Reading, what: str = "the answer") -> Any:
    """Read a text as a type. what: how messages call it. Raises DecodeError."""
    problem = ""
    value: Any = None
    mismatches: tuple[Mismatch, ...] = ()
    try:
        value, mismatches = typed.read(typed.json(answer), reading.constants)
    except (ValueError, LookupError, RecursionError) as error:
        kind = answer.headers.get("content-type", "no content type").split(";")[0][:80]
        why = f": {error}" if isinstance(error, Unreadable) else ""
        problem = f"{what} is not the {typed.format} that was expected ({kind}){why}"
    if problem:
        raise failure(problem, answer, reading)
    mismatches = tuple(replace(each, path=redact(each.path, reading.secrets)) for each in mismatches)
    if mismatches and reading.strict:
        raise not_as_documented(mismatches, answer, reading, what)
    report(value, mismatches, answer, reading)
    return value


def not_as_documented(
    mismatches: tuple[Mismatch, ...], answer: Answer, reading: Reading, what: str = "the answer"
) -> DecodeError:
    """Make the error for what is not as its type says, where that is not tolerated."""
    listed = "; ".join(str(each) for each in mismatches[:5])
    return failure(f"{what} is not as documented: {listed}", answer, reading, mismatches)


def report(value: Any, mismatches: Iterable[Mismatch], answer: Answer, reading: Reading) -> None:
    """Hand on what is not as documented in a value, and its unknown fields where they are wanted."""
    found = list(mismatches)
    if reading.fields:
        from .unknown import unknown_fields

        found += unknown_fields(value)
    for each in found:
        reading.report(replace(each, status=answer.status, media=media_of(answer.headers)))


def by_status(decoders: Mapping[str, Decoder[Any]]) -> Decoder[Any]:
    """Read each status in its own way. decoders: "200", "2XX" or "default" -> how it is read.

    A success that the document does not name is read as the first that has a body.
    """
    known = {status.upper(): decoder for status, decoder in decoders.items()}
    usual = next((each for each in known.values() if each.reads), None)

    def read(answer: Answer, reading: Reading) -> Any:
        decoder = for_status(known, answer.status) or usual
        return decoder.decode(answer, reading) if decoder else None

    def among(accept: str) -> Decoder[Any]:
        return by_status({status: each.asked(accept) for status, each in known.items()})

    @cache
    def apart(stream: bool) -> Decoder[Any]:
        return by_status({status: each.streamed(stream) for status, each in known.items()})

    def keeps(status: int, headers: Mapping[str, str]) -> bool:
        decoder = for_status(known, status) or usual
        return decoder is not None and decoder.keeps(status, headers)

    accept = _accept(each.accept for each in known.values() if each.reads)
    return Decoder(read, accept, frozenset(known), "status", known, among=among, apart=apart, keeps=keeps)


def by_type(decoders: Mapping[str, Decoder[Any]]) -> Decoder[Any]:
    """Read each media type in its own way. decoders: media type or range -> how it is read, the preferred one first.

    An answer of another media type is read like the first.
    """
    statuses = frozenset[str]().union(*(each.statuses for each in decoders.values()))
    known = {media.split(";")[0].strip().lower(): decoder for media, decoder in reversed(list(decoders.items()))}
    usual = next(iter(decoders.values()))

    def chosen(headers: Mapping[str, str]) -> Decoder[Any]:
        kind = media_of(headers)
        return known.get(kind) or known.get(f"{kind.split('/')[0]}/*") or known.get("*/*") or usual

    def read(answer: Answer, reading: Reading) -> Any:
        return chosen(answer.headers).decode(answer, reading)

    def among(accept: str) -> Decoder[Any]:
        return decoders.get(accept) or Decoder(read, accept, statuses, "type", decoders)

    @cache
    def apart(stream: bool) -> Decoder[Any]:
        left = {media: each for media, each in decoders.items() if each.streams is stream}
        return by_type(left) if left else by_type(decoders)

    def keeps(status: int, headers: Mapping[str, str]) -> bool:
        return chosen(headers).keeps(status, headers)

    return Decoder(read, _accept(decoders), statuses, "type", decoders, among=among, apart=apart, keeps=keeps)


def media_of(headers: Mapping[str, str]) -> str:
    """Return the media type that headers name, without parameters, or ""."""
    return headers.get("content-type", "").split(";")[0].strip().lower()


def _accept(media: Iterable[str]) -> str:
    """Write media types in the order of preference (RFC 9110, 12.5.1).

    >>> _accept(["image/png", "application/json", "image/png"])
    'image/png, application/json;q=0.9'
    """
    listed = list(dict.fromkeys(one.strip() for each in media for one in each.split(",")))
    later = [each if ";q=" in each else f"{each};q={max(9 - at, 1) / 10}" for at, each in enumerate(listed[1:])]
    return ", ".join([*listed[:1], *later])


def text(accept: str = "text/*, */*;q=0.5") -> Decoder[str]:
    """Read text in the answer's charset, UTF-8 when it names none."""

    def read(answer: Answer, reading: Reading) -> str:
        try:
            return answer.content.decode(charset_of(answer) or "utf-8")
        except (UnicodeDecodeError, LookupError):
            pass
        raise failure("the answer is not text in the charset that it names", answer, reading)

    return Decoder(read, accept, kind="text")


def binary(accept: str = "*/*") -> Decoder[bytes]:
    """Return the bytes as they are."""
    return Decoder(lambda answer, reading: answer.content, accept, kind="bytes")


def nothing() -> Decoder[None]:
    """Ignore the body."""
    return Decoder(lambda answer, reading: None, "*/*", kind="nothing", reads=False)


def anything() -> Decoder[Any]:
    """Read by content type: JSON data, text, else bytes; None for no body."""

    def read(answer: Answer, reading: Reading) -> Any:
        kind = media_of(answer.headers)
        if not answer.content:
            return None
        if kind.endswith(("/json", "+json")):
            return read_typed(Typed(Any), answer, reading)
        return text().decode(answer, reading) if kind.startswith("text/") else answer.content

    return Decoder(read, "application/json, */*;q=0.5", frozenset({"304"}))


def failure(message: str, answer: Answer, reading: Reading, mismatches: tuple[Mismatch, ...] = ()) -> DecodeError:
    """Make the error for an answer that cannot be read. The excerpt is left out where it would show personal data."""
    message = redact(message, reading.secrets)
    answer = clean(answer, reading.secrets, BEGINNING)
    shown = "" if mismatches else excerpt(answer.content)
    known = f" (request {answer.request_id})" if answer.request_id else ""
    return DecodeError(
        f"{reading.operation}: {answer.status}{known}: {message}",
        status=answer.status,
        excerpt=shown,
        mismatches=mismatches,
    )
