"""roles: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Literal, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, Bodies, CallOptions, Decoder, Omit, Request, Resource, Transport, Way, form_body, json
from .._runtime import made, multipart_body, raw, xml_body

_ROLE: Decoder[_models.Role] = json({"200": lambda: _models.Role})
_SAVE_BODY = Bodies(
    {
        "application/x-www-form-urlencoded": Way(lambda: _models.Role, form_body),
        "multipart/form-data": Way(lambda: _models.Role, multipart_body),
        "application/xml": Way(lambda: _models.Role, lambda body: xml_body(body, "Role")),
    }
)


class RolesResource(Resource):
    """Operations of roles."""

    @property
    def with_raw_response(self) -> RolesRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return RolesRaw(self._transport)

    @overload
    def save(
        self,
        way: str,
        body: _models.Role,
        *,
        media: Literal["application/x-www-form-urlencoded", "multipart/form-data", "application/xml"] | None = None,
        options: CallOptions | None = None,
    ) -> _models.Role: ...
    @overload
    def save(
        self,
        way: str,
        *,
        media: Literal["application/x-www-form-urlencoded", "multipart/form-data", "application/xml"] | None = None,
        options: CallOptions | None = None,
        **fields: Unpack[_models.RoleFields],
    ) -> _models.Role: ...
    def save(
        self,
        way: str,
        body: _models.Role | Omit = OMIT,
        *,
        media: Literal["application/x-www-form-urlencoded", "multipart/form-data", "application/xml"] | None = None,
        options: CallOptions | None = None,
        **fields: Any,
    ) -> _models.Role:
        """Save role.

        POST /roles/{way}

        body: Its fields may be given instead: RoleFields.
        """
        request = Request(
            "POST", "/roles/{way}", path={"way": way}, body=_SAVE_BODY.write(made(_models.Role, body, fields), media)
        )
        return self._with(options).send(request, _ROLE)


class RolesRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = RolesResource(transport.raw)
        self.save = raw(resource.save)
