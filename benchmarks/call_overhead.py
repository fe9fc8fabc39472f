"""CPU that a generated client adds to a call, over bare httpx and pydantic's `model_validate_json`.

    .venv/bin/python benchmarks/call_overhead.py [--calls 20] [--rounds 300] [--markdown]

An answer of about 2 kB of RevCent's customer, by httpx.Client with a stand-in transport (no sockets: what they cost is
the same on both sides and drowns the difference). Bare and client take turns; minima of rounds, CPU of the process.
The loopback figures drive both through one local server of its own process, over connections that stay open; they are
what the targets are about. Where the interpreter has the package `openai`, a call of it is measured in the same way,
with an answer of its own of about 2 kB: another interpreter needs nothing but httpx and pydantic to run this.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "generated" / "revcent"))
PACKAGE: Any = import_module("revcent_client")
MODELS: Any = import_module("revcent_client.models")
TARGETS = {"sync, loopback": 50.0, "async, loopback": 55.0}
"""Microseconds that a call may add."""
TARGET_RATIO = 1.15
KEY = "key-of-a-benchmark"
Call = Callable[[], object]
AsyncCall = Callable[[], Awaitable[object]]


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


def serve(content: bytes, pipe: Connection) -> None:
    """Answer on a free port, in a process of its own so that its CPU is not counted."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            pass

    Handler.wbufsize = 65536
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    pipe.send(server.server_port)
    server.serve_forever()


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


def sync_pair(url: str, http: httpx.Client, **options: object) -> dict[str, Call]:
    """http: what the bare calls use. options: of the client, which makes its own connections."""
    result, client = MODELS.CustomerResult, PACKAGE.RevCentClient(api_key=KEY, base_url=url, **options)
    headers = {"x-api-key": KEY, "accept": "application/json"}

    def bare() -> object:
        return result.model_validate_json(http.get(f"{url}/customers/abc", headers=headers).content)

    return {"bare": bare, "client": lambda: client.customers.get("abc")}


def async_pair(url: str, http: httpx.AsyncClient, **options: object) -> dict[str, AsyncCall]:
    """As `sync_pair`."""
    result, client = MODELS.CustomerResult, PACKAGE.AsyncRevCentClient(api_key=KEY, base_url=url, **options)
    headers = {"x-api-key": KEY, "accept": "application/json"}

    async def bare() -> object:
        answer = await http.get(f"{url}/customers/abc", headers=headers)
        return result.model_validate_json(answer.content)

    return {"bare": bare, "client": lambda: client.customers.get("abc")}


async def alike(url: str, calls: int, rounds: int, **options: Any) -> dict[str, float]:
    async with httpx.AsyncClient(**options) as http:
        return await measure_async(async_pair(url, http, **options), calls, rounds)


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


def openai_pair(openai: Any, url: str, http: httpx.Client) -> dict[str, Call]:
    """As `sync_pair`, of the package openai."""
    result: Any = import_module("openai.types.chat").ChatCompletion
    client = openai.OpenAI(api_key=KEY, base_url=url, max_retries=0)
    headers = {"authorization": f"Bearer {KEY}", "accept": "application/json"}

    def bare() -> object:
        return result.model_validate_json(http.get(f"{url}/chat/completions/abc", headers=headers).content)

    return {"bare": bare, "client": lambda: client.chat.completions.retrieve("abc")}


def openai_async_pair(openai: Any, url: str, http: httpx.AsyncClient) -> dict[str, AsyncCall]:
    """As `openai_pair`."""
    result: Any = import_module("openai.types.chat").ChatCompletion
    client = openai.AsyncOpenAI(api_key=KEY, base_url=url, max_retries=0)
    headers = {"authorization": f"Bearer {KEY}", "accept": "application/json"}

    async def bare() -> object:
        answer = await http.get(f"{url}/chat/completions/abc", headers=headers)
        return result.model_validate_json(answer.content)

    return {"bare": bare, "client": lambda: client.chat.completions.retrieve("abc")}


def measure_openai(calls: int, rounds: int) -> dict[str, dict[str, float]]:
    """Measure the package openai, where there is one."""
    try:
        openai: Any = import_module("openai")
    except ImportError:
        return {}

    async def awaited() -> dict[str, float]:
        async with httpx.AsyncClient() as http:
            return await measure_async(openai_async_pair(openai, url, http), calls, rounds)

    with served(completion()) as url, httpx.Client() as http:
        return {
            "openai, sync, loopback": measure(openai_pair(openai, url, http), calls, rounds),
            "openai, async, loopback": asyncio.run(awaited()),
        }


@contextmanager
def served(content: bytes) -> Iterator[str]:
    """Run a server in a process of its own; yield its URL."""
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(content, theirs), daemon=True)
    server.start()
    yield f"http://127.0.0.1:{ours.recv()}"
    server.terminate()
    server.join()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--markdown", action="store_true")
    arguments = parser.parse_args()
    calls, rounds = arguments.calls, arguments.rounds
    content = document()
    stand_in = StandIn(content)
    url = "http://127.0.0.1:9"
    found: dict[str, dict[str, float]] = {}
    with httpx.Client(transport=stand_in) as http:
        found["sync, stand-in"] = measure(sync_pair(url, http, transport=stand_in), calls, rounds)
    found["async, stand-in"] = asyncio.run(alike(url, calls, rounds, transport=stand_in))
    with served(content) as url, httpx.Client() as http:
        found["sync, loopback"] = measure(sync_pair(url, http), calls, rounds)
        found["async, loopback"] = asyncio.run(alike(url, calls, rounds))
    found |= measure_openai(calls, rounds)
    line = "| {:24} | {:>6} | {:>6} | {:>6} | {:>6} |" if arguments.markdown else "{:24} {:>6} {:>6} {:>6} {:>6}"
    print(f"{len(content)} bytes, {calls} calls, {rounds} rounds; microseconds of CPU for a call\n")
    print(f"targets: at most {TARGETS} added, {TARGET_RATIO} times\n")
    print(line.format("call", "bare", "client", "added", "times"))
    if arguments.markdown:
        print(line.format(":---", "---:", "---:", "---:", "---:"))
    for name, each in found.items():
        bare, client = each["bare"], each["client"]
        print(line.format(name, f"{bare:.0f}", f"{client:.0f}", f"{client - bare:.0f}", f"{client / bare:.2f}"))
    kept = [found[name]["client"] - found[name]["bare"] <= most for name, most in TARGETS.items()]
    kept += [found[name]["client"] / found[name]["bare"] <= TARGET_RATIO for name in TARGETS]
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main())
