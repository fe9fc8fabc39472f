"""json: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, Bodies, CallOptions, Decoder, Omit, Request, Resource, Transport, Way, json_body, made
from .._runtime import nothing, raw, raw_body

_NOTHING: Decoder[None] = nothing()
_SEND_BODY = Bodies(
    {
        "application/vnd.acme+json": Way(
            lambda: _models.Thing, lambda body: json_body(body, "application/vnd.acme+json")
        ),
        "application/xml": Way(str, lambda body: raw_body(body, "application/xml")),
    }
)


class JsonResource(Resource):
    """Operations of json."""

    @property
    def with_raw_response(self) -> JsonRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return JsonRaw(self._transport)

    def send_list(self, body: Sequence[_models.Thing], *, options: CallOptions | None = None) -> None:
        """Send list.

        PUT /json
        """
        request = Request("PUT", "/json", body=json_body(body))
        return self._with(options).send(request, _NOTHING)

    @overload
    def send(
        self,
        body: _models.Thing | str,
        *,
        media: Literal["application/vnd.acme+json", "application/xml"] | None = None,
        options: CallOptions | None = None,
    ) -> None: ...
    @overload
    def send(
        self,
        *,
        media: Literal["application/vnd.acme+json"] | None = None,
        options: CallOptions | None = None,
        **fields: Unpack[_models.ThingFields],
    ) -> None: ...
    def send(
        self,
        body: _models.Thing | str | Omit = OMIT,
        *,
        media: Literal["application/vnd.acme+json", "application/xml"] | None = None,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> None:
        """Send json.

        POST /json

        body: Its fields may be given instead: ThingFields.
        """
        request = Request("POST", "/json", body=_SEND_BODY.write(made(_models.Thing, body, fields), media))
        return self._with(options).send(request, _NOTHING)

    @overload
    def send_maybe(self, body: _models.Thing | None | Omit = OMIT, *, options: CallOptions | None = None) -> None: ...
    @overload
    def send_maybe(self, *, options: CallOptions | None = None, **fields: Unpack[_models.ThingFields]) -> None: ...
    def send_maybe(
        self, body: _models.Thing | None | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> None:
        """Send maybe.

        PATCH /json

        body: Its fields may be given instead: ThingFields.
        """
        request = Request("PATCH", "/json", body=json_body(made(_models.Thing, body, fields, optional=True)))
        return self._with(options).send(request, _NOTHING)


class JsonRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = JsonResource(transport.raw)
        self.send_list = raw(resource.send_list)
        self.send = raw(resource.send)
        self.send_maybe = raw(resource.send_maybe)
