"""Hand-made clients, for test_secrets.py alone; all other tests drive a package through `caller`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from ssl import SSLContext, create_default_context
from typing import Any, TypeVar

import anyio
import anyio.lowlevel
import httpx

from generator.runtime import (
    AsyncClient,
    AsyncPages,
    AsyncResource,
    Client,
    Decoder,
    Error,
    Package,
    Pages,
    RawResponse,
    Request,
    Resource,
    json,
)
from generator.runtime.auth import Scheme
from generator.runtime.paging import Paging
from generator.runtime.seams import Seams

PACKAGE = Package("probe_client", "1.2.3")
FLAVOURS = ("sync", "asyncio", "trio")
ANY: Decoder[Any] = json({"2XX": Any})
T = TypeVar("T")
Outcome = RawResponse[Any] | Error


class Probe(Resource):
    """A resource without operations of its own."""

    def call(self, request: Request, decoder: Decoder[T]) -> RawResponse[T]:
        found = self._transport.respond(request, decoder)
        _ = found.value  # as `send` does
        return found

    def pages(self, request: Request, decoder: Decoder[Any], paging: Paging) -> Pages[Any, Any]:
        return Pages(self._transport, request, decoder, paging)


class AsyncProbe(AsyncResource):
    async def call(self, request: Request, decoder: Decoder[T]) -> RawResponse[T]:
        found = await self._transport.respond(request, decoder)
        _ = found.value
        return found

    def pages(self, request: Request, decoder: Decoder[Any], paging: Paging) -> AsyncPages[Any, Any]:
        return AsyncPages(self._transport, request, decoder, paging)


@cache
def tls() -> SSLContext:
    """One context for all tests, as loading the certificates takes long."""
    return create_default_context()


class SyncThing(Client):
    """own=True lets the client make its connections itself."""

    def __init__(
        self,
        url: str | Mapping[str, str],
        schemes: Mapping[str, Scheme] | None = None,
        own: bool = False,
        **options: Any,
    ) -> None:
        self.http = None if own else httpx.Client(verify=tls())
        given = {} if self.http is None else {"http_client": self.http}
        super().__init__(PACKAGE, url, schemes or {}, Quick.options({**given, **options}))

    def close(self) -> None:
        super().close()
        if self.http is not None:
            self.http.close()

    @property
    def probe(self) -> Probe:
        return Probe(self._transport)


class AsyncThing(AsyncClient):
    """As SyncThing."""

    def __init__(
        self, url: str, schemes: Mapping[str, Scheme] | None = None, own: bool = False, **options: Any
    ) -> None:
        self.http = None if own else httpx.AsyncClient(verify=tls())
        given = {} if self.http is None else {"http_client": self.http}
        super().__init__(PACKAGE, url, schemes or {}, Quick.options({**given, **options}))

    async def aclose(self) -> None:
        await super().aclose()
        if self.http is not None:
            await self.http.aclose()

    @property
    def probe(self) -> AsyncProbe:
        return AsyncProbe(self._transport)


class Quick:
    """Sleeps that only note how long they would have been."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    async def async_sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await anyio.lowlevel.checkpoint()

    @staticmethod
    def options(options: dict[str, Any]) -> Any:
        quick: Quick = options.pop("quick", None) or Quick()
        clocks = {name: options.pop(name) for name in ("clock", "now") if name in options}
        seams = Seams(**clocks, random=lambda: 1.0, sleep=quick.sleep, async_sleep=quick.async_sleep)
        return {"seams": seams, **options}


def calls(
    flavour: str,
    url: str,
    requests: Sequence[Request],
    decoder: Decoder[Any] = ANY,
    schemes: Mapping[str, Scheme] | None = None,
    **options: Any,
) -> list[Outcome]:
    """Make calls one after the other with one client; an error stands in the list in place of its answer."""
    if flavour == "sync":
        with SyncThing(url, schemes, **options) as client:
            return [_outcome(client.probe, each, decoder) for each in requests]

    async def main() -> list[Outcome]:
        async with AsyncThing(url, schemes, **options) as client:
            return [await _async_outcome(client.probe, each, decoder) for each in requests]

    return anyio.run(main, backend=flavour)


def call(flavour: str, url: str, request: Request, decoder: Decoder[Any] = ANY, **options: Any) -> RawResponse[Any]:
    """Make one call; raises its error."""
    (outcome,) = calls(flavour, url, [request], decoder, **options)
    if isinstance(outcome, Error):
        raise outcome
    return outcome


def _outcome(probe: Probe, request: Request, decoder: Decoder[Any]) -> Outcome:
    try:
        return probe.call(request, decoder)
    except Error as error:
        return error


async def _async_outcome(probe: AsyncProbe, request: Request, decoder: Decoder[Any]) -> Outcome:
    try:
        return await probe.call(request, decoder)
    except Error as error:
        return error


def items(flavour: str, url: str, request: Request, decoder: Decoder[Any], paging: Paging, **options: Any) -> list[Any]:
    """Iterate over all items."""
    if flavour == "sync":
        with SyncThing(url, **options) as client:
            return list(client.probe.pages(request, decoder, paging))

    async def main() -> list[Any]:
        async with AsyncThing(url, **options) as client:
            return [item async for item in client.probe.pages(request, decoder, paging)]

    return anyio.run(main, backend=flavour)


def get(path: str = "/things", **more: Any) -> Request:
    return Request("GET", path, **more)
