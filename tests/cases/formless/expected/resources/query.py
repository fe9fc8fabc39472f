"""query: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, nothing, raw, raw_body

_NOTHING: Decoder[None] = nothing()


class QueryResource(Resource):
    """Operations of query."""

    @property
    def with_raw_response(self) -> QueryRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return QueryRaw(self._transport)

    def send(
        self, *, query_querystring: str | Omit = OMIT, x_host: str | Omit = OMIT, options: CallOptions | None = None
    ) -> None:
        """Send query.

        GET /query
        """
        request = Request(
            "GET",
            "/query",
            headers={"X-Host": x_host},
            querystring=raw_body(query_querystring, "application/x-www-form-urlencoded"),
        )
        return self._with(options).send(request, _NOTHING)


class QueryRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = QueryResource(transport.raw)
        self.send = raw(resource.send)
