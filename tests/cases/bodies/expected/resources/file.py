"""file: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Encoding, Request, Resource, Transport, multipart_body, nothing, raw
from ..models import SendFileBody

_NOTHING: Decoder[None] = nothing()


class FileResource(Resource):
    """Operations of file."""

    @property
    def with_raw_response(self) -> FileRaw:
        return FileRaw(self._transport)

    def send(self, *, body: SendFileBody, options: CallOptions | None = None) -> None:
        """Send file.

        POST /file
        """
        request = Request("POST", "/file", body=multipart_body(body, {"meta": Encoding(content="application/json")}))
        return self._with(options).send(request, _NOTHING)


class FileRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = FileResource(transport.raw)
        self.send = raw(resource.send)
