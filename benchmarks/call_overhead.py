"""CPU that a generated client adds to a call, over bare httpx and pydantic's `model_validate_json`.

    .venv/bin/python benchmarks/call_overhead.py [--calls 20] [--rounds 300] [--peers] [--json FILE]

An answer of about 2 kB of RevCent's customer, by httpx.Client with a stand-in transport (no sockets: what they cost is
the same on both sides and drowns the difference). Bare and client take turns; minima of rounds, CPU of the process.
The loopback figures drive both through one local server of its own process, over connections that stay open; they are
what the targets are about. Peers are the client that openapi-python-client makes of RevCent's document, and the package
openai, with an answer of its own of about 2 kB; they need an interpreter of their own, which this goes on in.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx
from answering import served
from environments import CACHE, python
from reporting import TARGETS, arguments, finish, table
from tools import PEERS, ROOT, generate

KEY = "key-of-a-benchmark"
PEER = "openapi-python-client"
Call = Callable[[], object]
AsyncCall = Callable[[], Awaitable[object]]


@dataclass(frozen=True)
class Client:
    """A client that is measured. path, headers, model: of the bare call that asks and reads the same."""

    name: str
    content: bytes
    path: str
    headers: dict[str, str]
    model: Any
    sync: Callable[..., Call]
    """What calls, of a URL and options."""
    awaited: Callable[..., AsyncCall]


def document() -> bytes:
    """Make a customer of about 2 kB."""
    product = {
        "id": "PRODUCT0000000000001",
        "name": "Thing",
        "quantity": 2,
        "price": 9.5,
        "purchase_dates": [1767225600],
    }
    customer: dict[str, Any] = {
        "api_call_id": "CALL0000000000000001",
        "api_call_unix": 1767225600,
        "code": 1,
        "id": "CUSTOMER000000000001",
        "first_name": "Ada",
        "email": "ada@example.org",
        "status": "Enabled",
        "created_date_unix": 1767225600,
        "updated_date_unix": 1767225600,
        "lifetime_value": {"all": {"amount_gross": 120.5, "amount_net": 100.25}, "sale": {"num": 2, "avg": 60.25}},
        "products_purchased": [product] * 8,
        "metadata": [{"name": "tier", "value": "gold"}] * 8,
        "sales": ["SALE0000000000000001"] * 10,
    }
    return json.dumps(customer).encode()


def completion() -> bytes:
    """Make a chat completion of about 2 kB."""
    choice = {
        "index": 0,
        "finish_reason": "stop",
        "logprobs": None,
        "message": {"role": "assistant", "content": "A word. " * 200, "refusal": None},
    }
    usage = {"prompt_tokens": 9, "completion_tokens": 400, "total_tokens": 409}
    whole = {"id": "abc", "object": "chat.completion", "created": 1767225600, "model": "m", "choices": [choice]}
    return json.dumps({**whole, "usage": usage}).encode()


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    def __init__(self, content: bytes) -> None:
        self.content = content

    def __iter__(self) -> Iterator[bytes]:
        yield self.content

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self.content


class StandIn(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers at once."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def answer(self) -> httpx.Response:
        headers = [("Content-Type", "application/json"), ("Content-Length", str(len(self.content)))]
        return httpx.Response(200, headers=headers, stream=Body(self.content))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self.answer()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self.answer()


def measure(pair: dict[str, Call], calls: int, rounds: int) -> dict[str, float]:
    """Return microseconds of CPU for each call, minima of rounds in turns."""
    taken: dict[str, list[float]] = {name: [] for name in pair}
    for turn in range(rounds + 1):
        for name, call in pair.items():
            begun = time.process_time()
            for _ in range(calls):
                call()
            if turn:
                taken[name].append((time.process_time() - begun) / calls * 1e6)
    return {name: min(each) for name, each in taken.items()}


async def measure_async(pair: dict[str, AsyncCall], calls: int, rounds: int) -> dict[str, float]:
    """As `measure`, within one event loop."""
    taken: dict[str, list[float]] = {name: [] for name in pair}
    for turn in range(rounds + 1):
        for name, call in pair.items():
            begun = time.process_time()
            for _ in range(calls):
                await call()
            if turn:
                taken[name].append((time.process_time() - begun) / calls * 1e6)
    return {name: min(each) for name, each in taken.items()}


def sync_pair(client: Client, url: str, calls: int, rounds: int, **options: Any) -> dict[str, float]:
    """Measure a client and bare calls. options: of both, which make their own connections."""
    with httpx.Client(**options) as http:

        def bare() -> object:
            return client.model.model_validate_json(http.get(url + client.path, headers=client.headers).content)

        return measure({"bare": bare, "client": client.sync(url, **options)}, calls, rounds)


async def async_pair(client: Client, url: str, calls: int, rounds: int, **options: Any) -> dict[str, float]:
    """As `sync_pair`."""
    async with httpx.AsyncClient(**options) as http:

        async def bare() -> object:
            answer = await http.get(url + client.path, headers=client.headers)
            return client.model.model_validate_json(answer.content)

        return await measure_async({"bare": bare, "client": client.awaited(url, **options)}, calls, rounds)


def specloom() -> Client:
    """Return the client of generated/revcent."""
    sys.path.insert(0, str(ROOT / "generated" / "revcent"))
    package: Any = import_module("revcent_client")
    return Client(
        "specloom",
        document(),
        "/customers/abc",
        {"x-api-key": KEY, "accept": "application/json"},
        import_module("revcent_client.models").CustomerResult,
        lambda url, **more: partial(package.RevCentClient(api_key=KEY, base_url=url, **more).customers.get, "abc"),
        lambda url, **more: partial(package.AsyncRevCentClient(api_key=KEY, base_url=url, **more).customers.get, "abc"),
    )


def openapi_python_client(ours: Client, scratch: Path) -> Client:
    """Return the client that the peer makes of the same document."""
    ran = generate(PEER, PEERS[PEER], ROOT / "specs/revcent/openapi.yaml", scratch / "out")
    if ran.code:
        sys.exit(ran.said)
    sys.path.insert(0, str(scratch / "out"))
    package: Any = import_module("rev_cent_client")
    call: Any = import_module("rev_cent_client.api.customers.get_customer")

    def made(url: str) -> Any:
        return package.AuthenticatedClient(base_url=url, token=KEY, prefix="", auth_header_name="x-api-key")

    return Client(
        PEER,
        ours.content,
        ours.path,
        ours.headers,
        ours.model,
        lambda url: partial(call.sync, "abc", client=made(url)),
        lambda url: partial(call.asyncio, "abc", client=made(url)),
    )


def openai() -> Client:
    """Return the client of the package openai."""
    package: Any = import_module("openai")
    more: dict[str, Any] = {"api_key": KEY, "max_retries": 0}
    return Client(
        "openai",
        completion(),
        "/chat/completions/abc",
        {"authorization": f"Bearer {KEY}", "accept": "application/json"},
        import_module("openai.types.chat").ChatCompletion,
        lambda url: partial(package.OpenAI(base_url=url, **more).chat.completions.retrieve, "abc"),
        lambda url: partial(package.AsyncOpenAI(base_url=url, **more).chat.completions.retrieve, "abc"),
    )


def main() -> int:
    parser = arguments(__doc__)
    parser.add_argument("--calls", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=300)
    chosen = parser.parse_args()
    if chosen.peers and Path(sys.prefix) != CACHE / "calls":
        os.execv(python("calls"), [python("calls"), *sys.argv])
    times = (chosen.calls, chosen.rounds)
    ours = specloom()
    stand_in, nowhere = StandIn(ours.content), "http://127.0.0.1:9"
    found = {"specloom, sync, no socket": sync_pair(ours, nowhere, *times, transport=stand_in)}
    found["specloom, async, no socket"] = asyncio.run(async_pair(ours, nowhere, *times, transport=stand_in))
    with tempfile.TemporaryDirectory() as scratch:
        peers = [openapi_python_client(ours, Path(scratch)), openai()] if chosen.peers else []
        for each in (ours, *peers):
            with served(each.content) as url:
                found[f"{each.name}, sync"] = sync_pair(each, url, *times)
                found[f"{each.name}, async"] = asyncio.run(async_pair(each, url, *times))
    print("\n".join(table(("call", "bare, µs of CPU", "client", "added", "times"), rows(found))))
    print(f"\n{len(ours.content)} bytes, {times[0]} calls, {times[1]} rounds; bare is httpx and pydantic.")
    print("" if chosen.peers else "\nClients of others were left out: PEERS=1 sets them up and measures them.")
    return finish(found, list(missed(found)), chosen.json)


def rows(found: dict[str, dict[str, float]]) -> Iterator[list[str]]:
    for name, each in found.items():
        bare, client = each["bare"], each["client"]
        yield [name, f"{bare:.0f}", f"{client:.0f}", f"{client - bare:.0f}", f"{client / bare:.2f}"]


def missed(found: dict[str, dict[str, float]]) -> Iterator[str]:
    """Yield what of our calls over a socket is past a target."""
    for kind in ("sync", "async"):
        bare, client = found[f"specloom, {kind}"]["bare"], found[f"specloom, {kind}"]["client"]
        if client - bare > TARGETS[kind]:
            yield f"microseconds of a call, {kind}"
        if client / bare > TARGETS["call"]:
            yield f"a call, {kind}"


if __name__ == "__main__":
    sys.exit(main())
