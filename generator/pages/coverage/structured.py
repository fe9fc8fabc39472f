"""Structured: data inside a page -> facts. An OpenAPI document, an operation, or a sample of JSON.

In: the data of a block with the places of its values. Out: facts. What is neither leaves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...data import Json, as_map, as_text, is_list, is_map
from ...openapi.read.document import Document, join
from ...openapi.read.json_positions import Marks
from ...openapi.read.load import position
from ...openapi.schema.walk import METHODS
from ...report import Location
from .facts import EXISTS, ITEM, Fact, Place, Subject
from .hints import few_hints
from .internal import internal_document, is_internal
from .reading import Reading


def is_document(data: Json) -> bool:
    """Say whether data holds operations: a document of OpenAPI, or one operation with its path."""
    return is_map(data) and (_is_operation(data) or is_map(data.get("paths")))


def document_facts(data: Json, file: str, marks: Marks) -> Iterator[Fact]:
    """Yield what a document, or one operation with its path, states."""
    document = internal_document(data, file) if is_internal(data) else Document(file, as_map(data))
    if _is_operation(data):
        path, method = as_text(as_map(data)["path"]), as_text(as_map(data)["method"]).lower()
        document = Document(file, {"paths": {path: {method: data}}}, {join("/paths", path, method): Location(file, "")})

    def place(pointer: str, *, is_key: bool = False) -> Place:
        at = document.at(pointer)
        line, column = position(marks, Location(file, at.pointer, is_key=is_key))
        return Place(file, line, column)

    for node in Reading(document).nodes():
        if node.subject.part != "document":
            yield Fact(node.subject, EXISTS, "", place(node.pointer, is_key=True))
        for kind, value, pointer in node.stated:
            yield Fact(node.subject, kind, value, place(pointer))
        for text, pointer in node.notes:
            for kind, value in few_hints(text):
                yield Fact(node.subject, kind, value, place(pointer))


def sample_facts(data: Json, subject: Subject, file: str, marks: Marks, pointer: str = "") -> Iterator[Fact]:
    """Yield the names in a sample of JSON, and the types that a value leaves no doubt about."""
    line, column = position(marks, Location(file, pointer, is_key=True))
    at = Place(file, line, column)
    if pointer and subject.names[-1] != ITEM:
        yield Fact(subject, EXISTS, "", at)
    if is_map(data):
        yield Fact(subject, "type", "object", at)
        for name, value in data.items():
            yield from sample_facts(value, subject.below(name), file, marks, join(pointer, name))
    elif is_list(data):
        yield Fact(subject, "type", "array", at)
        for index, value in enumerate(data):
            yield from sample_facts(value, subject.below(ITEM), file, marks, join(pointer, index))
    elif data is None:
        yield Fact(subject, "nullable", "true", at)
    elif isinstance(data, (bool, str)):
        yield Fact(subject, "type", "boolean" if isinstance(data, bool) else "string", at)


def _is_operation(data: Json) -> bool:
    given = as_map(data)
    method, path = given.get("method"), given.get("path")
    return isinstance(path, str) and isinstance(method, str) and method.lower() in METHODS
