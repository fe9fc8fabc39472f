"""The IR as plain data, for people and goldens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any, cast

from .data import is_map
from .ir import Anything, Auth, Paging, Type
from .report import Location

_TAGGED: tuple[Any, ...] = (*Type.__args__, *Auth.__args__, *Paging.__args__)


def to_json(value: Any) -> Any:
    """Return plain data: a tagged class is {"Class": value}, one of a single field {"Class": field}."""
    if isinstance(value, Location):
        return [value.file, value.pointer]
    if isinstance(value, Anything):
        return "Anything"
    if is_dataclass(value) and not isinstance(value, type):
        content: dict[str, Any] = {each.name: to_json(getattr(value, each.name)) for each in fields(value)}
        if not isinstance(value, _TAGGED):
            return content
        inner = next(iter(content.values())) if len(content) == 1 else content
        return {type(value).__name__: inner}
    if isinstance(value, (tuple, list)):
        return [to_json(each) for each in cast("Iterable[Any]", value)]
    return {key: to_json(each) for key, each in value.items()} if is_map(value) else value
