"""exports: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json_body, made, nothing, raw

_NOTHING: Decoder[None] = nothing()


class ExportsResource(Resource):
    """Operations of exports."""

    @property
    def with_raw_response(self) -> ExportsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ExportsRaw(self._transport)

    @overload
    def create(self, body: _models.CreateExportBody, *, options: CallOptions | None = None) -> None: ...
    @overload
    def create(
        self, *, options: CallOptions | None = None, **fields: Unpack[_models.CreateExportBodyFields]
    ) -> None: ...
    def create(
        self, body: _models.CreateExportBody | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> None:
        """Create export.

        POST /exports

        body: Its fields may be given instead: CreateExportBodyFields.
        """
        request = Request("POST", "/exports", body=json_body(made(_models.CreateExportBody, body, fields)))
        return self._with(options).send(request, _NOTHING)


class ExportsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ExportsResource(transport.raw)
        self.create = raw(resource.create)
