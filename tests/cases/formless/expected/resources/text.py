"""text: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, nothing, raw, raw_body

_NOTHING: Decoder[None] = nothing()


class TextResource(Resource):
    """Operations of text."""

    @property
    def with_raw_response(self) -> TextRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return TextRaw(self._transport)

    def send(self, body: str, *, options: CallOptions | None = None) -> None:
        """Send text.

        POST /text
        """
        request = Request("POST", "/text", body=raw_body(body, "application/x-www-form-urlencoded"))
        return self._with(options).send(request, _NOTHING)


class TextRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = TextResource(transport.raw)
        self.send = raw(resource.send)
