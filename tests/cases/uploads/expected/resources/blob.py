"""blob: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, Upload, binary, raw, raw_body
from .._runtime import streamed

_BINARY: Decoder[bytes] = binary()
_SEND_RESULT: Decoder[bytes] = binary("application/json")


class BlobResource(Resource):
    """Operations of blob."""

    @property
    def with_raw_response(self) -> BlobRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return BlobRaw(self._transport)

    @property
    def with_streaming_response(self) -> BlobStreaming:
        """The methods that answer with files, which return an answer while its body is still to come."""
        return BlobStreaming(self._transport)

    def replace(self, body: Upload | Omit = OMIT, *, options: CallOptions | None = None) -> bytes:
        """Replace blob.

        PUT /blob
        """
        request = Request("PUT", "/blob", body=raw_body(body, "*/*"))
        return self._with(options).send(request, _BINARY)

    def send(self, body: Upload, *, options: CallOptions | None = None) -> bytes:
        """Send blob.

        POST /blob
        """
        request = Request("POST", "/blob", body=raw_body(body, "image/png, image/jpeg"))
        return self._with(options).send(request, _SEND_RESULT)


class BlobRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = BlobResource(transport.raw)
        self.replace = raw(resource.replace)
        self.send = raw(resource.send)


class BlobStreaming:
    """The same operations, those that answer with files; each returns the answer while its body is still to come."""

    def __init__(self, transport: Transport) -> None:
        resource = BlobResource(transport.streaming)
        self.replace = streamed(resource.replace)
        self.send = streamed(resource.send)
