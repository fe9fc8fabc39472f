"""boats: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, ByCursor, CallOptions, Decoder, EventStream, InXml, Omit, Pages, Request, Resource
from .._runtime import Transport, binary, by_status, by_type, errors, events, json, json_body, made, nothing, raw
from .._runtime import raw_pages, streamed, text, xml

_OAUTH = (("OAuth",),)
_ERRORS = errors({404: lambda: _models.Problem})
_BOAT: Decoder[_models.Boat] = json({"200": lambda: _models.Boat})
_REPLACE_RESULT: Decoder[_models.Note | _models.Boat | _models.Problem | None] = by_status(
    {
        "200": json({"200": lambda: _models.Note}),
        "201": json({"201": lambda: _models.Boat}),
        "202": xml({"202": InXml(lambda: _models.Problem, "Problem")}),
        "204": nothing(),
    }
)
_FLEET: Decoder[_models.Fleet] = json({"200": lambda: _models.Fleet})
_LIST_PAGES = ByCursor(cursor="after", next=("next",), items=("boats",))
_LOG: Decoder[_models.Log | EventStream[_models.Entry]] = by_type(
    {"application/json": json({"200": lambda: _models.Log}), "text/event-stream": events(lambda: _models.Entry)}
)
_GET_PICTURE_RESULT: Decoder[bytes | str] = by_type(
    {"image/png": binary("image/png"), "text/plain": text("text/plain")}
)


class BoatsResource(Resource):
    """Operations of boats."""

    @property
    def with_raw_response(self) -> BoatsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return BoatsRaw(self._transport)

    @property
    def with_streaming_response(self) -> BoatsStreaming:
        """The methods that answer with files, which return an answer while its body is still to come."""
        return BoatsStreaming(self._transport)

    def get(self, id: str, *, since: datetime | Omit = OMIT, options: CallOptions | None = None) -> _models.Boat:
        """Get boat.

        GET /boats/{id}
        """
        request = Request(
            "GET",
            "/boats/{id}",
            path={"id": id},
            query={"since": since},
            auth=_OAUTH,
            errors=_ERRORS,
            scopes={"OAuth": "read"},
        )
        return self._with(options).send(request, _BOAT)

    @overload
    def replace(
        self, id: str, body: _models.Boat, *, options: CallOptions | None = None
    ) -> _models.Note | _models.Boat | _models.Problem | None: ...
    @overload
    def replace(
        self, id: str, *, options: CallOptions | None = None, **fields: Unpack[_models.BoatFields]
    ) -> _models.Note | _models.Boat | _models.Problem | None: ...
    def replace(
        self, id: str, body: _models.Boat | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> _models.Note | _models.Boat | _models.Problem | None:
        """Replace boat.

        PUT /boats/{id}

        body: Its fields may be given instead: BoatFields.
        """
        request = Request(
            "PUT",
            "/boats/{id}",
            path={"id": id},
            body=json_body(made(_models.Boat, body, fields)),
            auth=_OAUTH,
            scopes={"OAuth": "read"},
        )
        return self._with(options).send(request, _REPLACE_RESULT)

    def list(
        self, *, kind: str | Omit = OMIT, options: CallOptions | None = None
    ) -> Pages[_models.Boat, _models.Fleet]:
        """List boats.

        GET /boats
        """
        request = Request("GET", "/boats", query={"kind": kind}, auth=_OAUTH, scopes={"OAuth": "read"})
        return Pages(self._with(options), request, _FLEET, _LIST_PAGES)

    @overload
    def follow_log(
        self, id: str, *, stream: Literal[False] = False, options: CallOptions | None = None
    ) -> _models.Log: ...
    @overload
    def follow_log(
        self, id: str, *, stream: Literal[True], options: CallOptions | None = None
    ) -> EventStream[_models.Entry]: ...
    @overload
    def follow_log(
        self, id: str, *, stream: bool, options: CallOptions | None = None
    ) -> _models.Log | EventStream[_models.Entry]: ...
    def follow_log(
        self, id: str, *, stream: bool = False, options: CallOptions | None = None
    ) -> _models.Log | EventStream[_models.Entry]:
        """Follow log.

        GET /boats/{id}/log

        stream: True returns what is answered as it comes.
        """
        request = Request(
            "GET",
            "/boats/{id}/log",
            path={"id": id},
            query={"stream": stream or OMIT},
            auth=_OAUTH,
            scopes={"OAuth": "read"},
        )
        return self._with(options).send(request, _LOG.streamed(stream))

    @overload
    def get_picture(self, id: str, *, accept: None = None, options: CallOptions | None = None) -> bytes | str: ...
    @overload
    def get_picture(self, id: str, *, accept: Literal["image/png"], options: CallOptions | None = None) -> bytes: ...
    @overload
    def get_picture(self, id: str, *, accept: Literal["text/plain"], options: CallOptions | None = None) -> str: ...
    def get_picture(
        self, id: str, *, accept: Literal["image/png", "text/plain"] | None = None, options: CallOptions | None = None
    ) -> bytes | str:
        """Get picture.

        GET /boats/{id}/picture
        """
        request = Request("GET", "/boats/{id}/picture", path={"id": id}, auth=_OAUTH, scopes={"OAuth": "read"})
        return self._with(options).send(request, _GET_PICTURE_RESULT.asked(accept))


class BoatsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = BoatsResource(transport.raw)
        self.get = raw(resource.get)
        self.replace = raw(resource.replace)
        self.list = raw_pages(resource.list)
        self.follow_log = raw(resource.follow_log)
        self.get_picture = raw(resource.get_picture)


class BoatsStreaming:
    """The same operations, those that answer with files; each returns the answer while its body is still to come."""

    def __init__(self, transport: Transport) -> None:
        resource = BoatsResource(transport.streaming)
        self.get_picture = streamed(resource.get_picture)
