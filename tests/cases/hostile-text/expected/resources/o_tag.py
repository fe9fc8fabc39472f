"""o_tag: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, errors, json, json_body, raw

_ERRORS = errors({418: lambda: _models.ImportOs})
_O_DD: Decoder[_models.ODd] = json({"200": lambda: _models.ODd}, 'application/json; x="y"')


class OTagResource(Resource):
    """ends in a quote"."""

    @property
    def with_raw_response(self) -> OTagRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return OTagRaw(self._transport)

    def x_import_os(
        self,
        pet_id: str,
        body: _models.ODd | Omit = OMIT,
        *,
        q: str | Omit = OMIT,
        a_x_evil: _models.XImportOsAXEvil | Omit = OMIT,
        x_odd: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> _models.ODd:
        """Close ''' it\\.

        POST /a"b/{pet"id}

        NUL ESC CR LS PS NEL bidi {% raw %} {{ '' }} \\N{DIGIT ONE} \\x \\u # fmt: off\\.

        pet_id: '''. Pattern ^["'\\\\]+$
        q: Default '''\\.
        body: ends with a backslash \\.
        """
        query = {
            "q'\"\\": q,
            "a\r\nX-Evil": a_x_evil,
            'X-"Odd"': x_odd,
        }
        request = Request(
            "POST", '/a"b/{pet"id}', path={'pet"id': pet_id}, query=query, body=json_body(body), errors=_ERRORS
        )
        return self._with(options).send(request, _O_DD)


class OTagRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = OTagResource(transport.raw)
        self.x_import_os = raw(resource.x_import_os)
