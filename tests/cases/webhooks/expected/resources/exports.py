"""exports: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json_body, nothing, raw
from ..models import CreateExportBody

_NOTHING: Decoder[None] = nothing()


class ExportsResource(Resource):
    """Operations of exports."""

    @property
    def with_raw_response(self) -> ExportsRaw:
        return ExportsRaw(self._transport)

    def create(self, *, body: CreateExportBody, options: CallOptions | None = None) -> None:
        """Create export.

        POST /exports
        """
        request = Request("POST", "/exports", body=json_body(body))
        return self._with(options).send(request, _NOTHING)


class ExportsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ExportsResource(transport.raw)
        self.create = raw(resource.create)
