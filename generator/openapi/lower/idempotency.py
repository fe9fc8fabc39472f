"""Idempotency: whether an operation may be sent again, and which header takes a key by which the API knows it again.

    x-idempotent: true                      it may be sent again, or, false, it may not
    x-idempotent: X-Request-Id              a key goes in this header
    x-idempotent: {header: X-Request-Id}    the same

A header parameter whose name says so takes a key without that, unless the document says false.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ...data import Json, is_map
from ...ir import Param, Scalar
from .params import is_written_elsewhere

_SAFE = {"get", "head", "options", "put", "delete", "trace", "query"}
"""Methods that are idempotent by definition (RFC 9110, 9.2.2; the draft of QUERY, 2)."""
_KEY = re.compile(r"(?i)(.*[-_])?idempoten(cy|ce|t)[-_]?(key|token|id|uuid)")
_NAME = re.compile(r"[!#$%&'*+.^`|~\w-]+", re.ASCII)
"""The name of a header (RFC 9110, 5.1)."""
_LONGEST_KEY = 36
"""Characters of the keys that a client makes: UUIDs."""


class IdempotencyFault(ValueError):
    """What x-idempotent says cannot be meant."""


def is_idempotent(operation: Mapping[str, Json], method: str) -> bool:
    """Say whether an operation may be sent twice without a key."""
    said = operation.get("x-idempotent")
    return said if isinstance(said, bool) else method in _SAFE


def key_header(operation: Mapping[str, Json], params: tuple[Param, ...]) -> str:
    """Return the header that takes a key, "" for none. Raises IdempotencyFault for a wrong x-idempotent."""
    headers = {each.wire.lower(): each for each in params if each.place == "header"}
    said = operation.get("x-idempotent", True)
    if said is False:
        return ""
    if said is not True:
        return _named(said, headers)
    return next((each.wire for each in headers.values() if _KEY.fullmatch(each.wire) and _takes_key(each)), "")


def with_key(params: tuple[Param, ...], header: str) -> tuple[Param, ...]:
    """Return the parameters; the one that takes a key is not asked for, as a client makes keys."""
    return tuple(replace(each, required=False) if is_key(each, header) else each for each in params)


def is_key(param: Param, header: str) -> bool:
    """Say whether a parameter is the header that takes a key."""
    return param.place == "header" and param.wire.lower() == header.lower()


def _named(said: Json, headers: Mapping[str, Param]) -> str:
    name = said.get("header") if is_map(said) and said.keys() == {"header"} else said
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise IdempotencyFault("it is true, false, or the name of a header")
    if is_written_elsewhere(name):
        raise IdempotencyFault(f"the header {name!r} takes no key")
    param = headers.get(name.lower())
    if param is not None and not _takes_key(param):
        raise IdempotencyFault(f"the header {name!r} takes no text of {_LONGEST_KEY} characters")
    return name if param is None else param.wire


def _takes_key(param: Param) -> bool:
    """Say whether a parameter is text in which a UUID fits."""
    if param.content or not isinstance(param.type, Scalar) or param.type.name not in ("string", "uuid"):
        return False
    longest = param.type.facts.max_length
    return longest is None or longest >= _LONGEST_KEY
