"""settings: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json, json_body, made, raw

_SETTINGS: Decoder[_models.Settings] = json({"200": lambda: _models.Settings})


class SettingsResource(Resource):
    """Operations of settings."""

    @property
    def with_raw_response(self) -> SettingsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return SettingsRaw(self._transport)

    @overload
    def update(self, body: _models.Settings, *, options: CallOptions | None = None) -> _models.Settings: ...
    @overload
    def update(
        self, *, options: CallOptions | None = None, **fields: Unpack[_models.SettingsFields]
    ) -> _models.Settings: ...
    def update(
        self, body: _models.Settings | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> _models.Settings:
        """Put settings.

        PUT /settings

        body: Its fields may be given instead: SettingsFields.
        """
        request = Request("PUT", "/settings", body=json_body(made(_models.Settings, body, fields)))
        return self._with(options).send(request, _SETTINGS)


class SettingsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = SettingsResource(transport.raw)
        self.update = raw(resource.update)
