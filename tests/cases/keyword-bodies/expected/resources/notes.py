"""notes: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Literal, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, Bodies, CallOptions, Decoder, Omit, Request, Resource, Transport, Way, form_body, json_body
from .._runtime import made, nothing, raw

_NOTHING: Decoder[None] = nothing()
_CREATE_BODY = Bodies(
    {
        "application/json": Way(lambda: _models.Note, json_body),
        "application/x-www-form-urlencoded": Way(lambda: _models.Note, form_body),
    }
)


class NotesResource(Resource):
    """Operations of notes."""

    @property
    def with_raw_response(self) -> NotesRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return NotesRaw(self._transport)

    @overload
    def create(
        self,
        /,
        number_path: int,
        call_body: _models.Note,
        *,
        call_media: Literal["application/json", "application/x-www-form-urlencoded"] | None = None,
        call_options: CallOptions | None = None,
    ) -> None: ...
    @overload
    def create(
        self,
        /,
        number_path: int,
        *,
        call_media: Literal["application/json", "application/x-www-form-urlencoded"] | None = None,
        call_options: CallOptions | None = None,
        **fields: Unpack[_models.NoteFields],
    ) -> None: ...
    def create(
        self,
        /,
        number_path: int,
        call_body: _models.Note | Omit = OMIT,
        *,
        call_media: Literal["application/json", "application/x-www-form-urlencoded"] | None = None,
        call_options: CallOptions | None = None,
        **fields: Any,
    ) -> None:
        """Add note.

        POST /notes/{number}

        number_path: `number` is a field of the body.
        call_body: Its fields may be given instead: NoteFields. `body` is a field of the body.
        call_media: `media` is a field of the body.
        call_options: `options` is a field of the body.
        """
        request = Request(
            "POST",
            "/notes/{number}",
            path={"number": number_path},
            body=_CREATE_BODY.write(
                made(
                    _models.Note,
                    call_body,
                    fields,
                    others={
                        "number": "number_path",
                        "body": "call_body",
                        "media": "call_media",
                        "options": "call_options",
                    },
                ),
                call_media,
            ),
        )
        return self._with(call_options).send(request, _NOTHING)


class NotesRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = NotesResource(transport.raw)
        self.create = raw(resource.create)
