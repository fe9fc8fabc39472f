"""things: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json, json_body, made, nothing
from .._runtime import raw

_THING: Decoder[_models.Thing] = json({"200": lambda: _models.Thing})
_NOTHING: Decoder[None] = nothing()


class ThingsResource(Resource):
    """Operations of things."""

    @property
    def with_raw_response(self) -> ThingsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ThingsRaw(self._transport)

    @overload
    def update(
        self, body: _models.ThingPatch | Omit = OMIT, *, options: CallOptions | None = None
    ) -> _models.Thing: ...
    @overload
    def update(
        self, *, options: CallOptions | None = None, **fields: Unpack[_models.ThingPatchFields]
    ) -> _models.Thing: ...
    def update(
        self, body: _models.ThingPatch | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> _models.Thing:
        """Update thing.

        PATCH /things

        body: Its fields may be given instead: ThingPatchFields.
        """
        request = Request(
            "PATCH",
            "/things",
            body=json_body(made(_models.ThingPatch, body, fields, optional=True), "application/merge-patch+json"),
        )
        return self._with(options).send(request, _THING)

    @overload
    def update_whole(self, body: _models.Thing | Mapping[str, Any], *, options: CallOptions | None = None) -> None: ...
    @overload
    def update_whole(self, *, options: CallOptions | None = None, **fields: Unpack[_models.ThingFields]) -> None: ...
    def update_whole(
        self,
        body: _models.Thing | Mapping[str, Any] | Omit = OMIT,
        *,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> None:
        """Update whole.

        PATCH /whole

        body: Its fields may be given instead: ThingFields.
        """
        request = Request(
            "PATCH", "/whole", body=json_body(made(_models.Thing, body, fields), "application/merge-patch+json")
        )
        return self._with(options).send(request, _NOTHING)

    def update_labels(self, body: Mapping[str, str | None], *, options: CallOptions | None = None) -> None:
        """Update labels.

        PATCH /labels
        """
        request = Request("PATCH", "/labels", body=json_body(body, "application/merge-patch+json"))
        return self._with(options).send(request, _NOTHING)


class ThingsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ThingsResource(transport.raw)
        self.update = raw(resource.update)
        self.update_whole = raw(resource.update_whole)
        self.update_labels = raw(resource.update_labels)
