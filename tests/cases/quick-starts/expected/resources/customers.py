"""customers: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Encoding, Omit, Request, Resource, Transport, form_body, json, made
from .._runtime import raw

_THING: Decoder[_models.Thing] = json({"200": lambda: _models.Thing})


class CustomersResource(Resource):
    """Operations of customers."""

    @property
    def with_raw_response(self) -> CustomersRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return CustomersRaw(self._transport)

    @overload
    def create(
        self, body: _models.NewCustomer | Omit = OMIT, *, options: CallOptions | None = None
    ) -> _models.Thing: ...
    @overload
    def create(
        self, *, options: CallOptions | None = None, **fields: Unpack[_models.NewCustomerFields]
    ) -> _models.Thing: ...
    def create(
        self, body: _models.NewCustomer | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> _models.Thing:
        """Post customers.

        POST /v1/customers

        body: Its fields may be given instead: NewCustomerFields.
        """
        request = Request(
            "POST",
            "/v1/customers",
            body=form_body(
                made(_models.NewCustomer, body, fields, optional=True),
                {"address": Encoding(style="deepObject", explode=True)},
            ),
        )
        return self._with(options).send(request, _THING)


class CustomersRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = CustomersResource(transport.raw)
        self.create = raw(resource.create)
