"""Arguments for a method and the value it has to return, from what the mock server expects and answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from generator import ir
from generator.runtime.shapes import is_dict, is_list

from .mocks import Exchange, Payload
from .packages import Found, Package

_BETWEEN = {"pipeDelimited": "|", "spaceDelimited": " "}
"""Style of a parameter -> what stands between the members of an array; a comma for the others."""


def arguments(package: Package, found: Found, exchange: Exchange) -> dict[str, Any]:
    """Return the arguments of a method that sends a request, of the types that the package asks for."""
    headers = {name.lower(): value for name, value in exchange.headers.items()}
    places: Mapping[str, Mapping[str, Any]] = {"path": found.path, "query": exchange.query, "header": headers}
    named: dict[str, Any] = {}
    for param in found.operation.params:
        wire = param.wire.lower() if param.place == "header" else param.wire
        given = places.get(param.place, {})
        if wire in given:
            value = _read(package, param.type, given[wire], _BETWEEN.get(param.style, ","))
            named[param.name] = package.arguments.python(param.type, value)
    if exchange.body:
        named["body"] = _sent(package, found.operation, exchange.body)
    return named


def returned(package: Package, operation: ir.Operation, exchange: Exchange) -> Any:
    """Return the value that a method has to return for an answer, of the types that the package says."""
    if exchange.answer is None or not exchange.answer.content:
        return None
    answer = next(each for each in operation.answers if each.status in (str(exchange.status), "default"))
    return _value(package, _content(answer.contents, exchange.answer.media), exchange.answer)


def same(got: Any, wanted: Any) -> None:
    """Assert that two values are equal and of equal types, all the way down; a number may be an int."""
    assert _same(got, wanted), f"{got!r:.300} is not {wanted!r:.300}"


def _content(contents: Sequence[ir.Content], media: str) -> ir.Content:
    """Return the content of a media type, or of a range around it; JSON of another kind for JSON."""
    media = media.partition(";")[0].strip()
    ranges = (media, f"{media.partition('/')[0]}/*", "*/*")
    fitting = [each for one in ranges for each in contents if each.media.partition(";")[0].strip() == one]
    return next(each for each in (*fitting, *contents) if fitting or isinstance(each, ir.JsonContent))


def _sent(package: Package, operation: ir.Operation, body: Payload) -> Any:
    assert operation.body is not None, "the method takes no body"
    content = _content(operation.body.contents, body.media)
    value = _value(package, content, body)
    return package.module.File(value, media=body.media) if "*" in content.media else value


def _value(package: Package, content: ir.Content, payload: Payload) -> Any:
    match content:
        case ir.BytesContent():
            return payload.content
        case ir.JsonContent() | ir.MultipartContent() | ir.FormContent() if payload.is_json:
            return package.arguments.python(content.type, payload.json())
        case ir.TextContent():
            return payload.content.decode()
        case _:
            raise TypeError(f"no value of {payload.media} follows from the mock alone")


def _read(package: Package, type: ir.Type, value: Any, between: str) -> Any:
    """Return the value of JSON that a parameter's text stands for."""
    match type:
        case ir.Ref(name):
            model = next(each for each in package.api.models if each.name == name)
            return _read(package, model.type, value, between) if isinstance(model, ir.Alias) else value
        case ir.Array(item):
            members = value.split(between) if isinstance(value, str) else value
            return [_read(package, item, each, between) for each in members]
        case ir.Literal(values):
            return next(each for each in values if str(each) == str(value))
        case ir.Scalar("integer" | "unix-time"):
            return int(value)
        case ir.Scalar("number"):
            return float(value)
        case ir.Scalar("boolean"):
            return {"true": True, "false": False}[str(value).lower()]
        case _:
            return value


def _same(one: Any, other: Any) -> bool:
    kinds: set[type[object]] = {type(one), type(other)}
    if len(kinds) > 1:
        return kinds == {int, float} and bool(one == other)
    if isinstance(one, BaseModel):
        return _same(_fields(one), _fields(other))
    if is_dict(one):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if is_list(one):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other)


def _fields(model: BaseModel) -> dict[str, Any]:
    """Return the values of a model's fields, and what else it holds."""
    return {name: getattr(model, name) for name in type(model).model_fields} | (model.model_extra or {})
