"""rows: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, ByCursor, ByLink, ByOffset, ByPage, CallOptions, Decoder, Omit, Pages, Request, Resource
from .._runtime import Transport, json, json_body, made, raw_pages

_AUTH = ((), ("key",))
_PAGE: Decoder[_models.Page] = json({"200": lambda: _models.Page})
_LIST_COUNTED_PAGES = ByPage(page="page", items=("rows",), whole=("count",), more=("more",), start=0)
_LIST_WINDOWS_PAGES = ByOffset(offset="startIndex", items=("rows",), total=("count",), more=("more",), start=1)
_LIST_LAST_PAGES = ByCursor(cursor="starting_after", items=("rows",), more=("more",), last=("id",))
_LIST_SINCE_PAGES = ByCursor(cursor="since", items=("rows",), last=("made",))
_SEARCH_PAGES = ByCursor(cursor="/page/after", next=("next",), items=("rows",))
_LIST_LINKED_RESULT: Decoder[list[_models.Row]] = json({"200": lambda: list[_models.Row]})
_LIST_LINKED_PAGES = ByLink()
_LIST_TOLD_PAGES = ByCursor(cursor="page", header="X-Next-Page")


class RowsResource(Resource):
    """Operations of rows."""

    @property
    def with_raw_response(self) -> RowsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return RowsRaw(self._transport)

    def list_counted(
        self, *, page: int = 0, size: int | Omit = OMIT, options: CallOptions | None = None
    ) -> Pages[_models.Row, _models.Page]:
        """List counted.

        GET /counted
        """
        request = Request("GET", "/counted", query={"page": page, "size": size}, auth=_AUTH)
        return Pages(self._with(options), request, _PAGE, _LIST_COUNTED_PAGES)

    def list_windows(
        self, *, start_index: int = 1, options: CallOptions | None = None
    ) -> Pages[_models.Row, _models.Page]:
        """List windows.

        GET /windows
        """
        request = Request("GET", "/windows", query={"startIndex": start_index}, auth=_AUTH)
        return Pages(self._with(options), request, _PAGE, _LIST_WINDOWS_PAGES)

    def list_last(
        self, *, limit: int | Omit = OMIT, options: CallOptions | None = None
    ) -> Pages[_models.Row, _models.Page]:
        """List last.

        GET /last
        """
        request = Request("GET", "/last", query={"limit": limit}, auth=_AUTH)
        return Pages(self._with(options), request, _PAGE, _LIST_LAST_PAGES)

    def list_since(self, *, options: CallOptions | None = None) -> Pages[_models.Row, _models.Page]:
        """List since.

        GET /since
        """
        request = Request("GET", "/since", auth=_AUTH)
        return Pages(self._with(options), request, _PAGE, _LIST_SINCE_PAGES)

    @overload
    def search(
        self, body: _models.Search, *, options: CallOptions | None = None
    ) -> Pages[_models.Row, _models.Page]: ...
    @overload
    def search(
        self, *, options: CallOptions | None = None, **fields: Unpack[_models.SearchFields]
    ) -> Pages[_models.Row, _models.Page]: ...
    def search(
        self, body: _models.Search | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> Pages[_models.Row, _models.Page]:
        """Search.

        POST /search

        body: Its fields may be given instead: SearchFields.
        """
        request = Request("POST", "/search", body=json_body(made(_models.Search, body, fields)), auth=_AUTH)
        return Pages(self._with(options), request, _PAGE, _SEARCH_PAGES)

    def list_linked(
        self, *, q: str | Omit = OMIT, options: CallOptions | None = None
    ) -> Pages[_models.Row, list[_models.Row]]:
        """List linked.

        GET /linked
        """
        request = Request("GET", "/linked", query={"q": q}, auth=_AUTH)
        return Pages(self._with(options), request, _LIST_LINKED_RESULT, _LIST_LINKED_PAGES)

    def list_told(
        self, *, q: str | Omit = OMIT, options: CallOptions | None = None
    ) -> Pages[_models.Row, list[_models.Row]]:
        """List told.

        GET /told
        """
        request = Request("GET", "/told", query={"q": q}, auth=_AUTH)
        return Pages(self._with(options), request, _LIST_LINKED_RESULT, _LIST_TOLD_PAGES)


class RowsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = RowsResource(transport.raw)
        self.list_counted = raw_pages(resource.list_counted)
        self.list_windows = raw_pages(resource.list_windows)
        self.list_last = raw_pages(resource.list_last)
        self.list_since = raw_pages(resource.list_since)
        self.search = raw_pages(resource.search)
        self.list_linked = raw_pages(resource.list_linked)
        self.list_told = raw_pages(resource.list_told)
