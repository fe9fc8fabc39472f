"""Which page a request is for: read from it, written into it, and as the text of a cursor. No I/O."""

from __future__ import annotations

import json
from base64 import b64decode
from dataclasses import replace
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from .body import Body, json_body
from .errors import InvalidArgument
from .paging import ByCursor, ByLink, ByOffset, ByPage, Paging
from .params import Number, Styled, absent, base64url_text, bounded
from .pointer import NOTHING, find, walk
from .request import Request, prepare
from .shapes import is_mapping

NO_CURSOR = "this is no cursor of pages: `cursor` of an iteration gives one"


def encoded(content: bytes) -> str:
    """Write a cursor, or what goes into one, as opaque text."""
    return base64url_text(content)


def decoded(text: object) -> dict[str, Any]:
    """Read a cursor as far as it is JSON. Raises InvalidArgument."""
    try:
        data = json.loads(b64decode(str(text) + "=" * (-len(str(text)) % 4), altchars=b"-_", validate=True))
    except (ValueError, RecursionError):
        data = None
    if not isinstance(text, str) or not is_mapping(data):
        raise InvalidArgument(NO_CURSOR)
    return dict(data)


def digest(request: Request) -> str:
    """Return what tells a call from one with other arguments, and nothing of them. The order of a query is nothing."""
    with bounded():
        path, _, query = prepare(request._replace(headers={}, cookies={}), "", {}, None).url.partition("?")
    said = "\n".join([path, *sorted(query.split("&")), ""]).encode()
    content = b"" if request.body is None else request.body.content
    return encoded(blake2b(said + content, digest_size=9).digest())


def is_place(paging: Paging, at: Any) -> bool:
    """Say whether what a cursor holds can be a page."""
    if isinstance(paging, ByCursor):
        return at not in ("", False)
    if isinstance(paging, ByLink):
        return isinstance(at, str) and at.startswith("/")
    return isinstance(at, int) and not isinstance(at, bool)


def position(paging: Paging, request: Request) -> Any:
    """Return which page a request is for, as JSON; None where it does not say."""
    if isinstance(paging, ByLink):
        return "/" + "".join(request.target.split("/", 3)[3:]) if request.target else None
    name = position_name(paging)
    if name.startswith("/"):
        found = find(_data(request.body), name)
        return None if found is NOTHING else found
    value = request.query.get(name)
    value = value.value if isinstance(value, Styled) else value
    return None if absent(value) else value


def position_name(paging: ByPage | ByOffset | ByCursor) -> str:
    """Return where a request says which page it is for."""
    return (
        paging.page if isinstance(paging, ByPage) else paging.offset if isinstance(paging, ByOffset) else paging.cursor
    )


def moved(request: Request, name: str, value: Any) -> Request:
    """Return the request for another page. name: a query parameter, or a pointer into the body."""
    if not name.startswith("/"):
        before = request.query.get(name)
        return request._replace(
            query={**request.query, name: replace(before, value=value) if isinstance(before, Styled) else value},
        )
    keys = [each.replace("~1", "/").replace("~0", "~") for each in name.split("/")[1:]]
    media = request.body.media if request.body else "application/json"
    return request._replace(body=json_body(_put(_data(request.body), keys, value), media))


def _data(body: Body | None) -> Any:
    """Read a JSON body back, numbers with all their digits."""
    return json.loads(body.content, parse_float=lambda text: Number(Decimal(text))) if body else {}


def _put(data: Any, keys: list[str], value: Any) -> dict[str, Any]:
    """Return an object with a value at the end of a path of keys."""
    known: dict[str, Any] = dict(data) if is_mapping(data) else {}
    return {**known, keys[0]: _put(known.get(keys[0]), keys[1:], value) if keys[1:] else value}


def wire(holder: object, names: tuple[str, ...]) -> Any:
    """Return a value as it came: what a model has made a time or bytes of is written back."""
    value = walk(holder, names)
    parent: Any = walk(holder, names[:-1])
    if value is None or isinstance(value, str | int | float) or not hasattr(parent, "model_dump"):
        return value
    return parent.model_dump(mode="json", include={names[-1]}).get(names[-1])
