"""invoices: generated from spec.yaml; do not edit."""

from __future__ import annotations

import typing_extensions

from .. import models as _models
from .._runtime import ByPage, CallOptions, Decoder, Pages, Request, Resource, Transport, json, renamed

_LIST_BILLS_RESPONSE: Decoder[_models.ListBillsResponse] = json({"200": lambda: _models.ListBillsResponse})
_LIST_PAGES = ByPage(page="page", items=("data",), total=("pages",))


class InvoicesResource(Resource):
    """Operations of invoices."""

    @property
    def with_raw_response(self) -> InvoicesRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return InvoicesRaw(self._transport)

    @typing_extensions.deprecated(
        "client.invoices.list is called client.bills.list now; the old name goes with version 2.0.0"
    )
    def list(
        self, *, page: int = 1, page_size: int = 2, options: CallOptions | None = None
    ) -> Pages[_models.Bill, _models.ListBillsResponse]:
        """Deprecated: client.invoices.list is called client.bills.list now; the old name goes with version 2.0.0."""
        request = Request("GET", "/bills", query={"page": page, "page_size": page_size})
        return Pages(self._with(options), request, _LIST_BILLS_RESPONSE, _LIST_PAGES)


class InvoicesRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        from .bills import BillsRaw

        self.list = renamed(
            BillsRaw(transport).list,
            "client.invoices.list is called client.bills.list now; the old name goes with version 2.0.0",
        )
