"""bills: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

import typing_extensions

from .. import models as _models
from .._runtime import OMIT, ByPage, CallOptions, Decoder, Omit, Pages, Request, Resource, Transport, binary, json
from .._runtime import json_body, made, raw, raw_pages, renamed, streamed

_LIST_BILLS_RESPONSE: Decoder[_models.ListBillsResponse] = json({"200": lambda: _models.ListBillsResponse})
_LIST_PAGES = ByPage(page="page", items=("data",), total=("pages",))
_BILL: Decoder[_models.Bill] = json({"201": lambda: _models.Bill})
_BILL_2: Decoder[_models.Bill] = json({"200": lambda: _models.Bill})
_PRINT_RESULT: Decoder[bytes] = binary("application/pdf")


class BillsResource(Resource):
    """Operations of bills."""

    @property
    def with_raw_response(self) -> BillsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return BillsRaw(self._transport)

    @property
    def with_streaming_response(self) -> BillsStreaming:
        """The methods that answer with files, which return an answer while its body is still to come."""
        return BillsStreaming(self._transport)

    def list(
        self, *, page: int = 1, page_size: int = 2, options: CallOptions | None = None
    ) -> Pages[_models.Bill, _models.ListBillsResponse]:
        """List bills.

        GET /bills

        page: Default 1.
        """
        request = Request("GET", "/bills", query={"page": page, "page_size": page_size})
        return Pages(self._with(options), request, _LIST_BILLS_RESPONSE, _LIST_PAGES)

    @overload
    def create(self, body: _models.Bill, *, options: CallOptions | None = None) -> _models.Bill: ...
    @overload
    def create(self, *, options: CallOptions | None = None, **fields: Unpack[_models.BillFields]) -> _models.Bill: ...
    def create(
        self, body: _models.Bill | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> _models.Bill:
        """Add bill.

        POST /bills

        body: Its fields may be given instead: BillFields.
        """
        request = Request("POST", "/bills", body=json_body(made(_models.Bill, body, fields)))
        return self._with(options).send(request, _BILL)

    def get(self, id: str, *, options: CallOptions | None = None) -> _models.Bill:
        """Get bill.

        GET /bills/{id}
        """
        request = Request("GET", "/bills/{id}", path={"id": id})
        return self._with(options).send(request, _BILL_2)

    def print(self, id: str, *, options: CallOptions | None = None) -> bytes:
        """Print bill.

        GET /bills/{id}/print
        """
        request = Request("GET", "/bills/{id}/print", path={"id": id})
        return self._with(options).send(request, _PRINT_RESULT)

    @typing_extensions.deprecated(
        "client.bills.all is called client.bills.list now; the old name goes with version 2.0.0"
    )
    def all(
        self, *, page: int = 1, page_size: int = 2, options: CallOptions | None = None
    ) -> Pages[_models.Bill, _models.ListBillsResponse]:
        """Deprecated: client.bills.all is called client.bills.list now; the old name goes with version 2.0.0."""
        request = Request("GET", "/bills", query={"page": page, "page_size": page_size})
        return Pages(self._with(options), request, _LIST_BILLS_RESPONSE, _LIST_PAGES)

    @overload
    @typing_extensions.deprecated(
        "client.bills.add is called client.bills.create now; the old name goes with version 2.0.0"
    )
    def add(self, body: _models.Bill, *, options: CallOptions | None = None) -> _models.Bill: ...
    @overload
    @typing_extensions.deprecated(
        "client.bills.add is called client.bills.create now; the old name goes with version 2.0.0"
    )
    def add(self, *, options: CallOptions | None = None, **fields: Unpack[_models.BillFields]) -> _models.Bill: ...
    @typing_extensions.deprecated(
        "client.bills.add is called client.bills.create now; the old name goes with version 2.0.0"
    )
    def add(
        self, body: _models.Bill | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> _models.Bill:
        """Deprecated: client.bills.add is called client.bills.create now; the old name goes with version 2.0.0."""
        request = Request("POST", "/bills", body=json_body(made(_models.Bill, body, fields)))
        return self._with(options).send(request, _BILL)


class BillsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = BillsResource(transport.raw)
        self.list = raw_pages(resource.list)
        self.create = raw(resource.create)
        self.get = raw(resource.get)
        self.print = raw(resource.print)
        self.all = renamed(
            self.list, "client.bills.all is called client.bills.list now; the old name goes with version 2.0.0"
        )
        self.add = renamed(
            self.create, "client.bills.add is called client.bills.create now; the old name goes with version 2.0.0"
        )


class BillsStreaming:
    """The same operations, those that answer with files; each returns the answer while its body is still to come."""

    def __init__(self, transport: Transport) -> None:
        resource = BillsResource(transport.streaming)
        self.print = streamed(resource.print)
