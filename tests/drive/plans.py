"""What is to be asked and answered for an operation: requests with all that is optional and with none of it, and an
answer for each status and media type."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from generator import ir
from generator.python.signatures import own_name

from .arguments import Arguments
from .dialect import Dialect
from .document import Operation, Place
from .judge import Given, body_kinds, kind_of
from .sample import Sampler
from .streams import item_of, streamed
from .text import BARE, USUAL, NoValue
from .xml import written

Skip = Callable[[str, str], None]
"""Called with what is not done, in the words of a stage, and why."""

BYTES = b"bytes \x00\x01\xff"


@dataclass(frozen=True)
class Ask:
    """named: the arguments of the method, by name."""

    given: Given
    named: dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """An answer. expected: what is read from it, as JSON; error: whether the method is to raise for it. flagged:
    whether the body of the request asks for it."""

    status: int
    media: str
    content: bytes
    expected: Any
    error: bool
    named: dict[str, Any] = field(default_factory=dict)
    flagged: bool = False

    def asked_for(self, given: Given) -> Given:
        """Return what a request is to hold that asks for this answer."""
        body: Any = given.body
        return replace(given, body={**body, "stream": True}) if self.flagged and isinstance(body, dict) else given


class Plans:
    """incoming, outgoing: the schemas of requests and of answers."""

    def __init__(self, incoming: Dialect, outgoing: Dialect, arguments: Arguments, skip: Skip) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._arguments = arguments
        self._skip = skip
        self._bodies = 0
        """How many were made: every other one is given by its fields, where it may be."""

    # Requests

    def asks(self, operation: Operation, known: ir.Operation) -> Iterator[Ask]:
        """Yield a request for each media type of the body, then one with what is required alone. Raises NoValue where
        not even that can be made."""
        takes = operation.body is not None and known.body is not None  # a form that never has a field is no argument
        media: list[str | None] = [*body_kinds(self._incoming, operation.body)] if takes and operation.body else [None]
        for each in media:
            try:
                yield self._ask(operation, known, each, full=True)
            except NoValue as error:
                self._skip("a request with all that is optional", str(error))
        needed = operation.body is not None and operation.body.value.get("required") is True
        yield self._ask(operation, known, media[0] if needed else None, full=False)

    def _ask(self, operation: Operation, known: ir.Operation, media: str | None, *, full: bool) -> Ask:
        places = {(str(each.value["name"]), each.value["in"]): each for each in operation.parameters}
        given: dict[tuple[str, str], Any] = {}
        named: dict[str, Any] = {}
        for param in known.params:
            place = places.get((param.wire, param.place))
            needed = param.required and param.first is None
            if param.hidden or not (full or needed):
                if param.first is not None:  # the pages begin with it
                    given[param.wire, param.place] = param.first
                continue
            if place is None:  # a placeholder of the path that nobody declared
                named[param.name] = given[param.wire, param.place] = "text"
                continue
            try:
                value = self._parameter(place, full)
            except NoValue as error:
                if needed:
                    raise
                self._skip("an optional parameter", str(error))
                continue
            given[param.wire, param.place] = value
            named[param.name] = self._arguments.python(param.type, value)
        if media is None:
            return Ask(Given(given), named)
        value, more = self._body(operation, known, media, full)
        return Ask(Given(given, media, value), named | more)

    def _parameter(self, place: Place, full: bool) -> Any:
        bare = place.value["in"] == "header" or place.value.get("style") in ("spaceDelimited", "pipeDelimited")
        content = next(iter(place.value.get("content") or ()), "")
        schema = place.at("content", content, "schema") if content else place.at("schema")
        return Sampler(self._incoming, full=full, usual=BARE if bare else USUAL, traces=True).value(schema)

    def _body(self, operation: Operation, known: ir.Operation, media: str, full: bool) -> tuple[Any, dict[str, Any]]:
        assert operation.body is not None
        content, way = self._arguments.contents(known)[media]
        kind = body_kinds(self._incoming, operation.body)[media]
        if kind == "stream":
            value: Any = self._several(self._incoming, operation.body.at("content", media))
        elif kind == "bytes":
            value = BYTES
        elif kind == "text" or isinstance(content, ir.TextContent):
            value = USUAL
        else:
            is_form = kind in ("form", "multipart")
            schema = operation.body.at("content", media, "schema")
            value = Sampler(self._incoming, full=full, traces=is_form).value(schema)
            if is_form and not isinstance(value, dict):
                value = {"key": "text"}  # any value may be an object
        if _flags_body(known) and isinstance(value, dict):
            value.pop("stream", None)  # the method takes it by itself, for an answer that is a stream
        self._bodies += 1
        named = self._arguments.given(known, self._arguments.body(content, value), by_field=self._bodies % 2 == 0)
        return value, named | ({own_name(known, "media"): way} if way is not None else {})

    # Answers

    def replies(self, operation: Operation, known: ir.Operation) -> Iterator[Reply]:
        """Yield an answer for each status and media type, successes first."""
        statuses = sorted(operation.responses, key=lambda status: (status[:1] != "2", status))
        named = [status for status in statuses if status[:1] == "2"]
        if not named and "default" not in statuses:
            yield Reply(204, "", b"", None, False)
        for status in statuses:
            code = _code(status, statuses, bool(named))
            if code < 200:
                self._skip("an answer", f"{code} is no final answer")
                continue
            for media in list(operation.responses[status].value.get("content") or [""]):
                try:
                    reply = self._reply(operation, status, code, media)
                except NoValue as error:
                    self._skip("an answer", str(error))
                    continue
                choice = any(each.media == media for each in known.choices) and not reply.error
                streams = known.streaming is not None and kind_of(media) == "stream"
                asked = {own_name(known, "stream"): True} if streams else {}
                told = {own_name(known, "accept"): media} if choice else asked
                yield replace(reply, named=told, flagged=streams and not choice and _flags_body(known))

    @staticmethod
    def _several(dialect: Dialect, media: Place) -> list[Any]:
        """Return what comes one after the other: a whole value, and one of what is required."""
        item = item_of(dialect.document, media)
        return [Sampler(dialect, full=full).value(item) for full in (True, False)]

    def _reply(self, operation: Operation, status: str, code: int, media: str) -> Reply:
        error = code >= 300
        kind = kind_of(media) if media else "none"
        if kind == "none" or operation.method == "HEAD" or code in (204, 205, 304):
            return Reply(code, "", b"", None, error)
        schema = operation.responses[status].at("content", media, "schema")
        concrete = {"*/*": "application/json", "application/*": "application/json", "image/*": "image/png"}
        sent = concrete.get(media, media.replace("*", "x"))
        if kind == "stream":
            values = self._several(self._outgoing, operation.responses[status].at("content", media))
            content = streamed(media, values)
            return Reply(code, media, content, content if error else values, error)
        if kind in ("json", "xml"):
            value = Sampler(self._outgoing).value(schema)
            if kind == "xml" and isinstance(value, dict):
                return Reply(code, sent, written(self._outgoing, schema, value), value, error)
            if kind == "json":
                return Reply(code, sent, json.dumps(value).encode(), value, error)
        if kind in ("xml", "text"):
            return Reply(code, sent, USUAL.encode(), USUAL, error)
        return Reply(code, sent, BYTES, BYTES, error)


def _flags_body(known: ir.Operation) -> bool:
    """Say whether the method writes into its body that it asks for a stream."""
    return known.streaming is not None and known.streaming.flag == "body"


def _code(status: str, declared: list[str], named: bool) -> int:
    """Return a code for what a document calls a status: itself, one of a range, or one that nobody named."""
    if status.isdigit():
        return int(status)
    if status == "default" and not named:
        return 200
    family = int(status[0]) * 100 if status[0].isdigit() else 0
    candidates = range(family, family + 100) if family else (418, 500, 599)
    taken = {each for each in declared if each.isdigit()} | {
        each for each in declared if not family and each[1:] == "XX"
    }
    return next(each for each in candidates if str(each) not in taken and f"{each // 100}XX" not in taken)
