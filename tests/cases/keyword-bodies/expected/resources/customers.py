"""customers: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, form_body, json, json_body, made
from .._runtime import raw

_CUSTOMER: Decoder[_models.Customer] = json({"200": lambda: _models.Customer})


class CustomersResource(Resource):
    """Operations of customers."""

    @property
    def with_raw_response(self) -> CustomersRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return CustomersRaw(self._transport)

    def list(self, *, options: CallOptions | None = None) -> _models.Customer:
        """List customers.

        GET /customers
        """
        request = Request("GET", "/customers")
        return self._with(options).send(request, _CUSTOMER)

    def replace(self, body: Sequence[_models.Customer], *, options: CallOptions | None = None) -> _models.Customer:
        """Replace customers.

        PUT /customers
        """
        request = Request("PUT", "/customers", body=json_body(body))
        return self._with(options).send(request, _CUSTOMER)

    @overload
    def create(
        self, body: _models.Customer, *, expand: Sequence[str] | Omit = OMIT, options: CallOptions | None = None
    ) -> _models.Customer: ...
    @overload
    def create(
        self,
        *,
        expand: Sequence[str] | Omit = OMIT,
        options: CallOptions | None = None,
        **fields: Unpack[_models.CustomerFields2],
    ) -> _models.Customer: ...
    def create(
        self,
        body: _models.Customer | Omit = OMIT,
        *,
        expand: Sequence[str] | Omit = OMIT,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> _models.Customer:
        """Create customer.

        POST /customers

        body: Its fields may be given instead: CustomerFields2.
        """
        request = Request(
            "POST", "/customers", query={"expand": expand}, body=json_body(made(_models.Customer, body, fields))
        )
        return self._with(options).send(request, _CUSTOMER)

    @overload
    def update(
        self,
        email_path: str,
        body: _models.Customer | Omit = OMIT,
        *,
        fields: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> _models.Customer: ...
    @overload
    def update(
        self,
        email_path: str,
        *,
        fields: str | Omit = OMIT,
        options: CallOptions | None = None,
        **call_fields: Unpack[_models.CustomerFields2],
    ) -> _models.Customer: ...
    def update(
        self,
        email_path: str,
        body: _models.Customer | Omit = OMIT,
        *,
        fields: str | Omit = OMIT,
        options: CallOptions | None = None,
        **call_fields: Any,
    ) -> _models.Customer:
        """Update customer.

        PATCH /customers/{email}

        email_path: `email` is a field of the body.
        body: Its fields may be given instead: CustomerFields2.
        """
        request = Request(
            "PATCH",
            "/customers/{email}",
            path={"email": email_path},
            query={"fields": fields},
            body=form_body(made(_models.Customer, body, call_fields, optional=True, others={"email": "email_path"})),
        )
        return self._with(options).send(request, _CUSTOMER)


class CustomersRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = CustomersResource(transport.raw)
        self.list = raw(resource.list)
        self.replace = raw(resource.replace)
        self.create = raw(resource.create)
        self.update = raw(resource.update)
