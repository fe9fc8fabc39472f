"""JSON pointers (RFC 6901) and attribute paths into plain data and models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, cast

from .shapes import is_list, is_mapping


class _Nothing:
    __slots__ = ()

    def __repr__(self) -> str:
        return "NOTHING"


NOTHING = _Nothing()
"""What `find` returns where there is nothing, as null is something."""


def find(data: Any, pointer: str) -> Any:
    """Return the value at a pointer, NOTHING where there is none.

    >>> find({"a": [{"b/c": 1}]}, "/a/0/b~1c")
    1
    >>> find({"a": []}, "/a/0")
    NOTHING
    """
    if not pointer:
        return data
    for token in pointer.removeprefix("/").split("/"):
        key = token.replace("~1", "/").replace("~0", "~")
        if is_mapping(data):
            data = data.get(key, NOTHING)
        elif is_list(data) and key.isascii() and key.isdigit() and int(key[:9]) < len(data):
            data = data[int(key[:9])]
        else:
            return NOTHING
    return data


def is_data(value: object) -> bool:
    """Say whether a value is what an object or an array of JSON was read as."""
    return is_mapping(value) or is_list(value) or hasattr(type(value), "model_fields")


def seen(value: Any, pointer: str) -> Any:
    """Return the value at a pointer into data and models, NOTHING where there is none."""
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        fields: set[str] | None = getattr(value, "model_fields_set", None)
        if fields is None:
            value = find(value, "/" + token)
            continue
        name = _python(cast("Any", type(value)), key)
        value = getattr(value, name, NOTHING) if name in fields else NOTHING
    return value


@lru_cache(1024)
def _python(model: type, key: str) -> str:
    """Return the attribute of a model that a name in JSON stands for."""
    fields: Mapping[str, Any] = getattr(model, "model_fields", {})
    return next((name for name, each in fields.items() if (each.alias or name) == key), key)


def walk(value: Any, names: Sequence[str]) -> Any:
    """Follow wire names or attribute names, outermost first, through models and mappings; None where one is absent."""
    for name in names:
        value = _member(value, name)
        if value is None:
            return None
    return value


def _member(value: object, name: str) -> Any:
    if is_mapping(value):
        return value.get(name)
    fields: Mapping[str, Any] = getattr(type(value), "model_fields", {})
    for python, field in fields.items():
        if (field.alias or python) == name:
            return getattr(value, python)
    if name in fields:
        return getattr(value, name)
    extra: Mapping[str, Any] | None = getattr(value, "model_extra", None)
    return None if extra is None else extra.get(name)


def same(left: object, right: object) -> bool:
    """Compare JSON scalars: true is not 1, but 1.0 is 1."""
    return left == right and isinstance(left, bool) == isinstance(right, bool)
