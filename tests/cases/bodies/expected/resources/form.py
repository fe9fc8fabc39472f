"""form: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, form_body, nothing, raw
from ..models import Thing

_NOTHING: Decoder[None] = nothing()


class FormResource(Resource):
    """Operations of form."""

    @property
    def with_raw_response(self) -> FormRaw:
        return FormRaw(self._transport)

    def send(self, *, body: Thing, options: CallOptions | None = None) -> None:
        """Send form.

        POST /form
        """
        request = Request("POST", "/form", body=form_body(body))
        return self._with(options).send(request, _NOTHING)


class FormRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = FormResource(transport.raw)
        self.send = raw(resource.send)
