"""things: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models as _models
from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json, raw

_THING: Decoder[_models.Thing] = json({"200": lambda: _models.Thing})


class ThingsResource(Resource):
    """Operations of things."""

    @property
    def with_raw_response(self) -> ThingsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ThingsRaw(self._transport)

    def list(self, *, options: CallOptions | None = None) -> _models.Thing:
        """Get things.

        GET /things
        """
        request = Request("GET", "/things")
        return self._with(options).send(request, _THING)


class ThingsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ThingsResource(transport.raw)
        self.list = raw(resource.list)
