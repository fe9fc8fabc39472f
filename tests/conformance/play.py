"""One scenario, played: what a scenario's function is given to call methods and to compare what they return."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from .mocks import Exchange, Scenario
from .packages import Package, Packages
from .values import arguments, returned, same

Options = Mapping[str, Any]
"""Arguments of a client."""

_USUAL: Options = MappingProxyType({})

FLAVOURS = ("sync", "async")


@dataclass(frozen=True)
class Play:
    """flavour: of the client, sync or async. version: of OpenAPI, as 3.1. url: of the mock server. http: the client of
    httpx that all share. runner: of the asynchronous flavour. Clients are strict and repeat nothing."""

    scenario: Scenario
    packages: Packages
    version: str
    flavour: str
    url: str
    http: Any
    runner: asyncio.Runner

    @property
    def package(self) -> Package:
        """The package of the scenario's spec."""
        return self.packages.of(self.scenario.folder)

    @property
    def models(self) -> Any:
        """The module of the package's classes."""
        return self.package.models

    @property
    def first(self) -> Exchange:
        """The first exchange of the mock."""
        return self.scenario.exchanges[0]

    def exchange(self, exchange: Exchange, package: Package | None = None, options: Options = _USUAL) -> None:
        """Call the method that sends the request of an exchange, and compare what it returns with the answer."""
        package = package or self.package
        found = package.find(exchange.method, exchange.uri)
        named = arguments(package, found, exchange)
        answered = self._call(package, options, found.resource, found.operation.name, named)
        assert answered.status == exchange.status, f"the status is {answered.status}"
        same(answered.value, returned(package, found.operation, exchange))
        for name, value in exchange.answer_headers.items():
            assert answered.headers.get(name) == value, f"the header {name} is {answered.headers.get(name)!r}"

    def call(self, method: str, uri: str, options: Options = _USUAL, **named: Any) -> Any:
        """Call the method that sends a request; returns the raw answer."""
        found = self.package.find(method, uri)
        return self._call(self.package, options, found.resource, found.operation.name, named)

    def refused(self, method: str, uri: str, options: Options = _USUAL, **named: Any) -> Any:
        """Call a method that raises an error of the package's, and return that."""
        try:
            answered = self.call(method, uri, options, **named)
        except self.package.module.StatusError as error:
            return error
        raise AssertionError(f"nothing is raised, the answer is {answered!r}")

    def request(self, url: str) -> Any:
        """Get an address that the document does not know; returns the raw answer."""
        return self._with_client(self.package, {}, lambda client: client.request("GET", url))

    def take(self, count: int, method: str, uri: str, options: Options = _USUAL, **named: Any) -> list[Any]:
        """Call a method that returns a stream; returns its first events, as the runtime calls what comes."""
        found = self.package.find(method, uri)

        def opened(client: Any) -> list[Any]:
            with getattr(attrgetter(found.resource)(client), found.operation.name)(**named) as stream:
                return list(islice(stream.events(), count))

        async def awaited(client: Any) -> list[Any]:
            stream = await getattr(attrgetter(found.resource)(client), found.operation.name)(**named)
            async with stream:
                events: list[Any] = []
                async for event in stream.events():
                    events.append(event)
                    if len(events) == count:
                        break
                return events

        return list(self._with_client(self.package, options, opened if self.flavour == "sync" else awaited))

    def pages(self, method: str, uri: str) -> bool:
        """Say whether the method that sends a request returns pages."""
        return self.package.find(method, uri).operation.paging is not None

    def items(self, method: str, uri: str, **named: Any) -> list[Any]:
        """Call a method that returns pages; returns the items of all of them."""
        found = self.package.find(method, uri)

        async def awaited(client: Any) -> list[Any]:
            return [each async for each in getattr(attrgetter(found.resource)(client), found.operation.name)(**named)]

        def called(client: Any) -> list[Any]:
            return list(getattr(attrgetter(found.resource)(client), found.operation.name)(**named))

        return list(self._with_client(self.package, {}, called if self.flavour == "sync" else awaited))

    def _call(self, package: Package, options: Options, resource: str, name: str, named: Mapping[str, Any]) -> Any:
        def called(client: Any) -> Any:
            return getattr(attrgetter(resource)(client).with_raw_response, name)(**named)

        return self._with_client(package, options, called)

    def _with_client(self, package: Package, options: Options, use: Callable[[Any], Any]) -> Any:
        """Return what is made of a client, awaited where it is asynchronous."""
        given = {"base_url": self.url, "retry": 0, "strict": True, "http_client": self.http, **options}
        name = package.api.client_name
        if self.flavour == "sync":
            with getattr(package.module, name)(**given) as client:
                return use(client)

        async def wait() -> Any:
            async with getattr(package.module, f"Async{name}")(**given) as client:
                return await use(client)

        return self.runner.run(wait())
