"""runs: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json, json_body, raw
from ..models import Run, Timed

_TIMED: Decoder[Timed] = json({"200": Timed})


class RunsResource(Resource):
    """Operations of runs."""

    @property
    def with_raw_response(self) -> RunsRaw:
        return RunsRaw(self._transport)

    def create(self, *, body: Run, options: CallOptions | None = None) -> Timed:
        """Create run.

        POST /runs
        """
        request = Request("POST", "/runs", body=json_body(body))
        return self._with(options).send(request, _TIMED)


class RunsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = RunsResource(transport.raw)
        self.create = raw(resource.create)
