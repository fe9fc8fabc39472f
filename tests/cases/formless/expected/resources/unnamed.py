"""unnamed: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, TYPE_CHECKING, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json, json_body, made, raw

if TYPE_CHECKING:
    from ..models import Thing, ThingFields

_THING: Decoder[Thing] = json({"200": lambda: _models.Thing})


class UnnamedResource(Resource):
    """Operations of unnamed."""

    @property
    def with_raw_response(self) -> UnnamedRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return UnnamedRaw(self._transport)

    @overload
    def send(self, body: Thing, *, options: CallOptions | None = None) -> Thing: ...
    @overload
    def send(self, *, options: CallOptions | None = None, **fields: Unpack[ThingFields]) -> Thing: ...
    def send(self, body: Thing | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any) -> Thing:
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
