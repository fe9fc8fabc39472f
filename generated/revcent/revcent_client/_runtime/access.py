"""Fields that travel one way only: what is read-only is not sent, what is write-only is not looked for in answers.

The tables of a package say which those are. Its classes read as answers come: they demand the read-only fields, and no
write-only ones. Constructors demand it the other way round, at any depth. Loaded where a package has such fields.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic_core import CoreConfig, SchemaValidator, core_schema

from .dump import Wire
from .shapes import is_dict, is_list, is_tuple

Marks = tuple[frozenset[str], Mapping[str, bool]]
"""The read-only fields of a class by their names in JSON, and those that have to be sent: whether null may be."""

_CONFIG = CoreConfig(hide_input_in_errors=True, allow_inf_nan=False)


def marks(cls: type[BaseModel]) -> Marks:
    """Return what the tables say of a class and of those that it extends."""
    read: set[str] = set()
    write: dict[str, bool] = {}
    for each in cls.__mro__:
        home = sys.modules.get(each.__module__.rpartition(".")[0])
        read |= {*getattr(home, "READ_ONLY", {}).get(each.__name__, ())}
        write |= getattr(home, "WRITE_ONLY", {}).get(each.__name__, {})
    return frozenset(read), write


def settle(cls: type[BaseModel], schema: Any) -> None:
    """Let a class be read without what is write-only, and be sent without what is read-only; in place."""
    read, write = marks(cls)
    if not read and not write:
        return
    node = schema
    while node["type"] != "model":
        node = node["schema"]
    for wire, field in _fields(node):
        if wire in write and field["schema"]["type"] != "default":  # a schema that is built already comes here again
            field["schema"] = _optional(field["schema"])
    node["serialization"] = core_schema.wrap_serializer_function_ser_schema(_writer(cls, read, write), info_arg=True)


def building(schema: Any) -> SchemaValidator | None:
    """Return the validator of what is to be sent, given the schema that reads it; None where they are the same."""
    changed: list[str] = []
    whole = _turned(schema, changed, {})
    return SchemaValidator(whole, _CONFIG, _use_prebuilt=False) if changed else None


def _writer(cls: type[BaseModel], read: frozenset[str], write: Mapping[str, bool]) -> Callable[..., Any]:
    def dump(model: Any, handler: Any, info: Any) -> Any:
        data = handler(model)
        if not isinstance(info.context, Wire) or info.context.missing is None or not isinstance(model, cls):
            return data
        for wire, admits_null in write.items():
            if is_dict(data) and (wire not in data or (data[wire] is None and not admits_null)):
                info.context.missing.append(f"{type(model).__name__}.{wire}")
        return {key: value for key, value in data.items() if key not in read} if is_dict(data) else data

    return dump


def _turned(node: Any, changed: list[str], known: dict[int, Any]) -> Any:
    """Copy a schema, its models demanding what has to be sent. changed: grows with each field that this concerns."""
    if id(node) in known:
        return known[id(node)]
    if is_list(node):
        return [_turned(each, changed, known) for each in node]
    if is_tuple(node):
        return tuple(_turned(each, changed, known) for each in node)
    if not is_dict(node):
        return node
    copy: dict[str, Any] = {}
    known[id(node)] = copy
    copy.update({key: each if key in _APART else _turned(each, changed, known) for key, each in node.items()})
    if copy.get("type") == "model":
        read, write = marks(copy["cls"])
        for wire, field in _fields(copy) if read or write else ():
            inner = field["schema"]
            if wire in read and inner["type"] != "default":
                field["schema"] = _optional(inner)
                changed.append(wire)
            elif wire in write and inner["type"] == "default":
                field["schema"] = inner["schema"]
                changed.append(wire)
    return copy


_APART = frozenset({"metadata", "serialization", "config", "expected"})


def _fields(model: Any) -> list[tuple[str, Any]]:
    """Return the fields of the schema of a model, by their names in JSON."""
    node = model["schema"]
    while "fields" not in node:
        if "schema" not in node:
            return []
        node = node["schema"]
    return [(str(each.get("validation_alias", name)), each) for name, each in node["fields"].items()]


def _optional(schema: Any) -> dict[str, Any]:
    return {"type": "default", "schema": schema, "default": None}
