"""What was read -> the fields in it that the document does not name, for hooks that want them.

A key may be data: an identifier, an address. Such a key is no name, nor is any of many in one object; `[*]` stands for
it in the general place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from .errors import Mismatch
from .model import takes_more
from .places import Where, kind
from .shapes import is_dict, is_several

NO_FIELD = "no such field"
_CROWD = 10
"""As many unknown keys in one object are no names."""
_NAME = re.compile(r"(?=.{1,40}$)[A-Za-z_@$][A-Za-z_]*[0-9]{0,2}(?:[-_.:]?[A-Za-z_]+[0-9]{0,2})*")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def unknown_fields(value: Any) -> Iterator[Mismatch]:
    """Yield a mismatch for each field that no class knows. Objects with free keys know any."""
    pending: list[tuple[Any, Where]] = [(value, Where())]
    while pending:
        value, where = pending.pop()
        if isinstance(value, BaseModel):
            cls, extra = type(value), value.model_extra or {}
            where = where.within(cls)
            for name, field in cls.model_fields.items():
                if name in value.__dict__:
                    pending.append((value.__dict__[name], where.member(field.alias or name)))
            if takes_more(cls):
                pending += [(item, where.free(key)) for key, item in extra.items()]
            else:
                yield from _strange(extra, where)
        elif is_dict(value):
            pending += [(item, where.free(key)) for key, item in value.items()]
        elif is_several(value):
            place = where.part if isinstance(value, tuple) else where.item
            pending += [(item, place(at)) for at, item in enumerate(value)]


def _strange(extra: Mapping[str, Any], where: Where) -> Iterator[Mismatch]:
    crowded = len(extra) >= _CROWD
    for key, item in extra.items():
        place = where.free(key) if crowded or not is_name(key) else where.member(key)
        yield place.mismatch(NO_FIELD, kind(item))


def is_name(text: str) -> bool:
    """Say whether a text looks like a name that somebody chose, and not like data.

    >>> [is_name(each) for each in ("loyaltyTier", "address_line_2", "x-rate", "USD")]
    [True, True, True, True]
    >>> [is_name(each) for each in ("a@example.com", "cus_9f8a7b6c", "Ann Smith", "550e8400-e29b", "DE89370400440532")]
    [False, False, False, False, False]
    """
    if not _NAME.fullmatch(text) or sum(map(str.isdigit, text)) > 2:
        return False
    return not any(_is_random(_WORD.findall(each)) for each in re.split("[-_.:]", text))


def _is_random(words: list[str]) -> bool:
    """Say whether the case of letters changes as it does in no name. words: the parts that are of one case."""
    return len(words) >= 5 and 2 * sum(len(each) < 3 for each in words) >= len(words)
