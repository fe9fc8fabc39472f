"""orders: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json, json_body, made, raw

_ORDER: Decoder[_models.Order] = json({"200": lambda: _models.Order})


class OrdersResource(Resource):
    """Operations of orders."""

    @property
    def with_raw_response(self) -> OrdersRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return OrdersRaw(self._transport)

    @overload
    def create(
        self, body: _models.Order, *, limit: int | Omit = OMIT, options: CallOptions | None = None
    ) -> _models.Order: ...
    @overload
    def create(
        self, *, limit: int | Omit = OMIT, options: CallOptions | None = None, **fields: Unpack[_models.OrderFields]
    ) -> _models.Order: ...
    def create(
        self,
        body: _models.Order | Omit = OMIT,
        *,
        limit: int | Omit = OMIT,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> _models.Order:
        """Create order.

        POST /orders

        limit: How many. From 1 to 25.
        body: Its fields may be given instead: OrderFields.
        """
        request = Request("POST", "/orders", query={"limit": limit}, body=json_body(made(_models.Order, body, fields)))
        return self._with(options).send(request, _ORDER)


class OrdersRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = OrdersResource(transport.raw)
        self.create = raw(resource.create)
