"""Classes told apart by a property: which one the data is of, and pydantic's schema for it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from .model import Own, tags
from .shapes import is_dict, is_list

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

OWN = ""
"""The choice of the class itself: for a value of the tag that the document does not know, or none."""


def choice(
    cls: type[BaseModel], tag: str, kinds: Mapping[str | None, str], own: Any, handler: GetCoreSchemaHandler
) -> dict[str, Any]:
    """Return the schema of a class that is read as one of its children.

    tag: the property, as JSON names it. kinds: value -> name of a child, None standing for any other value. own: the
    schema of the class itself.
    """
    home = sys.modules[cls.__module__.rpartition(".")[0]]
    children: dict[str, type[BaseModel]] = {name: getattr(home, name) for name in dict.fromkeys(kinds.values())}
    children.pop(cls.__name__, None)
    choices: dict[str, Any] = {name: handler.generate_schema(child) for name, child in children.items()}
    plain = {key: value for key, value in own.items() if key != "ref"}
    return {
        "type": "tagged-union",
        "choices": {OWN: plain, **choices},
        "discriminator": _chooser(tag, kinds, children),
        "ref": own["ref"],  # references from within lead to the choice, not to the class itself
    }


class ToldApart:
    """Beside a type in Annotated: its unions are read by their tags, where the models have a table of them."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> Any:
        schema = handler(source)
        tell_apart(schema, handler)
        return schema


def tell_apart(schema: Any, handler: GetCoreSchemaHandler) -> None:
    """Rewrite, in place, the unions in a schema whose members a property tells apart. Other models are not entered."""
    pending, seen = [schema], set[int]()
    while pending:
        node: Any = pending.pop()
        if is_list(node) or isinstance(node, tuple):
            pending += node
        elif is_dict(node) and id(node) not in seen:
            seen.add(id(node))
            if node.get("type") == "definition-ref":
                pending += _other_than_model(node, handler)
            elif node.get("type") == "union":
                _settle(node, handler)
            pending += [node[key] for key in _INSIDE if key in node]
            pending += node.get("fields", {}).values() if node.get("type") == "model-fields" else ()


_INSIDE = ("schema", "items_schema", "values_schema", "extras_schema", "choices")


def _settle(union: dict[str, Any], handler: GetCoreSchemaHandler) -> None:
    members: list[Any] = [each[0] if isinstance(each, tuple) else each for each in union["choices"]]
    classes = [_member(each, handler) for each in members]
    if not all(classes):
        return
    names = {each.__name__: each for each in classes if each}
    documented = tags(next(iter(names.values()))).get(" | ".join(sorted(names)))
    rule = documented or _own_constants(names)
    if rule:
        by_shape = dict(union)
        union.clear()
        choices = dict(zip(names, members, strict=True))
        union.update(type="tagged-union", choices=choices, discriminator=_chooser(rule[0], rule[1], names))
        if "ref" in by_shape:
            union["ref"] = by_shape.pop("ref")
        if documented:
            choices[OWN] = by_shape
        else:  # data without one of the constants is of no class
            union.update(custom_error_type="unknown_kind", custom_error_message=f"{rule[0]} names no known kind")


def _other_than_model(reference: Any, handler: GetCoreSchemaHandler) -> list[Any]:
    """Return the schema that a reference leads to, if that is of no model; none that is just being built."""
    try:
        found: Any = handler.resolve_ref_schema(reference)
    except LookupError:
        return []
    return [] if _class_of(found) else [found]


def _member(schema: Any, handler: GetCoreSchemaHandler) -> type[BaseModel] | None:
    """Return the model that a member of a union is; one that is just being built has no schema yet, but a name."""
    try:
        return _class_of(handler.resolve_ref_schema(schema))
    except LookupError:
        place, _, number = str(schema["schema_ref"]).rpartition(":")
        module, _, name = place.rpartition(".")
        found: Any = getattr(sys.modules.get(module), name, None)
        return found if isinstance(found, type) and number == str(id(found)) else None


def _own_constants(classes: Mapping[str, type[BaseModel]]) -> tuple[str, dict[str | None, str]] | None:
    """Return the property of which each class demands constants that no other class has, and value -> class name.

    Data with one of them is of no other class: without this each class would be tried, and each class within it.
    """
    for tag in _constants(next(iter(classes.values()))) if len(classes) > 1 else ():
        values = {name: _constants(each).get(tag, ()) for name, each in classes.items()}
        kinds: dict[str | None, str] = {value: name for name, listed in values.items() for value in listed}
        if all(values.values()) and len(kinds) == sum(map(len, values.values())):
            return tag, kinds
    return None


def _constants(cls: type[BaseModel]) -> dict[str, tuple[str, ...]]:
    """Return wire name -> values, of the fields that have to be one of some texts."""
    found: dict[str, tuple[str, ...]] = {}
    for name, field in cls.model_fields.items():
        values: tuple[Any, ...] = get_args(field.annotation) if get_origin(field.annotation) is Literal else ()
        if values and field.is_required() and all(isinstance(each, str) for each in values):
            found[field.alias or name] = values
    return found


def _class_of(schema: Any) -> type[BaseModel] | None:
    """Return the model that a schema is of, the class itself where its children may come."""
    if schema["type"] == "tagged-union" and is_dict(schema["choices"]) and OWN in schema["choices"]:
        schema = schema["choices"][OWN]
    found: type[BaseModel] | None = schema.get("cls") if schema["type"] == "model" else None
    return found


def _chooser(
    tag: str, kinds: Mapping[str | None, str], children: Mapping[str, type[BaseModel]]
) -> Callable[[Any], str]:
    """Return the function that names the choice for some data: a JSON object, the fields of a model by their names, or
    a model that is one already."""
    names = {child: name for name, child in children.items()}

    @cache  # not before the classes are built
    def spelt() -> tuple[str, ...]:
        fields = (field for child in children.values() for field in child.model_fields.items())
        return tuple({name for name, field in fields if field.alias == tag})

    def choose(data: Any) -> str:
        if isinstance(data, BaseModel):
            return next((names[each] for each in type(data).__mro__ if each in names), OWN)
        if not is_dict(data) or isinstance(data, Own):
            return OWN
        value: Any = data[tag] if tag in data else next((data[each] for each in spelt() if each in data), None)
        name = kinds.get(value if isinstance(value, str) else None) or kinds.get(None, OWN)
        return name if name in children else OWN

    return choose
