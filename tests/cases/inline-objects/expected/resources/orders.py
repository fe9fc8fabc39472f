"""orders: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, errors, json, json_body, raw
from ..models import CreateOrder4XXError, CreateOrderBody, CreateOrderResponse

_ERRORS = errors({"4XX": CreateOrder4XXError})
_CREATE_ORDER_RESPONSE: Decoder[CreateOrderResponse] = json({"201": CreateOrderResponse})


class OrdersResource(Resource):
    """Operations of orders."""

    @property
    def with_raw_response(self) -> OrdersRaw:
        return OrdersRaw(self._transport)

    def create(self, *, body: CreateOrderBody | Omit = OMIT, options: CallOptions | None = None) -> CreateOrderResponse:
        """Create order.

        POST /orders
        """
        request = Request("POST", "/orders", body=json_body(body), errors=_ERRORS)
        return self._with(options).send(request, _CREATE_ORDER_RESPONSE)


class OrdersRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = OrdersResource(transport.raw)
        self.create = raw(resource.create)
