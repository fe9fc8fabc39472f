"""maps: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json, json_body, raw
from ..models import Maps

_MAPS: Decoder[Maps] = json({"200": Maps})


class MapsResource(Resource):
    """Operations of maps."""

    @property
    def with_raw_response(self) -> MapsRaw:
        return MapsRaw(self._transport)

    def update(self, *, body: Maps, options: CallOptions | None = None) -> Maps:
        """Put maps.

        PUT /maps
        """
        request = Request("PUT", "/maps", body=json_body(body))
        return self._with(options).send(request, _MAPS)


class MapsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = MapsResource(transport.raw)
        self.update = raw(resource.update)
