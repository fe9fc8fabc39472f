"""upload: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json, made, multipart_body
from .._runtime import nothing, raw

_KEPT: Decoder[_models.Kept] = json({"200": lambda: _models.Kept})
_NOTHING: Decoder[None] = nothing()


class UploadResource(Resource):
    """Operations of upload."""

    @property
    def with_raw_response(self) -> UploadRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return UploadRaw(self._transport)

    @overload
    def replace(self, body: _models.Album, *, options: CallOptions | None = None) -> _models.Kept: ...
    @overload
    def replace(self, *, options: CallOptions | None = None, **fields: Unpack[_models.AlbumFields]) -> _models.Kept: ...
    def replace(
        self, body: _models.Album | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> _models.Kept:
        """Replace upload.

        PUT /upload

        body: Its fields may be given instead: AlbumFields.
        """
        request = Request("PUT", "/upload", body=multipart_body(made(_models.Album, body, fields)))
        return self._with(options).send(request, _KEPT)

    @overload
    def create(self, body: _models.UploadBody, *, options: CallOptions | None = None) -> None: ...
    @overload
    def create(self, *, options: CallOptions | None = None, **fields: Unpack[_models.UploadBodyFields]) -> None: ...
    def create(
        self, body: _models.UploadBody | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> None:
        """Upload.

        POST /upload

        body: Its fields may be given instead: UploadBodyFields.
        """
        request = Request("POST", "/upload", body=multipart_body(made(_models.UploadBody, body, fields)))
        return self._with(options).send(request, _NOTHING)


class UploadRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = UploadResource(transport.raw)
        self.replace = raw(resource.replace)
        self.create = raw(resource.create)
