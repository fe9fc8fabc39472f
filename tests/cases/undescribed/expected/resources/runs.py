"""runs: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json, json_body, made, raw

_TIMED: Decoder[_models.Timed] = json({"200": lambda: _models.Timed})


class RunsResource(Resource):
    """Operations of runs."""

    @property
    def with_raw_response(self) -> RunsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return RunsRaw(self._transport)

    @overload
    def create(self, body: _models.Run, *, options: CallOptions | None = None) -> _models.Timed: ...
    @overload
    def create(self, *, options: CallOptions | None = None, **fields: Unpack[_models.RunFields]) -> _models.Timed: ...
    def create(
        self, body: _models.Run | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> _models.Timed:
        """Create run.

        POST /runs

        body: Its fields may be given instead: RunFields.
        """
        request = Request("POST", "/runs", body=json_body(made(_models.Run, body, fields)))
        return self._with(options).send(request, _TIMED)


class RunsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = RunsResource(transport.raw)
        self.create = raw(resource.create)
