"""either: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, form_body, nothing, raw
from ..models import SendEitherBody

_NOTHING: Decoder[None] = nothing()


class EitherResource(Resource):
    """Operations of either."""

    @property
    def with_raw_response(self) -> EitherRaw:
        return EitherRaw(self._transport)

    def send(self, *, body: SendEitherBody, options: CallOptions | None = None) -> None:
        """Send either.

        POST /either
        """
        request = Request("POST", "/either", body=form_body(body))
        return self._with(options).send(request, _NOTHING)


class EitherRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = EitherResource(transport.raw)
        self.send = raw(resource.send)
