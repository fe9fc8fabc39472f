"""results: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models as _models
from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json, raw

_RESULT: Decoder[_models.Result] = json({"200": lambda: _models.Result})


class ResultsResource(Resource):
    """Operations of results."""

    @property
    def with_raw_response(self) -> ResultsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ResultsRaw(self._transport)

    def list(self, *, options: CallOptions | None = None) -> _models.Result:
        """Get result.

        GET /results
        """
        request = Request("GET", "/results")
        return self._with(options).send(request, _RESULT)


class ResultsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ResultsResource(transport.raw)
        self.list = raw(resource.list)
