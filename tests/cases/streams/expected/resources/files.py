"""files: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, binary, raw, streamed

_DOWNLOAD_RESULT: Decoder[bytes] = binary("application/octet-stream")


class FilesResource(Resource):
    """Operations of files."""

    @property
    def with_raw_response(self) -> FilesRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return FilesRaw(self._transport)

    @property
    def with_streaming_response(self) -> FilesStreaming:
        """The methods that answer with files, which return an answer while its body is still to come."""
        return FilesStreaming(self._transport)

    def download(self, id: str, *, options: CallOptions | None = None) -> bytes:
        """Download file.

        GET /files/{id}
        """
        request = Request("GET", "/files/{id}", path={"id": id})
        return self._with(options).send(request, _DOWNLOAD_RESULT)


class FilesRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = FilesResource(transport.raw)
        self.download = raw(resource.download)


class FilesStreaming:
    """The same operations, those that answer with files; each returns the answer while its body is still to come."""

    def __init__(self, transport: Transport) -> None:
        resource = FilesResource(transport.streaming)
        self.download = streamed(resource.download)
