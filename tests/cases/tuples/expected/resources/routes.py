"""routes: generated from spec.yaml; do not edit."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from datetime import datetime
from typing import Any, TYPE_CHECKING, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, as_base64, as_base64url
from .._runtime import as_unix_time, for_each, in_places, json, json_body, made, raw, styled

if TYPE_CHECKING:
    from ..models import Mark, Point, Route, RouteFields

_LIST_RESULT: Decoder[list[Point]] = json({"200": lambda: list[_models.Point]})
_ROUTE: Decoder[Route] = json({"200": lambda: _models.Route})
_MARK: Decoder[Mark] = json({"200": lambda: _models.Mark})


class RoutesResource(Resource):
    """Operations of routes."""

    @property
    def with_raw_response(self) -> RoutesRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return RoutesRaw(self._transport)

    def list(
        self,
        *,
        from_: Point,
        between: tuple[datetime, datetime | int] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> builtins.list[Point]:
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
    def replace(self, body: Route, *, options: CallOptions | None = None) -> Route: ...
    @overload
    def replace(self, *, options: CallOptions | None = None, **fields: Unpack[RouteFields]) -> Route: ...
    def replace(self, body: Route | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any) -> Route:
        """Replace route.

        PUT /routes

        body: Its fields may be given instead: RouteFields.
        """
        request = Request("PUT", "/routes", body=json_body(made(_models.Route, body, fields)))
        return self._with(options).send(request, _ROUTE)

    def create_marks(
        self, body: Sequence[tuple[datetime, datetime | int, bytes, bytes]], *, options: CallOptions | None = None
    ) -> Mark:
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
