"""pets: generated from spec.yaml; do not edit."""

from __future__ import annotations

import builtins

from .. import models as _models
from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json, raw

_LIST_RESULT: Decoder[list[_models.Pet]] = json({"200": lambda: list[_models.Pet]})


class PetsResource(Resource):
    """Operations of pets."""

    @property
    def with_raw_response(self) -> PetsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return PetsRaw(self._transport)

    def list(self, *, options: CallOptions | None = None) -> builtins.list[_models.Pet]:
        """List pets.

        GET /pets
        """
        request = Request("GET", "/pets")
        return self._with(options).send(request, _LIST_RESULT)


class PetsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = PetsResource(transport.raw)
        self.list = raw(resource.list)
