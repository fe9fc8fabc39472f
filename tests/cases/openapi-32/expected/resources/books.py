"""books: generated from spec.yaml; do not edit."""

from __future__ import annotations

import builtins
from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Encoding, Omit, Request, Resource, Transport, form_body, json
from .._runtime import json_body, made, nothing, raw, raw_body

_KEY = (("key",),)
_LIST_RESULT: Decoder[list[_models.Book]] = json({"200": lambda: list[_models.Book]})
_NOTHING: Decoder[None] = nothing()


class BooksResource(Resource):
    """All that can be lent. Part of The shelves."""

    @property
    def with_raw_response(self) -> BooksRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return BooksRaw(self._transport)

    def list(self, *, find: _models.FindBooksFind, options: CallOptions | None = None) -> builtins.list[_models.Book]:
        """Find books.

        GET /books
        """
        request = Request(
            "GET",
            "/books",
            querystring=form_body(
                find, {"tags": Encoding(style="pipeDelimited"), "way": Encoding(allow_reserved=True)}
            ),
            auth=_KEY,
        )
        return self._with(options).send(request, _LIST_RESULT)

    @overload
    def query(
        self, body: _models.QueryBooksBody, *, options: CallOptions | None = None
    ) -> builtins.list[_models.Book]: ...
    @overload
    def query(
        self, *, options: CallOptions | None = None, **fields: Unpack[_models.QueryBooksBodyFields]
    ) -> builtins.list[_models.Book]: ...
    def query(
        self, body: _models.QueryBooksBody | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> builtins.list[_models.Book]:
        """Query books.

        QUERY /books

        body: Its fields may be given instead: QueryBooksBodyFields.
        """
        request = Request("QUERY", "/books", body=json_body(made(_models.QueryBooksBody, body, fields)), auth=_KEY)
        return self._with(options).send(request, _LIST_RESULT)

    def copy(self, *, where: _models.CopyBooksWhere | Omit = OMIT, options: CallOptions | None = None) -> None:
        """Copy books.

        COPY /books
        """
        request = Request("COPY", "/books", querystring=json_body(where), auth=_KEY)
        return self._with(options).send(request, _NOTHING)

    def link(self, *, path: str | Omit = OMIT, options: CallOptions | None = None) -> None:
        """Link.

        Link /books
        """
        request = Request(
            "Link", "/books", querystring=raw_body(path, "text/plain"), auth=_KEY, server="https://links.acme.test"
        )
        return self._with(options).send(request, _NOTHING)


class BooksRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = BooksResource(transport.raw)
        self.list = raw(resource.list)
        self.query = raw(resource.query)
        self.copy = raw(resource.copy)
        self.link = raw(resource.link)
