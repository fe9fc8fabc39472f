"""files: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, binary, by_status, json
from .._runtime import lines_body, nothing, raw, streamed, text

_AUTH = (("signed",), ())
_GET_RESULT: Decoder[bytes | None] = by_status({"200": binary("application/octet-stream"), "202": nothing()})
_SEND_RESULT: Decoder[_models.Line | str | None] = by_status(
    {"200": json({"200": lambda: _models.Line}), "202": text("text/plain"), "204": nothing()}
)


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

    def get(self, id: str, *, options: CallOptions | None = None) -> bytes | None:
        """Get file.

        GET /files/{id}
        """
        request = Request("GET", "/files/{id}", path={"id": id}, auth=_AUTH)
        return self._with(options).send(request, _GET_RESULT)

    def send(
        self,
        id: str,
        body: Iterable[_models.Line] | AsyncIterable[_models.Line] | Omit = OMIT,
        *,
        options: CallOptions | None = None,
    ) -> _models.Line | str | None:
        """Send file.

        POST /files/{id}
        """
        request = Request("POST", "/files/{id}", path={"id": id}, body=lines_body(body, "application/x-ndjson"))
        return self._with(options).send(request, _SEND_RESULT)


class FilesRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = FilesResource(transport.raw)
        self.get = raw(resource.get)
        self.send = raw(resource.send)


class FilesStreaming:
    """The same operations, those that answer with files; each returns the answer while its body is still to come."""

    def __init__(self, transport: Transport) -> None:
        resource = FilesResource(transport.streaming)
        self.get = streamed(resource.get)
        self.send = streamed(resource.send)
