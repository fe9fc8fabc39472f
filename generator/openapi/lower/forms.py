"""Forms: what is no object has no fields, and OpenAPI does not say how it is written as a form (3.1, 4.8.14.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...ir import (
    Anything,
    BytesContent,
    Class,
    Content,
    File,
    FormContent,
    Map,
    Model,
    MultipartContent,
    Ref,
    Scalar,
    TextContent,
    Type,
    Union,
)
from ...report import Report
from .aliases import resolved
from .types import union

FORM = "application/x-www-form-urlencoded"
FORMS = (FormContent, MultipartContent)


def fields_alone(found: Type, models: Mapping[str, Model]) -> Type | None:
    """Return what of a type has fields, as a form is made of them: any value is an object with any; None for none."""
    whole = resolved(found, models)
    if isinstance(whole, Union):
        members = [member for each in whole.members if (member := fields_alone(each, models))]
        return found if len(members) == len(whole.members) else union(members) if members else None
    if isinstance(whole, Anything):
        return Map(Anything())
    is_object = isinstance(whole, Map) or (isinstance(whole, Ref) and isinstance(models.get(whole.model), Class))
    return found if is_object else None


def writable(contents: Iterable[Content], models: Mapping[str, Model], report: Report) -> tuple[Content, ...]:
    """Return the contents of a body, its forms as what can be written as one.

    A form of what is no object is left out where there is something else. Where there is nothing, it travels as it is
    given: as text, or as bytes where parts have a boundary.
    """
    found = tuple(contents)
    kept = {each.media: fields_alone(each.type, models) if isinstance(each, FORMS) else each.type for each in found}
    for each in found:
        given = kept[each.media]
        if given is None:
            answer = "it is left out" if any(kept.values()) else "the body travels as it is given"
            report.left_out("E414", f"only an object is written as {each.media}; {answer}", each.at)
        elif isinstance(resolved(each.type, models), Union) and given != each.type:
            message = f"only an object is written as {each.media}; what else its schema admits is left out"
            report.left_out("E414", message, each.at)
    if not any(kept.values()):
        return tuple(_as_it_is(each) for each in found)
    return tuple(replace(each, type=type) for each in found if (type := kept[each.media]) is not None)


def _as_it_is(form: Content) -> Content:
    if isinstance(form, FormContent):
        return TextContent(form.media, Scalar("string"), form.at)
    return BytesContent(form.media, File(), form.at)
