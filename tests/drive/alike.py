"""Whether two values say the same: datetimes by instant, decimals by value, base64 by its bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any


def difference(one: Any, other: Any, path: str = "$") -> str:
    """Say where two values of JSON differ first, and how; "" where they are alike."""
    if isinstance(one, dict) and isinstance(other, dict):
        if one.keys() != other.keys():
            return f"{path}: keys {sorted(one.keys() - other.keys())} against {sorted(other.keys() - one.keys())}"
        return next((said for key in one if (said := difference(one[key], other[key], f"{path}.{key}"))), "")
    if isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            return f"{path}: {len(one)} members against {len(other)}"
        pairs = enumerate(zip(one, other, strict=True))
        return next((said for at, (a, b) in pairs if (said := difference(a, b, f"{path}[{at}]"))), "")
    return "" if _same(one, other) else f"{path}: {one!r:.200} against {other!r:.200}"


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, bool) or isinstance(other, bool) or one is None or other is None:
        return one is other
    if isinstance(one, list | dict) or isinstance(other, list | dict):
        return False
    if one == other:
        return True
    if isinstance(one, str) and isinstance(other, str):
        return (
            _instant(one) == _instant(other) or one.rstrip("=") == other.rstrip("=") or _number(one) == _number(other)
        )
    return _number(one) == _number(other)


def _instant(text: str) -> object:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment.astimezone(UTC) if moment.tzinfo else moment


def _number(value: object) -> object:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return value
