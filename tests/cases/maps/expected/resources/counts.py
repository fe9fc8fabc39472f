"""counts: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json, raw

_LIST_RESULT: Decoder[dict[str, int]] = json({"200": dict[str, int]})


class CountsResource(Resource):
    """Operations of counts."""

    @property
    def with_raw_response(self) -> CountsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return CountsRaw(self._transport)

    def list(self, *, options: CallOptions | None = None) -> dict[str, int]:
        """Get counts.

        GET /counts
        """
        request = Request("GET", "/counts")
        return self._with(options).send(request, _LIST_RESULT)


class CountsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = CountsResource(transport.raw)
        self.list = raw(resource.list)
