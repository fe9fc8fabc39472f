"""chat: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal, overload

from .._runtime import CallOptions, Decoder, EventStream, Request, Resource, Transport, by_type, events, flagged, json
from .._runtime import json_body, raw
from ..models import Ask, Piece, Said

_SAID: Decoder[Said | EventStream[Piece]] = by_type(
    {"application/json": json({"200": Said}), "text/event-stream": events(Piece)}
)


class ChatResource(Resource):
    """Operations of chat."""

    @property
    def with_raw_response(self) -> ChatRaw:
        return ChatRaw(self._transport)

    @overload
    def create(self, *, body: Ask, stream: Literal[False] = False, options: CallOptions | None = None) -> Said: ...
    @overload
    def create(self, *, body: Ask, stream: Literal[True], options: CallOptions | None = None) -> EventStream[Piece]: ...
    @overload
    def create(self, *, body: Ask, stream: bool, options: CallOptions | None = None) -> Said | EventStream[Piece]: ...
    def create(
        self, *, body: Ask, stream: bool = False, options: CallOptions | None = None
    ) -> Said | EventStream[Piece]:
        """Create chat.

        POST /chat

        stream: True returns what is answered as it comes.
        """
        request = Request("POST", "/chat", body=json_body(flagged(body, stream)))
        return self._with(options).send(request, _SAID.streamed(stream))


class ChatRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ChatResource(transport.raw)
        self.create = raw(resource.create)
