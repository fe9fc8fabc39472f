"""upload: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json, multipart_body, nothing, raw
from ..models import Album, Kept, UploadBody

_KEPT: Decoder[Kept] = json({"200": Kept})
_NOTHING: Decoder[None] = nothing()


class UploadResource(Resource):
    """Operations of upload."""

    @property
    def with_raw_response(self) -> UploadRaw:
        return UploadRaw(self._transport)

    def replace(self, *, body: Album, options: CallOptions | None = None) -> Kept:
        """Replace upload.

        PUT /upload
        """
        request = Request("PUT", "/upload", body=multipart_body(body))
        return self._with(options).send(request, _KEPT)

    def create(self, *, body: UploadBody, options: CallOptions | None = None) -> None:
        """Upload.

        POST /upload
        """
        request = Request("POST", "/upload", body=multipart_body(body))
        return self._with(options).send(request, _NOTHING)


class UploadRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = UploadResource(transport.raw)
        self.replace = raw(resource.replace)
        self.create = raw(resource.create)
