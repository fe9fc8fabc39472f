"""The IR: every field is read by the back end or the diff, or says here why not; and what is printed reads back."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import generator.ir
from generator.diff import compare
from generator.ir import Api, Array, Class, Facts, Model, Scalar, Type
from generator.ir.as_json import from_json, to_json
from generator.pipeline import document_source, front, with_lock
from generator.python.models import models
from generator.python.render import render
from generator.report import Report

CASES = sorted((Path(__file__).parent / "cases").glob("*/spec.yaml"))
READERS = ("/generator/python/", "/generator/diff/", "/templates/")

_PARTS = "a form is written from the body's own class; of a part only its encoding is spoken"

UNREAD = {
    "Api.name": "the folder of specs/; for whoever reads the printed form",
    **{f"{kind}.default_size": "it is `first` of the parameter, which everybody reads" for kind in ("Pages", "Offset")},
    "Stream.facts": "nothing restricts a stream; every type has facts",
    **{f"Part.{name}": _PARTS for name in ("many", "name", "required")},
    "EventsContent.at": "nothing of it is compared but its media type",
    **{f"NoContent.{name}": "there is nothing to say" for name in ("at",)},
    **{f"{kind}.places": "names.lock is written of it" for kind in ("Class", "Alias", "Enumeration")},
    "Certificate.doc": "a client takes nothing for it that could be explained",
}
"""Class and field -> why nobody reads it."""


class Recorder:
    """Stands for one slot of a class, and notes who reads it."""

    def __init__(self, slot: Any, key: str, read: set[str]) -> None:
        self._slot, self._key, self._read = slot, key, read

    def __get__(self, owner: Any, kind: Any = None) -> Any:
        if owner is None:
            return self
        if self._key in self._read:
            return self._slot.__get__(owner, kind)
        reader = sys._getframe(1)
        callers = [each.f_code.co_filename for each in (reader, reader.f_back) if each]  # a template reads by Jinja
        if any(part in caller for caller in callers for part in READERS):
            self._read.add(self._key)
        return self._slot.__get__(owner, kind)

    def __set__(self, owner: Any, value: Any) -> None:
        self._slot.__set__(owner, value)


def classes() -> list[type]:
    """Return the classes of the IR."""
    exported = (getattr(generator.ir, name) for name in generator.ir.__all__)
    return [Api, *(each for each in exported if isinstance(each, type) and dataclasses.is_dataclass(each))]


@pytest.fixture
def read() -> Iterator[set[str]]:
    """Note which fields are read while a test runs."""
    found: set[str] = set()
    replaced = [(kind, each.name, kind.__dict__[each.name]) for kind in classes() for each in dataclasses.fields(kind)]
    for kind, name, slot in replaced:
        setattr(kind, name, Recorder(slot, f"{kind.__name__}.{name}", found))
    yield found
    for kind, name, slot in replaced:
        setattr(kind, name, slot)


def lowered() -> list[Api]:
    return [api_of(path) for path in CASES]


def api_of(path: Path) -> Api:
    return front(with_lock(document_source(path), path.parent, Report(), shown=path.parent.name), Report())[0]


def with_other_facts(api: Api) -> Api:
    """Return an Api that demands other things of its integers and arrays."""
    facts = Facts(multiple_of=7, max_items=7, others=(("not", "{}"),))

    def changed(found: Type) -> Type:
        return replace(found, facts=facts) if isinstance(found, (Scalar, Array)) else found

    def model(found: Model) -> Model:
        if not isinstance(found, Class):
            return found
        return replace(
            found, fields=tuple(replace(each, type=changed(each.type)) for each in found.fields), facts=facts
        )

    return replace(api, models=tuple(model(each) for each in api.models))


def test_every_field_is_read(read: set[str]) -> None:
    apis = lowered()
    for api in apis:
        models(api, "spec.yaml")
        render(api, "spec.yaml", "httpx")
    changed = [with_other_facts(api) for api in apis]
    for old in apis:
        for new in (*apis, *changed):
            compare(old, new)
    every = {f"{kind.__name__}.{each.name}" for kind in classes() for each in dataclasses.fields(kind)}
    assert sorted(every - read - UNREAD.keys()) == []
    assert sorted(UNREAD.keys() & read) == [], "it is read now: take it off the list"
    assert UNREAD.keys() <= every


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_what_is_printed_reads_back(path: Path) -> None:
    api = api_of(path)
    printed = json.loads(json.dumps(to_json(api)))
    assert printed["ir"] == generator.ir.VERSION
    assert from_json(printed) == api
    assert to_json(from_json(printed)) == printed


@pytest.mark.parametrize(
    "change", [{"ir": 1}, {"ir": None}, {"models": 3}, {"resources": [{"name": "x"}]}, {"auth": ["X"]}]
)
def test_another_form_is_refused(change: dict[str, Any]) -> None:
    printed = to_json(front(document_source(CASES[0]), Report())[0])
    with pytest.raises(ValueError, match="intermediate representation"):
        from_json({**printed, **change})
