"""users: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, json, json_body, raw
from ..models import User, Users

_USER: Decoder[User] = json({"201": User})
_USERS: Decoder[Users] = json({"200": Users})


class UsersResource(Resource):
    """Operations of users."""

    @property
    def with_raw_response(self) -> UsersRaw:
        return UsersRaw(self._transport)

    def create(self, *, body: User, options: CallOptions | None = None) -> User:
        """Create user.

        POST /users
        """
        request = Request("POST", "/users", body=json_body(body))
        return self._with(options).send(request, _USER)

    def replace_many(self, *, body: Users, options: CallOptions | None = None) -> Users:
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
