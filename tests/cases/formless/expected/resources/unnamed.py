"""unnamed: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json, json_body, made, raw

_THING: Decoder[_models.Thing] = json({"200": lambda: _models.Thing})


class UnnamedResource(Resource):
    """Operations of unnamed."""

    @property
    def with_raw_response(self) -> UnnamedRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return UnnamedRaw(self._transport)

    @overload
    def send(self, body: _models.Thing, *, options: CallOptions | None = None) -> _models.Thing: ...
    @overload
    def send(self, *, options: CallOptions | None = None, **fields: Unpack[_models.ThingFields]) -> _models.Thing: ...
    def send(
        self, body: _models.Thing | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> _models.Thing:
        """Send unnamed.

        POST /unnamed

        body: Its fields may be given instead: ThingFields.
        """
        request = Request("POST", "/unnamed", body=json_body(made(_models.Thing, body, fields)))
        return self._with(options).send(request, _THING)


class UnnamedRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = UnnamedResource(transport.raw)
        self.send = raw(resource.send)
