"""Answers: responses -> Answer, successes and errors apart, and the type of what a method returns."""

from __future__ import annotations

from ...data import Json, as_map
from ...ir import NULL, Answer, Type
from ...ir.walk import spoken
from ..read.document import Document, join
from .contents import Contents, read_type
from .types import union


def lower_answers(
    document: Document, operation: object, pointer: str, contents: Contents
) -> tuple[tuple[Answer, ...], tuple[Answer, ...]]:
    """Return the successes and the other answers, in document order; `default` is a success where none is named."""
    responses = as_map(as_map(operation).get("responses"))
    named = [status for status in responses if status[:1] == "2"]
    successes = named or [status for status in responses if status == "default"]
    found = {
        status: _answer(document, response, status, join(pointer, "responses", status), contents)
        for status, response in responses.items()
    }
    return (
        tuple(found[status] for status in successes),
        tuple(each for status, each in found.items() if status not in successes),
    )


def result_of(answers: tuple[Answer, ...]) -> Type:
    """Return the type of what a method returns: those of the contents that are read, over all successes."""
    types = [read_type(each) for answer in answers for each in spoken(answer)]
    return union(types) if types else NULL


def _answer(document: Document, response: Json, status: str, pointer: str, contents: Contents) -> Answer:
    value, place = document.follow(response, pointer)
    found, spoken = contents.read(value, place)
    return Answer(
        status=status.upper() if status != "default" else status,
        doc=str(as_map(value).get("description") or as_map(value).get("summary") or ""),
        headers=contents.headers(value, place),
        contents=found,
        spoken=spoken,
        at=document.at(place),
    )
