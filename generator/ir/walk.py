"""Walks over types: what stands inside one, which models it refers to, and what an enumeration is as a type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeGuard

from . import Api
from .contents import Answer, Content, EventsContent, LinesContent, XmlContent
from .models import Alias, Class, Enumeration, Field, Free, Model
from .operations import Callback, Operation, Webhook
from .types import Array, Literal, Map, Ref, Stream, Tuple, Type, Union


def inner(found: Type) -> tuple[Type, ...]:
    """Return the types directly inside a type."""
    if isinstance(found, Array | Stream):
        return (found.item,)
    if isinstance(found, Map):
        return (found.value,)
    if isinstance(found, Tuple):
        return (*found.items, *(() if found.rest is None else (found.rest,)))
    return found.members if isinstance(found, Union) else ()


def types_of(model: Model) -> list[Type]:
    """Return the types that a model is made of: its fields', then that of its free keys; or what it stands for."""
    if isinstance(model, Class):
        return [*(each.type for each in model.fields), *([model.extras.type] if isinstance(model.extras, Free) else [])]
    return [model.type] if isinstance(model, Alias) else []


def fields_of(name: str, models: Mapping[str, Model]) -> tuple[Field, ...]:
    """Return the fields of a class, inherited ones first, each once."""
    model = models.get(name)
    if not isinstance(model, Class):
        return ()
    found = {each.wire: each for base in model.bases for each in fields_of(base, models)}
    return tuple((found | {each.wire: each for each in model.fields}).values())


def references(found: Type) -> Iterator[str]:
    """Yield the models that a type refers to, in order."""
    if isinstance(found, Ref):
        yield found.model
    for each in inner(found):
        yield from references(each)


def constants(model: Enumeration) -> Literal:
    """Return what an enumeration is without its name."""
    return Literal(tuple(each.value for each in model.values), model.facts)


def events(api: Api) -> tuple[Webhook | Callback, ...]:
    """Return all that the API sends: its webhooks, then the callbacks of its operations."""
    operations = (operation for resource in api.resources for operation in resource.operations)
    return (*api.webhooks, *(each for operation in operations for each in operation.callbacks))


def spoken(answer: Answer) -> tuple[Content, ...]:
    """Return the contents of an answer that are read."""
    return answer.contents[: answer.spoken]


def is_stream(content: Content) -> TypeGuard[EventsContent | LinesContent]:
    """Say whether a content comes one after the other."""
    return isinstance(content, (EventsContent, LinesContent))


def stream_type(content: EventsContent | LinesContent) -> Stream:
    """Return the type of what a caller gets or gives for a stream."""
    return Stream(content.type, isinstance(content, EventsContent))


def streams_of(operation: Operation) -> list[Stream]:
    """Return the streams that a method may return."""
    found = [operation.result, *([operation.streaming.type] if operation.streaming else [])]
    members = [one for each in found for one in (each.members if isinstance(each, Union) else (each,))]
    return [each for each in members if isinstance(each, Stream)]


def spoken_xml(operations: Iterable[Operation]) -> Iterator[XmlContent]:
    """Yield the XML that methods send or read: each content of a body, and those of answers that are read."""
    for operation in operations:
        read = [content for each in (*operation.answers, *operation.errors) for content in spoken(each)]
        for content in (*(operation.body.contents if operation.body else ()), *read):
            if isinstance(content, XmlContent):
                yield content


def models_in_xml(operations: Iterable[Operation], models: Mapping[str, Model]) -> set[str]:
    """Return the models that such XML is made of, with their bases and the kinds that their tags name."""
    pending = [name for each in spoken_xml(operations) for name in references(each.type)]
    found = set[str]()
    while pending:
        name = pending.pop()
        if name not in found and name in models:
            found.add(name)
            model = models[name]
            pending.extend(each for found_type in types_of(model) for each in references(found_type))
            if isinstance(model, Class):
                pending.extend([*model.bases, *(kind for _, kind in (model.tag.mapping if model.tag else ()))])
    return found
