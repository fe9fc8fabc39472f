"""The base classes of the two clients and of the resources, to be derived from by generated code."""

from __future__ import annotations

import copy
import logging
from collections.abc import Mapping
from types import TracebackType
from typing import Any, NoReturn, Self, TypeVar

from typing_extensions import Unpack

from . import _http
from .async_transport import AsyncTransport
from .auth import Alternatives, Scheme, Token, usual
from .body import json_body
from .connections import connections
from .decode import anything
from .errors import InvalidArgument, refuse_pickle
from .exchange import Package, Shared
from .options import (
    OF_CALLS,
    OF_CLIENTS,
    OF_DERIVED,
    AsyncOptions,
    CallOptions,
    Options,
    Settings,
    SharedOptions,
    seams_of,
    settle,
)
from .params import OMIT, Omit
from .pool import AsyncPool, Pool
from .raw import RawResponse
from .request import Request
from .retry import Budget
from .servers import check_servers
from .styles import is_token
from .tokens import TokenStore
from .transport import Transport

T = TypeVar("T", Transport, AsyncTransport)


def _shared(package: Package, base_url: str | Mapping[str, str], schemes: Mapping[str, Scheme]) -> Shared:
    stores = {name: TokenStore(scheme) for name, scheme in schemes.items() if isinstance(scheme, Token)}
    logger = logging.getLogger(package.name)
    return Shared(package, check_servers(base_url), dict(schemes), stores, Budget(), logger)


def _derived(transport: T, options: object, allowed: frozenset[str]) -> T:
    """Return a transport with other settings over the same connections. allowed: the options that may be given."""
    kind: Any = type(transport)
    made: T = kind(transport.shared, settle(transport.settings, options, allowed), transport.pool)
    return made


class _Common:
    """What both clients have: the transport, derived clients, no secrets shown."""

    _transport: Any
    _usual: Alternatives

    def with_options(self, **options: Unpack[SharedOptions]) -> Self:
        """Return a client with other settings that shares the connections and tokens of this one."""
        derived = copy.copy(self)
        vars(derived).clear()
        derived._transport = _derived(self._transport, options, OF_DERIVED)
        derived._usual = self._usual
        return derived

    def __copy__(self) -> Self:
        new = object.__new__(type(self))
        vars(new).update(vars(self))
        return new

    def __repr__(self) -> str:
        where = repr(self._transport.shared.base()) if hasattr(self, "_transport") else "not made"
        return f"{type(self).__name__}({where})"

    def __reduce__(self) -> NoReturn:
        refuse_pickle("a client")


def _free(
    method: str,
    path: str,
    query: Mapping[str, object] | None,
    headers: Mapping[str, object] | None,
    json: object,
    auth: Alternatives,
) -> Request:
    """Make a request that no document describes. path: from the base URL; braces in it are data."""
    if not str(path).startswith("/") or path.startswith("//"):
        raise InvalidArgument("a path has to begin with one slash; it is taken from the base URL")
    if not is_token(method):
        raise InvalidArgument(f"{method!r} is not an HTTP method")
    names = {"open": "{", "close": "}"}
    template = "".join({"{": "{open}", "}": "{close}"}.get(each, each) for each in path)
    body = json_body(json)
    return Request(method.upper(), template, names, query or {}, headers or {}, body=body, auth=auth)


class Client(_Common):
    """Calls the API and waits. May be shared among threads. Close it, or use it in a `with` statement."""

    _transport: Transport

    def __init__(
        self,
        package: Package,
        base_url: str | Mapping[str, str],
        schemes: Mapping[str, Scheme],
        options: Options,
        default_auth: Alternatives = (),
    ) -> None:
        """base_url: of all operations, or what `servers` made. schemes: by name. default_auth: the alternatives of
        `request`; () for all credentials that were given."""
        shared = _shared(package, base_url, schemes)
        settings = settle(Settings(), options, OF_CLIENTS)
        seams = seams_of(options)
        sleep = seams.sleep if seams else None
        pool = Pool(
            options.get("http_client"), shared.stores.values(), sleep, connections(options, _http.BaseTransport)
        )
        self._transport = Transport(shared, settings, pool)
        self._usual = default_auth or usual(shared.schemes)

    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        json: object | Omit = OMIT,
        auth: Alternatives | None = None,
        options: CallOptions | None = None,
    ) -> RawResponse[Any]:
        """Call what the document forgot, with the same authentication, retries and errors. path: from the base URL.

        auth: alternatives of scheme names, () for none; by default every credential that was given.
        """
        chosen = self._usual if auth is None else auth
        transport = self._transport if options is None else _derived(self._transport, options, OF_CALLS)
        return transport.respond(_free(method, path, query, headers, json, chosen), anything())

    def close(self) -> None:
        """Close the connections, also for clients derived with `with_options`; closing twice is fine."""
        self._transport.pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncClient(_Common):
    """Calls the API with await, under asyncio and trio. Close it, or use it in an `async with` statement."""

    _transport: AsyncTransport

    def __init__(
        self,
        package: Package,
        base_url: str | Mapping[str, str],
        schemes: Mapping[str, Scheme],
        options: AsyncOptions,
        default_auth: Alternatives = (),
    ) -> None:
        """base_url: of all operations, or what `servers` made. schemes: by name. default_auth: the alternatives of
        `request`; () for all credentials that were given."""
        shared = _shared(package, base_url, schemes)
        settings = settle(Settings(waits=True), options, OF_CLIENTS)
        seams = seams_of(options)
        sleep = seams.async_sleep if seams else None
        made = connections(options, _http.AsyncBaseTransport)
        pool = AsyncPool(options.get("http_client"), shared.stores.values(), sleep, made)
        self._transport = AsyncTransport(shared, settings, pool)
        self._usual = default_auth or usual(shared.schemes)

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        json: object | Omit = OMIT,
        auth: Alternatives | None = None,
        options: CallOptions | None = None,
    ) -> RawResponse[Any]:
        """Call what the document forgot, with the same authentication, retries and errors. path: from the base URL.

        auth: alternatives of scheme names, () for none; by default every credential that was given.
        """
        chosen = self._usual if auth is None else auth
        transport = self._transport if options is None else _derived(self._transport, options, OF_CALLS)
        return await transport.respond(_free(method, path, query, headers, json, chosen), anything())

    async def aclose(self) -> None:
        """Close the connections, also for clients derived with `with_options`; closing twice is fine."""
        await self._transport.pool.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()


class Resource:
    """The operations of one tag."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def _with(self, options: CallOptions | None) -> Transport:
        """Return what sends one call. Refuses options that are none."""
        return self._transport if options is None else _derived(self._transport, options, OF_CALLS)

    def __repr__(self) -> str:
        return _shown(self, self._transport.shared)


class AsyncResource:
    """The operations of one tag, asynchronous."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    def _with(self, options: CallOptions | None) -> AsyncTransport:
        """Return what sends one call. Refuses options that are none."""
        return self._transport if options is None else _derived(self._transport, options, OF_CALLS)

    def __repr__(self) -> str:
        return _shown(self, self._transport.shared)


def _shown(resource: Resource | AsyncResource, shared: Shared) -> str:
    return f"<{type(resource).__name__} of {shared.package.name} at {shared.base()!r}>"
