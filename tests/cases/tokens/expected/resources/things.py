"""things: generated from spec.yaml; do not edit."""

from __future__ import annotations

import builtins

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json, raw

_LOGIN = (("login",),)
_LIST_RESULT: Decoder[list[str]] = json({"200": list[str]})


class ThingsResource(Resource):
    """Operations of things."""

    @property
    def with_raw_response(self) -> ThingsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ThingsRaw(self._transport)

    def list(self, *, options: CallOptions | None = None) -> builtins.list[str]:
        """List things.

        GET /things
        """
        request = Request("GET", "/things", auth=_LOGIN, scopes={"login": "read"})
        return self._with(options).send(request, _LIST_RESULT)


class ThingsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ThingsResource(transport.raw)
        self.list = raw(resource.list)
