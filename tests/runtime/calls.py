"""Hand-made clients, for test_secrets.py alone; all other tests drive a package through `caller`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import anyio
import httpx

from generator.runtime import (
    AsyncClient,
    AsyncResource,
    Client,
    Decoder,
    Error,
    Package,
    RawResponse,
    Request,
    Resource,
    json,
)
from generator.runtime.auth import Scheme
from generator.runtime.seams import Seams

from .caller import Quick, tls

PACKAGE = Package("probe_client", "1.2.3")
ANY: Decoder[Any] = json({"2XX": Any})
T = TypeVar("T")
Outcome = RawResponse[Any] | Error


class Probe(Resource):
    """A resource without operations of its own."""

    def call(self, request: Request, decoder: Decoder[T]) -> RawResponse[T]:
        found = self._transport.respond(request, decoder)
        _ = found.value  # as `send` does
        return found


class AsyncProbe(AsyncResource):
    async def call(self, request: Request, decoder: Decoder[T]) -> RawResponse[T]:
        found = await self._transport.respond(request, decoder)
        _ = found.value
        return found


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
        super().__init__(PACKAGE, url, schemes or {}, _seamed({**given, **options}))

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
        super().__init__(PACKAGE, url, schemes or {}, _seamed({**given, **options}))

    async def aclose(self) -> None:
        await super().aclose()
        if self.http is not None:
            await self.http.aclose()

    @property
    def probe(self) -> AsyncProbe:
        return AsyncProbe(self._transport)


def _seamed(options: dict[str, Any]) -> Any:
    """Turn the clocks among options into seams; nothing is waited for."""
    quick = Quick()
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


def get(path: str = "/things", **more: Any) -> Request:
    return Request("GET", path, **more)
