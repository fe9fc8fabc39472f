"""The clients: generated from specs/revcent/openapi.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._runtime import ApiKey, AsyncClient, AsyncOptions, Client, Options, Package, Scheme, Secret, credential, given_url

if TYPE_CHECKING:
    from .aio.customers import AsyncCustomersResource
    from .resources.customers import CustomersResource

_PACKAGE = Package("revcent_client", "0.1.0")


class RevCentClient(Client):
    """RevCent."""

    def __init__(
        self, *, api_key: Secret | None = None, base_url: str | None = None, **options: Unpack[Options]
    ) -> None:
        """Make a client; it may be shared, and is closed by `with` or `close`.

        api_key: from REVCENT_API_KEY when left out. A key of the account, live or test; it may be limited to some
            operations.
        base_url: from REVCENT_BASE_URL when left out; replaces the server of the document.
        options: timeout, deadline, retry, headers, strict and more; see Options.
        """
        schemes: dict[str, Scheme] = {
            "api_key": ApiKey("header", "x-api-key", credential(api_key, "api_key", "REVCENT_API_KEY"))
        }
        del api_key
        super().__init__(
            _PACKAGE, given_url(base_url, "REVCENT_BASE_URL") or "https://api.revcent.com/v2", schemes, options
        )

    @cached_property
    def customers(self) -> CustomersResource:
        """People who buy."""
        from .resources.customers import CustomersResource

        return CustomersResource(self._transport)


class AsyncRevCentClient(AsyncClient):
    """RevCent."""

    def __init__(
        self, *, api_key: Secret | None = None, base_url: str | None = None, **options: Unpack[AsyncOptions]
    ) -> None:
        """Make a client; it may be shared, and is closed by `with` or `close`.

        api_key: from REVCENT_API_KEY when left out. A key of the account, live or test; it may be limited to some
            operations.
        base_url: from REVCENT_BASE_URL when left out; replaces the server of the document.
        options: timeout, deadline, retry, headers, strict and more; see Options.
        """
        schemes: dict[str, Scheme] = {
            "api_key": ApiKey("header", "x-api-key", credential(api_key, "api_key", "REVCENT_API_KEY"))
        }
        del api_key
        super().__init__(
            _PACKAGE, given_url(base_url, "REVCENT_BASE_URL") or "https://api.revcent.com/v2", schemes, options
        )

    @cached_property
    def customers(self) -> AsyncCustomersResource:
        """People who buy."""
        from .aio.customers import AsyncCustomersResource

        return AsyncCustomersResource(self._transport)
