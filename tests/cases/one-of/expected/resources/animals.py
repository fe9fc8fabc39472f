"""animals: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models as _models
from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json, json_body, raw

_OWNER: Decoder[_models.Owner] = json({"200": lambda: _models.Owner})


class AnimalsResource(Resource):
    """Operations of animals."""

    @property
    def with_raw_response(self) -> AnimalsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return AnimalsRaw(self._transport)

    def create(self, body: _models.Animal, *, options: CallOptions | None = None) -> _models.Owner:
        """Create animal.

        POST /animals
        """
        request = Request("POST", "/animals", body=json_body(body))
        return self._with(options).send(request, _OWNER)


class AnimalsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = AnimalsResource(transport.raw)
        self.create = raw(resource.create)
