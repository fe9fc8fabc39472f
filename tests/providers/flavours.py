"""The four packages, and the same calls made by each flavour of their clients: sync, asyncio and trio.

The packages are imported from generated/ as they stand, under the names a user imports.
"""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

import anyio
import anyio.lowlevel
import httpx
from runtime.server import Received, Server

ROOT = Path(__file__).resolve().parents[2]
BOTH = ("sync", "asyncio")
ALL = ("sync", "asyncio", "trio")
Step = Callable[[Any], Any]
"""A line a user would write: takes a client, returns what comes of it, which may be a coroutine or pages."""


@dataclass(frozen=True)
class Provider:
    """A generated package with credentials for tests.

    env: environment variable of each credential. auth: the headers they become, names in lower case. token_env: of the
    credentials that a token is fetched with. path: of `get`.
    """

    name: str
    client: str
    credentials: Mapping[str, str]
    env: Mapping[str, str]
    auth: Mapping[str, str]
    get: Step
    path: str
    template: str
    token_env: Mapping[str, str] = field(default_factory=dict)

    @property
    def package(self) -> Any:
        folder = str(ROOT / "generated" / self.name)
        if folder not in sys.path:
            sys.path.insert(0, folder)
        return import_module(f"{self.name}_client")

    @property
    def models(self) -> Any:
        return import_module(f"{self.package.__name__}.models")

    def seams(self, **given: Any) -> Any:
        """Return what a client waits and tells the time by."""
        return import_module(f"{self.package.__name__}._runtime.seams").Seams(**given)

    def make(self, flavour: str, url: str | None, **options: Any) -> Any:
        """Make a client, with the credentials for tests unless others are given."""
        name = self.client if flavour == "sync" else f"Async{self.client}"
        known = {*self.env, *self.token_env}
        credentials = {} if known & options.keys() or options.pop("anonymous", False) else self.credentials
        return getattr(self.package, name)(base_url=url, **credentials, **options)

    def call(self, flavour: str, url: str | None, step: Step, **options: Any) -> Any:
        """Make one call with a client of its own."""
        return self.calls(flavour, url, [step], **options)[0]

    def calls(self, flavour: str, url: str | None, steps: Iterable[Step], **options: Any) -> list[Any]:
        """Make calls one after the other with one client; pages are iterated to their end. Raises the first error."""
        if flavour == "sync":
            with self.make(flavour, url, **options) as client:
                return [_settled(step(client)) for step in steps]

        async def main() -> list[Any]:
            async with self.make(flavour, url, **options) as client:
                return [await _awaited(step(client)) for step in steps]

        return anyio.run(main, backend=flavour)


def _settled(value: Any) -> Any:
    return list(value) if isinstance(value, Iterator) or hasattr(value, "first_response") else value


async def _awaited(value: Any) -> Any:
    if hasattr(value, "__aiter__"):
        return [each async for each in value]
    return await value if isinstance(value, Awaitable) else value


class Naps:
    """Sleeps that only note how long they would have been."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def options(self, provider: Provider) -> dict[str, Any]:
        """Return the options of a client that sleeps like this."""
        return {"seams": provider.seams(random=lambda: 1.0, sleep=self.slept.append, async_sleep=self._asleep)}

    async def _asleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await anyio.lowlevel.checkpoint()


def assert_get(server: Server, provider: Provider, target: str, at: int = 0, **headers: str | None) -> None:
    """Assert a request to its last byte: request line, every header, nothing behind them.

    headers: besides the usual ones and the credentials, in lower case with underscores; None for one that is not sent.
    """
    request = server.requests[at]
    expected: dict[str, str | None] = {
        "host": f"127.0.0.1:{server.port}",
        "accept": "application/json",
        "accept-encoding": "gzip, deflate",
        "user-agent": f"{provider.package.__name__}/{provider.package.__version__}",
        **provider.auth,
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    assert request.raw.startswith(f"GET {target} HTTP/1.1\r\n".encode())
    sent = {name.lower(): value for name, value in request.headers}
    assert len(sent) == len(request.headers), "a header came twice"
    assert sent == {name: value for name, value in expected.items() if value is not None}
    assert request.raw.endswith(b"\r\n\r\n") and request.raw.count(b"\r\n\r\n") == 1 and request.body == b""


class _Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that is read as from a connection."""

    def __init__(self, document: object) -> None:
        self.content = json.dumps(document).encode()

    def __iter__(self) -> Iterator[bytes]:
        yield self.content

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self.content


@contextmanager
def elsewhere(flavour: str, document: object) -> Iterator[tuple[httpx.Client | httpx.AsyncClient, list[str]]]:
    """Stand in for any host: every request is answered with a document, and its URL noted."""
    seen: list[str] = []

    def reply(request: httpx.Request) -> httpx.Response:
        seen.append(str(request.url))
        return httpx.Response(200, stream=_Body(document))

    if flavour == "sync":
        with httpx.Client(transport=httpx.MockTransport(reply)) as http:
            yield http, seen
    else:
        yield httpx.AsyncClient(transport=httpx.MockTransport(reply)), seen


def form(request: Received) -> str:
    """The body of a form, asserted to be one."""
    assert request.header("content-type") == "application/x-www-form-urlencoded"
    return request.body.decode()


REVCENT = Provider(
    "revcent",
    "RevCentClient",
    {"api_key": "key-of-a-test"},
    {"api_key": "REVCENT_API_KEY"},
    {"x-api-key": "key-of-a-test"},
    lambda client: client.customers.get("CUSTOMER000000000001"),
    "/customers/CUSTOMER000000000001",
    "GET /customers/{customer_id}",
)
VOUCHERIFY = Provider(
    "voucherify",
    "VoucherifyClient",
    {"app_id": "app-of-a-test", "app_token": "token-of-a-test"},
    {"app_id": "VOUCHERIFY_APP_ID", "app_token": "VOUCHERIFY_APP_TOKEN"},
    {"x-app-id": "app-of-a-test", "x-app-token": "token-of-a-test"},
    lambda client: client.customers.get("cust_1"),
    "/v1/customers/cust_1",
    "GET /v1/customers/{customerId}",
    {"client_id": "VOUCHERIFY_CLIENT_ID", "client_secret": "VOUCHERIFY_CLIENT_SECRET"},
)
SALES = Provider(
    "sales",
    "SalesClient",
    {"api_key": "aug_sk_test_1"},
    {"api_key": "SALES_API_KEY"},
    {"authorization": "Bearer aug_sk_test_1"},
    lambda client: client.customers.get("ac_1"),
    "/v1/sales/customers/ac_1",
    "GET /v1/sales/customers/{id}",
)
CAPILLARY = Provider(
    "capillary",
    "CapillaryClient",
    {"username": "till-1", "password": "5f4dcc3b5aa765d61d8327deb882cf99"},
    {"username": "CAPILLARY_USERNAME", "password": "CAPILLARY_PASSWORD"},
    {"authorization": "Basic dGlsbC0xOjVmNGRjYzNiNWFhNzY1ZDYxZDgzMjdkZWI4ODJjZjk5"},
    lambda client: client.customers.get(4711, source="INSTORE"),
    "/v2/customers/4711?source=INSTORE",
    "GET /v2/customers/{customerId}",
    {"key": "CAPILLARY_KEY", "secret": "CAPILLARY_SECRET"},
)
PROVIDERS = (REVCENT, VOUCHERIFY, SALES, CAPILLARY)
