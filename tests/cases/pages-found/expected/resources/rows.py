"""rows: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, ByCursor, ByLink, ByOffset, ByPage, CallOptions, Decoder, Omit, Pages, Request, Resource
from .._runtime import Transport, json, json_body, made, raw, raw_pages

_TOKENS: Decoder[_models.Tokens] = json({"200": lambda: _models.Tokens})
_LIST_TOKENS_PAGES = ByCursor(cursor="page_token", next=("next_page_token",), items=("rows",))
_LAST: Decoder[_models.Last] = json({"200": lambda: _models.Last})
_GET_LAST_PAGES = ByCursor(cursor="starting_after", items=("data",), more=("has_more",), last=("id",))
_LAST_IDS: Decoder[_models.LastIds] = json({"200": lambda: _models.LastIds})
_LIST_LAST_IDS_PAGES = ByCursor(cursor="after", next=("last_id",), items=("data",), more=("has_more",))
_NESTED: Decoder[_models.Nested] = json({"200": lambda: _models.Nested})
_GET_NESTED_PAGES = ByCursor(cursor="after", next=("paging", "next", "after"), items=("result", "items"))
_HITS: Decoder[_models.Hits] = json({"200": lambda: _models.Hits})
_SEARCH_PAGES = ByCursor(cursor="/pagination/starting_after", next=("pages", "next", "starting_after"), items=("data",))
_GET_LINKED_RESULT: Decoder[list[_models.Row]] = json({"200": lambda: list[_models.Row]})
_GET_LINKED_PAGES = ByLink()
_URIS: Decoder[_models.Uris] = json({"200": lambda: _models.Uris})
_GET_URIS_PAGES = ByLink(next=("next_page_uri",), items=("rows",))
_OFFSETS: Decoder[_models.Offsets] = json({"200": lambda: _models.Offsets})
_LIST_OFFSETS_PAGES = ByOffset(offset="offset", items=("rows",), total=("total",), more=("more",))
_LIST_WINDOWS_PAGES = ByOffset(offset="skip")
_NUMBERS: Decoder[_models.Numbers] = json({"200": lambda: _models.Numbers})
_LIST_NUMBERS_PAGES = ByPage(
    page="page", items=("rows",), total=("meta", "total_pages"), whole=("meta", "total_count"), start=0
)
_GET_PLAIN_PAGES = ByPage(page="page")


class RowsResource(Resource):
    """Operations of rows."""

    @property
    def with_raw_response(self) -> RowsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return RowsRaw(self._transport)

    def list_tokens(
        self, *, limit: int | Omit = OMIT, options: CallOptions | None = None
    ) -> Pages[_models.Row, _models.Tokens]:
        """List tokens.

        GET /tokens
        """
        request = Request("GET", "/tokens", query={"limit": limit})
        return Pages(self._with(options), request, _TOKENS, _LIST_TOKENS_PAGES)

    def get_last(
        self, *, limit: int | Omit = OMIT, ending_before: str | Omit = OMIT, options: CallOptions | None = None
    ) -> Pages[_models.Row | _models.Column, _models.Last]:
        """Get last.

        GET /last
        """
        request = Request("GET", "/last", query={"limit": limit, "ending_before": ending_before})
        return Pages(self._with(options), request, _LAST, _GET_LAST_PAGES)

    def list_last_ids(
        self, *, limit: int | Omit = OMIT, options: CallOptions | None = None
    ) -> Pages[_models.Row, _models.LastIds]:
        """List last ids.

        GET /last-ids
        """
        request = Request("GET", "/last-ids", query={"limit": limit})
        return Pages(self._with(options), request, _LAST_IDS, _LIST_LAST_IDS_PAGES)

    def get_nested(
        self, *, limit: int | Omit = OMIT, options: CallOptions | None = None
    ) -> Pages[_models.Row, _models.Nested]:
        """Get nested.

        GET /nested
        """
        request = Request("GET", "/nested", query={"limit": limit})
        return Pages(self._with(options), request, _NESTED, _GET_NESTED_PAGES)

    @overload
    def search(
        self, body: _models.Search, *, options: CallOptions | None = None
    ) -> Pages[_models.Row, _models.Hits]: ...
    @overload
    def search(
        self, *, options: CallOptions | None = None, **fields: Unpack[_models.SearchFields]
    ) -> Pages[_models.Row, _models.Hits]: ...
    def search(
        self, body: _models.Search | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> Pages[_models.Row, _models.Hits]:
        """Search.

        POST /search

        body: Its fields may be given instead: SearchFields.
        """
        request = Request("POST", "/search", body=json_body(made(_models.Search, body, fields)))
        return Pages(self._with(options), request, _HITS, _SEARCH_PAGES)

    def get_linked(
        self, *, limit: int | Omit = OMIT, page: int | Omit = OMIT, options: CallOptions | None = None
    ) -> Pages[_models.Row, list[_models.Row]]:
        """Get linked.

        GET /linked

        page: Default 1.
        """
        request = Request("GET", "/linked", query={"limit": limit, "page": page})
        return Pages(self._with(options), request, _GET_LINKED_RESULT, _GET_LINKED_PAGES)

    def get_uris(
        self, *, limit: int | Omit = OMIT, page: int | Omit = OMIT, options: CallOptions | None = None
    ) -> Pages[_models.Row, _models.Uris]:
        """Get uris.

        GET /uris

        page: Default 1.
        """
        request = Request("GET", "/uris", query={"limit": limit, "page": page})
        return Pages(self._with(options), request, _URIS, _GET_URIS_PAGES)

    def list_offsets(
        self, *, limit: int | Omit = OMIT, offset: int = 0, options: CallOptions | None = None
    ) -> Pages[_models.Row, _models.Offsets]:
        """List offsets.

        GET /offsets
        """
        request = Request("GET", "/offsets", query={"limit": limit, "offset": offset})
        return Pages(self._with(options), request, _OFFSETS, _LIST_OFFSETS_PAGES)

    def list_windows(
        self, *, limit: int | Omit = OMIT, skip: int = 0, options: CallOptions | None = None
    ) -> Pages[_models.Row, list[_models.Row]]:
        """List windows.

        GET /windows
        """
        request = Request("GET", "/windows", query={"limit": limit, "skip": skip})
        return Pages(self._with(options), request, _GET_LINKED_RESULT, _LIST_WINDOWS_PAGES)

    def list_numbers(
        self, *, per_page: int | Omit = OMIT, page: int = 0, options: CallOptions | None = None
    ) -> Pages[_models.Row, _models.Numbers]:
        """List numbers.

        GET /numbers

        page: At least 0.
        """
        request = Request("GET", "/numbers", query={"per_page": per_page, "page": page})
        return Pages(self._with(options), request, _NUMBERS, _LIST_NUMBERS_PAGES)

    def get_plain(
        self, *, limit: int | Omit = OMIT, page: int = 1, options: CallOptions | None = None
    ) -> Pages[_models.Row, list[_models.Row]]:
        """Get plain.

        GET /plain

        page: Default 1.
        """
        request = Request("GET", "/plain", query={"limit": limit, "page": page})
        return Pages(self._with(options), request, _GET_LINKED_RESULT, _GET_PLAIN_PAGES)

    def get_stated(
        self, *, limit: int | Omit = OMIT, page: int | Omit = OMIT, options: CallOptions | None = None
    ) -> list[_models.Row]:
        """Get stated.

        GET /stated

        page: Default 1.
        """
        request = Request("GET", "/stated", query={"limit": limit, "page": page})
        return self._with(options).send(request, _GET_LINKED_RESULT)


class RowsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = RowsResource(transport.raw)
        self.list_tokens = raw_pages(resource.list_tokens)
        self.get_last = raw_pages(resource.get_last)
        self.list_last_ids = raw_pages(resource.list_last_ids)
        self.get_nested = raw_pages(resource.get_nested)
        self.search = raw_pages(resource.search)
        self.get_linked = raw_pages(resource.get_linked)
        self.get_uris = raw_pages(resource.get_uris)
        self.list_offsets = raw_pages(resource.list_offsets)
        self.list_windows = raw_pages(resource.list_windows)
        self.list_numbers = raw_pages(resource.list_numbers)
        self.get_plain = raw_pages(resource.get_plain)
        self.get_stated = raw(resource.get_stated)
