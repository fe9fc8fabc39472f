"""orders: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, errors, json, json_body, made
from .._runtime import raw

_ERRORS = errors({"4XX": lambda: _models.CreateOrder4XXError})
_CREATE_ORDER_RESPONSE: Decoder[_models.CreateOrderResponse] = json({"201": lambda: _models.CreateOrderResponse})


class OrdersResource(Resource):
    """Operations of orders."""

    @property
    def with_raw_response(self) -> OrdersRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return OrdersRaw(self._transport)

    @overload
    def create(
        self, body: _models.CreateOrderBody | Omit = OMIT, *, options: CallOptions | None = None
    ) -> _models.CreateOrderResponse: ...
    @overload
    def create(
        self, *, options: CallOptions | None = None, **fields: Unpack[_models.CreateOrderBodyFields]
    ) -> _models.CreateOrderResponse: ...
    def create(
        self, body: _models.CreateOrderBody | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> _models.CreateOrderResponse:
        """Create order.

        POST /orders

        body: Its fields may be given instead: CreateOrderBodyFields.
        """
        request = Request(
            "POST",
            "/orders",
            body=json_body(made(_models.CreateOrderBody, body, fields, optional=True)),
            errors=_ERRORS,
        )
        return self._with(options).send(request, _CREATE_ORDER_RESPONSE)


class OrdersRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = OrdersResource(transport.raw)
        self.create = raw(resource.create)
