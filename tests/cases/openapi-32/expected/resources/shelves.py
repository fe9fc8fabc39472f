"""shelves: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence

from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, nothing, raw, styled

_KEY = (("key",),)
_NOTHING: Decoder[None] = nothing()


class ShelvesResource(Resource):
    """The shelves."""

    @property
    def with_raw_response(self) -> ShelvesRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ShelvesRaw(self._transport)

    def list(
        self,
        *,
        seen: Sequence[str] | Omit = OMIT,
        room: Sequence[str] | Omit = OMIT,
        way: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """List shelves.

        GET /shelves
        """
        request = Request(
            "GET",
            "/shelves",
            query={"way": styled(way, "form", allow_reserved=True)},
            cookies={"seen": styled(seen, "cookie"), "room": styled(room, "cookie", explode=False)},
            auth=_KEY,
        )
        return self._with(options).send(request, _NOTHING)


class ShelvesRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ShelvesResource(transport.raw)
        self.list = raw(resource.list)
