"""toys: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models as _models
from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json, raw

_TOY: Decoder[_models.Toy] = json({"200": lambda: _models.Toy})


class ToysResource(Resource):
    """Operations of toys."""

    @property
    def with_raw_response(self) -> ToysRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ToysRaw(self._transport)

    def list(self, *, options: CallOptions | None = None) -> _models.Toy:
        """Get toy.

        GET /toys
        """
        request = Request("GET", "/toys")
        return self._with(options).send(request, _TOY)


class ToysRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ToysResource(transport.raw)
        self.list = raw(resource.list)
