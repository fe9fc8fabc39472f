"""print: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Literal, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, Bodies, CallOptions, Decoder, Encoding, Omit, Request, Resource, Transport, Way, json_body
from .._runtime import made, multipart_body, nothing, raw

_NOTHING: Decoder[None] = nothing()
_RELATE_BODY = Bodies(
    {
        "multipart/related": Way(lambda: _models.Related, lambda body: multipart_body(body, media="multipart/related")),
        "application/json": Way(lambda: _models.Related, json_body),
    }
)


class PrintResource(Resource):
    """Operations of print."""

    @property
    def with_raw_response(self) -> PrintRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return PrintRaw(self._transport)

    @overload
    def replace(self, body: _models.ReplacePrintBody, *, options: CallOptions | None = None) -> None: ...
    @overload
    def replace(
        self, *, options: CallOptions | None = None, **fields: Unpack[_models.ReplacePrintBodyFields]
    ) -> None: ...
    def replace(
        self, body: _models.ReplacePrintBody | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> None:
        """Replace print.

        PUT /print

        body: Its fields may be given instead: ReplacePrintBodyFields.
        """
        request = Request(
            "PUT",
            "/print",
            body=multipart_body(
                made(_models.ReplacePrintBody, body, fields),
                {
                    "scan": Encoding(content="image/tiff", headers={"X-Dots": None}),
                    "all": Encoding(content="image/gif"),
                    "page": Encoding(content="text/html"),
                    "any": Encoding(content="image/*", headers={"X-Kind": "photo"}),
                    "list": Encoding(content="application/json"),
                    "tags": Encoding(style="pipeDelimited"),
                    "deep": Encoding(style="deepObject", explode=True),
                },
            ),
        )
        return self._with(options).send(request, _NOTHING)

    @overload
    def create(self, body: _models.PrintBody, *, options: CallOptions | None = None) -> None: ...
    @overload
    def create(self, *, options: CallOptions | None = None, **fields: Unpack[_models.PrintBodyFields]) -> None: ...
    def create(
        self, body: _models.PrintBody | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> None:
        """Print.

        POST /print

        body: Its fields may be given instead: PrintBodyFields.
        """
        request = Request(
            "POST",
            "/print",
            body=multipart_body(
                made(_models.PrintBody, body, fields),
                {
                    "params": Encoding(content="application/json"),
                    "data": Encoding(content="application/pdf"),
                    "pic": Encoding(content="image/png, image/jpeg"),
                    "csv": Encoding(content="text/csv; charset=utf-8"),
                },
            ),
        )
        return self._with(options).send(request, _NOTHING)

    @overload
    def relate(
        self,
        body: _models.Related | Omit = OMIT,
        *,
        media: Literal["multipart/related", "application/json"] | None = None,
        options: CallOptions | None = None,
    ) -> None: ...
    @overload
    def relate(
        self,
        *,
        media: Literal["multipart/related", "application/json"] | None = None,
        options: CallOptions | None = None,
        **fields: Unpack[_models.RelatedFields],
    ) -> None: ...
    def relate(
        self,
        body: _models.Related | Omit = OMIT,
        *,
        media: Literal["multipart/related", "application/json"] | None = None,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> None:
        """Relate print.

        PATCH /print

        body: Its fields may be given instead: RelatedFields.
        """
        request = Request(
            "PATCH", "/print", body=_RELATE_BODY.write(made(_models.Related, body, fields, optional=True), media)
        )
        return self._with(options).send(request, _NOTHING)


class PrintRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = PrintResource(transport.raw)
        self.replace = raw(resource.replace)
        self.create = raw(resource.create)
        self.relate = raw(resource.relate)
