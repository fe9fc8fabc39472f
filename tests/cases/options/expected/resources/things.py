"""things: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models as _models
from .._runtime import OMIT, ByCursor, ByLink, CallOptions, Decoder, EventStream, Omit, Pages, Request, Resource
from .._runtime import Transport, binary, events, json, raw, raw_pages, streamed

_AUTH = (("key", "place", "session"),)
_PAGE: Decoder[_models.Page] = json({"200": lambda: _models.Page})
_LIST_PAGES = ByCursor(cursor="after", next=("next",), items=("results",))
_THING: Decoder[_models.Thing] = json({"200": lambda: _models.Thing})
_LIST_LINKS_PAGES = ByLink(next=("next",), items=("results",))
_GET_FEED_RESULT: Decoder[EventStream[_models.Thing]] = events(lambda: _models.Thing)
_DOWNLOAD_FILE_RESULT: Decoder[bytes] = binary("application/octet-stream")


class ThingsResource(Resource):
    """Operations of things."""

    @property
    def with_raw_response(self) -> ThingsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ThingsRaw(self._transport)

    @property
    def with_streaming_response(self) -> ThingsStreaming:
        """The methods that answer with files, which return an answer while its body is still to come."""
        return ThingsStreaming(self._transport)

    def list(
        self, *, options_query: str | Omit = OMIT, options: CallOptions | None = None
    ) -> Pages[_models.Thing, _models.Page]:
        """List things.

        GET /things
        """
        request = Request("GET", "/things", query={"options": options_query}, auth=_AUTH)
        return Pages(self._with(options), request, _PAGE, _LIST_PAGES)

    def get(self, id: str, *, x_own: str | Omit = OMIT, options: CallOptions | None = None) -> _models.Thing:
        """Get thing.

        GET /things/{id}
        """
        request = Request("GET", "/things/{id}", path={"id": id}, headers={"X-Own": x_own}, auth=_AUTH)
        return self._with(options).send(request, _THING)

    def list_links(self, *, options: CallOptions | None = None) -> Pages[_models.Thing, _models.Page]:
        """List links.

        GET /things/links
        """
        request = Request("GET", "/things/links", auth=_AUTH)
        return Pages(self._with(options), request, _PAGE, _LIST_LINKS_PAGES)

    def get_feed(self, *, options: CallOptions | None = None) -> EventStream[_models.Thing]:
        """Read feed.

        GET /things/feed
        """
        request = Request("GET", "/things/feed", auth=_AUTH)
        return self._with(options).send(request, _GET_FEED_RESULT)

    def download_file(self, *, options: CallOptions | None = None) -> bytes:
        """Download file.

        GET /things/file
        """
        request = Request("GET", "/things/file", auth=_AUTH)
        return self._with(options).send(request, _DOWNLOAD_FILE_RESULT)


class ThingsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ThingsResource(transport.raw)
        self.list = raw_pages(resource.list)
        self.get = raw(resource.get)
        self.list_links = raw_pages(resource.list_links)
        self.get_feed = raw(resource.get_feed)
        self.download_file = raw(resource.download_file)


class ThingsStreaming:
    """The same operations, those that answer with files; each returns the answer while its body is still to come."""

    def __init__(self, transport: Transport) -> None:
        resource = ThingsResource(transport.streaming)
        self.download_file = streamed(resource.download_file)
