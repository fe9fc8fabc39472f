"""raw: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, Upload, nothing, raw, raw_body

_NOTHING: Decoder[None] = nothing()


class RawResource(Resource):
    """Operations of raw."""

    @property
    def with_raw_response(self) -> RawRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return RawRaw(self._transport)

    def send(self, body: Upload, *, options: CallOptions | None = None) -> None:
        """Send raw.

        PUT /raw
        """
        request = Request("PUT", "/raw", body=raw_body(body, "image/png"))
        return self._with(options).send(request, _NOTHING)

    def send_text(self, body: str, *, options: CallOptions | None = None) -> None:
        """Send text.

        POST /raw
        """
        request = Request("POST", "/raw", body=raw_body(body, "text/plain"))
        return self._with(options).send(request, _NOTHING)


class RawRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = RawResource(transport.raw)
        self.send = raw(resource.send)
        self.send_text = raw(resource.send_text)
