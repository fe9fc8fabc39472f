"""settings: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json, json_body, raw
from ..models import Settings

_SETTINGS: Decoder[Settings] = json({"200": Settings})


class SettingsResource(Resource):
    """Operations of settings."""

    @property
    def with_raw_response(self) -> SettingsRaw:
        return SettingsRaw(self._transport)

    def update(self, *, body: Settings, options: CallOptions | None = None) -> Settings:
        """Put settings.

        PUT /settings
        """
        request = Request("PUT", "/settings", body=json_body(body))
        return self._with(options).send(request, _SETTINGS)


class SettingsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = SettingsResource(transport.raw)
        self.update = raw(resource.update)
