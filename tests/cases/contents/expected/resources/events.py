"""events: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models as _models
from .._runtime import CallOptions, Decoder, EventStream, Request, Resource, Transport, by_status, events, nothing, raw

_LIST_RESULT: Decoder[EventStream[_models.Line] | None] = by_status(
    {"200": events(lambda: _models.Line), "204": nothing()}
)


class EventsResource(Resource):
    """Operations of events."""

    @property
    def with_raw_response(self) -> EventsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return EventsRaw(self._transport)

    def list(self, *, options: CallOptions | None = None) -> EventStream[_models.Line] | None:
        """List events.

        GET /events
        """
        request = Request("GET", "/events")
        return self._with(options).send(request, _LIST_RESULT)


class EventsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = EventsResource(transport.raw)
        self.list = raw(resource.list)
