"""print: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime import OMIT, Bodies, CallOptions, Decoder, Encoding, Omit, Request, Resource, Transport, Way, json_body
from .._runtime import multipart_body, nothing, raw
from ..models import PrintBody, Related, ReplacePrintBody

_NOTHING: Decoder[None] = nothing()
_RELATE_BODY = Bodies(
    {
        "multipart/related": Way(Related, lambda body: multipart_body(body, media="multipart/related")),
        "application/json": Way(Related, json_body),
    }
)


class PrintResource(Resource):
    """Operations of print."""

    @property
    def with_raw_response(self) -> PrintRaw:
        return PrintRaw(self._transport)

    def replace(self, *, body: ReplacePrintBody, options: CallOptions | None = None) -> None:
        """Replace print.

        PUT /print
        """
        request = Request(
            "PUT",
            "/print",
            body=multipart_body(
                body,
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

    def create(self, *, body: PrintBody, options: CallOptions | None = None) -> None:
        """Print.

        POST /print
        """
        request = Request(
            "POST",
            "/print",
            body=multipart_body(
                body,
                {
                    "params": Encoding(content="application/json"),
                    "data": Encoding(content="application/pdf"),
                    "pic": Encoding(content="image/png, image/jpeg"),
                    "csv": Encoding(content="text/csv; charset=utf-8"),
                },
            ),
        )
        return self._with(options).send(request, _NOTHING)

    def relate(
        self,
        *,
        body: Related | Omit = OMIT,
        media: Literal["multipart/related", "application/json"] | None = None,
        options: CallOptions | None = None,
    ) -> None:
        """Relate print.

        PATCH /print
        """
        request = Request("PATCH", "/print", body=_RELATE_BODY.write(body, media))
        return self._with(options).send(request, _NOTHING)


class PrintRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = PrintResource(transport.raw)
        self.replace = raw(resource.replace)
        self.create = raw(resource.create)
        self.relate = raw(resource.relate)
