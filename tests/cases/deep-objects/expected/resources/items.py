"""items: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, nothing, raw, styled

_NOTHING: Decoder[None] = nothing()


class ItemsResource(Resource):
    """Operations of items."""

    @property
    def with_raw_response(self) -> ItemsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ItemsRaw(self._transport)

    def search(
        self,
        *,
        filter: _models.Filter | Omit = OMIT,
        pairs: Sequence[_models.Pair] | Omit = OMIT,
        point: _models.Point | Omit = OMIT,
        spread: _models.Point | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Search.

        GET /search
        """
        query = {
            "filter": styled(filter, "deepObject", explode=True),
            "pairs": styled(pairs, "deepObject", explode=True),
            "point": styled(point, "form", explode=False),
            "spread": spread,
        }
        request = Request("GET", "/search", query=query)
        return self._with(options).send(request, _NOTHING)


class ItemsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ItemsResource(transport.raw)
        self.search = raw(resource.search)
