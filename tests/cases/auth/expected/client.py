"""The clients: generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._runtime import (
    ApiKey,
    AsyncClient,
    AsyncOptions,
    Basic,
    Bearer,
    Client,
    Options,
    Package,
    Scheme,
    Secret,
    Token,
    credential,
    given_url,
    missing_url,
)

if TYPE_CHECKING:
    from .aio.calls import AsyncCallsResource
    from .resources.calls import CallsResource

_PACKAGE = Package("auth_client", "0.1.0")


class SpecClient(Client):
    """Auth."""

    def __init__(
        self,
        *,
        app_id: Secret | None = None,
        app_token: Secret | None = None,
        query_key: Secret | None = None,
        cookie_key: Secret | None = None,
        username: Secret | None = None,
        password: Secret | None = None,
        token: Secret | None = None,
        client_id: Secret | None = None,
        client_secret: Secret | None = None,
        user: Secret | None = None,
        pass_: Secret | None = None,
        base_url: str | None = None,
        **options: Unpack[Options],
    ) -> None:
        """Make a client; it may be shared, and is closed by `with` or `close`.

        app_id: from SPEC_APP_ID when left out. Which application calls.
        app_token: from SPEC_APP_TOKEN when left out.
        query_key: from SPEC_QUERY_KEY when left out.
        cookie_key: from SPEC_COOKIE_KEY when left out.
        username: from SPEC_USERNAME when left out.
        password: from SPEC_PASSWORD when left out.
        token: from SPEC_TOKEN when left out.
        client_id: from SPEC_CLIENT_ID when left out. Exchanged at /oauth/token for a token.
        client_secret: from SPEC_CLIENT_SECRET when left out.
        user: from SPEC_USER when left out. Exchanged at /session for a token.
        pass_: from SPEC_PASS_ when left out.
        base_url: from SPEC_BASE_URL when left out; where the API is served.
        options: timeout, deadline, retry, headers, strict and more; see Options.
        """
        schemes: dict[str, Scheme] = {
            "appId": ApiKey("header", "X-App-Id", credential(app_id, "app_id", "SPEC_APP_ID")),
            "appToken": ApiKey("header", "X-App-Token", credential(app_token, "app_token", "SPEC_APP_TOKEN")),
            "queryKey": ApiKey("query", "api key", credential(query_key, "query_key", "SPEC_QUERY_KEY")),
            "cookieKey": ApiKey("cookie", "sid", credential(cookie_key, "cookie_key", "SPEC_COOKIE_KEY")),
            "basic": Basic(
                credential(username, "username", "SPEC_USERNAME"), credential(password, "password", "SPEC_PASSWORD")
            ),
            "bearer": Bearer(credential(token, "token", "SPEC_TOKEN")),
            "oauth": Token(
                {
                    "client_id": credential(client_id, "client_id", "SPEC_CLIENT_ID"),
                    "client_secret": credential(client_secret, "client_secret", "SPEC_CLIENT_SECRET"),
                },
                url="/oauth/token",
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
            "session": Token(
                {"user": credential(user, "user", "SPEC_USER"), "pass_": credential(pass_, "pass_", "SPEC_PASS_")},
                url="/session",
                media="application/json",
                body={"user": "{user}", "pass": "{pass_}", "kind": "fixed"},
                headers={"X-Client": "{user}"},
                value="/data/token",
                ttl="/data/seconds",
                place="header",
                wire="X-Session",
                prefix="",
            ),
        }
        del app_id, app_token, query_key, cookie_key, username, password, token, client_id, client_secret, user, pass_
        super().__init__(
            _PACKAGE, given_url(base_url, "SPEC_BASE_URL") or missing_url("SPEC_BASE_URL"), schemes, options
        )

    @cached_property
    def calls(self) -> CallsResource:
        """Operations of calls."""
        from .resources.calls import CallsResource

        return CallsResource(self._transport)


class AsyncSpecClient(AsyncClient):
    """Auth."""

    def __init__(
        self,
        *,
        app_id: Secret | None = None,
        app_token: Secret | None = None,
        query_key: Secret | None = None,
        cookie_key: Secret | None = None,
        username: Secret | None = None,
        password: Secret | None = None,
        token: Secret | None = None,
        client_id: Secret | None = None,
        client_secret: Secret | None = None,
        user: Secret | None = None,
        pass_: Secret | None = None,
        base_url: str | None = None,
        **options: Unpack[AsyncOptions],
    ) -> None:
        """Make a client; it may be shared, and is closed by `with` or `close`.

        app_id: from SPEC_APP_ID when left out. Which application calls.
        app_token: from SPEC_APP_TOKEN when left out.
        query_key: from SPEC_QUERY_KEY when left out.
        cookie_key: from SPEC_COOKIE_KEY when left out.
        username: from SPEC_USERNAME when left out.
        password: from SPEC_PASSWORD when left out.
        token: from SPEC_TOKEN when left out.
        client_id: from SPEC_CLIENT_ID when left out. Exchanged at /oauth/token for a token.
        client_secret: from SPEC_CLIENT_SECRET when left out.
        user: from SPEC_USER when left out. Exchanged at /session for a token.
        pass_: from SPEC_PASS_ when left out.
        base_url: from SPEC_BASE_URL when left out; where the API is served.
        options: timeout, deadline, retry, headers, strict and more; see Options.
        """
        schemes: dict[str, Scheme] = {
            "appId": ApiKey("header", "X-App-Id", credential(app_id, "app_id", "SPEC_APP_ID")),
            "appToken": ApiKey("header", "X-App-Token", credential(app_token, "app_token", "SPEC_APP_TOKEN")),
            "queryKey": ApiKey("query", "api key", credential(query_key, "query_key", "SPEC_QUERY_KEY")),
            "cookieKey": ApiKey("cookie", "sid", credential(cookie_key, "cookie_key", "SPEC_COOKIE_KEY")),
            "basic": Basic(
                credential(username, "username", "SPEC_USERNAME"), credential(password, "password", "SPEC_PASSWORD")
            ),
            "bearer": Bearer(credential(token, "token", "SPEC_TOKEN")),
            "oauth": Token(
                {
                    "client_id": credential(client_id, "client_id", "SPEC_CLIENT_ID"),
                    "client_secret": credential(client_secret, "client_secret", "SPEC_CLIENT_SECRET"),
                },
                url="/oauth/token",
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
            "session": Token(
                {"user": credential(user, "user", "SPEC_USER"), "pass_": credential(pass_, "pass_", "SPEC_PASS_")},
                url="/session",
                media="application/json",
                body={"user": "{user}", "pass": "{pass_}", "kind": "fixed"},
                headers={"X-Client": "{user}"},
                value="/data/token",
                ttl="/data/seconds",
                place="header",
                wire="X-Session",
                prefix="",
            ),
        }
        del app_id, app_token, query_key, cookie_key, username, password, token, client_id, client_secret, user, pass_
        super().__init__(
            _PACKAGE, given_url(base_url, "SPEC_BASE_URL") or missing_url("SPEC_BASE_URL"), schemes, options
        )

    @cached_property
    def calls(self) -> AsyncCallsResource:
        """Operations of calls."""
        from .aio.calls import AsyncCallsResource

        return AsyncCallsResource(self._transport)
