"""The clients: generated from specs/capillary/openapi.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._runtime import (
    AsyncClient,
    AsyncOptions,
    Basic,
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

_PACKAGE = Package("capillary_client", "0.1.0")


class CapillaryClient(Client):
    """Capillary customers."""

    def __init__(
        self,
        *,
        username: Secret | None = None,
        password: Secret | None = None,
        key: Secret | None = None,
        secret: Secret | None = None,
        host: str = "eu.api.capillarytech.com",
        base_url: str | None = None,
        **options: Unpack[Options],
    ) -> None:
        """Make a client; it may be shared, and is closed by `with` or `close`.

        username: from CAPILLARY_USERNAME when left out. The till id as user name and, as password, the hexadecimal MD5
            digest of the till's password.
        password: from CAPILLARY_PASSWORD when left out.
        key: from CAPILLARY_KEY when left out. Exchanged at /v3/oauth/token/generate for a token. Access token obtained
            with a client key and secret, valid for 60 minutes at most.
        secret: from CAPILLARY_SECRET when left out.
        host: Host name of the cluster; the default is the one seen in public examples.
        base_url: from CAPILLARY_BASE_URL when left out; replaces the server of the document.
        options: timeout, deadline, retry, headers, strict and more; see Options.
        """
        schemes: dict[str, Scheme] = {
            "basicAuth": Basic(
                credential(username, "username", "CAPILLARY_USERNAME"),
                credential(password, "password", "CAPILLARY_PASSWORD"),
            ),
            "oauth": Token(
                {
                    "key": credential(key, "key", "CAPILLARY_KEY"),
                    "secret": credential(secret, "secret", "CAPILLARY_SECRET"),
                },
                url="/v3/oauth/token/generate",
                media="application/json",
                body={"key": "{key}", "secret": "{secret}"},
                value="/data/accessToken",
                ttl="/data/ttlSeconds",
                place="header",
                wire="X-CAP-API-OAUTH-TOKEN",
                prefix="",
            ),
        }
        del username, password, key, secret
        super().__init__(
            _PACKAGE,
            given_url(base_url, "CAPILLARY_BASE_URL") or server_url("https://{host}", host=host),
            schemes,
            options,
        )

    @cached_property
    def customers(self) -> CustomersResource:
        """Customers of an organization and their loyalty programmes."""
        from .resources.customers import CustomersResource

        return CustomersResource(self._transport)


class AsyncCapillaryClient(AsyncClient):
    """Capillary customers."""

    def __init__(
        self,
        *,
        username: Secret | None = None,
        password: Secret | None = None,
        key: Secret | None = None,
        secret: Secret | None = None,
        host: str = "eu.api.capillarytech.com",
        base_url: str | None = None,
        **options: Unpack[AsyncOptions],
    ) -> None:
        """Make a client; it may be shared, and is closed by `with` or `close`.

        username: from CAPILLARY_USERNAME when left out. The till id as user name and, as password, the hexadecimal MD5
            digest of the till's password.
        password: from CAPILLARY_PASSWORD when left out.
        key: from CAPILLARY_KEY when left out. Exchanged at /v3/oauth/token/generate for a token. Access token obtained
            with a client key and secret, valid for 60 minutes at most.
        secret: from CAPILLARY_SECRET when left out.
        host: Host name of the cluster; the default is the one seen in public examples.
        base_url: from CAPILLARY_BASE_URL when left out; replaces the server of the document.
        options: timeout, deadline, retry, headers, strict and more; see Options.
        """
        schemes: dict[str, Scheme] = {
            "basicAuth": Basic(
                credential(username, "username", "CAPILLARY_USERNAME"),
                credential(password, "password", "CAPILLARY_PASSWORD"),
            ),
            "oauth": Token(
                {
                    "key": credential(key, "key", "CAPILLARY_KEY"),
                    "secret": credential(secret, "secret", "CAPILLARY_SECRET"),
                },
                url="/v3/oauth/token/generate",
                media="application/json",
                body={"key": "{key}", "secret": "{secret}"},
                value="/data/accessToken",
                ttl="/data/ttlSeconds",
                place="header",
                wire="X-CAP-API-OAUTH-TOKEN",
                prefix="",
            ),
        }
        del username, password, key, secret
        super().__init__(
            _PACKAGE,
            given_url(base_url, "CAPILLARY_BASE_URL") or server_url("https://{host}", host=host),
            schemes,
            options,
        )

    @cached_property
    def customers(self) -> AsyncCustomersResource:
        """Customers of an organization and their loyalty programmes."""
        from .aio.customers import AsyncCustomersResource

        return AsyncCustomersResource(self._transport)
