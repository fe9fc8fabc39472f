"""routes: generated from spec.yaml; do not edit."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, as_base64, as_base64url
from .._runtime import as_unix_time, for_each, in_places, json, json_body, made, raw, styled

_LIST_RESULT: Decoder[list[_models.Point]] = json({"200": lambda: list[_models.Point]})
_ROUTE: Decoder[_models.Route] = json({"200": lambda: _models.Route})
_MARK: Decoder[_models.Mark] = json({"200": lambda: _models.Mark})


class RoutesResource(Resource):
    """Operations of routes."""

    @property
    def with_raw_response(self) -> RoutesRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return RoutesRaw(self._transport)

    def list(
        self,
        *,
        from_: _models.Point,
        between: tuple[datetime, datetime | int] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> builtins.list[_models.Point]:
        """List routes.

        GET /routes
        """
        query = {
            "from": styled(from_, "form", explode=False),
            "between": in_places(None, as_unix_time)(between),
        }
        request = Request("GET", "/routes", query=query)
        return self._with(options).send(request, _LIST_RESULT)

    @overload
    def replace(self, body: _models.Route, *, options: CallOptions | None = None) -> _models.Route: ...
    @overload
    def replace(
        self, *, options: CallOptions | None = None, **fields: Unpack[_models.RouteFields]
    ) -> _models.Route: ...
    def replace(
        self, body: _models.Route | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> _models.Route:
        """Replace route.

        PUT /routes

        body: Its fields may be given instead: RouteFields.
        """
        request = Request("PUT", "/routes", body=json_body(made(_models.Route, body, fields)))
        return self._with(options).send(request, _ROUTE)

    def create_marks(
        self, body: Sequence[tuple[datetime, datetime | int, bytes, bytes]], *, options: CallOptions | None = None
    ) -> _models.Mark:
        """Create marks.

        POST /marks
        """
        request = Request(
            "POST", "/marks", body=json_body(for_each(in_places(None, as_unix_time, as_base64, as_base64url))(body))
        )
        return self._with(options).send(request, _MARK)


class RoutesRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = RoutesResource(transport.raw)
        self.list = raw(resource.list)
        self.replace = raw(resource.replace)
        self.create_marks = raw(resource.create_marks)
