"""chat: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Literal, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, EventStream, Omit, Request, Resource, Transport, by_type, events
from .._runtime import flagged, json, json_body, made, raw

_SAID: Decoder[_models.Said | EventStream[_models.Piece]] = by_type(
    {"application/json": json({"200": lambda: _models.Said}), "text/event-stream": events(lambda: _models.Piece)}
)


class ChatResource(Resource):
    """Operations of chat."""

    @property
    def with_raw_response(self) -> ChatRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ChatRaw(self._transport)

    @overload
    def create(
        self, body: _models.Ask, *, stream: Literal[False] = False, options: CallOptions | None = None
    ) -> _models.Said: ...
    @overload
    def create(
        self, body: _models.Ask, *, stream: Literal[True], options: CallOptions | None = None
    ) -> EventStream[_models.Piece]: ...
    @overload
    def create(
        self, body: _models.Ask, *, stream: bool, options: CallOptions | None = None
    ) -> _models.Said | EventStream[_models.Piece]: ...
    @overload
    def create(
        self, *, stream: Literal[False] = False, options: CallOptions | None = None, **fields: Unpack[_models.AskFields]
    ) -> _models.Said: ...
    @overload
    def create(
        self, *, stream: Literal[True], options: CallOptions | None = None, **fields: Unpack[_models.AskFields]
    ) -> EventStream[_models.Piece]: ...
    @overload
    def create(
        self, *, stream: bool, options: CallOptions | None = None, **fields: Unpack[_models.AskFields]
    ) -> _models.Said | EventStream[_models.Piece]: ...
    def create(
        self,
        body: _models.Ask | Omit = OMIT,
        *,
        stream: bool = False,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> _models.Said | EventStream[_models.Piece]:
        """Create chat.

        POST /chat

        body: Its fields may be given instead: AskFields.
        stream: True returns what is answered as it comes.
        """
        request = Request("POST", "/chat", body=json_body(flagged(made(_models.Ask, body, fields), stream)))
        return self._with(options).send(request, _SAID.streamed(stream))


class ChatRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ChatResource(transport.raw)
        self.create = raw(resource.create)
