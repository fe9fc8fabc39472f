"""rows: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from typing import Any

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Stream, Transport, Upload, lines, lines_body
from .._runtime import nothing, raw

_LIST_RESULT: Decoder[Stream[_models.Piece]] = lines(lambda: _models.Piece, "application/x-ndjson")
_REPLACE_RESULT: Decoder[Stream[_models.Piece]] = lines(lambda: _models.Piece, "application/json-seq")
_NOTHING: Decoder[None] = nothing()


class RowsResource(Resource):
    """Operations of rows."""

    @property
    def with_raw_response(self) -> RowsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return RowsRaw(self._transport)

    def list(self, *, options: CallOptions | None = None) -> Stream[_models.Piece]:
        """Read rows.

        GET /rows
        """
        request = Request("GET", "/rows")
        return self._with(options).send(request, _LIST_RESULT)

    def replace(
        self, body: Upload | Iterable[Any] | AsyncIterable[Any] | Omit = OMIT, *, options: CallOptions | None = None
    ) -> Stream[_models.Piece]:
        """Replace rows.

        PUT /rows
        """
        request = Request("PUT", "/rows", body=lines_body(body, "application/json-seq"))
        return self._with(options).send(request, _REPLACE_RESULT)

    def write(
        self, body: Iterable[_models.Piece] | AsyncIterable[_models.Piece], *, options: CallOptions | None = None
    ) -> None:
        """Write rows.

        POST /rows
        """
        request = Request("POST", "/rows", body=lines_body(body, "application/jsonl"))
        return self._with(options).send(request, _NOTHING)


class RowsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = RowsResource(transport.raw)
        self.list = raw(resource.list)
        self.replace = raw(resource.replace)
        self.write = raw(resource.write)
