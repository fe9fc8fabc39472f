"""Merge patches: null deletes what it stands for (RFC 7396, 2), so that values of maps may be null, and fields that may
be missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ...ir import (
    NULL,
    Alias,
    Anything,
    Array,
    Body,
    Class,
    Content,
    Field,
    JsonContent,
    Map,
    Model,
    Operation,
    Ref,
    Resource,
    Tuple,
    Type,
    Union,
    Webhook,
)
from ...ir.walk import inner, types_of
from .types import union

_MEDIA = "application/merge-patch+json"


def with_deletions(
    models: tuple[Model, ...], resources: tuple[Resource, ...], webhooks: tuple[Webhook, ...]
) -> tuple[tuple[Model, ...], tuple[Resource, ...]]:
    """Return models and resources whose merge patches can delete fields and the keys of maps.

    A model that stands for more than patches stays as it is: a patch with a map in such a one may also be plain data.
    """
    known = {model.name: model for model in models}
    roots = [each for resource in resources for operation in resource.operations for each in _patches(operation)]
    if not roots:
        return models, resources
    patched = _reached(roots, known)
    others = _others(resources, webhooks)
    others += [each for name in patched for found in _parts(known[name]) for each in _in_arrays(found)]
    shared = _reached(others, known, arrays=True)
    opened = tuple(_opened_model(each) if each.name in patched - shared else each for each in models)
    closed = {name for name in patched & shared if any(_holds_map(each) for each in _parts(known[name]))}
    changed = tuple(
        replace(each, operations=tuple(_operation(one, closed, known) for one in each.operations)) for each in resources
    )
    return opened, changed


def _patches(operation: Operation) -> Iterator[Type]:
    for content in operation.body.contents if operation.body else ():
        if _is_patch(content):
            yield content.type


def _is_patch(content: Content) -> bool:
    return isinstance(content, JsonContent) and content.media.partition(";")[0].strip().lower() == _MEDIA


def _others(resources: tuple[Resource, ...], webhooks: tuple[Webhook, ...]) -> list[Type]:
    """Return the types of all that is sent and received but merge patches."""
    found: list[Type] = []
    bodies: list[Body | None] = [each.body for each in webhooks]
    for operation in (each for resource in resources for each in resource.operations):
        found += [each.type for each in operation.params]
        answers = (*operation.answers, *operation.errors)
        found += [content.type for each in answers for content in each.contents]
        found += [header.type for each in answers for header in each.headers]
        found += [each.type for each in (operation.error_when,) if each]
        bodies += [operation.body, *(each.body for each in operation.callbacks)]
    return found + [content.type for body in bodies if body for content in body.contents if not _is_patch(content)]


def _reached(roots: Iterable[Type], known: Mapping[str, Model], *, arrays: bool = False) -> set[str]:
    """Return the models that types lead to. arrays: also through arrays, which a patch replaces as a whole."""
    found: set[str] = set()
    pending = [name for each in roots for name in _references(each, arrays=arrays)]
    while pending:
        name = pending.pop()
        if name not in found and name in known:
            found.add(name)
            pending += [one for each in _parts(known[name]) for one in _references(each, arrays=arrays)]
    return found


def _parts(model: Model) -> list[Type]:
    """Return the types that a model is made of, its bases among them."""
    return [*types_of(model), *(Ref(base) for base in (model.bases if isinstance(model, Class) else ()))]


def _references(found: Type, *, arrays: bool) -> Iterator[str]:
    if isinstance(found, Ref):
        yield found.model
    if arrays or not isinstance(found, Array | Tuple):
        for each in inner(found):
            yield from _references(each, arrays=arrays)


def _in_arrays(found: Type) -> Iterator[Type]:
    """Yield the arrays in a type."""
    if isinstance(found, Array | Tuple):
        yield found
    else:
        for each in inner(found):
            yield from _in_arrays(each)


def _holds_map(found: Type) -> bool:
    return isinstance(found, Map) or (isinstance(found, Union) and any(map(_holds_map, found.members)))


def _opened(found: Type) -> Type:
    """Let null stand for each value of the maps of a type."""
    if isinstance(found, Map):
        return replace(found, value=union([_opened(found.value), NULL]))
    if isinstance(found, Union):
        return union([_opened(each) for each in found.members], found.tag, found.facts)
    return found


def _opened_field(field: Field) -> Field:
    """Let null stand for a field that may be missing, which deletes it."""
    found = _opened(field.type)
    return replace(field, type=found if field.required else union([found, NULL]))


def _opened_model(model: Model) -> Model:
    if isinstance(model, Class):
        return replace(model, fields=tuple(map(_opened_field, model.fields)))
    return replace(model, type=_opened(model.type)) if isinstance(model, Alias) else model


def _operation(operation: Operation, closed: set[str], known: Mapping[str, Model]) -> Operation:
    """Open the maps of a patch. closed: models whose maps cannot be opened."""
    body = operation.body
    if body is None or not any(map(_is_patch, body.contents)):
        return operation
    contents: list[Content] = []
    for content in body.contents:
        if _is_patch(content):
            plain = [Map(Anything())] if closed & _reached([content.type], known) else []
            content = replace(content, type=union([_opened(content.type), *plain]))
        contents.append(content)
    return replace(operation, body=replace(body, contents=tuple(contents)))
