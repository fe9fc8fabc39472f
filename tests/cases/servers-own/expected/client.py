"""The clients: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._runtime import (
    AsyncClient,
    AsyncOptions,
    Bearer,
    Client,
    Options,
    Package,
    Scheme,
    Secret,
    credential,
    given_url,
    server_url,
    servers,
)

if TYPE_CHECKING:
    from .aio.things import AsyncThingsResource
    from .resources.things import ThingsResource

_PACKAGE = Package("servers_own_client", "0.1.0")


class SpecClient(Client):
    """Own servers."""

    def __init__(
        self,
        *,
        token_2: Secret | None = None,
        token: str = "eu",
        base_url: str | Mapping[str, str] | None = None,
        **options: Unpack[Options],
    ) -> None:
        """Make a client; it may be shared, and is closed by `with` or `close`.

        token_2: from SPEC_TOKEN_2 when left out.
        token: part of the base URL.
        base_url: from SPEC_BASE_URL when left out; replaces all servers of the document, or some of them by URL, name
            or description: https://{token}.a.test, https://b.test/v1.
        options: timeout, deadline, retry, headers, strict and more; see Options.
        """
        schemes: dict[str, Scheme] = {"bearer": Bearer(credential(token_2, "token_2", "SPEC_TOKEN_2"))}
        del token_2
        super().__init__(
            _PACKAGE,
            servers(
                given_url(base_url, "SPEC_BASE_URL"),
                {
                    "https://{token}.a.test": server_url("https://{token}.a.test", token=token),
                    "https://b.test/v1": "https://b.test/v1",
                },
                {},
            ),
            schemes,
            options,
        )

    @cached_property
    def things(self) -> ThingsResource:
        """Operations of things."""
        from .resources.things import ThingsResource

        return ThingsResource(self._transport)


class AsyncSpecClient(AsyncClient):
    """Own servers."""

    def __init__(
        self,
        *,
        token_2: Secret | None = None,
        token: str = "eu",
        base_url: str | Mapping[str, str] | None = None,
        **options: Unpack[AsyncOptions],
    ) -> None:
        """Make a client; it may be shared, and is closed by `with` or `close`.

        token_2: from SPEC_TOKEN_2 when left out.
        token: part of the base URL.
        base_url: from SPEC_BASE_URL when left out; replaces all servers of the document, or some of them by URL, name
            or description: https://{token}.a.test, https://b.test/v1.
        options: timeout, deadline, retry, headers, strict and more; see Options.
        """
        schemes: dict[str, Scheme] = {"bearer": Bearer(credential(token_2, "token_2", "SPEC_TOKEN_2"))}
        del token_2
        super().__init__(
            _PACKAGE,
            servers(
                given_url(base_url, "SPEC_BASE_URL"),
                {
                    "https://{token}.a.test": server_url("https://{token}.a.test", token=token),
                    "https://b.test/v1": "https://b.test/v1",
                },
                {},
            ),
            schemes,
            options,
        )

    @cached_property
    def things(self) -> AsyncThingsResource:
        """Operations of things."""
        from .aio.things import AsyncThingsResource

        return AsyncThingsResource(self._transport)
