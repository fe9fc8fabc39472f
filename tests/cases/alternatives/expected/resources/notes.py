"""notes: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, Bodies, CallOptions, Decoder, Encoding, Omit, Request, Resource, Transport, Upload, Way
from .._runtime import form_body, json_body, made, multipart_body, nothing, raw, raw_body

_NOTHING: Decoder[None] = nothing()
_REPLACE_BODY = Bodies(
    {
        "application/vnd.notes+json": Way(
            lambda: Sequence[_models.Note], lambda body: json_body(body, "application/vnd.notes+json")
        ),
        "application/x-www-form-urlencoded": Way(lambda: _models.Note, form_body),
    }
)
_CREATE_BODY = Bodies(
    {
        "multipart/form-data": Way(
            lambda: _models.Scan, lambda body: multipart_body(body, {"page": Encoding(content="image/png")})
        ),
        "application/json": Way(lambda: _models.Note, json_body),
        "application/x-www-form-urlencoded": Way(lambda: _models.Note, form_body),
        "image/png, image/jpeg": Way(Upload, lambda body: raw_body(body, "image/png, image/jpeg")),
        "text/plain": Way(str, lambda body: raw_body(body, "text/plain")),
    }
)


class NotesResource(Resource):
    """Operations of notes."""

    @property
    def with_raw_response(self) -> NotesRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return NotesRaw(self._transport)

    def replace(
        self,
        body: Sequence[_models.Note] | _models.Note | Omit = OMIT,
        *,
        media_query: str | Omit = OMIT,
        media: Literal["application/vnd.notes+json", "application/x-www-form-urlencoded"] | None = None,
        options: CallOptions | None = None,
    ) -> None:
        """Replace notes.

        PUT /notes
        """
        request = Request("PUT", "/notes", query={"media": media_query}, body=_REPLACE_BODY.write(body, media))
        return self._with(options).send(request, _NOTHING)

    @overload
    def create(
        self,
        body: _models.Scan | _models.Note | Upload | str,
        *,
        media: Literal[
            "multipart/form-data",
            "application/json",
            "application/x-www-form-urlencoded",
            "image/png, image/jpeg",
            "text/plain",
        ]
        | None = None,
        options: CallOptions | None = None,
    ) -> None: ...
    @overload
    def create(
        self,
        *,
        media: Literal["multipart/form-data"] | None = None,
        options: CallOptions | None = None,
        **fields: Unpack[_models.ScanFields],
    ) -> None: ...
    def create(
        self,
        body: _models.Scan | _models.Note | Upload | str | Omit = OMIT,
        *,
        media: Literal[
            "multipart/form-data",
            "application/json",
            "application/x-www-form-urlencoded",
            "image/png, image/jpeg",
            "text/plain",
        ]
        | None = None,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> None:
        """Create note.

        POST /notes

        body: Its fields may be given instead: ScanFields.
        """
        request = Request("POST", "/notes", body=_CREATE_BODY.write(made(_models.Scan, body, fields), media))
        return self._with(options).send(request, _NOTHING)


class NotesRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = NotesResource(transport.raw)
        self.replace = raw(resource.replace)
        self.create = raw(resource.create)
