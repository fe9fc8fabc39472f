"""runs: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, TYPE_CHECKING, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json, json_body, made, raw

if TYPE_CHECKING:
    from ..models import Run, RunFields, Timed

_TIMED: Decoder[Timed] = json({"200": lambda: _models.Timed})


class RunsResource(Resource):
    """Operations of runs."""

    @property
    def with_raw_response(self) -> RunsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return RunsRaw(self._transport)

    @overload
    def create(self, body: Run, *, options: CallOptions | None = None) -> Timed: ...
    @overload
    def create(self, *, options: CallOptions | None = None, **fields: Unpack[RunFields]) -> Timed: ...
    def create(self, body: Run | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any) -> Timed:
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
