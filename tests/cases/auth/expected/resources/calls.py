"""calls: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime import CallOptions, Decoder, Request, Resource, Transport, nothing, raw

_AUTH = (("appId", "appToken"), ("oauth",))
_NOTHING: Decoder[None] = nothing()
_QUERYKEY = (("queryKey",),)
_COOKIEKEY = (("cookieKey",),)
_BASIC = (("basic",),)
_AUTH_2 = (("bearer",), ())
_SESSION = (("session",),)


class CallsResource(Resource):
    """Operations of calls."""

    @property
    def with_raw_response(self) -> CallsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return CallsRaw(self._transport)

    def both(self, *, options: CallOptions | None = None) -> None:
        """Both.

        GET /both
        """
        request = Request("GET", "/both", auth=_AUTH, scopes={"oauth": "read"})
        return self._with(options).send(request, _NOTHING)

    def open(self, *, options: CallOptions | None = None) -> None:
        """Open.

        GET /open
        """
        request = Request("GET", "/open")
        return self._with(options).send(request, _NOTHING)

    def in_query(self, *, options: CallOptions | None = None) -> None:
        """In query.

        GET /query
        """
        request = Request("GET", "/query", auth=_QUERYKEY)
        return self._with(options).send(request, _NOTHING)

    def in_cookie(self, *, options: CallOptions | None = None) -> None:
        """In cookie.

        GET /cookie
        """
        request = Request("GET", "/cookie", auth=_COOKIEKEY)
        return self._with(options).send(request, _NOTHING)

    def basic(self, *, options: CallOptions | None = None) -> None:
        """Basic.

        GET /basic
        """
        request = Request("GET", "/basic", auth=_BASIC)
        return self._with(options).send(request, _NOTHING)

    def bearer(self, *, options: CallOptions | None = None) -> None:
        """Bearer.

        GET /bearer
        """
        request = Request("GET", "/bearer", auth=_AUTH_2)
        return self._with(options).send(request, _NOTHING)

    def with_token(self, *, options: CallOptions | None = None) -> None:
        """With token.

        GET /token
        """
        request = Request("GET", "/token", auth=_SESSION)
        return self._with(options).send(request, _NOTHING)


class CallsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = CallsResource(transport.raw)
        self.both = raw(resource.both)
        self.open = raw(resource.open)
        self.in_query = raw(resource.in_query)
        self.in_cookie = raw(resource.in_cookie)
        self.basic = raw(resource.basic)
        self.bearer = raw(resource.bearer)
        self.with_token = raw(resource.with_token)
