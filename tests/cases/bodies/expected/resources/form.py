"""form: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, form_body, made, nothing, raw

_NOTHING: Decoder[None] = nothing()


class FormResource(Resource):
    """Operations of form."""

    @property
    def with_raw_response(self) -> FormRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return FormRaw(self._transport)

    @overload
    def send(self, body: _models.Thing, *, options: CallOptions | None = None) -> None: ...
    @overload
    def send(self, *, options: CallOptions | None = None, **fields: Unpack[_models.ThingFields]) -> None: ...
    def send(self, body: _models.Thing | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any) -> None:
        """Send form.

        POST /form

        body: Its fields may be given instead: ThingFields.
        """
        request = Request("POST", "/form", body=form_body(made(_models.Thing, body, fields)))
        return self._with(options).send(request, _NOTHING)


class FormRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = FormResource(transport.raw)
        self.send = raw(resource.send)
