"""jobs: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models as _models
from .._runtime import CallOptions, Decoder, Request, Resource, Transport, binary, errors, json, nothing, raw, streamed
from .._runtime import text

_ERRORS = errors({404: lambda: _models.Missing, "4XX": lambda: _models.Fault, "default": lambda: _models.Fault})
_GET_RESULT: Decoder[_models.Done | _models.Waiting | None] = json(
    {"200": lambda: _models.Done, "202": lambda: _models.Waiting, "204": None}
)
_NOTHING: Decoder[None] = nothing()
_GET_LOG_RESULT: Decoder[str] = text("text/plain")
_GET_IMAGE_RESULT: Decoder[bytes] = binary("image/png")
_DONE: Decoder[_models.Done] = json({"default": lambda: _models.Done})


class JobsResource(Resource):
    """Operations of jobs."""

    @property
    def with_raw_response(self) -> JobsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return JobsRaw(self._transport)

    @property
    def with_streaming_response(self) -> JobsStreaming:
        """The methods that answer with files, which return an answer while its body is still to come."""
        return JobsStreaming(self._transport)

    def get(self, id: str, *, options: CallOptions | None = None) -> _models.Done | _models.Waiting | None:
        """Get job.

        GET /jobs/{id}
        """
        request = Request("GET", "/jobs/{id}", path={"id": id}, errors=_ERRORS)
        return self._with(options).send(request, _GET_RESULT)

    def delete(self, id: str, *, options: CallOptions | None = None) -> None:
        """Delete job.

        DELETE /jobs/{id}
        """
        request = Request("DELETE", "/jobs/{id}", path={"id": id})
        return self._with(options).send(request, _NOTHING)

    def get_log(self, *, options: CallOptions | None = None) -> str:
        """Get log.

        GET /log
        """
        request = Request("GET", "/log")
        return self._with(options).send(request, _GET_LOG_RESULT)

    def get_image(self, *, options: CallOptions | None = None) -> bytes:
        """Get image.

        GET /image
        """
        request = Request("GET", "/image")
        return self._with(options).send(request, _GET_IMAGE_RESULT)

    def get_default(self, *, options: CallOptions | None = None) -> _models.Done:
        """Get default.

        GET /only-default
        """
        request = Request("GET", "/only-default")
        return self._with(options).send(request, _DONE)

    def poke(self, *, options: CallOptions | None = None) -> None:
        """Poke.

        POST /silent
        """
        request = Request("POST", "/silent")
        return self._with(options).send(request, _NOTHING)


class JobsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = JobsResource(transport.raw)
        self.get = raw(resource.get)
        self.delete = raw(resource.delete)
        self.get_log = raw(resource.get_log)
        self.get_image = raw(resource.get_image)
        self.get_default = raw(resource.get_default)
        self.poke = raw(resource.poke)


class JobsStreaming:
    """The same operations, those that answer with files; each returns the answer while its body is still to come."""

    def __init__(self, transport: Transport) -> None:
        resource = JobsResource(transport.streaming)
        self.get_log = streamed(resource.get_log)
        self.get_image = streamed(resource.get_image)
