"""things: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json, raw

_THING: Decoder[_models.Thing] = json({"200": lambda: _models.Thing})


class ThingsResource(Resource):
    """Things. They are *many*."""

    @property
    def with_raw_response(self) -> ThingsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ThingsRaw(self._transport)

    def get(
        self,
        id: str,
        *,
        old: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        code: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> _models.Thing:
        """Fetch a thing.

        GET /things/{id}

        Fetches one thing, with **all** that is known of it. The answer may be large.

        Deprecated.

        id: Identifier. Length 20.
        old: Not used any more. Deprecated.
        limit: From 1 to 25. Default 10.
        code: Pattern ^[A-Z]{2}\\d+$
        """
        request = Request("GET", "/things/{id}", path={"id": id}, query={"old": old, "limit": limit, "code": code})
        return self._with(options).send(request, _THING)


class ThingsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ThingsResource(transport.raw)
        self.get = raw(resource.get)
