"""maps: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json, json_body, made, raw

_MAPS: Decoder[_models.Maps] = json({"200": lambda: _models.Maps})


class MapsResource(Resource):
    """Operations of maps."""

    @property
    def with_raw_response(self) -> MapsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return MapsRaw(self._transport)

    @overload
    def update(self, body: _models.Maps, *, options: CallOptions | None = None) -> _models.Maps: ...
    @overload
    def update(self, *, options: CallOptions | None = None, **fields: Unpack[_models.MapsFields]) -> _models.Maps: ...
    def update(
        self, body: _models.Maps | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> _models.Maps:
        """Put maps.

        PUT /maps

        body: Its fields may be given instead: MapsFields.
        """
        request = Request("PUT", "/maps", body=json_body(made(_models.Maps, body, fields)))
        return self._with(options).send(request, _MAPS)


class MapsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = MapsResource(transport.raw)
        self.update = raw(resource.update)
