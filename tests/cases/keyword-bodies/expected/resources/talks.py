"""talks: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Literal, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, EventStream, Omit, Request, Resource, Transport, by_type, events
from .._runtime import flagged, json, json_body, made, raw

_START_RESULT: Decoder[str | EventStream[str]] = by_type(
    {"application/json": json({"200": str}), "text/event-stream": events(str)}
)


class TalksResource(Resource):
    """Operations of talks."""

    @property
    def with_raw_response(self) -> TalksRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return TalksRaw(self._transport)

    @overload
    def start(
        self, body: _models.Talk, *, stream: Literal[False] = False, options: CallOptions | None = None
    ) -> str: ...
    @overload
    def start(
        self, body: _models.Talk, *, stream: Literal[True], options: CallOptions | None = None
    ) -> EventStream[str]: ...
    @overload
    def start(
        self, body: _models.Talk, *, stream: bool, options: CallOptions | None = None
    ) -> str | EventStream[str]: ...
    @overload
    def start(
        self,
        *,
        stream: Literal[False] = False,
        options: CallOptions | None = None,
        **fields: Unpack[_models.TalkFields],
    ) -> str: ...
    @overload
    def start(
        self, *, stream: Literal[True], options: CallOptions | None = None, **fields: Unpack[_models.TalkFields]
    ) -> EventStream[str]: ...
    @overload
    def start(
        self, *, stream: bool, options: CallOptions | None = None, **fields: Unpack[_models.TalkFields]
    ) -> str | EventStream[str]: ...
    def start(
        self,
        body: _models.Talk | Omit = OMIT,
        *,
        stream: bool = False,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> str | EventStream[str]:
        """Start talk.

        POST /talks

        body: Its fields may be given instead: TalkFields.
        stream: True returns what is answered as it comes.
        """
        request = Request("POST", "/talks", body=json_body(flagged(made(_models.Talk, body, fields), stream)))
        return self._with(options).send(request, _START_RESULT.streamed(stream))


class TalksRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = TalksResource(transport.raw)
        self.start = raw(resource.start)
