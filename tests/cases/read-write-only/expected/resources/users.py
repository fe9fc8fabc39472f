"""users: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any, TYPE_CHECKING, Unpack, overload

from .. import models as _models
from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json, json_body, made, raw

if TYPE_CHECKING:
    from ..models import User, UserFields, Users

_USER: Decoder[User] = json({"201": lambda: _models.User})
_USERS: Decoder[Users] = json({"200": lambda: _models.Users})


class UsersResource(Resource):
    """Operations of users."""

    @property
    def with_raw_response(self) -> UsersRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return UsersRaw(self._transport)

    @overload
    def create(self, body: User, *, options: CallOptions | None = None) -> User: ...
    @overload
    def create(self, *, options: CallOptions | None = None, **fields: Unpack[UserFields]) -> User: ...
    def create(self, body: User | Omit = OMIT, *, options: CallOptions | None = None, **fields: Any) -> User:
        """Create user.

        POST /users

        body: Its fields may be given instead: UserFields.
        """
        request = Request("POST", "/users", body=json_body(made(_models.User, body, fields)))
        return self._with(options).send(request, _USER)

    def replace_many(self, body: Users, *, options: CallOptions | None = None) -> Users:
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
