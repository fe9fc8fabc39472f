"""rows: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models as _models
from .._runtime import OMIT, ByCursor, ByLink, ByOffset, ByPage, CallOptions, Decoder, Omit, Pages, Request, Resource
from .._runtime import Transport, json, raw_pages

_PAGE: Decoder[_models.Page] = json({"200": lambda: _models.Page})
_LIST_PAGES_PAGES = ByPage(page="page", items=("results",), total=("total_pages",))
_WINDOW: Decoder[_models.Window] = json({"200": lambda: _models.Window})
_LIST_OFFSETS_PAGES = ByOffset(offset="offset", items=("meta", "rows"), total=("meta", "count"))
_LIST_CURSORS_PAGES = ByCursor(cursor="after", next=("next",), items=("results",))
_LIST_LINKS_PAGES = ByLink(next=("next",), items=("results",))


class RowsResource(Resource):
    """Operations of rows."""

    @property
    def with_raw_response(self) -> RowsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return RowsRaw(self._transport)

    def list_pages(
        self, *, page: int = 1, limit: int = 2, options: CallOptions | None = None
    ) -> Pages[_models.Row, _models.Page]:
        """List pages.

        GET /pages
        """
        request = Request("GET", "/pages", query={"page": page, "limit": limit})
        return Pages(self._with(options), request, _PAGE, _LIST_PAGES_PAGES)

    def list_offsets(
        self, *, offset: int = 0, limit: int = 2, options: CallOptions | None = None
    ) -> Pages[_models.Row, _models.Window]:
        """List offsets.

        GET /offsets
        """
        request = Request("GET", "/offsets", query={"offset": offset, "limit": limit})
        return Pages(self._with(options), request, _WINDOW, _LIST_OFFSETS_PAGES)

    def list_cursors(
        self, *, q: str | Omit = OMIT, options: CallOptions | None = None
    ) -> Pages[_models.Row, _models.Page]:
        """List cursors.

        GET /cursors
        """
        request = Request("GET", "/cursors", query={"q": q})
        return Pages(self._with(options), request, _PAGE, _LIST_CURSORS_PAGES)

    def list_links(self, *, options: CallOptions | None = None) -> Pages[_models.Row, _models.Page]:
        """List links.

        GET /links
        """
        request = Request("GET", "/links")
        return Pages(self._with(options), request, _PAGE, _LIST_LINKS_PAGES)


class RowsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = RowsResource(transport.raw)
        self.list_pages = raw_pages(resource.list_pages)
        self.list_offsets = raw_pages(resource.list_offsets)
        self.list_cursors = raw_pages(resource.list_cursors)
        self.list_links = raw_pages(resource.list_links)
