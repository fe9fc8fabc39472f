"""The clients: generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, Unpack

from ._runtime import AsyncClient, AsyncOptions, Client, Options, Package, server_url

if TYPE_CHECKING:
    from .aio.things import AsyncThingsResource
    from .resources.things import ThingsResource

_PACKAGE = Package("servers_client", "0.1.0")


class SpecClient(Client):
    """Servers."""

    def __init__(
        self,
        *,
        region: Literal["eu", "us"] | str = "eu",
        port: str = "443",
        base_url: str | None = None,
        **options: Unpack[Options],
    ) -> None:
        """Make a client; it may be shared, and is closed by `with` or `close`.

        region: Where the data is kept.
        port: part of the base URL.
        base_url: replaces the server of the document.Others: https://sandbox.acme.test/v1.
        options: timeout, deadline, retry, headers, strict and more; see Options.
        """
        super().__init__(
            _PACKAGE,
            base_url or server_url("https://{region}.acme.test:{port}/v1/", region=region, port=port),
            {},
            options,
        )

    @cached_property
    def things(self) -> ThingsResource:
        from .resources.things import ThingsResource

        return ThingsResource(self._transport)


class AsyncSpecClient(AsyncClient):
    """Servers."""

    def __init__(
        self,
        *,
        region: Literal["eu", "us"] | str = "eu",
        port: str = "443",
        base_url: str | None = None,
        **options: Unpack[AsyncOptions],
    ) -> None:
        """Make a client; it may be shared, and is closed by `with` or `close`.

        region: Where the data is kept.
        port: part of the base URL.
        base_url: replaces the server of the document.Others: https://sandbox.acme.test/v1.
        options: timeout, deadline, retry, headers, strict and more; see Options.
        """
        super().__init__(
            _PACKAGE,
            base_url or server_url("https://{region}.acme.test:{port}/v1/", region=region, port=port),
            {},
            options,
        )

    @cached_property
    def things(self) -> AsyncThingsResource:
        from .aio.things import AsyncThingsResource

        return AsyncThingsResource(self._transport)
