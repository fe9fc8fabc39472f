"""pictures: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, binary, by_status, by_type, json
from .._runtime import raw, streamed, text

_GET_RESULT: Decoder[bytes | _models.Picture | str] = by_status(
    {
        "200": by_type(
            {
                "image/png": binary("image/png"),
                "image/jpeg": binary("image/jpeg"),
                "application/json": json({"200": lambda: _models.Picture}),
            }
        ),
        "202": text("text/plain"),
    }
)
_PICTURE: Decoder[_models.Picture] = by_type(
    {
        "application/json": json({"200": lambda: _models.Picture}),
        "text/json": json({"200": lambda: _models.Picture}, "text/json"),
    }
)
_PICTURE_2: Decoder[_models.Picture] = json({"200": lambda: _models.Picture}, "application/vnd.acme+json")
_VERSION_RESULT: Decoder[_models.Picture | _models.Old] = by_type(
    {
        "application/vnd.acme.v2+json": json({"200": lambda: _models.Picture}, "application/vnd.acme.v2+json"),
        "application/vnd.acme.v1+json": json({"200": lambda: _models.Old}, "application/vnd.acme.v1+json"),
    }
)
_PREVIEW_RESULT: Decoder[bytes] = by_type({"image/png": binary("image/png"), "image/jpeg": binary("image/jpeg")})


class PicturesResource(Resource):
    """Operations of pictures."""

    @property
    def with_raw_response(self) -> PicturesRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return PicturesRaw(self._transport)

    @property
    def with_streaming_response(self) -> PicturesStreaming:
        """The methods that answer with files, which return an answer while its body is still to come."""
        return PicturesStreaming(self._transport)

    @overload
    def get(
        self, id: str, *, accept_query: str | Omit = OMIT, accept: None = None, options: CallOptions | None = None
    ) -> bytes | _models.Picture | str: ...
    @overload
    def get(
        self,
        id: str,
        *,
        accept: Literal["image/png", "image/jpeg"],
        accept_query: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> bytes | str: ...
    @overload
    def get(
        self,
        id: str,
        *,
        accept: Literal["application/json"],
        accept_query: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> _models.Picture | str: ...
    @overload
    def get(
        self,
        id: str,
        *,
        accept: Literal["text/plain"],
        accept_query: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> bytes | _models.Picture | str: ...
    def get(
        self,
        id: str,
        *,
        accept_query: str | Omit = OMIT,
        accept: Literal["image/png", "image/jpeg", "application/json", "text/plain"] | None = None,
        options: CallOptions | None = None,
    ) -> bytes | _models.Picture | str:
        """Get picture.

        GET /pictures/{id}
        """
        request = Request("GET", "/pictures/{id}", path={"id": id}, query={"accept": accept_query})
        return self._with(options).send(request, _GET_RESULT.asked(accept))

    def replace(self, id: str, *, options: CallOptions | None = None) -> _models.Picture:
        """Replace picture.

        PUT /pictures/{id}
        """
        request = Request("PUT", "/pictures/{id}", path={"id": id})
        return self._with(options).send(request, _PICTURE)

    def delete(self, id: str, *, options: CallOptions | None = None) -> _models.Picture:
        """Delete picture.

        DELETE /pictures/{id}
        """
        request = Request("DELETE", "/pictures/{id}", path={"id": id})
        return self._with(options).send(request, _PICTURE_2)

    @overload
    def version(
        self, id: str, *, accept: None = None, options: CallOptions | None = None
    ) -> _models.Picture | _models.Old: ...
    @overload
    def version(
        self, id: str, *, accept: Literal["application/vnd.acme.v2+json"], options: CallOptions | None = None
    ) -> _models.Picture: ...
    @overload
    def version(
        self, id: str, *, accept: Literal["application/vnd.acme.v1+json"], options: CallOptions | None = None
    ) -> _models.Old: ...
    def version(
        self,
        id: str,
        *,
        accept: Literal["application/vnd.acme.v2+json", "application/vnd.acme.v1+json"] | None = None,
        options: CallOptions | None = None,
    ) -> _models.Picture | _models.Old:
        """Version picture.

        PATCH /pictures/{id}
        """
        request = Request("PATCH", "/pictures/{id}", path={"id": id})
        return self._with(options).send(request, _VERSION_RESULT.asked(accept))

    def preview(
        self, id: str, *, accept: Literal["image/png", "image/jpeg"] | None = None, options: CallOptions | None = None
    ) -> bytes:
        """Preview picture.

        GET /pictures/{id}/preview
        """
        request = Request("GET", "/pictures/{id}/preview", path={"id": id})
        return self._with(options).send(request, _PREVIEW_RESULT.asked(accept))


class PicturesRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = PicturesResource(transport.raw)
        self.get = raw(resource.get)
        self.replace = raw(resource.replace)
        self.delete = raw(resource.delete)
        self.version = raw(resource.version)
        self.preview = raw(resource.preview)


class PicturesStreaming:
    """The same operations, those that answer with files; each returns the answer while its body is still to come."""

    def __init__(self, transport: Transport) -> None:
        resource = PicturesResource(transport.streaming)
        self.get = streamed(resource.get)
        self.preview = streamed(resource.preview)
