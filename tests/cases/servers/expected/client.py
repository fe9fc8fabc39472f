"""The clients: generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Mapping
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
    credential,
    given_url,
    server_url,
    servers,
)

if TYPE_CHECKING:
    from .aio.things import AsyncThingsResource
    from .resources.things import ThingsResource
    from .aio.files import AsyncFilesResource
    from .resources.files import FilesResource
    from .aio.jobs import AsyncJobsResource
    from .resources.jobs import JobsResource

_PACKAGE = Package("servers_client", "0.1.0")


class SpecClient(Client):
    """Servers."""

    def __init__(
        self,
        *,
        key: Secret | None = None,
        region: Literal["eu", "us"] | str = "eu",
        port: str = "443",
        region_2: Literal["1", "2"] | str = "1",
        version: str = "v2",
        base_url: str | Mapping[str, str] | None = None,
        **options: Unpack[Options],
    ) -> None:
        """Make a client; it may be shared, and is closed by `with` or `close`.

        key: from SPEC_KEY when left out.
        region: Where the data is kept.
        port: part of the base URL.
        region_2: part of the base URL.
        version: part of the base URL.
        base_url: from SPEC_BASE_URL when left out; replaces all servers of the document, or some of them by URL, name
            or description: https://{region}.acme.test:{port}/v1/, https://{region}.files.test,
            https://upload.test/{region}, /{version}. Others: https://sandbox.acme.test/v1.
        options: timeout, deadline, retry, headers, strict and more; see Options.
        """
        schemes: dict[str, Scheme] = {"key": ApiKey("header", "X-Key", credential(key, "key", "SPEC_KEY"))}
        del key
        super().__init__(
            _PACKAGE,
            servers(
                given_url(base_url, "SPEC_BASE_URL"),
                {
                    "https://{region}.acme.test:{port}/v1/": server_url(
                        "https://{region}.acme.test:{port}/v1/", region=region, port=port
                    ),
                    "https://{region}.files.test": server_url("https://{region}.files.test", region=region),
                    "https://upload.test/{region}": server_url("https://upload.test/{region}", **{"region": region_2}),
                    "/{version}": server_url("/{version}", version=version),
                },
                {"Production.": "https://{region}.acme.test:{port}/v1/", "Files": "https://{region}.files.test"},
            ),
            schemes,
            options,
        )

    @cached_property
    def things(self) -> ThingsResource:
        """Operations of things."""
        from .resources.things import ThingsResource

        return ThingsResource(self._transport)

    @cached_property
    def files(self) -> FilesResource:
        """Operations of files."""
        from .resources.files import FilesResource

        return FilesResource(self._transport)

    @cached_property
    def jobs(self) -> JobsResource:
        """Operations of jobs."""
        from .resources.jobs import JobsResource

        return JobsResource(self._transport)


class AsyncSpecClient(AsyncClient):
    """Servers."""

    def __init__(
        self,
        *,
        key: Secret | None = None,
        region: Literal["eu", "us"] | str = "eu",
        port: str = "443",
        region_2: Literal["1", "2"] | str = "1",
        version: str = "v2",
        base_url: str | Mapping[str, str] | None = None,
        **options: Unpack[AsyncOptions],
    ) -> None:
        """Make a client; it may be shared, and is closed by `with` or `close`.

        key: from SPEC_KEY when left out.
        region: Where the data is kept.
        port: part of the base URL.
        region_2: part of the base URL.
        version: part of the base URL.
        base_url: from SPEC_BASE_URL when left out; replaces all servers of the document, or some of them by URL, name
            or description: https://{region}.acme.test:{port}/v1/, https://{region}.files.test,
            https://upload.test/{region}, /{version}. Others: https://sandbox.acme.test/v1.
        options: timeout, deadline, retry, headers, strict and more; see Options.
        """
        schemes: dict[str, Scheme] = {"key": ApiKey("header", "X-Key", credential(key, "key", "SPEC_KEY"))}
        del key
        super().__init__(
            _PACKAGE,
            servers(
                given_url(base_url, "SPEC_BASE_URL"),
                {
                    "https://{region}.acme.test:{port}/v1/": server_url(
                        "https://{region}.acme.test:{port}/v1/", region=region, port=port
                    ),
                    "https://{region}.files.test": server_url("https://{region}.files.test", region=region),
                    "https://upload.test/{region}": server_url("https://upload.test/{region}", **{"region": region_2}),
                    "/{version}": server_url("/{version}", version=version),
                },
                {"Production.": "https://{region}.acme.test:{port}/v1/", "Files": "https://{region}.files.test"},
            ),
            schemes,
            options,
        )

    @cached_property
    def things(self) -> AsyncThingsResource:
        """Operations of things."""
        from .aio.things import AsyncThingsResource

        return AsyncThingsResource(self._transport)

    @cached_property
    def files(self) -> AsyncFilesResource:
        """Operations of files."""
        from .aio.files import AsyncFilesResource

        return AsyncFilesResource(self._transport)

    @cached_property
    def jobs(self) -> AsyncJobsResource:
        """Operations of jobs."""
        from .aio.jobs import AsyncJobsResource

        return AsyncJobsResource(self._transport)
