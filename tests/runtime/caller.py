"""One line that calls the package in any flavour: sync, asyncio or trio.

    caller.run(server.url, lambda client: client.calls.list_things())

The function gets a client and says what to call. What it calls may be a value, something to await, or pages, which are
read to their end and come as a list. `caller.outcomes` makes several calls with one client, and returns errors too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from inspect import isawaitable
from ssl import SSLContext, create_default_context
from typing import Any, TypeAlias

import anyio
import anyio.lowlevel

FLAVOURS = ("sync", "asyncio", "trio")
_SEAMS: tuple[str, ...] = ("clock", "now", "random", "sleep", "async_sleep")
Work: TypeAlias = Callable[[Any], Any]
"""What is called, given the client of any flavour."""


@cache
def tls() -> SSLContext:
    """One context for all tests, as loading the certificates takes long."""
    return create_default_context()


class Quick:
    """Sleeps that only note how long they would have been, in seconds."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    async def async_sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await anyio.lowlevel.checkpoint()


class Caller:
    """api: the package. flavour: of its client. quick: what its waits would have been.

    Unless a test says otherwise waits are not waited, and the random part of a wait is all of it.
    """

    def __init__(self, api: Any, flavour: str) -> None:
        self.api = api
        self.flavour = flavour
        self.quick = Quick()

    @property
    def is_async(self) -> bool:
        return self.flavour != "sync"

    def client(self, url: str | Mapping[str, str], **options: Any) -> Any:
        """Make the client of the flavour; it has to be closed. Its connections are its own unless it is given some."""
        kind = self.api.AsyncProbeClient if self.is_async else self.api.ProbeClient
        seams = {name: options.pop(name) for name in _SEAMS if name in options}
        return kind(base_url=url, **self._seams(seams), **options)

    def _seams(self, given: dict[str, Any]) -> dict[str, Any]:
        """Return how clocks, chance and sleep are given to a client."""
        usual = {"random": lambda: 1.0, "sleep": self.quick.sleep, "async_sleep": self.quick.async_sleep}
        return {"seams": import_module(f"{self.api.__name__}._runtime.seams").Seams(**{**usual, **given})}

    def http_client(self, **settings: Any) -> Any:
        """Make a client of the HTTP library, of the flavour."""
        kind = self.api.http.AsyncClient if self.is_async else self.api.http.Client
        return kind(**{"verify": tls(), **settings})

    def run(self, url: str | Mapping[str, str], work: Work, **options: Any) -> Any:
        """Make one call; return its value or raise its error. options: of the client."""
        (outcome,) = self._run(url, (work,), options, keep=False)
        return outcome

    def outcomes(self, url: str | Mapping[str, str], *works: Work, **options: Any) -> list[Any]:
        """Make calls one after the other with one client; an error stands in the list in place of its value."""
        return self._run(url, works, options, keep=True)

    def _given(self, options: dict[str, Any]) -> _Given:
        """Add connections to the options, unless a test has its own, or None for those that the client makes."""
        return _Given(options if "http_client" in options else {"http_client": self.http_client(), **options})

    def _run(
        self, url: str | Mapping[str, str], works: tuple[Work, ...], options: dict[str, Any], keep: bool
    ) -> list[Any]:
        kept: type[Exception] | tuple[()] = self.api.Error if keep else ()
        if not self.is_async:
            with self._given(options) as given, self.client(url, **given) as client:
                return [_outcome(work, client, kept) for work in works]

        async def main() -> list[Any]:
            async with self._given(options) as given, self.client(url, **given) as client:
                return [await _async_outcome(work, client, kept) for work in works]

        return anyio.run(main, backend=self.flavour)


class _Given:
    """Options whose connections are closed in the end."""

    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options

    def __enter__(self) -> dict[str, Any]:
        return self._options

    def __exit__(self, *error: object) -> None:
        if self._options["http_client"] is not None:
            self._options["http_client"].close()

    async def __aenter__(self) -> dict[str, Any]:
        return self._options

    async def __aexit__(self, *error: object) -> None:
        if self._options["http_client"] is not None:
            await self._options["http_client"].aclose()


def _outcome(work: Work, client: Any, kept: Any) -> Any:
    try:
        result = work(client)
        return list(result) if _pages(result) else result
    except kept as error:
        return error


async def _async_outcome(work: Work, client: Any, kept: Any) -> Any:
    try:
        result = work(client)
        if _pages(result):
            return [item async for item in result]
        return await result if isawaitable(result) else result
    except kept as error:
        return error


def _pages(result: object) -> bool:
    return type(result).__name__ in ("Pages", "AsyncPages")
