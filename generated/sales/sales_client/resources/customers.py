"""customers: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, errors, json, raw

_BEARERAUTH = (("bearerAuth",),)
_ERRORS = errors({429: lambda: _models.ErrorResponse, "default": lambda: _models.ErrorResponse})
_CUSTOMER: Decoder[_models.Customer] = json({"200": lambda: _models.Customer})


class CustomersResource(Resource):
    """The businesses that an account sells to."""

    @property
    def with_raw_response(self) -> CustomersRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return CustomersRaw(self._transport)

    def get(
        self,
        id: str,
        *,
        include: Sequence[_models.IncludePath] | Omit = OMIT,
        augno_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> _models.Customer:
        """Retrieve a customer.

        GET /v1/sales/customers/{id}

        Fetch one customer; the endpoint is in beta and idempotent.

        id: Id of the customer to fetch.
        include: Sub-objects to fill in, the key repeated for each; those left out come back null.
        augno_version: API version to answer with, written minor.patch.codename; whether it may be left out is open.
        """
        request = Request(
            "GET",
            "/v1/sales/customers/{id}",
            path={"id": id},
            query={"include[]": include},
            headers={"Augno-Version": augno_version},
            auth=_BEARERAUTH,
            errors=_ERRORS,
        )
        return self._with(options).send(request, _CUSTOMER)


class CustomersRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = CustomersResource(transport.raw)
        self.get = raw(resource.get)
