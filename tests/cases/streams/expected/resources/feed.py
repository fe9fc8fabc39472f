"""feed: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, EventStream, Omit, Request, Resource, Transport, by_type, errors
from .._runtime import events, json, raw

_ERRORS = errors({404: lambda: _models.Said})
_GET_RESULT: Decoder[list[str] | EventStream[_models.News]] = by_type(
    {
        "text/event-stream": events(lambda: _models.News, whole="json", end="over"),
        "application/json": json({"200": list[str]}),
    }
)


class FeedResource(Resource):
    """Operations of feed."""

    @property
    def with_raw_response(self) -> FeedRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return FeedRaw(self._transport)

    @overload
    def get(
        self, *, last_event_id: str | Omit = OMIT, stream: Literal[False] = False, options: CallOptions | None = None
    ) -> list[str]: ...
    @overload
    def get(
        self, *, stream: Literal[True], last_event_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> EventStream[_models.News]: ...
    @overload
    def get(
        self, *, stream: bool, last_event_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> list[str] | EventStream[_models.News]: ...
    def get(
        self, *, last_event_id: str | Omit = OMIT, stream: bool = False, options: CallOptions | None = None
    ) -> list[str] | EventStream[_models.News]:
        """Read feed.

        GET /feed

        stream: True returns what is answered as it comes.
        """
        request = Request(
            "GET", "/feed", query={"stream": stream or OMIT}, headers={"Last-Event-ID": last_event_id}, errors=_ERRORS
        )
        return self._with(options).send(request, _GET_RESULT.streamed(stream))


class FeedRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = FeedResource(transport.raw)
        self.get = raw(resource.get)
