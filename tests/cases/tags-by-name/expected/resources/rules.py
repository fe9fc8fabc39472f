"""rules: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json_body, made, nothing, raw

_NOTHING: Decoder[None] = nothing()


class RulesResource(Resource):
    """Operations of rules."""

    @property
    def with_raw_response(self) -> RulesRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return RulesRaw(self._transport)

    @overload
    def create(self, body: _models.Rule, *, options: CallOptions | None = None) -> None: ...
    @overload
    def create(self, *, options: CallOptions | None = None, **fields: Unpack[_models.RuleFields]) -> None: ...
    def create(self, body: _models.Rule | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any) -> None:
        """Create rule.

        POST /rules

        body: Its fields may be given instead: RuleFields.
        """
        request = Request("POST", "/rules", body=json_body(made(_models.Rule, body, fields)))
        return self._with(options).send(request, _NOTHING)


class RulesRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = RulesResource(transport.raw)
        self.create = raw(resource.create)
