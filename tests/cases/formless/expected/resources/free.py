"""free: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, form_body, nothing, raw

_NOTHING: Decoder[None] = nothing()


class FreeResource(Resource):
    """Operations of free."""

    @property
    def with_raw_response(self) -> FreeRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return FreeRaw(self._transport)

    def send(self, body: Mapping[str, Any], *, options: CallOptions | None = None) -> None:
        """Send free.

        POST /free
        """
        request = Request("POST", "/free", body=form_body(body))
        return self._with(options).send(request, _NOTHING)


class FreeRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = FreeResource(transport.raw)
        self.send = raw(resource.send)
