"""Requests that an API sends, webhooks and callbacks: which event one is, and its body -> the typed payload.

A package says in a table what its events are; what is not as documented is treated as in answers (see `typed`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic_core import from_json, to_json

from .body import FORM
from .decode import media_of
from .errors import Answer, InvalidArgument, InvalidPayload, Mismatch, UnknownEvent
from .failures import excerpt
from .options import MismatchHook
from .shapes import is_dict
from .standard_webhooks import TOLERANCE, Headers, Sources, as_bytes, folded, keys, verify_with
from .typed import Typed, charset_of

_MOST_FIELDS = 10_000
_ANY = Typed(Any)


@dataclass(frozen=True)
class Event:
    """A request that the API sends.

    method: of HTTP. doc: what the document says of it. headers: those that the document says come with it. url: where a
    callback goes, as a runtime expression of OpenAPI, "" for a webhook. signed: whether its signature is verified.
    reads: what its body is: json, form, either, text, bytes or nothing. form: of a form, name -> what its text is.
    """

    name: str
    method: str
    doc: str
    make: Callable[[], Any] = field(repr=False)
    headers: tuple[str, ...] = ()
    url: str = ""
    signed: bool = False
    reads: str = "json"
    form: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)

    @property
    def payload(self) -> Any:
        """The type of what its body is read as."""
        return self.make()

    @cached_property
    def typed(self) -> Typed:
        return Typed(self.make())


@dataclass(frozen=True, slots=True)
class Telling:
    """How a request says which event it is: by the value of a property of its body or of a header.

    place: body, header, or "" where there is one event, or all are read alike. values: value -> name of the event.
    """

    place: str
    wire: str
    values: Mapping[str | int, str]


class Events:
    """The events of a package. env, tolerance: where a secret is looked for when none is given, and seconds."""

    def __init__(
        self,
        package: str,
        events: Iterable[Event],
        telling: Telling | None = None,
        *,
        env: str = "",
        tolerance: float = TOLERANCE,
    ) -> None:
        self._logger = logging.getLogger(package)
        self.by_name = {each.name: each for each in events}
        self._telling = telling
        self._told_by = [self.by_name[each] for each in telling.values.values()] if telling else []
        self._any = self._told_by[0] if len(self._told_by) == 1 else _any_of(self._told_by)
        self._env = env
        self._tolerance = tolerance

    def parse(
        self,
        body: bytes | str,
        event: str | None,
        headers: Headers | None,
        sources: Sources | None,
        strict: bool,
        on_mismatch: MismatchHook | None,
    ) -> Any:
        """Verify the signature where there has to be one, then read the body. event: None to be told by the request."""
        content = as_bytes(body)
        known = folded(headers)
        named = self._named(event) if event is not None else None
        if any(each.signed for each in ([named] if named else self._told_by)):
            verify_with(keys(sources, self._env), content, known, self._tolerance)
        return self._read(named or self._told(content, known), content, known, strict, on_mismatch)

    def _named(self, name: str) -> Event:
        if name in self.by_name:
            return self.by_name[name]
        from difflib import get_close_matches

        near = get_close_matches(name, self.by_name, 1)
        meant = f"; did you mean {near[0]!r}?" if near else ""
        raise UnknownEvent(f"the event {_shown(name)} is not documented{meant}", event=name)

    def _told(self, content: bytes, headers: Mapping[str, str]) -> Event:
        """Return the event that a request says it is."""
        telling = self._telling
        if telling is None:
            listed = ", ".join(map(repr, list(self.by_name)[:10]))
            raise InvalidArgument(f"no part of a request tells its event: give event=, one of {listed}")
        if not telling.place:
            return self._any
        if telling.place == "header":
            value: Any = headers.get(telling.wire.lower())
        else:
            data = _data(self._any, content, headers)
            value = data.get(telling.wire) if is_dict(data) else None
        place = f"{telling.wire!r} of the {telling.place}" if telling.place == "body" else f"the header {telling.wire}"
        if value is None:
            raise UnknownEvent(f"{place}, which tells the event, is missing: give event=", event="")
        if isinstance(value, str | int) and not isinstance(value, bool) and value in telling.values:
            return self.by_name[telling.values[value]]
        said = value if isinstance(value, str) else ""
        raise UnknownEvent(f"{place} is {_shown(value)}, which names no event that is documented", event=said)

    def _read(
        self, event: Event, content: bytes, headers: Mapping[str, str], strict: bool, report: MismatchHook | None
    ) -> Any:
        match event.reads:
            case "nothing":
                return None
            case "bytes":
                return content
            case "text":
                return _text(event, content, headers)
            case _:
                return self._read_typed(event, content, headers, strict, report)

    def _read_typed(
        self, event: Event, content: bytes, headers: Mapping[str, str], strict: bool, report: MismatchHook | None
    ) -> Any:
        if not content.strip() and event.typed.takes_none:
            return None
        value: Any = None
        mismatches: tuple[Mismatch, ...] | None = None
        with suppress(ValueError, LookupError, RecursionError):
            value, mismatches = event.typed.read(_json(event, content, headers))
        if mismatches is None:
            raise _unreadable(event, content, headers)
        if mismatches and strict:
            listed = "; ".join(str(each) for each in mismatches[:5])
            message = f"{event.name}: the body is not as documented: {listed}"
            raise InvalidPayload(message, event=event.name, excerpt="", mismatches=mismatches)
        for each in mismatches:
            if report is not None:
                report(each, event.name)
            else:
                self._logger.info("%s: %s", event.name, each)
        return value


def _any_of(events: Sequence[Event]) -> Event:
    """Return what stands for any of several events, which one came not being known: it is read like the first."""
    reads = {each.reads for each in events}
    forms = {name: kind for each in events for name, kind in each.form.items()}
    alike = reads.pop() if len(reads) == 1 else "either"
    return Event("a request", "", "", lambda: events[0].make(), reads=alike, form=forms)


def _shown(value: object) -> str:
    """Return a value that came, short enough for a message."""
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "..."


def _unreadable(event: Event, content: bytes, headers: Mapping[str, str]) -> InvalidPayload:
    expected = "text" if event.reads == "text" else "form" if _is_form(event, content, headers) else "JSON"
    kind = headers.get("content-type", "no content type").split(";")[0][:80]
    message = f"{event.name}: the body is not the {expected} that was expected ({kind})"
    return InvalidPayload(message, event=event.name, excerpt=excerpt(content))


def _text(event: Event, content: bytes, headers: Mapping[str, str]) -> str:
    with suppress(UnicodeDecodeError, LookupError):
        return content.decode(charset_of(Answer(200, headers, content)) or "utf-8")
    raise _unreadable(event, content, headers)


def _is_form(event: Event, content: bytes, headers: Mapping[str, str]) -> bool:
    """Say whether a body is read as a form: where it may be JSON as well, its media type says so, else its looks."""
    if event.reads != "either":
        return event.reads == "form"
    kind = media_of(headers)
    return kind == FORM if kind else content.lstrip()[:1] not in (b"{", b"[", b'"')


def _json(event: Event, content: bytes, headers: Mapping[str, str]) -> bytes:
    """Return a body as JSON says it. Raises ValueError or LookupError."""
    if _is_form(event, content, headers):
        return to_json(_fields(event.form, content))
    return _ANY.json(Answer(200, headers, content))


def _data(event: Event, content: bytes, headers: Mapping[str, str]) -> Any:
    """Return what a body holds, as plain data."""
    with suppress(ValueError, LookupError, RecursionError):
        return from_json(_json(event, content, headers), allow_inf_nan=False)
    raise _unreadable(event, content, headers)


def _fields(kinds: Mapping[str, str], content: bytes) -> dict[str, Any]:
    """Read a form. kinds: name -> what its text is: json, or a leaf as XML has them; a list of those ends with []."""
    from urllib.parse import parse_qs

    from .xml_reader import leaf

    found: dict[str, Any] = {}
    given = parse_qs(content.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    for name, texts in given.items():
        kind = kinds.get(name, "string")
        single = kind.removesuffix("[]")
        values = [from_json(each) if single == "json" else leaf(single, each) for each in texts]
        found[name] = values if kind.endswith("[]") or len(values) > 1 else values[0]
    return found
