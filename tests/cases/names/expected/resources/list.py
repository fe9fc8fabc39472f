"""list: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, as_json, json, json_body, made
from .._runtime import nothing, raw, styled

_NOTHING: Decoder[None] = nothing()
_ODD: Decoder[_models.Odd] = json({"200": lambda: _models.Odd})


class ListResource(Resource):
    """Operations of list."""

    @property
    def with_raw_response(self) -> ListRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return ListRaw(self._transport)

    def import_(self, class_: str, self_path: str, *, options: CallOptions | None = None) -> None:
        """Import.

        GET /class/{class}/{self}
        """
        request = Request("GET", "/class/{class}/{self}", path={"class": class_, "self": self_path})
        return self._with(options).send(request, _NOTHING)

    def list(
        self,
        class_: str,
        self_path: str,
        *,
        text: date | Omit = OMIT,
        request_header: str | Omit = OMIT,
        styled_query: Sequence[str] | Omit = OMIT,
        as_json_query: Mapping[str, Any] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """List.

        PUT /class/{class}/{self}
        """
        query = {
            "text": text,
            "styled": styled(styled_query, "pipeDelimited"),
            "as_json": as_json(as_json_query),
        }
        request = Request(
            "PUT",
            "/class/{class}/{self}",
            path={"class": class_, "self": self_path},
            query=query,
            headers={"request": request_header},
        )
        return self._with(options).send(request, _NOTHING)

    @overload
    def list_by_self(
        self,
        class_path: str,
        self_path: str,
        body: _models.Odd | Omit = OMIT,
        *,
        class_query: str | Omit = OMIT,
        class_header: Sequence[str] | Omit = OMIT,
        body_query: str | Omit = OMIT,
        list: Sequence[str] | Omit = OMIT,
        str: str | Omit = OMIT,
        page_size_query: int | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page_size_query_2: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> _models.Odd: ...
    @overload
    def list_by_self(
        self,
        class_path: str,
        self_path: str,
        *,
        class_query: str | Omit = OMIT,
        class_header: Sequence[str] | Omit = OMIT,
        body_query: str | Omit = OMIT,
        list: Sequence[str] | Omit = OMIT,
        str: str | Omit = OMIT,
        page_size_query: int | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page_size_query_2: int | Omit = OMIT,
        options: CallOptions | None = None,
        **fields: Unpack[_models.OddFields],
    ) -> _models.Odd: ...
    def list_by_self(
        self,
        class_path: str,
        self_path: str,
        body: _models.Odd | Omit = OMIT,
        *,
        class_query: str | Omit = OMIT,
        class_header: Sequence[str] | Omit = OMIT,
        body_query: str | Omit = OMIT,
        list: Sequence[str] | Omit = OMIT,
        str: str | Omit = OMIT,
        page_size_query: int | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page_size_query_2: int | Omit = OMIT,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> _models.Odd:
        """List.

        POST /class/{class}/{self}

        class_path: `class_` is a field of the body.
        class_query: `class_` is a field of the body.
        class_header: `class_` is a field of the body.
        body: Its fields may be given instead: OddFields.
        """
        query = {
            "class": class_query,
            "body": body_query,
            "list": list,
            "str": str,
            "pageSize": page_size_query,
            "page_size": page_size,
            "PageSize": page_size_query_2,
        }
        request = Request(
            "POST",
            "/class/{class}/{self}",
            path={"class": class_path, "self": self_path},
            query=query,
            headers={"class": class_header},
            body=json_body(made(_models.Odd, body, fields, optional=True, others={"class_": "class_header"})),
        )
        return self._with(options).send(request, _ODD)


class ListRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = ListResource(transport.raw)
        self.import_ = raw(resource.import_)
        self.list = raw(resource.list)
        self.list_by_self = raw(resource.list_by_self)
