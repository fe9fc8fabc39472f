"""Keywords: which bodies are given field by field, as keyword arguments of a method; and what all that is called.

A body that is one class without free keys is. The fields keep their names, and an argument that is called like one
gives way: a parameter gets its place behind its name, what methods take besides gets `call_` before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...ir import (
    NULL,
    Body,
    Class,
    Closed,
    Field,
    FormContent,
    Free,
    JsonContent,
    Map,
    Model,
    MultipartContent,
    Operation,
    Ref,
    Resource,
    Type,
    Union,
    Unsaid,
    XmlContent,
)
from ...ir.walk import fields_of, references, types_of
from ..names import Names, Scope
from .aliases import resolved
from .streams import flags_of

_REST = "fields"
"""The argument that takes what is given field by field."""
_FORMS = (FormContent, MultipartContent)
_OF_OBJECTS = (*_FORMS, JsonContent, XmlContent)

Models = Mapping[str, Model]
Pair = tuple[str, str]


def is_nothing(body: Body, models: Models) -> bool:
    """Say whether a body is a form that never has a field."""
    found = [resolved(each.type, models) for each in body.contents if isinstance(each, _FORMS)]
    return len(found) == len(body.contents) and all(isinstance(each, Map) and each.closed for each in found)


def model_of(body: Body, models: Models) -> str:
    """Return the class whose fields may be given in place of a body; "" where the body is one argument.

    It is what the first of the contents is made from that takes objects, may have something to send, and has no free
    keys. What another one is made from is given as an object.
    """
    contents = [each for each in body.contents if isinstance(each, _OF_OBJECTS)]
    found = _whole(contents[0].type, models) if contents else NULL
    name = found.model if isinstance(found, Ref) else ""
    model = models.get(name)
    return name if isinstance(model, Class) and not _is_open(model, models) and sent_fields(name, models) else ""


def _whole(found: Type, models: Models) -> Type:
    """Return what is sent where it is not null."""
    found = resolved(found, models)
    members = [each for each in found.members if each != NULL] if isinstance(found, Union) else []
    return resolved(members[0], models) if len(members) == 1 else found


def _is_open(model: Class, models: Models) -> bool:
    """Say whether a class, or one that it extends, has free keys."""
    bases = (models.get(each) for each in model.bases)
    return isinstance(model.extras, Free) or any(isinstance(each, Class) and _is_open(each, models) for each in bases)


def sent_fields(name: str, models: Models) -> list[Field]:
    """Return the fields of a class that a caller gives, inherited ones among them."""
    return [each for each in fields_of(name, models) if each.access != "read"]


def fields_given(body: Body | None, models: Models, *, flagged: bool) -> set[str]:
    """Return the names of the fields that a method takes in place of its body. flagged: less what asks for a stream."""
    if body is None or not body.model:
        return set()
    names = {each.name for each in sent_fields(body.model, models)}
    return names - flags_of(body, models) if flagged else names


def _given_way(operation: Operation, models: Models, names: Names) -> tuple[Pair, ...]:
    """Return name -> what the argument is called that gave it away: to a field of the body, or `fields` to a parameter.
    What is called `self` is given by position alone."""
    fields = fields_given(operation.body, models, flagged=operation.streaming is not None)
    if operation.body is None or not fields:
        return ()
    shown = [each for each in operation.params if not each.hidden]
    taken = {each.name for each in shown}
    own = {"accept": operation.choices, "media": operation.body.contents[1:], "stream": operation.streaming}
    scope = Scope(fields | taken)
    lost = [each for each in ("body", *(name for name, has in own.items() if has), "options") if each in fields]
    lost += [each for each in (_REST,) if each in taken]
    found = [(names.snake(each.wire), each.name) for each in shown if names.snake(each.wire) in fields]
    found += [(each, scope.take(f"call_{each}")) for each in lost]
    return (*found, *([("self", "")] if "self" in fields else []))


def with_keywords(
    models: tuple[Model, ...], resources: tuple[Resource, ...], names: Names
) -> tuple[tuple[Model, ...], tuple[Resource, ...]]:
    """Return models and resources in which the fields of a class have a name, as what is given in place of an object:
    of each class that a body is made from field by field, and of those that stand inside."""
    known = {each.name: each for each in models}
    bodies = [each.body for resource in resources for each in resource.operations if each.body]
    had = [each.name for model in models for each in model.former]
    scope, named = Scope([*known, *had]), dict[str, str]()
    for name in _reached(dict.fromkeys(each.model for each in bodies if each.model), known):
        named[name] = scope.take(names.class_name(f"{name}Fields"), separator="")
    return (
        tuple(
            _with_fields(each, named.get(each.name, ""), scope) if isinstance(each, Class) else each for each in models
        ),
        tuple(
            replace(each, operations=tuple(_operation(one, named, known, names) for one in each.operations))
            for each in resources
        ),
    )


def _with_fields(model: Class, keywords: str, scope: Scope) -> Class:
    """Name the fields of a class, and what they were called under its former names, as far as that is free."""
    if not (keywords or model.former):
        return model
    wanted = [f"{each.name}Fields" if keywords else "" for each in model.former]
    former = [
        replace(each, keywords=scope.take(name) if name and name not in scope else "")
        for each, name in zip(model.former, wanted, strict=True)
    ]
    return replace(model, keywords=keywords, former=tuple(former))


def _operation(operation: Operation, named: Mapping[str, str], models: Models, names: Names) -> Operation:
    body = operation.body
    if body is None or not body.model:
        return operation
    named_body = replace(body, keywords=named[body.model])
    return replace(operation, body=named_body, given_way=_given_way(operation, models, names))


def _reached(roots: Iterable[str], models: Models) -> list[str]:
    """Return the classes without free keys that objects are made of, in the order of the document."""
    found = set[str]()
    pending = [*roots]
    while pending:
        name = pending.pop()
        model = models.get(name)
        if name in found or model is None:
            continue
        found.add(name)
        types = types_of(model)
        if isinstance(model, Class):
            types = [
                each.type
                for each in (*sent_fields(name, models), model.extras)
                if not isinstance(each, Unsaid | Closed)
            ]
            pending += [*model.bases, *(kind for _, kind in (model.tag.mapping if model.tag else ()))]
        pending += [one for each in types for one in references(each)]
    known = [each for each in models.values() if isinstance(each, Class) and each.name in found]
    return [each.name for each in known if not _is_open(each, models)]
