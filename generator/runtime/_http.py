"""The HTTP library: the only module that imports it, so that a fork with the same API can take its place."""

from __future__ import annotations

from httpx import (
    URL,
    AsyncByteStream,
    AsyncClient,
    ByteStream,
    Client,
    ConnectError,
    ConnectTimeout,
    Headers,
    HTTPError,
    InvalidURL,
    Limits,
    PoolTimeout,
    ProxyError,
    Request,
    Response,
    StreamError,
    SyncByteStream,
    TimeoutException,
    UnsupportedProtocol,
)

__all__ = [
    "URL",
    "AsyncByteStream",
    "AsyncClient",
    "ByteStream",
    "Client",
    "ConnectError",
    "ConnectTimeout",
    "HTTPError",
    "Headers",
    "InvalidURL",
    "Limits",
    "PoolTimeout",
    "ProxyError",
    "Request",
    "Response",
    "StreamError",
    "SyncByteStream",
    "TimeoutException",
    "UnsupportedProtocol",
]
