"""The clients: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._runtime import AsyncClient, AsyncOptions, Bearer, Client, Options, Package, Scheme, Secret, credential, given_url

if TYPE_CHECKING:
    from .aio.customers import AsyncCustomersResource
    from .resources.customers import CustomersResource

_PACKAGE = Package("sales_client", "0.1.0")


class SalesClient(Client):
    """Sales by Augno."""

    def __init__(
        self, *, api_key: Secret | None = None, base_url: str | None = None, **options: Unpack[Options]
    ) -> None:
        """Make a client; it may be shared, and is closed by `with` or `close`.

        api_key: from SALES_API_KEY when left out. Secret key; sandbox keys start with aug_sk_test_ and production keys
            with aug_sk_prod_.
        base_url: from SALES_BASE_URL when left out; replaces the server of the document.
        options: timeout, deadline, retry, headers, strict and more; see Options.
        """
        schemes: dict[str, Scheme] = {"bearerAuth": Bearer(credential(api_key, "api_key", "SALES_API_KEY"))}
        del api_key
        super().__init__(_PACKAGE, given_url(base_url, "SALES_BASE_URL") or "https://api.augno.com", schemes, options)

    @cached_property
    def customers(self) -> CustomersResource:
        """The businesses that an account sells to."""
        from .resources.customers import CustomersResource

        return CustomersResource(self._transport)


class AsyncSalesClient(AsyncClient):
    """Sales by Augno."""

    def __init__(
        self, *, api_key: Secret | None = None, base_url: str | None = None, **options: Unpack[AsyncOptions]
    ) -> None:
        """Make a client; it may be shared, and is closed by `with` or `close`.

        api_key: from SALES_API_KEY when left out. Secret key; sandbox keys start with aug_sk_test_ and production keys
            with aug_sk_prod_.
        base_url: from SALES_BASE_URL when left out; replaces the server of the document.
        options: timeout, deadline, retry, headers, strict and more; see Options.
        """
        schemes: dict[str, Scheme] = {"bearerAuth": Bearer(credential(api_key, "api_key", "SALES_API_KEY"))}
        del api_key
        super().__init__(_PACKAGE, given_url(base_url, "SALES_BASE_URL") or "https://api.augno.com", schemes, options)

    @cached_property
    def customers(self) -> AsyncCustomersResource:
        """The businesses that an account sells to."""
        from .aio.customers import AsyncCustomersResource

        return AsyncCustomersResource(self._transport)
