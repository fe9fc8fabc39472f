"""orders: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models as _models
from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json, raw

_ORDER: Decoder[_models.Order] = json({"200": lambda: _models.Order})


class OrdersResource(Resource):
    """Operations of orders."""

    @property
    def with_raw_response(self) -> OrdersRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return OrdersRaw(self._transport)

    def list(self, *, options: CallOptions | None = None) -> _models.Order:
        """Get order.

        GET /orders
        """
        request = Request("GET", "/orders")
        return self._with(options).send(request, _ORDER)


class OrdersRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = OrdersResource(transport.raw)
        self.list = raw(resource.list)
