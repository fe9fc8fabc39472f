"""Base URLs and origins."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

from .errors import InvalidArgument

_VARIABLE = re.compile(r"\{([^{}]*)\}")
_PLAIN = re.compile(r"[A-Za-z0-9._~:-]*")
_PATH = re.compile(r"[A-Za-z0-9._~:/%-]*")
_PORTS = {"http": 80, "https": 443}


def server_url(template: str, **variables: str) -> str:
    """Fill the variables of a server's URL (OpenAPI 3.1, 4.8.6). Refuses a value that would lead to another host."""

    def fill(match: re.Match[str]) -> str:
        name, before = match.group(1), template[: match.start()]
        value = variables.get(name, "")
        in_path = not before or "/" in before.split("://", 1)[-1]
        broken = not in_path and (not value or ".." in value or value.startswith(".") or value.endswith("."))
        if broken or not (_PATH if in_path else _PLAIN).fullmatch(value):
            raise InvalidArgument(f"{value!r} cannot stand for {name} in {template}")
        return value

    return _VARIABLE.sub(fill, template)


def check_base(url: str) -> None:
    """Refuse a base URL that is not absolute http(s), or holds credentials."""
    try:
        parts = urlsplit(url)
        sound = parts.scheme in _PORTS and parts.hostname and (parts.port is None or parts.port)
    except ValueError:
        sound = False
    else:
        sound = sound and "@" not in parts.netloc and not parts.query and not parts.fragment
    if not sound:
        raise InvalidArgument(
            "base_url has to be http:// or https:// with a host, without credentials, query or fragment"
        )


def origin(url: str) -> tuple[str, str, int]:
    """Return scheme, host and port (RFC 6454)."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "", "", 0
    return parts.scheme.lower(), (parts.hostname or "").lower(), port or _PORTS.get(parts.scheme.lower(), 0)


def resolve(base: str, reference: str) -> str:
    """Resolve a reference against the URL it was found at (RFC 3986, 5), without its fragment."""
    try:
        return urljoin(base, reference.strip()).split("#", 1)[0]
    except ValueError:
        return ""


def with_query(url: str, query: str) -> str:
    """Append an encoded query."""
    return f"{url}{'&' if '?' in url else '?'}{query}" if query else url


def names_host(url: str) -> bool:
    """Say whether a URL is http or https, with a host and without credentials."""
    try:
        parts = urlsplit(url)
        return parts.scheme.lower() in _PORTS and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False


def without_params(url: str, names: frozenset[str]) -> str:
    """Drop the query parameters of these (encoded) names."""
    parts = urlsplit(url)
    kept = [pair for pair in parts.query.split("&") if pair.split("=", 1)[0] not in names]
    return urlunsplit(parts._replace(query="&".join(kept))) if len(kept) != parts.query.count("&") + 1 else url
