"""Reach: which operations need a model, and by which way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from . import Api
from .contents import Answer, Body
from .models import Class, Model
from .types import Type
from .walk import events, references, types_of


class Step(NamedTuple):
    """owner: a model, a method or an event. word: its field, or the part of the call; model: what stands there."""

    owner: str
    word: str
    model: str


def ways_to(api: Api, name: str) -> list[tuple[Step, ...]]:
    """Return a shortest way from each operation and event that reaches a model, in their order."""
    towards = _towards(api, name)
    found: list[tuple[Step, ...]] = []
    for starts in _starts(api):
        ways = [(start, *_rest(start.model, towards)) for start in starts if start.model in towards]
        if ways:
            found.append(min(ways, key=len))
    return found


def _rest(model: str, towards: Mapping[str, Step | None]) -> Iterator[Step]:
    while step := towards[model]:
        yield step
        model = step.model


def _towards(api: Api, name: str) -> dict[str, Step | None]:
    """Return each model that leads to one -> the first step of a shortest way; none for the one itself."""
    users: dict[str, list[Step]] = {}
    for model in api.models:
        for step in _steps(model):
            users.setdefault(step.model, []).append(step)
    found: dict[str, Step | None] = {name: None}
    pending = [name]
    for each in pending:
        for step in users.get(each, ()):
            if step.owner not in found:
                found[step.owner] = step
                pending.append(step.owner)
    return found


def _steps(model: Model) -> Iterator[Step]:
    """Yield what a model leads to: by its fields, its bases, and the kinds that a tag tells apart."""
    words = [each.name for each in model.fields] if isinstance(model, Class) else []
    for index, found in enumerate(types_of(model)):
        word = words[index] if index < len(words) else "*" if words or isinstance(model, Class) else ""
        yield from (Step(model.name, word, each) for each in references(found))
    if isinstance(model, Class):
        yield from (Step(model.name, "extends", each) for each in model.bases)
        yield from (Step(model.name, f"{value!r}", kind) for value, kind in _kinds(model))


def _kinds(model: Class) -> tuple[tuple[str, str], ...]:
    return model.tag.mapping if model.tag else ()


def _starts(api: Api) -> Iterator[list[Step]]:
    """Yield the first steps of each operation, then of each event."""
    for resource in api.resources:
        for each in resource.operations:
            owner = f"{resource.name}.{each.name}" if resource.name else each.name
            parts: list[tuple[str, Type]] = [(param.name, param.type) for param in each.params]
            parts += [*_body(each.body), *_answers(each.answers), *_answers(each.errors)]
            yield [Step(owner, word, model) for word, found in parts for model in references(found)]
    for event in events(api):
        parts = [*_body(event.body), *((header.wire, header.type) for header in event.headers)]
        yield [Step(event.event or event.name, word, model) for word, found in parts for model in references(found)]


def _body(body: Body | None) -> list[tuple[str, Type]]:
    return [("body", each.type) for each in body.contents] if body else []


def _answers(answers: Iterable[Answer]) -> Iterator[tuple[str, Type]]:
    for answer in answers:
        yield from ((answer.status, each.type) for each in answer.contents)
        yield from ((f"{answer.status} {header.wire}", header.type) for header in answer.headers)
