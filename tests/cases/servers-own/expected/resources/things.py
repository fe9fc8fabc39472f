"""things: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, nothing, raw

_BEARER = (("bearer",),)
_NOTHING: Decoder[None] = nothing()


class ThingsResource(Resource):
    """Operations of things."""

    @property
    def with_raw_response(self) -> ThingsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ThingsRaw(self._transport)

    def list(self, *, options: CallOptions | None = None) -> None:
        """List a.

        GET /a
        """
        request = Request("GET", "/a", auth=_BEARER, server="https://{token}.a.test")
        return self._with(options).send(request, _NOTHING)

    def get_b(self, *, options: CallOptions | None = None) -> None:
        """Get b.

        GET /b
        """
        request = Request("GET", "/b", auth=_BEARER, server="https://b.test/v1")
        return self._with(options).send(request, _NOTHING)


class ThingsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ThingsResource(transport.raw)
        self.list = raw(resource.list)
        self.get_b = raw(resource.get_b)
