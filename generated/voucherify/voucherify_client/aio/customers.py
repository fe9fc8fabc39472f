"""customers: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models as _models
from .._runtime import AsyncResource, AsyncTransport, CallOptions, Decoder, Request, async_raw, errors, json

_AUTH = (("X-App-Id", "X-App-Token"), ("X-Voucherify-OAuth",))
_ERRORS = errors({404: lambda: _models.ErrorObject})
_CUSTOMERS_GET_RESPONSE_BODY: Decoder[_models.CustomersGetResponseBody] = json(
    {"200": lambda: _models.CustomersGetResponseBody}
)


class AsyncCustomersResource(AsyncResource):
    """People who use vouchers."""

    @property
    def with_raw_response(self) -> AsyncCustomersRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return AsyncCustomersRaw(self._transport)

    async def get(self, customer_id: str, *, options: CallOptions | None = None) -> _models.CustomersGetResponseBody:
        """Fetch one customer.

        GET /v1/customers/{customerId}

        customer_id: The `id` or the `source_id` of the customer.
        """
        request = Request(
            "GET", "/v1/customers/{customerId}", path={"customerId": customer_id}, auth=_AUTH, errors=_ERRORS
        )
        return await self._with(options).send(request, _CUSTOMERS_GET_RESPONSE_BODY)


class AsyncCustomersRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: AsyncTransport) -> None:
        resource = AsyncCustomersResource(transport.raw)
        self.get = async_raw(resource.get)
