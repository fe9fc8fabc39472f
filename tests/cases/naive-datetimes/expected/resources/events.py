"""events: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, Bodies, CallOptions, Decoder, Omit, Request, Resource, Transport, UnixTime, Way, as_json
from .._runtime import as_unix_time, form_body, json, json_body, made, multipart_body, nothing, raw, xml_body

_EVENT: Decoder[_models.Event] = json({"200": lambda: _models.Event})
_CREATE_LIST_RESULT: Decoder[datetime] = json({"200": UnixTime})
_NOTHING: Decoder[None] = nothing()
_CREATE_EITHER_BODY = Bodies(
    {
        "application/json": Way(lambda: _models.Window, json_body),
        "application/x-www-form-urlencoded": Way(lambda: _models.Window, form_body),
        "application/xml": Way(
            Sequence[datetime | int], lambda body: xml_body(as_unix_time(body), "list[UnixTime] as times")
        ),
    }
)


class EventsResource(Resource):
    """Operations of events."""

    @property
    def with_raw_response(self) -> EventsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return EventsRaw(self._transport)

    @overload
    def create_by_at(
        self,
        at: datetime,
        body: _models.Event | Omit = OMIT,
        *,
        since: Sequence[datetime] | Omit = OMIT,
        until: datetime | int | Omit = OMIT,
        x_seen: datetime | Omit = OMIT,
        seen: datetime | Omit = OMIT,
        filter: _models.Window | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> _models.Event: ...
    @overload
    def create_by_at(
        self,
        at: datetime,
        *,
        since: Sequence[datetime] | Omit = OMIT,
        until: datetime | int | Omit = OMIT,
        x_seen: datetime | Omit = OMIT,
        seen: datetime | Omit = OMIT,
        filter: _models.Window | Omit = OMIT,
        options: CallOptions | None = None,
        **fields: Unpack[_models.EventFields],
    ) -> _models.Event: ...
    def create_by_at(
        self,
        at: datetime,
        body: _models.Event | Omit = OMIT,
        *,
        since: Sequence[datetime] | Omit = OMIT,
        until: datetime | int | Omit = OMIT,
        x_seen: datetime | Omit = OMIT,
        seen: datetime | Omit = OMIT,
        filter: _models.Window | Omit = OMIT,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> _models.Event:
        """Create event.

        POST /at/{at}

        body: Its fields may be given instead: EventFields.
        """
        query = {
            "since": since,
            "until": as_unix_time(until),
            "filter": as_json(filter),
        }
        request = Request(
            "POST",
            "/at/{at}",
            path={"at": at},
            query=query,
            headers={"X-Seen": x_seen},
            cookies={"seen": seen},
            body=json_body(made(_models.Event, body, fields, optional=True)),
        )
        return self._with(options).send(request, _EVENT)

    def create_list(
        self, body: Sequence[datetime | int] | Omit = OMIT, *, options: CallOptions | None = None
    ) -> datetime:
        """Create list.

        POST /list
        """
        request = Request("POST", "/list", body=json_body(as_unix_time(body)))
        return self._with(options).send(request, _CREATE_LIST_RESULT)

    @overload
    def create_form(self, body: _models.Window | Omit = OMIT, *, options: CallOptions | None = None) -> None: ...
    @overload
    def create_form(self, *, options: CallOptions | None = None, **fields: Unpack[_models.WindowFields]) -> None: ...
    def create_form(
        self, body: _models.Window | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> None:
        """Create form.

        POST /form

        body: Its fields may be given instead: WindowFields.
        """
        request = Request("POST", "/form", body=form_body(made(_models.Window, body, fields, optional=True)))
        return self._with(options).send(request, _NOTHING)

    @overload
    def create_parts(self, body: _models.Window | Omit = OMIT, *, options: CallOptions | None = None) -> None: ...
    @overload
    def create_parts(self, *, options: CallOptions | None = None, **fields: Unpack[_models.WindowFields]) -> None: ...
    def create_parts(
        self, body: _models.Window | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> None:
        """Create parts.

        POST /parts

        body: Its fields may be given instead: WindowFields.
        """
        request = Request("POST", "/parts", body=multipart_body(made(_models.Window, body, fields, optional=True)))
        return self._with(options).send(request, _NOTHING)

    @overload
    def create_either(
        self,
        body: _models.Window | Sequence[datetime | int] | Omit = OMIT,
        *,
        media: Literal["application/json", "application/x-www-form-urlencoded", "application/xml"] | None = None,
        options: CallOptions | None = None,
    ) -> None: ...
    @overload
    def create_either(
        self,
        *,
        media: Literal["application/json", "application/x-www-form-urlencoded"] | None = None,
        options: CallOptions | None = None,
        **fields: Unpack[_models.WindowFields],
    ) -> None: ...
    def create_either(
        self,
        body: _models.Window | Sequence[datetime | int] | Omit = OMIT,
        *,
        media: Literal["application/json", "application/x-www-form-urlencoded", "application/xml"] | None = None,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> None:
        """Create either.

        POST /either

        body: Its fields may be given instead: WindowFields.
        """
        request = Request(
            "POST", "/either", body=_CREATE_EITHER_BODY.write(made(_models.Window, body, fields, optional=True), media)
        )
        return self._with(options).send(request, _NOTHING)


class EventsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = EventsResource(transport.raw)
        self.create_by_at = raw(resource.create_by_at)
        self.create_list = raw(resource.create_list)
        self.create_form = raw(resource.create_form)
        self.create_parts = raw(resource.create_parts)
        self.create_either = raw(resource.create_either)
