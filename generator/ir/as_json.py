"""The IR as plain data, for people, goldens and the diff, and back.

A member of a sum is {"Class": {field: value, ...}}; {"Class": value} where all but the first field are as usual, and
"Class" alone where all are. Fields that have a usual value are left out while they have it. A location is
[file, pointer].
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, cast, get_args, get_origin, get_type_hints

from ..data import Json, as_map, is_list, is_map, is_mapping, is_tuple
from ..report import Location
from . import VERSION, Api, Auth, Content, Extras, Model, Paging, Type

_SUMS = (Type, Content, Model, Extras, Auth, Paging)
_BY_NAME: Mapping[str, Any] = {each.__name__: each for sum_ in _SUMS for each in get_args(sum_)}
_KEY = "ir"
"""Where the printed form says its version; it stands first."""


def to_json(api: Api) -> dict[str, Json]:
    """Return an Api as plain data."""
    return {_KEY: VERSION, **as_map(part_to_json(api))}


def part_to_json(value: object) -> Json:
    """Return a part of an Api as plain data."""
    if isinstance(value, Location):
        return [value.file, value.pointer]
    if is_dataclass(value) and not isinstance(value, type):
        return _record(value)
    if is_tuple(value) or is_list(value):
        return [part_to_json(each) for each in value]
    if is_mapping(value):
        return {key: part_to_json(each) for key, each in value.items()}
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def _record(value: Any) -> Json:
    kind = cast("Any", type(value))
    content = {name: part_to_json(found) for name, usual in _fields(kind) if (found := getattr(value, name)) != usual}
    if kind.__name__ not in _BY_NAME:
        return content
    if not content:
        return str(kind.__name__)
    first = next(iter(_hints(kind)))
    return {kind.__name__: content[first] if list(content) == [first] else content}


def from_json(data: Json) -> Api:
    """Return the Api that `to_json` spelt; ValueError when the data is of another shape, or of another version."""
    version = as_map(data).get(_KEY)
    if version != VERSION:
        raise ValueError(
            f"the intermediate representation is of version {version}, and this is {VERSION}; print it anew"
        )
    try:
        found: Api = _read(data, Api)
    except (KeyError, TypeError, AttributeError, ValueError, StopIteration) as error:
        raise ValueError(f"this is no intermediate representation: {error}") from error
    return found


def _read(value: Json, kind: Any) -> Any:
    """Return a value of a kind, which is an annotation of a field of the IR."""
    if kind is Location:
        file, pointer = value if is_list(value) else ("", "")
        return Location(str(file), str(pointer))
    if is_dataclass(kind) and isinstance(kind, type):
        return _built(kind, value)
    if get_origin(kind) is tuple:
        return _items(value, get_args(kind))
    if get_origin(kind) is Mapping:
        return {key: _read(each, get_args(kind)[1]) for key, each in as_map(value).items()}
    if is_list(value) and (listed := [each for each in get_args(kind) if get_origin(each) is tuple]):
        return _read(value, listed[0])
    choices = [each for each in get_args(kind) if is_dataclass(each)]
    if value is None or not choices:
        return value
    return _tagged(value) if getattr(choices[0], "__name__", "") in _BY_NAME else _read(value, choices[0])


def _built(kind: Any, value: Json) -> Any:
    given = as_map(value)
    hints = _hints(kind)
    usual = {name for name, each in _fields(kind) if each is not MISSING}
    return kind(
        **{name: _read(given[name], hint) for name, hint in hints.items() if name in given or name not in usual}
    )


def _items(value: Json, kinds: tuple[Any, ...]) -> tuple[Any, ...]:
    if not is_list(value):
        raise TypeError(f"{value!r} is no list")
    if kinds[-1] is ...:
        return tuple(_read(each, kinds[0]) for each in value)
    return tuple(_read(each, kind) for each, kind in zip(value, kinds, strict=True))


def _tagged(value: Json) -> Any:
    if isinstance(value, str):
        return _BY_NAME[value]()
    ((name, content),) = as_map(value).items()
    kind = _BY_NAME[name]
    first = next(iter(_hints(kind)))
    whole = is_map(content) and content.keys() <= _hints(kind).keys()
    return _built(kind, content if whole else {first: content})


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Return the names of a class's fields, each with its usual value or MISSING."""
    return tuple((each.name, each.default) for each in fields(kind))


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
