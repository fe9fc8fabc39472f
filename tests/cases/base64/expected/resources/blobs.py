"""blobs: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, Base64Bytes, Bodies, CallOptions, Decoder, Omit, Request, Resource, Transport, Way
from .._runtime import as_base64, as_base64url, form_body, json, json_body, made, multipart_body, nothing, raw, styled

_BLOB: Decoder[_models.Blob] = json({"200": lambda: _models.Blob})
_PILE: Decoder[_models.Pile] = json({"200": lambda: _models.Pile})
_CREATE_FORM_RESULT: Decoder[bytes] = json({"200": Base64Bytes})
_NOTHING: Decoder[None] = nothing()
_CREATE_PARTS_BODY = Bodies(
    {
        "multipart/form-data": Way(lambda: _models.Parts, multipart_body),
        "application/json": Way(bytes, lambda body: json_body(as_base64url(body))),
    }
)


class BlobsResource(Resource):
    """Operations of blobs."""

    @property
    def with_raw_response(self) -> BlobsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return BlobsRaw(self._transport)

    @overload
    def replace(
        self,
        key: bytes,
        body: _models.Blob | Omit = OMIT,
        *,
        many: Sequence[bytes] | Omit = OMIT,
        x_sum: bytes | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> _models.Blob: ...
    @overload
    def replace(
        self,
        key: bytes,
        *,
        many: Sequence[bytes] | Omit = OMIT,
        x_sum: bytes | Omit = OMIT,
        options: CallOptions | None = None,
        **fields: Unpack[_models.BlobFields],
    ) -> _models.Blob: ...
    def replace(
        self,
        key: bytes,
        body: _models.Blob | Omit = OMIT,
        *,
        many: Sequence[bytes] | Omit = OMIT,
        x_sum: bytes | Omit = OMIT,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> _models.Blob:
        """Replace blob.

        PUT /blobs/{key}

        body: Its fields may be given instead: BlobFields.
        """
        request = Request(
            "PUT",
            "/blobs/{key}",
            path={"key": as_base64url(key)},
            query={"many": styled(as_base64(many), "form", explode=False)},
            headers={"X-Sum": as_base64(x_sum)},
            body=json_body(made(_models.Blob, body, fields, optional=True)),
        )
        return self._with(options).send(request, _BLOB)

    def create_list(self, body: Sequence[bytes], *, options: CallOptions | None = None) -> _models.Pile:
        """Create list.

        POST /list
        """
        request = Request("POST", "/list", body=json_body(as_base64url(body)))
        return self._with(options).send(request, _PILE)

    @overload
    def create_form(self, body: _models.Blob | Omit = OMIT, *, options: CallOptions | None = None) -> bytes: ...
    @overload
    def create_form(self, *, options: CallOptions | None = None, **fields: Unpack[_models.BlobFields]) -> bytes: ...
    def create_form(
        self, body: _models.Blob | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> bytes:
        """Create form.

        POST /form

        body: Its fields may be given instead: BlobFields.
        """
        request = Request("POST", "/form", body=form_body(made(_models.Blob, body, fields, optional=True)))
        return self._with(options).send(request, _CREATE_FORM_RESULT)

    @overload
    def create_parts(
        self,
        body: _models.Parts | bytes | Omit = OMIT,
        *,
        media: Literal["multipart/form-data", "application/json"] | None = None,
        options: CallOptions | None = None,
    ) -> None: ...
    @overload
    def create_parts(
        self,
        *,
        media: Literal["multipart/form-data"] | None = None,
        options: CallOptions | None = None,
        **fields: Unpack[_models.PartsFields],
    ) -> None: ...
    def create_parts(
        self,
        body: _models.Parts | bytes | Omit = OMIT,
        *,
        media: Literal["multipart/form-data", "application/json"] | None = None,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> None:
        """Create parts.

        POST /parts

        body: Its fields may be given instead: PartsFields.
        """
        request = Request(
            "POST", "/parts", body=_CREATE_PARTS_BODY.write(made(_models.Parts, body, fields, optional=True), media)
        )
        return self._with(options).send(request, _NOTHING)


class BlobsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = BlobsResource(transport.raw)
        self.replace = raw(resource.replace)
        self.create_list = raw(resource.create_list)
        self.create_form = raw(resource.create_form)
        self.create_parts = raw(resource.create_parts)
