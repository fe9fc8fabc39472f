"""customers: generated from specs/revcent/openapi.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from .. import models as _models
from .._runtime import OMIT, ByPage, CallOptions, Decoder, ErrorWhen, Omit, Pages, Request, Resource, Transport
from .._runtime import as_unix_time, errors, json, raw, raw_pages, styled

_API_KEY = (("api_key",),)
_ERRORS = errors({"default": lambda: _models.ApiError}, when=ErrorWhen("/code", 0, lambda: _models.ApiError))
_CUSTOMER_PAGE: Decoder[_models.CustomerPage] = json({"200": lambda: _models.CustomerPage})
_LIST_PAGES = ByPage(page="page", items=("results",), total=("total_pages",))
_CUSTOMER_RESULT: Decoder[_models.CustomerResult] = json({"200": lambda: _models.CustomerResult})


class CustomersResource(Resource):
    """People who buy."""

    @property
    def with_raw_response(self) -> CustomersRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return CustomersRaw(self._transport)

    def list(
        self,
        *,
        date_start: datetime | int,
        date_end: datetime | int,
        limit: int = 25,
        page: int = 1,
        campaign_filter: Sequence[str] | Omit = OMIT,
        customer_group_filter: Sequence[str] | Omit = OMIT,
        product_filter: Sequence[str] | Omit = OMIT,
        status_filter: Sequence[Literal["enabled", "disabled", "blocked", "fraud", "chargeback"]] | Omit = OMIT,
        metadata_filter: Sequence[_models.MetadataFilter] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Pages[_models.Customer, _models.CustomerPage]:
        """List customers.

        GET /customers

        Customers created within a range of at most 90 days, in numbered pages of up to 25.

        date_start: First moment of the range, in seconds; date_end is at most 90 days later.
        date_end: Last moment of the range, in seconds; at most 90 days after date_start.
        limit: Customers per page, 1 to 25. Default 25.
        page: Number of the page.
        campaign_filter: Only customers of these campaigns.
        customer_group_filter: Only customers in these groups.
        product_filter: Only customers who bought these products.
        status_filter: Only customers in these states, written in lower case.
        metadata_filter: Only customers with these metadata pairs, sent as
            metadata_filter[0][name]=..&metadata_filter[0][value]=..
        """
        query = {
            "date_start": as_unix_time(date_start),
            "date_end": as_unix_time(date_end),
            "limit": limit,
            "page": page,
            "campaign_filter": campaign_filter,
            "customer_group_filter": customer_group_filter,
            "product_filter": product_filter,
            "status_filter": status_filter,
            "metadata_filter": styled(metadata_filter, "deepObject", explode=True),
        }
        request = Request("GET", "/customers", query=query, auth=_API_KEY, errors=_ERRORS)
        return Pages(self._with(options), request, _CUSTOMER_PAGE, _LIST_PAGES)

    def get(self, customer_id: str, *, options: CallOptions | None = None) -> _models.CustomerResult:
        """Fetch one customer.

        GET /customers/{customer_id}

        customer_id: Identifier of the customer. Length 20.
        """
        request = Request(
            "GET", "/customers/{customer_id}", path={"customer_id": customer_id}, auth=_API_KEY, errors=_ERRORS
        )
        return self._with(options).send(request, _CUSTOMER_RESULT)


class CustomersRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = CustomersResource(transport.raw)
        self.list = raw_pages(resource.list)
        self.get = raw(resource.get)
