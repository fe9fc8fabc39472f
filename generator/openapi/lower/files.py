"""Files: what is a file in a multipart body that is sent. Anywhere else binary data is plain bytes, as JSON text is.

The fields of the class that the body is made from are files, and what they refer to by aliases; what stands deeper is
JSON. A class that is also read from JSON takes files too: bytes are what is read then.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ...ir import Alias, Anything, Class, File, Free, Model, Scalar, Type, Union
from ...ir.walk import inner, references, types_of
from .types import within

_AS_IT_IS = ("", "7bit", "8bit", "binary")
"""Values of contentEncoding that leave bytes as they are (RFC 2045, 6.2)."""

_TEXT = re.compile(r"text/.*|application/([\w.+-]+\+)?(xml|yaml)|application/javascript")
_JSON = re.compile(r"application/([\w.+-]+\+)?json")


def content_media_type(found: Type) -> str:
    """Return the contentMediaType of bytes that are not encoded as text; "" for none."""
    stated = {key: json.loads(text) for key, text in found.facts.others}
    media = stated.get("contentMediaType")
    plain = stated.get("contentEncoding", "") in _AS_IT_IS
    return media if isinstance(media, str) and plain else ""


def part_media_type(found: Type) -> str:
    """Return the media type that a file of this type is sent with; "" where it may be any."""
    named = (content_media_type(each) for each in (found, *inner(found)))
    return next((each for each in named if each and each != "application/octet-stream"), "")


def is_binary(found: Type) -> bool:
    """Say whether the whole of a body of this type is bytes, by its schema. JSON in JSON is a value."""
    if isinstance(found, Scalar):
        return found.name == "bytes"
    return isinstance(found, Anything) and bool(media := content_media_type(found)) and not _JSON.fullmatch(media)


def as_file(found: Type) -> Type:
    """Return what a caller gives for a field of a multipart body. Text with a media type may be a file too."""
    media = content_media_type(found)
    if is_binary(found):
        return File(found.facts)
    if isinstance(found, Scalar) and found.name == "string" and media and not _JSON.fullmatch(media):
        return Union((found, File(found.facts))) if _TEXT.fullmatch(media) else File(found.facts)
    return within(found, as_file)


def contains_file(found: Type) -> bool:
    """Say whether a file may stand directly in a value, or in a list of them."""
    return isinstance(found, File) or any(contains_file(each) for each in inner(found))


def reached(body: Type, models: Mapping[str, Model]) -> set[str]:
    """Return the models whose binary fields are files where a body of this type is sent."""
    found: set[str] = set()
    pending = [(name, True) for name in references(body)]
    while pending:
        name, whole = pending.pop()
        model = models.get(name)
        if name in found or not (isinstance(model, Alias) or (isinstance(model, Class) and whole)):
            continue
        found.add(name)
        pending.extend(_next(model, whole))
    return found


def _next(model: Model, whole: bool) -> Iterator[tuple[str, bool]]:
    """Yield the models that a model leads to, and whether each is the body itself."""
    if isinstance(model, Class):
        yield from ((base, True) for base in model.bases)
    inside = whole and isinstance(model, Alias)
    yield from ((name, inside) for each in types_of(model) for name in references(each))


def with_files(models: tuple[Model, ...], names: set[str]) -> tuple[Model, ...]:
    """Return the models, the binary fields of those named as files."""
    return tuple(_with_files(model) if model.name in names else model for model in models)


def _with_files(model: Model) -> Model:
    if isinstance(model, Alias):
        return replace(model, type=as_file(model.type))
    if not isinstance(model, Class):
        return model
    fields = tuple(replace(each, type=as_file(each.type)) for each in model.fields)
    extras = replace(model.extras, type=as_file(model.extras.type)) if isinstance(model.extras, Free) else model.extras
    return replace(model, fields=fields, extras=extras)
