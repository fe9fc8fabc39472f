"""Where calls go: the servers of a document, or what a caller gives in their place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NoReturn, TypeVar

from .address import check_base, resolve
from .errors import InvalidArgument
from .shapes import is_mapping

OWN = ""
"""Stands for the server of all operations that have none of their own."""

T = TypeVar("T")


def given_url(given: T | None, env: str) -> T | str | None:
    """Return the base URL that a caller gives, else that of an environment variable; None where neither says one.

    An empty value says none. Raises InvalidArgument, which names the variable, for what cannot be one.
    """
    if given:
        return given
    url = os.environ.get(env)
    if url:
        check_base(url, env)
    return url or None


def missing_url(env: str) -> NoReturn:
    """Raise for a client that is not told where its API is served."""
    raise InvalidArgument(f"give base_url= or the environment variable {env}: the document does not say where it is")


def servers(
    given: str | Mapping[str, str] | None, documented: Mapping[str, str], named: Mapping[str, str]
) -> dict[str, str]:
    """Return documented URL -> base URL, with the client's own server under OWN.

    given: one base URL in place of all servers, or some by their documented URL or their name. documented: URL as the
    document writes it -> with its variables filled, the client's own first. named: name -> documented URL. A relative
    URL is resolved against the client's own server (OpenAPI 3.1, 4.8.5).
    """
    own = next(iter(documented))
    if not given:
        replaced: dict[str, str] = {}
    elif is_mapping(given):
        replaced = {_known(str(key), documented, named): url for key, url in given.items()}
    else:
        replaced = {url: str(given) for url, filled in documented.items() if url == own or _is_absolute(filled)}
    for url in replaced.values():
        check_base(url)
    found = {**documented, **replaced}
    if not _is_absolute(found[own]):
        raise InvalidArgument(f"base_url has to say where {own} is served: give one URL, or one under the key {own!r}")
    whole = {url: base if _is_absolute(base) else resolve(found[own], base) for url, base in found.items()}
    return {OWN: found[own], **whole}


def check_servers(base_url: str | Mapping[str, str]) -> dict[str, str]:
    """Take what a client is made with; refuse a base URL that cannot be one."""
    found: dict[str, str] = dict(base_url) if is_mapping(base_url) else {OWN: str(base_url)}
    for url in found.values():
        check_base(url)
    return found


def _is_absolute(url: str) -> bool:
    return "://" in url


def _known(key: str, documented: Mapping[str, str], named: Mapping[str, str]) -> str:
    """Return the documented URL that a key stands for."""
    if key in documented:
        return key
    if key in named:
        return named[key]
    from difflib import get_close_matches

    known = [*documented, *named]
    near = get_close_matches(key, known, 1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    raise InvalidArgument(f"base_url: the document has no server {key!r}, but {', '.join(map(repr, known))}{hint}")
