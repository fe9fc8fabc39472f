"""Events: what each request that the API sends is called where it is read, and how it says which it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from ...ir import (
    NULL,
    Callback,
    Class,
    Enumeration,
    FormContent,
    JsonContent,
    Literal,
    Model,
    Ref,
    Resource,
    Signing,
    Telling,
    Type,
    Union,
    Webhook,
)
from ...report import Location, Report
from ..read.provider import Provider
from ..read.provider_file import line_of
from .aliases import fields_of, resolved

Event: TypeAlias = Webhook | Callback
Value: TypeAlias = str | int


def with_events(
    webhooks: tuple[Webhook, ...], resources: tuple[Resource, ...]
) -> tuple[tuple[Webhook, ...], tuple[Resource, ...]]:
    """Return webhooks and resources with the names of events settled.

    A webhook has its own name, a callback that of the call it is sent for, `resource.method.callback`. Of several with
    one name the POST keeps it, and the others have their method behind it, then a number.
    """
    taken = set[str]()
    named = {id(each): _free(name, each, taken) for name, each in _posts_first(_wanted(webhooks, resources))}
    return (
        tuple(replace(each, event=named[id(each)]) for each in webhooks),
        tuple(
            replace(
                resource,
                operations=tuple(
                    replace(one, callbacks=tuple(replace(each, event=named[id(each)]) for each in one.callbacks))
                    if one.callbacks
                    else one
                    for one in resource.operations
                ),
            )
            for resource in resources
        ),
    )


def _wanted(webhooks: Iterable[Webhook], resources: Iterable[Resource]) -> Iterator[tuple[str, Event]]:
    yield from ((each.name, each) for each in webhooks)
    for resource in resources:
        for operation in resource.operations:
            for each in operation.callbacks:
                yield f"{resource.name}.{operation.name}.{each.name}", each


def _posts_first(found: Iterable[tuple[str, Event]]) -> list[tuple[str, Event]]:
    return sorted(found, key=lambda each: (isinstance(each[1], Callback), each[1].method != "POST"))


def _free(name: str, event: Event, taken: set[str]) -> str:
    if name in taken:
        name = f"{name}.{event.method.lower()}"
    free, number = name, 2
    while free in taken:
        free, number = f"{name}.{number}", number + 1
    taken.add(free)
    return free


def signing(provider: Provider, events: Iterable[Event], report: Report) -> Signing:
    """Return what a receiver needs for signatures; a choice for them where nothing is signed is an error."""
    chosen = provider.webhooks
    if chosen is None:
        return Signing()
    if not any(each.signed for each in events):
        line, column = line_of(report.sources.get(provider.file, ""), "[webhooks]")
        place = Location(provider.file, line=line, column=column)
        help = "the document has to have webhooks or callbacks, and to say how they are signed, or `signature` here"
        report.add("E401", "the choice for [webhooks] signs nothing", place, help=help)
    return Signing(chosen.secret_env, chosen.tolerance)


def telling(events: tuple[Event, ...], models: Mapping[str, Model]) -> Telling | None:
    """Return how requests say which event they are. events: those that may come to one place.

    Properties of bodies go before headers, as a signature covers the body alone. One decides when each event has a
    value of its own: the name of the event, or one that no other event may have. Events that are all read alike need
    not be told apart.
    """
    if all(_read_as(each) == _read_as(events[0]) for each in events):
        return Telling("", "", tuple((each.event, each.event) for each in events)) if events else None
    for place, wires, values in (
        ("body", _properties(events[0], models), _in_body),
        ("header", [each.wire for each in events[0].headers], _in_headers),
    ):
        for wire in wires:
            if decided := _decided({each.event: values(each, wire, models) for each in events}):
                return Telling(place, wire, decided)
    return None


def _read_as(event: Event) -> list[tuple[str, Type]]:
    """Return the media types of a request, and what each is read as."""
    return [(each.media, each.type) for each in (event.body.contents if event.body else ())]


_Values: TypeAlias = tuple[Value, ...]


def _decided(allowed: Mapping[str, _Values]) -> tuple[tuple[Value, str], ...]:
    """Return value -> event where each event has one, else nothing. allowed: event -> the values that it may have."""
    if not all(allowed.values()):
        return ()
    claims = Counter(value for listed in allowed.values() for value in listed)
    found = [
        (value, event) for event, listed in allowed.items() for value in listed if value == event or claims[value] == 1
    ]
    return tuple(found) if {event for _, event in found} == set(allowed) else ()


def _payloads(event: Event) -> list[Type]:
    contents = event.body.contents if event.body else ()
    return [each.type for each in contents if isinstance(each, (JsonContent, FormContent))]


def _properties(event: Event, models: Mapping[str, Model]) -> list[str]:
    """Return the properties of a body, those that are required first."""
    fields = [
        each
        for found in _payloads(event)
        for model in _classes(found, models)
        for each in fields_of(Ref(model.name), models)
    ]
    return list(dict.fromkeys(each.wire for each in sorted(fields, key=lambda each: not each.required)))


def _in_body(event: Event, wire: str, models: Mapping[str, Model]) -> _Values:
    """Return the values that a property may have; none where it may be something else."""
    found: list[Value] = []
    for payload in _payloads(event):
        classes = _classes(payload, models)
        for model in classes:
            values = _in_class(model, wire, models)
            if not values:
                return ()
            found.extend(values)
        if not classes:
            return ()
    return tuple(dict.fromkeys(found))


def _classes(found: Type, models: Mapping[str, Model]) -> list[Class]:
    """Return the classes that a payload may be; none where it may be something else."""
    whole = resolved(found, models)
    if isinstance(whole, Union):
        members = [_classes(each, models) for each in whole.members]
        return [one for each in members for one in each] if all(members) else []
    model = models.get(whole.model) if isinstance(whole, Ref) else None
    return [model] if isinstance(model, Class) else []


def _in_class(model: Class, wire: str, models: Mapping[str, Model]) -> _Values:
    if model.tag is not None and model.tag.wire == wire and model.tag.mapping:
        return tuple(value for value, _ in model.tag.mapping)
    field = next((each for each in reversed(fields_of(Ref(model.name), models)) if each.wire == wire), None)
    if field is None:
        return ()
    return (field.fixed,) if field.fixed is not None else _constants(field.type, models)


def _in_headers(event: Event, wire: str, models: Mapping[str, Model]) -> _Values:
    header = next((each for each in reversed(event.headers) if each.wire.lower() == wire.lower()), None)
    return tuple(str(each) for each in _constants(header.type, models)) if header else ()


def _constants(found: Type, models: Mapping[str, Model]) -> _Values:
    """Return the texts and whole numbers that a value may be; none where it may be something else."""
    whole = resolved(found, models)
    model = models.get(whole.model) if isinstance(whole, Ref) else None
    if isinstance(whole, Union):
        members = [_constants(each, models) for each in whole.members if each != NULL]
        return tuple(one for each in members for one in each) if all(members) else ()
    values = whole.values if isinstance(whole, Literal) else ()
    if isinstance(model, Enumeration):
        values = tuple(each.value for each in model.values)
    kept = tuple(each for each in values if isinstance(each, (str, int)) and not isinstance(each, bool))
    return kept if len(kept) == len([each for each in values if each is not None]) else ()
