"""chat.completions: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Literal, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, EventStream, Omit, Request, Resource, Transport, by_type, events
from .._runtime import flagged, json, json_body, made, nothing, raw

_NOTHING: Decoder[None] = nothing()
_MESSAGE: Decoder[_models.Message | EventStream[_models.Message]] = by_type(
    {"application/json": json({"200": lambda: _models.Message}), "text/event-stream": events(lambda: _models.Message)}
)


class ChatCompletionsResource(Resource):
    """Operations of chat.completions."""

    @property
    def with_raw_response(self) -> ChatCompletionsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ChatCompletionsRaw(self._transport)

    def list(self, *, options: CallOptions | None = None) -> None:
        """List chat completions.

        GET /chat/completions
        """
        request = Request("GET", "/chat/completions")
        return self._with(options).send(request, _NOTHING)

    @overload
    def create(
        self, body: _models.Ask, *, stream: Literal[False] = False, options: CallOptions | None = None
    ) -> _models.Message: ...
    @overload
    def create(
        self, body: _models.Ask, *, stream: Literal[True], options: CallOptions | None = None
    ) -> EventStream[_models.Message]: ...
    @overload
    def create(
        self, body: _models.Ask, *, stream: bool, options: CallOptions | None = None
    ) -> _models.Message | EventStream[_models.Message]: ...
    @overload
    def create(
        self, *, stream: Literal[False] = False, options: CallOptions | None = None, **fields: Unpack[_models.AskFields]
    ) -> _models.Message: ...
    @overload
    def create(
        self, *, stream: Literal[True], options: CallOptions | None = None, **fields: Unpack[_models.AskFields]
    ) -> EventStream[_models.Message]: ...
    @overload
    def create(
        self, *, stream: bool, options: CallOptions | None = None, **fields: Unpack[_models.AskFields]
    ) -> _models.Message | EventStream[_models.Message]: ...
    def create(
        self,
        body: _models.Ask | Omit = OMIT,
        *,
        stream: bool = False,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> _models.Message | EventStream[_models.Message]:
        """Create chat completion.

        POST /chat/completions

        body: Its fields may be given instead: AskFields.
        stream: True returns what is answered as it comes.
        """
        request = Request("POST", "/chat/completions", body=json_body(flagged(made(_models.Ask, body, fields), stream)))
        return self._with(options).send(request, _MESSAGE.streamed(stream))


class ChatCompletionsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ChatCompletionsResource(transport.raw)
        self.list = raw(resource.list)
        self.create = raw(resource.create)
