"""plan: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models as _models
from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json, raw

_PLAN: Decoder[_models.Plan] = json({"200": lambda: _models.Plan})


class PlanResource(Resource):
    """Operations of plan."""

    @property
    def with_raw_response(self) -> PlanRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return PlanRaw(self._transport)

    def get(self, *, options: CallOptions | None = None) -> _models.Plan:
        """Get plan.

        GET /plan
        """
        request = Request("GET", "/plan")
        return self._with(options).send(request, _PLAN)


class PlanRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = PlanResource(transport.raw)
        self.get = raw(resource.get)
