"""calls: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Mapping

from .._runtime import OMIT, CallOptions, Decoder, Omit, Request, Resource, Transport, json_body, nothing, raw

_AUTH = ((), ("bearer",))
_NOTHING: Decoder[None] = nothing()
_AUTH_2 = (("appId", "bearer"),)
_AUTH_3 = (("appId",), ("appToken", "bearer"), ("sid",))
_OURS = (("ours",),)
_SID = (("sid",),)
_AUTH_4 = (("Acme-HMAC", "appId"),)
_DIGEST = (("digest",),)
_OAUTH = (("oauth",),)


class CallsResource(Resource):
    """Operations of calls."""

    @property
    def with_raw_response(self) -> CallsRaw:
        """The same methods, which return status, headers, bytes and value of an answer together."""
        return CallsRaw(self._transport)

    def optional(self, *, options: CallOptions | None = None) -> None:
        """Optional.

        GET /optional
        """
        request = Request("GET", "/optional", auth=_AUTH)
        return self._with(options).send(request, _NOTHING)

    def none(self, *, options: CallOptions | None = None) -> None:
        """None.

        GET /none
        """
        request = Request("GET", "/none")
        return self._with(options).send(request, _NOTHING)

    def both(self, *, options: CallOptions | None = None) -> None:
        """Both.

        GET /and
        """
        request = Request("GET", "/and", auth=_AUTH_2)
        return self._with(options).send(request, _NOTHING)

    def either(self, *, options: CallOptions | None = None) -> None:
        """Either.

        GET /or
        """
        request = Request("GET", "/or", auth=_AUTH_3)
        return self._with(options).send(request, _NOTHING)

    def certificate(self, *, options: CallOptions | None = None) -> None:
        """Certificate.

        GET /certificate
        """
        request = Request("GET", "/certificate", auth=_OURS)
        return self._with(options).send(request, _NOTHING)

    def cookie(self, *, theme: str | Omit = OMIT, options: CallOptions | None = None) -> None:
        """Cookie.

        GET /cookie
        """
        request = Request("GET", "/cookie", cookies={"theme": theme}, auth=_SID)
        return self._with(options).send(request, _NOTHING)

    def signed(
        self, body: Mapping[str, int] | Omit = OMIT, *, q: str | Omit = OMIT, options: CallOptions | None = None
    ) -> None:
        """Signed.

        PUT /signed
        """
        request = Request("PUT", "/signed", query={"q": q}, body=json_body(body), auth=_AUTH_4)
        return self._with(options).send(request, _NOTHING)

    def digest(self, *, options: CallOptions | None = None) -> None:
        """Digest.

        GET /digest
        """
        request = Request("GET", "/digest", auth=_DIGEST)
        return self._with(options).send(request, _NOTHING)

    def read_scope(self, *, options: CallOptions | None = None) -> None:
        """Scope read.

        GET /read
        """
        request = Request("GET", "/read", auth=_OAUTH, scopes={"oauth": "read"})
        return self._with(options).send(request, _NOTHING)

    def write_scope(self, *, options: CallOptions | None = None) -> None:
        """Scope write.

        GET /write
        """
        request = Request("GET", "/write", auth=_OAUTH, scopes={"oauth": "write read"})
        return self._with(options).send(request, _NOTHING)


class CallsRaw:
    """The same operations; each returns the whole answer as a RawResponse."""

    def __init__(self, transport: Transport) -> None:
        resource = CallsResource(transport.raw)
        self.optional = raw(resource.optional)
        self.none = raw(resource.none)
        self.both = raw(resource.both)
        self.either = raw(resource.either)
        self.certificate = raw(resource.certificate)
        self.cookie = raw(resource.cookie)
        self.signed = raw(resource.signed)
        self.digest = raw(resource.digest)
        self.read_scope = raw(resource.read_scope)
        self.write_scope = raw(resource.write_scope)
