"""file: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Encoding, Omit, Request, Resource, Transport, made, multipart_body
from .._runtime import nothing, raw

_NOTHING: Decoder[None] = nothing()


class FileResource(Resource):
    """Operations of file."""

    @property
    def with_raw_response(self) -> FileRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return FileRaw(self._transport)

    @overload
    def send(self, body: _models.SendFileBody, *, options: CallOptions | None = None) -> None: ...
    @overload
    def send(self, *, options: CallOptions | None = None, **fields: Unpack[_models.SendFileBodyFields]) -> None: ...
    def send(
        self, body: _models.SendFileBody | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> None:
        """Send file.

        POST /file

        body: Its fields may be given instead: SendFileBodyFields.
        """
        request = Request(
            "POST",
            "/file",
            body=multipart_body(
                made(_models.SendFileBody, body, fields), {"meta": Encoding(content="application/json")}
            ),
        )
        return self._with(options).send(request, _NOTHING)


class FileRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = FileResource(transport.raw)
        self.send = raw(resource.send)
