"""An Api -> the table of its models that a property tells apart: classes that are extended, and unions of classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..ir import NULL, Api, Class, JsonContent, Ref, Type, Union
from ..ir.walk import inner, types_of
from .text import literal


def tags(api: Api) -> list[str]:
    """Spell the table: a class, or the classes of a union, -> the property, and value -> class. No line for none.

    A union whose members each have a constant of their own needs no row: the models say it.
    """
    classes = {model.name: model for model in api.models if isinstance(model, Class)}
    rows: list[str] = []
    for name, model in classes.items():
        pairs = model.tag.mapping if model.tag else ()
        kinds = {value: of for value, of in pairs if _extends(of, name, classes)}
        default = model.tag.default if model.tag else ""
        others = default if default != name and _extends(default, name, classes) else ""
        kinds = {value: of for value, of in kinds.items() if others or of != name}
        if model.tag and (kinds or others):
            rows.append(_row(name, model.tag.wire, kinds, others))
    for found in _unions(api):
        if found.tag is None or found.tag.decides or not found.tag.mapping:
            continue
        names = sorted(each.model for each in found.members if isinstance(each, Ref))
        others = found.tag.default if found.tag.default in names else ""
        row = _row(" | ".join(names), found.tag.wire, dict(found.tag.mapping), others)
        if row not in rows and all(name in classes for name in names):
            rows.append(row)
    return ["", "TAGS: dict[str, tuple[str, dict[str | None, str]]] = {", *rows, "}"] if rows else []


def _row(key: str, wire: str, kinds: Mapping[str, str], others: str) -> str:
    """Spell a row; None stands for any other value, and for none."""
    pairs = [f"{literal(value)}: {literal(of)}" for value, of in kinds.items()]
    pairs += [f"None: {literal(others)}"] if others else []
    return f"    {literal(key)}: ({literal(wire)}, {{{', '.join(pairs)}}}),"


def _unions(api: Api) -> Iterator[Union]:
    """Yield the unions of models in models and answers."""
    operations = [operation for resource in api.resources for operation in resource.operations]
    answers = [each for operation in operations for each in (*operation.answers, *operation.errors)]
    pending: list[Type] = [each for model in api.models for each in types_of(model)]
    pending += [each.type for answer in answers for each in answer.contents if isinstance(each, JsonContent)]
    pending.reverse()
    while pending:
        found = pending.pop()
        pending.extend(reversed(inner(found)))
        if isinstance(found, Union) and all(isinstance(each, Ref) for each in found.members if each != NULL):
            yield found


def _extends(name: str, base: str, classes: Mapping[str, Class]) -> bool:
    """Say whether a class is another one or extends it, at any depth."""
    return name == base or any(
        _extends(each, base, classes) for each in (classes[name].bases if name in classes else ())
    )
