"""How an operation pages -> the rule that the runtime follows."""

from __future__ import annotations

from collections.abc import Mapping

from ..ir import Cursor, Link, Offset, Operation, Pages
from .text import literal


def paging_key(operation: Operation) -> str:
    """Spell the rule of paging; "" when the operation does not page. What is as usual is left out."""
    match operation.paging:
        case None:
            return ""
        case Pages() as by:
            rule = {"page": by.page, "items": by.items, "total": by.total, "whole": by.count, "more": by.more}
            return _call("ByPage", rule, {"start": by.start} if by.start != 1 else {})
        case Offset() as by:
            rule = {"offset": by.offset, "items": by.items, "total": by.total, "more": by.more}
            return _call("ByOffset", rule, {"start": by.start} if by.start else {})
        case Cursor() as by:
            rule = {"cursor": by.cursor, "next": by.next, "items": by.items, "more": by.more}
            rule["header"] = by.header
            return _call("ByCursor", rule, {} if by.last is None else {"last": by.last})
        case Link() as by:
            return _call("ByLink", {"next": by.next, "items": by.items}, {})


def _call(name: str, rule: Mapping[str, object], further: Mapping[str, object]) -> str:
    """Spell a call with what says something in a rule, and with what does in any case."""
    options = {**{key: value for key, value in rule.items() if value not in ("", ())}, **further}
    return f"{name}({', '.join(f'{key}={literal(value)}' for key, value in options.items())})"
