"""Fetch: a document at an address -> a file. The only part of a run that reaches the network, and only when told to."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from ..openapi.read.load import MAX_BYTES

_SECONDS = 30.0
_HOPS = 5


def fetch(url: str, folder: Path) -> Path:
    """Write what an address holds into a folder, under the last part of its path; returns the file.

    url: of http or https. At most MAX_BYTES are taken. Raises OSError, which says what went wrong, for everything that
    does: the cause of a failed connection, a status that is no success, a document that is too long.
    """
    import httpx

    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise OSError(f"{url} is no address of http or https")
    path = folder / (re.sub(r"[^\w.-]", "_", unquote(parts.path.rpartition("/")[2])).lstrip(".") or "openapi")
    content = bytearray()
    try:
        with (
            httpx.Client(follow_redirects=True, max_redirects=_HOPS, timeout=_SECONDS) as client,
            client.stream("GET", url, headers={"Accept": "application/json, application/yaml, */*;q=0.5"}) as answer,
        ):
            if not answer.is_success:
                raise OSError(f"{shown(url)} answers {answer.status_code} {answer.reason_phrase}".rstrip())
            for piece in answer.iter_bytes():
                content += piece
                if len(content) > MAX_BYTES:
                    raise OSError(f"{shown(url)} is larger than {MAX_BYTES // 1024 // 1024} MB")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise OSError(f"{shown(url)} cannot be fetched: {str(error) or type(error).__name__}") from error
    path.write_bytes(content)
    return path


def shown(url: str) -> str:
    """Return an address as it may be printed and kept: without a password.

    >>> shown("https://me:secret@example.com/openapi.json?v=1#x")
    'https://example.com/openapi.json?v=1'
    """
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment=""))
