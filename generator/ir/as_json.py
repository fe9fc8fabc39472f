"""The IR as plain data, for people, goldens and the diff, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, cast, get_args, get_origin, get_type_hints

from ..data import is_map
from ..report import Location
from . import Anything, Api, Auth, Paging, Type

_TAGGED: tuple[Any, ...] = (*Type.__args__, *Auth.__args__, *Paging.__args__)
_BY_NAME = {each.__name__: each for each in _TAGGED}


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


def from_json(data: Any) -> Api:
    """Return the Api that `to_json` spelt; ValueError when the data is of another shape, or of another version."""
    try:
        found: Api = _read(data, Api)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"this is no intermediate representation of this version: {error}") from error
    return found


def _read(value: Any, kind: Any) -> Any:
    """Return a value of a kind, which is an annotation of a field in `ir`."""
    if kind is Location:
        file, pointer = value
        return Location(file, pointer)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{name: _read(value[name], hint) for name, hint in hints.items()})
    if get_origin(kind) is tuple:
        return tuple(_read(each, get_args(kind)[0]) for each in value)
    if get_origin(kind) is Mapping:
        return {key: _read(each, get_args(kind)[1]) for key, each in value.items()}
    choices = [each for each in get_args(kind) if is_dataclass(each)]
    if value is None or not choices:
        return value
    return _tagged(value) if choices[0] in _TAGGED else _read(value, choices[0])


def _tagged(value: Any) -> Any:
    if value == "Anything":
        return Anything()
    ((name, content),) = value.items()
    kind = _BY_NAME[name]
    hints = _hints(kind)
    return _read({next(iter(hints)): content} if len(hints) == 1 else content, kind)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
