"""parts: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, Upload, nothing, raw, raw_body

_NOTHING: Decoder[None] = nothing()


class PartsResource(Resource):
    """Operations of parts."""

    @property
    def with_raw_response(self) -> PartsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return PartsRaw(self._transport)

    def send(self, body: Upload, *, options: CallOptions | None = None) -> None:
        """Send parts.

        POST /parts
        """
        request = Request("POST", "/parts", body=raw_body(body, "multipart/form-data"))
        return self._with(options).send(request, _NOTHING)


class PartsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = PartsResource(transport.raw)
        self.send = raw(resource.send)
