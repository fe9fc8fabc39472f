"""lists: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json_body, nothing, raw

_NOTHING: Decoder[None] = nothing()


class ListsResource(Resource):
    """Operations of lists."""

    @property
    def with_raw_response(self) -> ListsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ListsRaw(self._transport)

    def send(self, body: Sequence[int], *, options: CallOptions | None = None) -> None:
        """Send lists.

        POST /lists
        """
        request = Request("POST", "/lists", body=json_body(body))
        return self._with(options).send(request, _NOTHING)


class ListsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ListsResource(transport.raw)
        self.send = raw(resource.send)
