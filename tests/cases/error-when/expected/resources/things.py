"""things: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models as _models
from .._runtime import CallOptions, Decoder, ErrorWhen, Request, Resource, Transport, errors, json, raw

_ERRORS = errors(when=ErrorWhen("/code", 0, lambda: _models.Fault))
_THING: Decoder[_models.Thing] = json({"200": lambda: _models.Thing})
_ERRORS_2 = errors(when=ErrorWhen("/status/ok", False, Any))


class ThingsResource(Resource):
    """Operations of things."""

    @property
    def with_raw_response(self) -> ThingsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ThingsRaw(self._transport)

    def list(self, *, options: CallOptions | None = None) -> _models.Thing:
        """List things.

        GET /things
        """
        request = Request("GET", "/things", errors=_ERRORS)
        return self._with(options).send(request, _THING)

    def create(self, *, options: CallOptions | None = None) -> _models.Thing:
        """Create thing.

        POST /things
        """
        request = Request("POST", "/things", errors=_ERRORS_2)
        return self._with(options).send(request, _THING)


class ThingsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ThingsResource(transport.raw)
        self.list = raw(resource.list)
        self.create = raw(resource.create)
