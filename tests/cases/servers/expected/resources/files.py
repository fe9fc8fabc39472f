"""files: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, nothing, raw

_KEY = (("key",),)
_NOTHING: Decoder[None] = nothing()


class FilesResource(Resource):
    """Operations of files."""

    @property
    def with_raw_response(self) -> FilesRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return FilesRaw(self._transport)

    def list(self, *, options: CallOptions | None = None) -> None:
        """List files.

        GET /files
        """
        request = Request("GET", "/files", auth=_KEY, server="https://{region}.files.test")
        return self._with(options).send(request, _NOTHING)

    def create(self, *, options: CallOptions | None = None) -> None:
        """Create file.

        POST /files
        """
        request = Request("POST", "/files", auth=_KEY, server="https://upload.test/{region}")
        return self._with(options).send(request, _NOTHING)


class FilesRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = FilesResource(transport.raw)
        self.list = raw(resource.list)
        self.create = raw(resource.create)
