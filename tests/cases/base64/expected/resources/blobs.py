"""blobs: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence

from .._runtime import OMIT, Base64Bytes, Decoder, Omit, Request, Resource, Transport, as_base64, as_base64url
from .._runtime import form_body, json, json_body, raw, styled
from ..models import Blob, Pile

_BLOB: Decoder[Blob] = json({"200": Blob})
_PILE: Decoder[Pile] = json({"200": Pile})
_CREATE_FORM_RESULT: Decoder[bytes] = json({"200": Base64Bytes})


class BlobsResource(Resource):
    """Operations of blobs."""

    @property
    def with_raw_response(self) -> BlobsRaw:
        return BlobsRaw(self._transport)

    def replace(
        self, key: bytes, *, many: Sequence[bytes] | Omit = OMIT, x_sum: bytes | Omit = OMIT, body: Blob | Omit = OMIT
    ) -> Blob:
        """Replace blob.

        PUT /blobs/{key}
        """
        request = Request(
            "PUT",
            "/blobs/{key}",
            path={"key": as_base64url(key)},
            query={"many": styled(as_base64(many), "form", explode=False)},
            headers={"X-Sum": as_base64(x_sum)},
            body=json_body(body),
        )
        return self._transport.send(request, _BLOB)

    def create_list(self, *, body: Sequence[bytes]) -> Pile:
        """Create list.

        POST /list
        """
        request = Request("POST", "/list", body=json_body(as_base64url(body)))
        return self._transport.send(request, _PILE)

    def create_form(self, *, body: Blob | Omit = OMIT) -> bytes:
        """Create form.

        POST /form
        """
        request = Request("POST", "/form", body=form_body(body))
        return self._transport.send(request, _CREATE_FORM_RESULT)


class BlobsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = BlobsResource(transport.raw)
        self.replace = raw(resource.replace)
        self.create_list = raw(resource.create_list)
        self.create_form = raw(resource.create_form)
