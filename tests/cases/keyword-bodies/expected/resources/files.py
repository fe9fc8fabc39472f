"""files: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, made, multipart_body, nothing
from .._runtime import raw

_NOTHING: Decoder[None] = nothing()


class FilesResource(Resource):
    """Operations of files."""

    @property
    def with_raw_response(self) -> FilesRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return FilesRaw(self._transport)

    @overload
    def send(self, body: _models.Sending, *, options: CallOptions | None = None) -> None: ...
    @overload
    def send(self, *, options: CallOptions | None = None, **fields: Unpack[_models.SendingFields]) -> None: ...
    def send(self, body: _models.Sending | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any) -> None:
        """Send file.

        POST /files

        body: Its fields may be given instead: SendingFields.
        """
        request = Request("POST", "/files", body=multipart_body(made(_models.Sending, body, fields)))
        return self._with(options).send(request, _NOTHING)


class FilesRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = FilesResource(transport.raw)
        self.send = raw(resource.send)
