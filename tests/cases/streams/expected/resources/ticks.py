"""ticks: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, EventStream, Request, Resource, Transport, events, raw

_LIST_RESULT: Decoder[EventStream[str]] = events(str)


class TicksResource(Resource):
    """Operations of ticks."""

    @property
    def with_raw_response(self) -> TicksRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return TicksRaw(self._transport)

    def list(self, *, options: CallOptions | None = None) -> EventStream[str]:
        """List.

        GET /ticks
        """
        request = Request("GET", "/ticks")
        return self._with(options).send(request, _LIST_RESULT)


class TicksRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = TicksResource(transport.raw)
        self.list = raw(resource.list)
