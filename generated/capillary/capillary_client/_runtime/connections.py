"""How a client of the HTTP library is made where the caller gives none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from ssl import SSLContext, SSLError, create_default_context
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from . import _http
from .checks import refuse
from .errors import InvalidArgument
from .secret import Hidden

_MOST = 100
"""Connections at a time. As many are kept: each task of a busy program finds its own again."""

LOCATION = "location"
"""Under this name an answer keeps where it redirects to, as the library may not look at it: it raises for what is no
URL, and its answer is lost then."""


class _NoCookies(_http.Cookies):
    """Keeps nothing of an answer: a call does not depend on those before it."""

    def extract_cookies(self, response: _http.Response) -> None:
        pass


class _Forgetful:
    """A client of the library without cookies of its own. Requests are given theirs as headers."""

    _none = _NoCookies()

    @property
    def cookies(self) -> _http.Cookies:
        return self._none

    @cookies.setter
    def cookies(self, cookies: object) -> None:
        raise AttributeError("this client keeps no cookies")


class _Client(_Forgetful, _http.Client):
    pass


class _AsyncClient(_Forgetful, _http.AsyncClient):
    pass


class Connections(NamedTuple):
    """proxy: the URL of one for all requests, in place of those that the environment names (HTTPS_PROXY, NO_PROXY).
    verify: certificates to trust, a file in PEM or a context. transport: of the HTTP library, in place of connections.
    """

    proxy: Hidden | None = None
    verify: SSLContext | None = None
    transport: Any = None

    @property
    def are_usual(self) -> bool:
        return self.proxy is None and self.verify is None and self.transport is None

    def client(self) -> _http.Client:
        """Make a client that does not await."""
        return _Client(event_hooks={"response": [_hide_location]}, **self._given())

    def async_client(self) -> _http.AsyncClient:
        """Make a client that awaits."""

        async def hide(response: _http.Response) -> None:
            _hide_location(response)

        return _AsyncClient(event_hooks={"response": [hide]}, **self._given())

    def _given(self) -> dict[str, Any]:
        limits = _http.Limits(max_connections=_MOST, max_keepalive_connections=_MOST)
        proxy = None if self.proxy is None else _http.Proxy(self.proxy.reveal())
        verify = True if self.verify is None else self.verify
        return {
            "follow_redirects": False,
            "limits": limits,
            "proxy": proxy,
            "verify": verify,
            "transport": self.transport,
        }


USUAL = Connections()


def _hide_location(response: _http.Response) -> None:
    if LOCATION in response.headers:
        response.extensions[LOCATION] = response.headers.pop(LOCATION)


def restored(response: _http.Response) -> _http.Headers:
    """Return the headers of an answer with where it redirects to."""
    if LOCATION in response.extensions:
        response.headers[LOCATION] = response.extensions[LOCATION]
    return response.headers


def connections(options: Mapping[str, Any], kind: type[_http.BaseTransport | _http.AsyncBaseTransport]) -> Connections:
    """Take what the options of a client say of connections. kind: of its transport. Raises InvalidArgument."""
    proxy, transport = options.get("proxy"), options.get("transport")
    if transport is not None and not isinstance(transport, kind):
        raise refuse("transport", f"one of the HTTP library, a {kind.__name__}", transport)
    return Connections(None if proxy is None else _proxy(proxy), _context(options.get("verify")), transport)


def _proxy(url: object) -> Hidden:
    hidden = Hidden(str(url))
    del url
    try:
        _http.Proxy(hidden.reveal())
        if urlsplit(hidden.reveal()).hostname:
            return hidden
    except Exception:
        pass
    raise InvalidArgument("proxy has to be the URL of a proxy: http://, https:// or socks5://, a host and a port")


def _context(verify: object) -> SSLContext | None:
    if verify is None or verify is True or isinstance(verify, SSLContext):
        return None if verify is True else verify
    if isinstance(verify, str | Path) and str(verify):
        file = str(verify)
        try:
            return create_default_context(capath=file) if Path(file).is_dir() else create_default_context(cafile=file)
        except (OSError, SSLError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
        raise InvalidArgument(f"verify: {file!r} holds no certificates that can be read: {why}")
    raise refuse("verify", "a file of certificates or an ssl.SSLContext, as they are always verified", verify)
