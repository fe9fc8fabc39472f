"""events: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from .._runtime import OMIT, Decoder, Omit, Request, Resource, Transport, as_json, form_body, json, json_body
from .._runtime import multipart_body, nothing, raw, unix_time
from ..models import Event, Window

_EVENT: Decoder[Event] = json({"200": Event})
_NOTHING: Decoder[None] = nothing()


class EventsResource(Resource):
    """Operations of events."""

    @property
    def with_raw_response(self) -> EventsRaw:
        return EventsRaw(self._transport)

    def create(
        self,
        at: datetime,
        *,
        since: Sequence[datetime] | Omit = OMIT,
        until: datetime | int | Omit = OMIT,
        x_seen: datetime | Omit = OMIT,
        seen: datetime | Omit = OMIT,
        filter: Window | Omit = OMIT,
        body: Event | Omit = OMIT,
    ) -> Event:
        """Create event.

        POST /at/{at}
        """
        query = {
            "since": since,
            "until": unix_time(until),
            "filter": as_json(filter),
        }
        request = Request(
            "POST",
            "/at/{at}",
            path={"at": at},
            query=query,
            headers={"X-Seen": x_seen},
            cookies={"seen": seen},
            body=json_body(body),
        )
        return self._transport.send(request, _EVENT)

    def create_form(self, *, body: Window | Omit = OMIT) -> None:
        """Create form.

        POST /form
        """
        request = Request("POST", "/form", body=form_body(body))
        return self._transport.send(request, _NOTHING)

    def create_parts(self, *, body: Window | Omit = OMIT) -> None:
        """Create parts.

        POST /parts
        """
        request = Request("POST", "/parts", body=multipart_body(body))
        return self._transport.send(request, _NOTHING)


class EventsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = EventsResource(transport.raw)
        self.create = raw(resource.create)
        self.create_form = raw(resource.create_form)
        self.create_parts = raw(resource.create_parts)
