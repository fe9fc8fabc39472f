"""unnamed: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json, json_body, raw
from ..models import Thing

_THING: Decoder[Thing] = json({"200": Thing})


class UnnamedResource(Resource):
    """Operations of unnamed."""

    @property
    def with_raw_response(self) -> UnnamedRaw:
        return UnnamedRaw(self._transport)

    def send(self, *, body: Thing, options: CallOptions | None = None) -> Thing:
        """Send unnamed.

        POST /unnamed
        """
        request = Request("POST", "/unnamed", body=json_body(body))
        return self._with(options).send(request, _THING)


class UnnamedRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = UnnamedResource(transport.raw)
        self.send = raw(resource.send)
