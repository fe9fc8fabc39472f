"""files: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json, made, multipart_body, raw

_THING: Decoder[_models.Thing] = json({"200": lambda: _models.Thing})


class FilesResource(Resource):
    """Operations of files."""

    @property
    def with_raw_response(self) -> FilesRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return FilesRaw(self._transport)

    @overload
    def create(self, body: _models.NewFile, *, options: CallOptions | None = None) -> _models.Thing: ...
    @overload
    def create(
        self, *, options: CallOptions | None = None, **fields: Unpack[_models.NewFileFields]
    ) -> _models.Thing: ...
    def create(
        self, body: _models.NewFile | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> _models.Thing:
        """Create file.

        POST /files

        body: Its fields may be given instead: NewFileFields.
        """
        request = Request("POST", "/files", body=multipart_body(made(_models.NewFile, body, fields)))
        return self._with(options).send(request, _THING)


class FilesRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = FilesResource(transport.raw)
        self.create = raw(resource.create)
