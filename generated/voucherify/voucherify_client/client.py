"""The clients: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, Unpack

from ._runtime import (
    ApiKey,
    AsyncClient,
    AsyncOptions,
    Client,
    Options,
    Package,
    Scheme,
    Secret,
    Token,
    credential,
    given_url,
    server_url,
)

if TYPE_CHECKING:
    from .aio.customers import AsyncCustomersResource
    from .resources.customers import CustomersResource

_PACKAGE = Package("voucherify_client", "0.1.0")


class VoucherifyClient(Client):
    """Voucherify API - Customers."""

    def __init__(
        self,
        *,
        app_id: Secret | None = None,
        app_token: Secret | None = None,
        client_id: Secret | None = None,
        client_secret: Secret | None = None,
        cluster: Literal["api", "us1.api", "as1.api", "download", "us1.download", "as1.download"] | str = "api",
        base_url: str | None = None,
        **options: Unpack[Options],
    ) -> None:
        """Make a client; it may be shared, and is closed by `with` or `close`.

        app_id: from VOUCHERIFY_APP_ID when left out. Identifier of the API key, always sent with X-App-Token.
        app_token: from VOUCHERIFY_APP_TOKEN when left out. Secret of the API key, always sent with X-App-Id.
        client_id: from VOUCHERIFY_CLIENT_ID when left out. Exchanged at /v1/oauth/token for a token. A token that lives
            15 minutes and is fetched with an API key, whose rights it inherits.
        client_secret: from VOUCHERIFY_CLIENT_SECRET when left out.
        cluster: Cluster of the project; a dedicated cluster has a URL of its own.
        base_url: from VOUCHERIFY_BASE_URL when left out; replaces the server of the document.
        options: timeout, deadline, retry, headers, strict and more; see Options.
        """
        schemes: dict[str, Scheme] = {
            "X-App-Id": ApiKey("header", "X-App-Id", credential(app_id, "app_id", "VOUCHERIFY_APP_ID")),
            "X-App-Token": ApiKey("header", "X-App-Token", credential(app_token, "app_token", "VOUCHERIFY_APP_TOKEN")),
            "X-Voucherify-OAuth": Token(
                {
                    "client_id": credential(client_id, "client_id", "VOUCHERIFY_CLIENT_ID"),
                    "client_secret": credential(client_secret, "client_secret", "VOUCHERIFY_CLIENT_SECRET"),
                },
                url="/v1/oauth/token",
                media="application/x-www-form-urlencoded",
                body={"grant_type": "client_credentials", "scope": "api customers"},
                headers={"X-App-Id": "{client_id}", "X-App-Token": "{client_secret}"},
                value="/access_token",
                ttl="/expires_in",
                place="header",
                wire="Authorization",
                prefix="Bearer",
            ),
        }
        del app_id, app_token, client_id, client_secret
        super().__init__(
            _PACKAGE,
            given_url(base_url, "VOUCHERIFY_BASE_URL")
            or server_url("https://{cluster}.voucherify.io", cluster=cluster),
            schemes,
            options,
        )

    @cached_property
    def customers(self) -> CustomersResource:
        """People who use vouchers."""
        from .resources.customers import CustomersResource

        return CustomersResource(self._transport)


class AsyncVoucherifyClient(AsyncClient):
    """Voucherify API - Customers."""

    def __init__(
        self,
        *,
        app_id: Secret | None = None,
        app_token: Secret | None = None,
        client_id: Secret | None = None,
        client_secret: Secret | None = None,
        cluster: Literal["api", "us1.api", "as1.api", "download", "us1.download", "as1.download"] | str = "api",
        base_url: str | None = None,
        **options: Unpack[AsyncOptions],
    ) -> None:
        """Make a client; it may be shared, and is closed by `with` or `close`.

        app_id: from VOUCHERIFY_APP_ID when left out. Identifier of the API key, always sent with X-App-Token.
        app_token: from VOUCHERIFY_APP_TOKEN when left out. Secret of the API key, always sent with X-App-Id.
        client_id: from VOUCHERIFY_CLIENT_ID when left out. Exchanged at /v1/oauth/token for a token. A token that lives
            15 minutes and is fetched with an API key, whose rights it inherits.
        client_secret: from VOUCHERIFY_CLIENT_SECRET when left out.
        cluster: Cluster of the project; a dedicated cluster has a URL of its own.
        base_url: from VOUCHERIFY_BASE_URL when left out; replaces the server of the document.
        options: timeout, deadline, retry, headers, strict and more; see Options.
        """
        schemes: dict[str, Scheme] = {
            "X-App-Id": ApiKey("header", "X-App-Id", credential(app_id, "app_id", "VOUCHERIFY_APP_ID")),
            "X-App-Token": ApiKey("header", "X-App-Token", credential(app_token, "app_token", "VOUCHERIFY_APP_TOKEN")),
            "X-Voucherify-OAuth": Token(
                {
                    "client_id": credential(client_id, "client_id", "VOUCHERIFY_CLIENT_ID"),
                    "client_secret": credential(client_secret, "client_secret", "VOUCHERIFY_CLIENT_SECRET"),
                },
                url="/v1/oauth/token",
                media="application/x-www-form-urlencoded",
                body={"grant_type": "client_credentials", "scope": "api customers"},
                headers={"X-App-Id": "{client_id}", "X-App-Token": "{client_secret}"},
                value="/access_token",
                ttl="/expires_in",
                place="header",
                wire="Authorization",
                prefix="Bearer",
            ),
        }
        del app_id, app_token, client_id, client_secret
        super().__init__(
            _PACKAGE,
            given_url(base_url, "VOUCHERIFY_BASE_URL")
            or server_url("https://{cluster}.voucherify.io", cluster=cluster),
            schemes,
            options,
        )

    @cached_property
    def customers(self) -> AsyncCustomersResource:
        """People who use vouchers."""
        from .aio.customers import AsyncCustomersResource

        return AsyncCustomersResource(self._transport)
