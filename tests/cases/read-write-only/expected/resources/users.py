"""users: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json, json_body, made, raw

_USER: Decoder[_models.User] = json({"201": lambda: _models.User})
_USERS: Decoder[_models.Users] = json({"200": lambda: _models.Users})


class UsersResource(Resource):
    """Operations of users."""

    @property
    def with_raw_response(self) -> UsersRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return UsersRaw(self._transport)

    @overload
    def create(self, body: _models.User, *, options: CallOptions | None = None) -> _models.User: ...
    @overload
    def create(self, *, options: CallOptions | None = None, **fields: Unpack[_models.UserFields]) -> _models.User: ...
    def create(
        self, body: _models.User | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any
    ) -> _models.User:
        """Create user.

        POST /users

        body: Its fields may be given instead: UserFields.
        """
        request = Request("POST", "/users", body=json_body(made(_models.User, body, fields)))
        return self._with(options).send(request, _USER)

    def replace_many(self, body: _models.Users, *, options: CallOptions | None = None) -> _models.Users:
        """Replace users.

        PUT /users/many
        """
        request = Request("PUT", "/users/many", body=json_body(body))
        return self._with(options).send(request, _USERS)


class UsersRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = UsersResource(transport.raw)
        self.create = raw(resource.create)
        self.replace_many = raw(resource.replace_many)
