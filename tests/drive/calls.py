"""A server driven by a document, and the calls of all operations of its package against it, sync and async."""

from __future__ import annotations

import asyncio
import importlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
from pydantic import TypeAdapter
from runtime.server import Received, Server, answer

from generator import ir

from .alike import difference
from .arguments import Arguments
from .dialect import Dialect
from .document import Document, Operation
from .judge import faults
from .plans import Ask, Plans, Reply
from .text import NoValue

_ANY: TypeAdapter[Any] = TypeAdapter(Any)
_TOKEN = {"access_token": "fetch3d-for-the-drive", "token_type": "bearer", "expires_in": 3600}
_ERRORS = {
    400: "BadRequest",
    401: "Unauthorized",
    403: "Forbidden",
    404: "NotFound",
    409: "Conflict",
    410: "Gone",
    422: "Unprocessable",
    429: "TooManyRequests",
}


@dataclass
class Outcome:
    """counts: stage -> how often. skipped: what was not done, and why -> how often. faults: stage, operation, and what
    is wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[str, str, str]] = field(default_factory=list)


class Loopback(httpx.HTTPTransport):
    """Sends everything to the server of the test, tokens of other hosts too."""

    port = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self.port)
        return super().handle_request(request)


class AsyncLoopback(httpx.AsyncHTTPTransport):
    """The asynchronous twin of Loopback."""

    port = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self.port)
        return await super().handle_async_request(request)


class Drive:
    """One document and the package that was made of it."""

    def __init__(self, path: Path, api: ir.Api) -> None:
        self.outcome = Outcome()
        self._document = Document(path)
        self._api = api
        self._package = importlib.import_module(api.package)
        self._arguments = Arguments(api, importlib.import_module(f"{api.package}.models"))
        self._incoming = Dialect(self._document, "readOnly")
        outgoing = Dialect(self._document, "writeOnly")
        self._plans = Plans(self._incoming, outgoing, self._arguments, self._skip)
        self._tokens = {urlsplit(each.url).path.rpartition("/")[2] for each in api.auth if isinstance(each, ir.Token)}
        self._reply = Reply(204, "", b"", None, False)
        self._request: Received | None = None
        self._refused = False
        self._forms = {
            each.path
            for each in self._document.operations()
            if each.body and "application/x-www-form-urlencoded" in each.body.value["content"]
        }

    def run(self) -> Outcome:
        """Call every operation."""
        with Server([self._answer]) as server, asyncio.Runner() as runner:
            self._server = server
            options = {**self._arguments.credentials(), "base_url": server.url, "retry": 0, "strict": True}
            loopback, twin = Loopback(), AsyncLoopback()
            loopback.port = twin.port = server.port
            with httpx.Client(transport=loopback) as http:
                client = getattr(self._package, self._api.client_name)(**options, http_client=http)
                other = httpx.AsyncClient(transport=twin)
                awaited = getattr(self._package, f"Async{self._api.client_name}")(**options, http_client=other)
                for operation in self._document.operations():
                    self._drive(operation, client, awaited, runner)
                runner.run(other.aclose())
        return self.outcome

    def _answer(self, request: Received) -> bytes:
        """Answer what is asked: with a token where one is fetched, else with what is next."""
        path = request.target.partition("?")[0]
        form = (request.header("Content-Type") or "").endswith("form-urlencoded")
        if path.rpartition("/")[2] in self._tokens and form and path not in self._forms:
            return answer(200, _TOKEN)
        self._request = request
        reply = self._reply
        accept = request.header("Accept") or "*/*"
        self._refused = bool(reply.media) and not reply.error and not _accepts(accept, reply.media)
        if self._refused:
            return answer(406)
        return answer(reply.status, reply.content, media=reply.media)

    def _drive(self, operation: Operation, client: Any, awaited: Any, runner: asyncio.Runner) -> None:
        name = f"{operation.method} {operation.path}"
        self.outcome.counts["operations"] += 1
        if (operation.method, operation.path) not in self._arguments.operations:
            self._fault("operations", name, "the package has no method for it")
            return
        resource, known = self._arguments.operations[operation.method, operation.path]
        try:
            asks = self._planned(name, lambda: list(self._plans.asks(operation, known)))
            replies = self._planned(name, lambda: list(self._plans.replies(operation, known)))
        except NoValue as error:
            self._skip("an operation", str(error))
            return
        if not asks or not replies:
            return
        method = getattr(attrgetter(resource)(client), known.name)
        twin = getattr(attrgetter(resource)(awaited), known.name)

        async def wait(**named: Any) -> Any:
            found = twin(**named)
            found = await (found.first() if known.paging else found)
            if not _is_stream(found):
                return found
            async with found as stream:
                return [each async for each in stream]

        def send(**named: Any) -> Any:
            found = method(**named)
            if not _is_stream(found):
                return found.first() if known.paging else found
            with found as stream:
                return list(stream)

        for at in range(max(len(asks), len(replies))):
            self._call("sync", operation, asks[at % len(asks)], replies[at % len(replies)], send, at < len(asks))
        self._call("async", operation, asks[-1], replies[0], lambda **named: runner.run(wait(**named)), True)

    def _planned(self, name: str, plan: Callable[[], list[Any]]) -> list[Any]:
        try:
            return plan()
        except NoValue:
            raise
        except Exception as error:
            self._fault("arguments", name, f"{type(error).__name__}: {error}"[:600])
            return []

    def _call(
        self, flavour: str, operation: Operation, ask: Ask, reply: Reply, send: Callable[..., Any], judged: bool
    ) -> None:
        counts, name = self.outcome.counts, f"{operation.method} {operation.path}"
        self._reply, self._request, self._refused = reply, None, False
        self._server.requests.clear()
        value, raised = None, None
        try:
            value = send(**ask.named, **reply.named)
        except Exception as error:
            raised = error
        if self._request is None:
            self._fault("calls", name, f"{flavour}: nothing was sent: {type(raised).__name__}: {raised}"[:600])
            return
        counts[f"called {flavour}"] += 1
        if judged:
            counts["requests made"] += 1
            wrong = faults(self._incoming, operation, reply.asked_for(ask.given), self._request)
            counts["requests as documented"] += not wrong
            for each in wrong[:3]:
                self._fault("requests", name, f"{flavour}: {each}")
        if self._refused:
            self._skip("an answer", f"{reply.media} is not asked for, as another one says the same")
            return
        stage = "errors" if reply.error else "answers"
        counts[f"{stage} made"] += 1
        said = self._wrong_error(reply, raised) if reply.error else self._wrong_value(reply, value, raised)
        counts["errors checked" if reply.error else "answers alike"] += not said
        if said:
            self._fault(stage, name, f"{flavour}: {reply.status} {reply.media}: {said}"[:600])

    def _wrong_value(self, reply: Reply, value: Any, raised: Exception | None) -> str:
        if raised is not None:
            return f"{type(raised).__name__}: {raised}"
        if isinstance(reply.expected, bytes) or isinstance(value, bytes):
            wanted = reply.content if isinstance(value, bytes) else reply.expected
            return "" if value == wanted else f"{value!r:.100} against {wanted!r:.100}"
        return difference(_dumped(value), reply.expected)

    def _wrong_error(self, reply: Reply, raised: Exception | None) -> str:
        family = {3: "Redirected", 4: "ClientFault", 5: "ServerError"}.get(reply.status // 100, "StatusError")
        wanted = _ERRORS.get(reply.status, family)
        if type(raised).__name__ != wanted:
            return f"{type(raised).__name__} ({raised}) is not {wanted}"
        error: Any = raised
        if error.status != reply.status or error.response.content != reply.content:
            return "the status or the bytes are lost"
        return difference(_dumped(error.body), reply.expected) if not isinstance(reply.expected, bytes) else ""

    def _skip(self, what: str, why: str) -> None:
        self.outcome.skipped[f"{what}: {why}"] += 1

    def _fault(self, stage: str, operation: str, what: str) -> None:
        self.outcome.faults.append((stage, operation, what))


def _is_stream(value: Any) -> bool:
    return type(value).__name__.endswith("Stream") and not hasattr(value, "model_fields_set")


def _dumped(value: Any) -> Any:
    return _ANY.dump_python(value, mode="json", by_alias=True, exclude_unset=True, warnings=False)


def _accepts(accept: str, media: str) -> bool:
    """Say whether a media type is among those that are asked for (RFC 9110, 12.5.1)."""
    media = media.partition(";")[0].strip().lower()
    ranges = [each.partition(";")[0].strip().lower() for each in accept.split(",")]
    return any(each in (media, "*/*") or (each[-2:] == "/*" and media.startswith(each[:-1])) for each in ranges)
