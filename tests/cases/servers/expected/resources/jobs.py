"""jobs: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, nothing, raw

_KEY = (("key",),)
_NOTHING: Decoder[None] = nothing()


class JobsResource(Resource):
    """Operations of jobs."""

    @property
    def with_raw_response(self) -> JobsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return JobsRaw(self._transport)

    def list(self, *, options: CallOptions | None = None) -> None:
        """List jobs.

        GET /jobs
        """
        request = Request("GET", "/jobs", auth=_KEY, server="/{version}")
        return self._with(options).send(request, _NOTHING)


class JobsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = JobsResource(transport.raw)
        self.list = raw(resource.list)
