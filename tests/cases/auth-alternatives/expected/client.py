"""The clients: generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._runtime import (
    ApiKey,
    AsyncClient,
    AsyncOptions,
    AsyncSigner,
    Bearer,
    Certificate,
    Client,
    Options,
    Package,
    Scheme,
    Secret,
    Signed,
    Signer,
    Token,
    credential,
    given_url,
)

if TYPE_CHECKING:
    from .aio.calls import AsyncCallsResource
    from .resources.calls import CallsResource

_PACKAGE = Package("auth_alternatives_client", "0.1.0")


class SpecClient(Client):
    """Alternatives."""

    def __init__(
        self,
        *,
        token: Secret | None = None,
        app_id: Secret | None = None,
        app_token: Secret | None = None,
        sid: Secret | None = None,
        acme_hmac: Signer | None = None,
        digest: Signer | None = None,
        client_id: Secret | None = None,
        client_secret: Secret | None = None,
        base_url: str | None = None,
        **options: Unpack[Options],
    ) -> None:
        """Make a client; it may be shared, and is closed by `with` or `close`.

        token: from SPEC_TOKEN when left out.
        app_id: from SPEC_APP_ID when left out.
        app_token: from SPEC_APP_TOKEN when left out.
        sid: from SPEC_SID when left out.
        acme_hmac: a function that signs each request; see Signer. The body and the path under the secret key.
        digest: a function that signs each request; see Signer.
        client_id: from SPEC_CLIENT_ID when left out. Exchanged at oauth/token for a token.
        client_secret: from SPEC_CLIENT_SECRET when left out.
        base_url: from SPEC_BASE_URL when left out; replaces the server of the document.
        options: timeout, deadline, retry, headers, strict and more; see Options. For ours give an http_client with the
            certificate.
        """
        schemes: dict[str, Scheme] = {
            "bearer": Bearer(credential(token, "token", "SPEC_TOKEN")),
            "appId": ApiKey("header", "X-App-Id", credential(app_id, "app_id", "SPEC_APP_ID")),
            "appToken": ApiKey("header", "X-App-Token", credential(app_token, "app_token", "SPEC_APP_TOKEN")),
            "sid": ApiKey("cookie", "sid", credential(sid, "sid", "SPEC_SID")),
            "ours": Certificate(),
            "Acme-HMAC": Signed(acme_hmac, "acme_hmac"),
            "digest": Signed(digest, "digest"),
            "oauth": Token(
                {
                    "client_id": credential(client_id, "client_id", "SPEC_CLIENT_ID"),
                    "client_secret": credential(client_secret, "client_secret", "SPEC_CLIENT_SECRET"),
                },
                url="oauth/token",
                media="application/x-www-form-urlencoded",
                body={"grant_type": "client_credentials"},
                basic=("client_id", "client_secret"),
                value="/access_token",
                ttl="/expires_in",
                place="header",
                wire="Authorization",
                prefix="Bearer",
                scope="scope",
            ),
        }
        del token, app_id, app_token, sid, acme_hmac, digest, client_id, client_secret
        super().__init__(_PACKAGE, given_url(base_url, "SPEC_BASE_URL") or "https://acme.test/api/", schemes, options)

    @cached_property
    def calls(self) -> CallsResource:
        """Operations of calls."""
        from .resources.calls import CallsResource

        return CallsResource(self._transport)


class AsyncSpecClient(AsyncClient):
    """Alternatives."""

    def __init__(
        self,
        *,
        token: Secret | None = None,
        app_id: Secret | None = None,
        app_token: Secret | None = None,
        sid: Secret | None = None,
        acme_hmac: AsyncSigner | None = None,
        digest: AsyncSigner | None = None,
        client_id: Secret | None = None,
        client_secret: Secret | None = None,
        base_url: str | None = None,
        **options: Unpack[AsyncOptions],
    ) -> None:
        """Make a client; it may be shared, and is closed by `with` or `close`.

        token: from SPEC_TOKEN when left out.
        app_id: from SPEC_APP_ID when left out.
        app_token: from SPEC_APP_TOKEN when left out.
        sid: from SPEC_SID when left out.
        acme_hmac: a function that signs each request; see Signer. The body and the path under the secret key.
        digest: a function that signs each request; see Signer.
        client_id: from SPEC_CLIENT_ID when left out. Exchanged at oauth/token for a token.
        client_secret: from SPEC_CLIENT_SECRET when left out.
        base_url: from SPEC_BASE_URL when left out; replaces the server of the document.
        options: timeout, deadline, retry, headers, strict and more; see Options. For ours give an http_client with the
            certificate.
        """
        schemes: dict[str, Scheme] = {
            "bearer": Bearer(credential(token, "token", "SPEC_TOKEN")),
            "appId": ApiKey("header", "X-App-Id", credential(app_id, "app_id", "SPEC_APP_ID")),
            "appToken": ApiKey("header", "X-App-Token", credential(app_token, "app_token", "SPEC_APP_TOKEN")),
            "sid": ApiKey("cookie", "sid", credential(sid, "sid", "SPEC_SID")),
            "ours": Certificate(),
            "Acme-HMAC": Signed(acme_hmac, "acme_hmac"),
            "digest": Signed(digest, "digest"),
            "oauth": Token(
                {
                    "client_id": credential(client_id, "client_id", "SPEC_CLIENT_ID"),
                    "client_secret": credential(client_secret, "client_secret", "SPEC_CLIENT_SECRET"),
                },
                url="oauth/token",
                media="application/x-www-form-urlencoded",
                body={"grant_type": "client_credentials"},
                basic=("client_id", "client_secret"),
                value="/access_token",
                ttl="/expires_in",
                place="header",
                wire="Authorization",
                prefix="Bearer",
                scope="scope",
            ),
        }
        del token, app_id, app_token, sid, acme_hmac, digest, client_id, client_secret
        super().__init__(_PACKAGE, given_url(base_url, "SPEC_BASE_URL") or "https://acme.test/api/", schemes, options)

    @cached_property
    def calls(self) -> AsyncCallsResource:
        """Operations of calls."""
        from .aio.calls import AsyncCallsResource

        return AsyncCallsResource(self._transport)
