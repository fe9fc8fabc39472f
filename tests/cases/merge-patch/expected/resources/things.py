"""things: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json, json_body, nothing, raw
from ..models import Thing, ThingPatch

_THING: Decoder[Thing] = json({"200": Thing})
_NOTHING: Decoder[None] = nothing()


class ThingsResource(Resource):
    """Operations of things."""

    @property
    def with_raw_response(self) -> ThingsRaw:
        return ThingsRaw(self._transport)

    def update(self, *, body: ThingPatch | Omit = OMIT, options: CallOptions | None = None) -> Thing:
        """Update thing.

        PATCH /things
        """
        request = Request("PATCH", "/things", body=json_body(body, "application/merge-patch+json"))
        return self._with(options).send(request, _THING)

    def update_whole(self, *, body: Thing | Mapping[str, Any], options: CallOptions | None = None) -> None:
        """Update whole.

        PATCH /whole
        """
        request = Request("PATCH", "/whole", body=json_body(body, "application/merge-patch+json"))
        return self._with(options).send(request, _NOTHING)

    def update_labels(self, *, body: Mapping[str, str | None], options: CallOptions | None = None) -> None:
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
