"""Bodies that are given field by field, as keyword arguments: objects are built of them, and faults told by place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, get_args

from pydantic_core import ErrorDetails, ValidationError

from .checks import near
from .errors import InvalidArgument
from .params import OMIT
from .shapes import is_mapping, is_several

if TYPE_CHECKING:
    from pydantic import BaseModel

_STRAY = "extra_forbidden"
_MOST = 5
"""Faults that a message tells."""


_NONE: Mapping[str, str] = MappingProxyType({})


def made(
    cls: type[BaseModel],
    body: object,
    fields: Mapping[str, Any],
    *,
    optional: bool = False,
    others: Mapping[str, str] = _NONE,
) -> object:
    """Return the body that a method was given: as it is, or built from its fields. Without either it is empty, or OMIT
    where it is optional. others: field -> the argument that would be called so, and is not. Raises InvalidArgument."""
    if body is not OMIT:
        if fields:
            said = f"the body is given as a whole and by its fields ({', '.join(fields)}): one will do"
            raise InvalidArgument("; ".join([said, *(_other(name, others) for name in fields if name in others)]))
        return body
    if optional and not fields:
        return OMIT
    try:
        return cls(**fields)
    except ValidationError as error:
        wrong = dict.fromkeys(_place(cls, fields, each["loc"][:1])[0] for each in _errors(error))
        told = [_explained(cls, fields, error), *(_other(name, others) for name in wrong if name in others)]
        raise InvalidArgument("; ".join(told)) from None


def _other(name: str, others: Mapping[str, str]) -> str:
    return f"{name}= is a field of the body, and {others[name]}= what is called {name!r} beside it"


def _explained(cls: type[BaseModel], fields: Mapping[str, Any], error: ValidationError) -> str:
    """Say what is wrong, and never which value. Names that nobody knows stand first: one may be what is missing."""
    found = [each for each in _errors(error) if each["type"] != _STRAY]
    strays = [each for one in (error, error.__context__) for each in _errors(one) if each["type"] == _STRAY]
    said = dict.fromkeys(_fault(cls, fields, each) for each in (*strays, *found))
    told = [each for each in said if each]
    more = f"; and {len(told) - _MOST} more" if len(told) > _MOST else ""
    return "; ".join(told[:_MOST]) + more


def _errors(error: BaseException | None) -> list[ErrorDetails]:
    return error.errors(include_url=False, include_input=False) if isinstance(error, ValidationError) else []


def _fault(cls: type[BaseModel], fields: Mapping[str, Any], found: ErrorDetails) -> str:
    """Say one thing that is wrong; "" where an object may have any name."""
    at = found["loc"]
    if found["type"] != _STRAY:
        return f"{_place(cls, fields, at)[0]}: {_message(found)}"
    place, inside = _place(cls, fields, at[:-1])
    from .model import takes_more

    if any(takes_more(each) for each in inside):
        return ""
    name, known = str(at[-1]), [name for each in inside for name in each.model_fields]
    return f"{place}{': ' if place else ''}no field {name!r}{near(name, known)}"


def _message(found: ErrorDetails) -> str:
    """Return what pydantic says, without what it quotes."""
    text, kind = str(found["msg"]), str(found["type"])
    if kind == "union_tag_invalid":
        context = found.get("ctx", {})
        return f"{context['discriminator']} has to be one of {context['expected_tags']}"
    return text.partition(",")[0] if kind.endswith("_parsing") else text.removeprefix("Value error, ")


def _place(cls: type[BaseModel], value: object, at: tuple[str | int, ...]) -> tuple[str, list[type[BaseModel]]]:
    """Return a place as Python calls it, and the classes of which an object may stand there.

    What pydantic adds to say which member of a union it means is left out.
    """
    shown, inside = "", [cls]
    for number, key in enumerate(at):
        name, annotation = _field(inside, key)
        within = _under(value, key, name)
        if within is not OMIT and isinstance(key, int):
            shown = f"{shown}[{key}]"
        elif within is not OMIT or (annotation and number == len(at) - 1):
            shown = f"{shown}.{name}" if shown else name
            inside = [*_classes(annotation)] if annotation else inside
        else:
            inside = [each for each in inside if each.__name__ == key] or inside
            continue
        value = within
    return shown, inside


def _under(value: object, key: str | int, name: str) -> object:
    """Return what stands under a key or a name, or at a place of a list; OMIT where nothing does."""
    if is_several(value) and isinstance(key, int):
        return [*value][key]
    if not is_mapping(value):
        return OMIT
    return value.get(key, value.get(name, OMIT))


def _field(inside: Sequence[type[BaseModel]], key: str | int) -> tuple[str, Any]:
    """Return the attribute that a key is in one of some classes or in those that extend them, and its type."""
    for cls in (one for each in inside for one in (each, *each.__subclasses__())):
        for name, each in cls.model_fields.items():
            if key in (name, each.alias):
                return name, each.annotation
    return str(key), None


def _classes(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the classes that a type is made of."""
    annotation = getattr(annotation, "__value__", annotation)
    if hasattr(annotation, "model_fields"):
        yield annotation
    for each in get_args(annotation):
        yield from _classes(each)
