"""page: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Literal, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, Bodies, CallOptions, Decoder, Encoding, InXml, Omit, Request, Resource, Transport, Way
from .._runtime import made, multipart_body, nothing, raw, raw_body, xml

_GET_RESULT: Decoder[_models.Line | None] = xml({"200": InXml(lambda: _models.Line, "Line"), "205": None})
_NOTHING: Decoder[None] = nothing()
_UPDATE_BODY = Bodies(
    {
        "multipart/form-data": Way(
            lambda: _models.PutPageBody, lambda body: multipart_body(body, {"page": Encoding(content="image/png")})
        ),
        "application/xml": Way(str, lambda body: raw_body(body, "application/xml")),
    }
)


class PageResource(Resource):
    """Operations of page."""

    @property
    def with_raw_response(self) -> PageRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return PageRaw(self._transport)

    def get(self, *, options: CallOptions | None = None) -> _models.Line | None:
        """Get page.

        GET /page
        """
        request = Request("GET", "/page")
        return self._with(options).send(request, _GET_RESULT)

    @overload
    def update(
        self,
        body: _models.PutPageBody | str | Omit = OMIT,
        *,
        media: Literal["multipart/form-data", "application/xml"] | None = None,
        options: CallOptions | None = None,
    ) -> None: ...
    @overload
    def update(
        self,
        *,
        media: Literal["multipart/form-data"] | None = None,
        options: CallOptions | None = None,
        **fields: Unpack[_models.PutPageBodyFields],
    ) -> None: ...
    def update(
        self,
        body: _models.PutPageBody | str | Omit = OMIT,
        *,
        media: Literal["multipart/form-data", "application/xml"] | None = None,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> None:
        """Put page.

        PUT /page

        body: Its fields may be given instead: PutPageBodyFields.
        """
        request = Request(
            "PUT", "/page", body=_UPDATE_BODY.write(made(_models.PutPageBody, body, fields, optional=True), media)
        )
        return self._with(options).send(request, _NOTHING)


class PageRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = PageResource(transport.raw)
        self.get = raw(resource.get)
        self.update = raw(resource.update)
