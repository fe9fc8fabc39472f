"""books: generated from spec.yaml; do not edit."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, InXml, Omit, Request, Resource, Transport, by_status, errors, json
from .._runtime import made, nothing, raw, raw_body, streamed, text, xml, xml_body

_ERRORS = errors({"4XX": InXml(lambda: _models.Problem, "Problem", "text/xml")})
_GET_RESULT: Decoder[_models.Book | _models.Shelf | None] = by_status(
    {
        "200": xml({"200": InXml(lambda: _models.Book, "Book as book", "application/vnd.books+xml")}),
        "202": json({"202": lambda: _models.Shelf}),
        "204": nothing(),
    }
)
_NOTHING: Decoder[None] = nothing()
_LIST_RESULT: Decoder[list[_models.Book]] = xml({"200": InXml(lambda: list[_models.Book], "list[Book] as [book]")})
_ENTRY: Decoder[_models.Entry] = xml({"200": InXml(lambda: _models.Entry, "Entry")})
_CHANGE_RESULT: Decoder[str] = text("application/xml")


class BooksResource(Resource):
    """Operations of books."""

    @property
    def with_raw_response(self) -> BooksRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return BooksRaw(self._transport)

    @property
    def with_streaming_response(self) -> BooksStreaming:
        """The methods that answer with files, which return an answer while its body is still to come."""
        return BooksStreaming(self._transport)

    def get(self, id: str, *, options: CallOptions | None = None) -> _models.Book | _models.Shelf | None:
        """Get book.

        GET /books/{id}
        """
        request = Request("GET", "/books/{id}", path={"id": id}, errors=_ERRORS)
        return self._with(options).send(request, _GET_RESULT)

    @overload
    def replace(self, id_path: str, body: _models.Book, *, options: CallOptions | None = None) -> None: ...
    @overload
    def replace(
        self, id_path: str, *, options: CallOptions | None = None, **fields: Unpack[_models.BookFields]
    ) -> None: ...
    def replace(
        self, id_path: str, body: _models.Book | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> None:
        """Replace book.

        PUT /books/{id}

        id_path: `id` is a field of the body.
        body: Its fields may be given instead: BookFields.
        """
        request = Request(
            "PUT",
            "/books/{id}",
            path={"id": id_path},
            body=xml_body(
                made(_models.Book, body, fields, others={"id": "id_path"}),
                "Book as book",
                "text/xml; charset=iso-8859-1",
            ),
        )
        return self._with(options).send(request, _NOTHING)

    def list(self, *, options: CallOptions | None = None) -> builtins.list[_models.Book]:
        """List books.

        GET /books
        """
        request = Request("GET", "/books")
        return self._with(options).send(request, _LIST_RESULT)

    def create(
        self, body: Sequence[_models.Book] | Omit = OMIT, *, options: CallOptions | None = None
    ) -> _models.Entry:
        """Create books.

        POST /books
        """
        request = Request("POST", "/books", body=xml_body(body, "list[Book] as books[book]"))
        return self._with(options).send(request, _ENTRY)

    def change(self, body: str | Omit = OMIT, *, options: CallOptions | None = None) -> str:
        """Change books.

        PATCH /books
        """
        request = Request("PATCH", "/books", body=raw_body(body, "application/xml"))
        return self._with(options).send(request, _CHANGE_RESULT)


class BooksRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = BooksResource(transport.raw)
        self.get = raw(resource.get)
        self.replace = raw(resource.replace)
        self.list = raw(resource.list)
        self.create = raw(resource.create)
        self.change = raw(resource.change)


class BooksStreaming:
    """The same operations, those that answer with files; each returns the answer while its body is still to come."""

    def __init__(self, transport: Transport) -> None:
        resource = BooksResource(transport.streaming)
        self.change = streamed(resource.change)
