"""things: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, as_json, as_unix_time, nothing
from .._runtime import raw, styled

_NOTHING: Decoder[None] = nothing()


class ThingsResource(Resource):
    """Operations of things."""

    @property
    def with_raw_response(self) -> ThingsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ThingsRaw(self._transport)

    def in_path(
        self, id: Sequence[str], label: Sequence[int], matrix: str, *, options: CallOptions | None = None
    ) -> None:
        """In path.

        GET /simple/{id}/label/{label}/matrix/{matrix}
        """
        request = Request(
            "GET",
            "/simple/{id}/label/{label}/matrix/{matrix}",
            path={"id": id, "label": styled(label, "label", explode=True), "matrix": styled(matrix, "matrix")},
        )
        return self._with(options).send(request, _NOTHING)

    def in_query(
        self,
        *,
        shared: int,
        x_trace: str | Omit = OMIT,
        tags: Sequence[str] | Omit = OMIT,
        comma: Sequence[str] | Omit = OMIT,
        space: Sequence[str] | Omit = OMIT,
        pipe: Sequence[str] | Omit = OMIT,
        ids: Sequence[int] | Omit = OMIT,
        active: bool | Omit = OMIT,
        since: datetime | Omit = OMIT,
        day: date | Omit = OMIT,
        at: datetime | int | Omit = OMIT,
        price: Decimal | Omit = OMIT,
        where: Mapping[str, Any] | Omit = OMIT,
        path: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """In query.

        GET /query

        shared: Of the operation.
        x_trace: Of the path item.
        """
        query = {
            "shared": shared,
            "tags": tags,
            "comma": styled(comma, "form", explode=False),
            "space": styled(space, "spaceDelimited"),
            "pipe": styled(pipe, "pipeDelimited"),
            "ids[]": ids,
            "active": active,
            "since": since,
            "day": day,
            "at": as_unix_time(at),
            "price": price,
            "where": as_json(where),
            "path": styled(path, "form", allow_reserved=True),
        }
        request = Request("GET", "/query", query=query, headers={"X-Trace": x_trace})
        return self._with(options).send(request, _NOTHING)

    def in_header_and_cookie(
        self, *, x_ids: Sequence[int], session: str | Omit = OMIT, options: CallOptions | None = None
    ) -> None:
        """In header and cookie.

        GET /elsewhere
        """
        request = Request("GET", "/elsewhere", headers={"X-Ids": x_ids}, cookies={"session": session})
        return self._with(options).send(request, _NOTHING)


class ThingsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ThingsResource(transport.raw)
        self.in_path = raw(resource.in_path)
        self.in_query = raw(resource.in_query)
        self.in_header_and_cookie = raw(resource.in_header_and_cookie)
