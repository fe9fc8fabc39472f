"""either: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, form_body, made, nothing, raw

_NOTHING: Decoder[None] = nothing()


class EitherResource(Resource):
    """Operations of either."""

    @property
    def with_raw_response(self) -> EitherRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return EitherRaw(self._transport)

    @overload
    def send(self, body: _models.SendEitherBody, *, options: CallOptions | None = None) -> None: ...
    @overload
    def send(self, *, options: CallOptions | None = None, **fields: Unpack[_models.SendEitherBodyFields]) -> None: ...
    def send(
        self, body: _models.SendEitherBody | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> None:
        """Send either.

        POST /either

        body: Its fields may be given instead: SendEitherBodyFields.
        """
        request = Request("POST", "/either", body=form_body(made(_models.SendEitherBody, body, fields)))
        return self._with(options).send(request, _NOTHING)


class EitherRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = EitherResource(transport.raw)
        self.send = raw(resource.send)
