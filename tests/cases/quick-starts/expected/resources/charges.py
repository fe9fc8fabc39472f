"""charges: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models as _models
from .._runtime import OMIT, ByCursor, CallOptions, Decoder, Omit, Pages, Request, Resource, Transport, json, raw_pages

_THING_LIST: Decoder[_models.ThingList] = json({"200": lambda: _models.ThingList})
_LIST_PAGES = ByCursor(cursor="starting_after", items=("data",), more=("has_more",), last=("id",))


class ChargesResource(Resource):
    """Operations of charges."""

    @property
    def with_raw_response(self) -> ChargesRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ChargesRaw(self._transport)

    def list(
        self, *, limit: int | Omit = OMIT, options: CallOptions | None = None
    ) -> Pages[_models.Thing, _models.ThingList]:
        """Get charges.

        GET /v1/charges
        """
        request = Request("GET", "/v1/charges", query={"limit": limit})
        return Pages(self._with(options), request, _THING_LIST, _LIST_PAGES)


class ChargesRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ChargesResource(transport.raw)
        self.list = raw_pages(resource.list)
