"""The normal form, looked at after each pass over real and made-up documents; and that its checker sees what it is for.

CORPUS=all takes every document of the folder that SHARED names, else a fixed few of them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from shared import CORPUS

from generator.data import Json
from generator.openapi.check.validate import validate
from generator.openapi.normalize import passes
from generator.openapi.normalize.form import AFTER, faults
from generator.openapi.read.bundle import bundle
from generator.openapi.read.document import Document
from generator.openapi.read.load import load
from generator.openapi.read.provider import NO_LOCK
from generator.pipeline import NAMES
from generator.report import Report

ROOT = Path(__file__).parent.parent.parent
QUICK = ("swagger-petstore__v3", "voucherify__customers", "up-bank__main", "bigcommerce__customers-v3")
FOUND = sorted(path for path in CORPUS.glob("*") if path.suffix in (".json", ".yaml"))
DOCUMENTS = [
    *sorted(ROOT.glob("tests/cases/*/spec.yaml")),
    *sorted(ROOT.glob("specs/*/openapi.yaml")),
    *(path for path in FOUND if os.environ.get("CORPUS") == "all" or path.stem in QUICK),
]


@pytest.mark.parametrize("path", DOCUMENTS, ids=[f"{path.parent.name}-{path.stem}" for path in DOCUMENTS])
def test_every_pass_leaves_its_form(path: Path) -> None:
    report = Report()
    draft = load(path, report)
    bundle(draft, path.parent, report)
    assert faults(draft, "bundle") == []
    validate(draft, report)
    assert faults(draft, "validate") == []
    for name in passes(draft, NAMES, report, {}, NO_LOCK):
        assert faults(draft, name) == [], f"after {name}"
    assert draft.freeze().data and draft.data == {}, "what is frozen leaves the draft empty"


TEXT: dict[str, Json] = {"type": "string"}
PET: dict[str, Json] = {"type": "object", "properties": {"kind": {"type": "string"}}}
CAT: dict[str, Json] = {"$ref": "#/components/schemas/Cat"}


BROKEN: list[tuple[str, Json]] = [
    ("tree", {"type": "array", "items": {"anyOf": [TEXT, TEXT]}}),
    ("lead", {"$ref": "#/components/schemas/Dog"}),
    ("lead", {"type": "array", "items": {"$ref": "#/components/responses/Cat"}}),
    ("lead", {"type": "array", "items": {"$ref": "#/components/schemas/Cat/properties/kind"}}),
    ("wording", {"type": "string", "nullable": True}),
    ("wording", {"type": "integer", "minimum": 1, "exclusiveMinimum": True}),
    ("wording", {"type": "string", "example": "a"}),
    ("wording", {"oneOf": [CAT]}),
    ("kinds", {"type": "array", "properties": {"a": {}}}),
    ("kinds", {"type": "object", "items": {}}),
    ("kinds", {"type": "integer", "minLength": 1}),
    ("kinds", {"$ref": "#/components/schemas/Name", "minimum": 1}),
    ("named", {"type": "array", "items": {"type": "object", "properties": {"a": {}}}}),
    ("named", {"anyOf": [{"type": "string"}, {"properties": {"a": {}}}]}),
    ("grammar", {"type": "array", "items": {"allOf": [CAT]}}),
    ("grammar", {"type": "object", "properties": {"a": {}}, "oneOf": [CAT, {"type": "string"}]}),
    ("grammar", {"$ref": "#/components/schemas/Cat", "enum": [1]}),
    ("grammar", {"allOf": [CAT, dict(CAT)]}),
    ("grammar", {"allOf": [{"required": ["kind"]}, CAT]}),
    ("grammar", {"allOf": [CAT, {"required": ["a"]}, {"required": ["b"]}]}),
    ("grammar", {"allOf": [{"$ref": "#/components/schemas/Name"}]}),
    ("nulls", {"type": ["string", "null"]}),
    ("tags", {"oneOf": [CAT, {"type": "string"}], "discriminator": {"propertyName": "kind"}}),
]
"""A clause, and a schema that breaks it."""


@pytest.mark.parametrize(("clause", "schema"), BROKEN)
def test_what_breaks_a_clause_is_seen(clause: str, schema: Json) -> None:
    schemas: Json = {"Cat": PET, "Name": {"type": "string"}, "Asked": schema}
    found = faults(Document("spec.yaml", {"components": {"schemas": schemas}}))
    assert clause in {each.partition(":")[0] for each in found}, found


def test_a_media_type_that_is_not_written_out_is_seen() -> None:
    media: Json = {"content": {"text/plain": {"$ref": "#/components/mediaTypes/Text"}}}
    document = Document("spec.yaml", {"components": {"mediaTypes": {"Text": {}}, "requestBodies": {"Words": media}}})
    assert [each.partition(":")[0] for each in faults(document)] == ["contents", "contents"]


def test_an_event_whose_data_is_text_for_something_else_is_seen() -> None:
    event: Json = {"type": "object", "properties": {"data": {"type": "string", "contentSchema": {"type": "integer"}}}}
    media: Json = {"content": {"text/event-stream": {"itemSchema": event}}}
    document = Document("spec.yaml", {"components": {"requestBodies": {"Events": media}}})
    assert "event_data" in {each.partition(":")[0] for each in faults(document)}


def test_every_clause_is_tried() -> None:
    assert {"contents", "event_data", *(clause for clause, _ in BROKEN)} == {
        clause.__name__ for clauses in AFTER.values() for clause in clauses
    }


def test_a_sound_document_has_no_faults() -> None:
    schemas: Json = {
        "Cat": PET,
        "Tom": {"allOf": [dict(CAT), {"type": "object", "properties": {"age": {"type": ["integer", "null"]}}}]},
        "Either": {"oneOf": [dict(CAT), {"$ref": "#/components/schemas/Tom"}]},
        "Names": {"type": "object", "additionalProperties": {"type": "string"}},
        "Never": {"type": "null"},
    }
    assert faults(Document("spec.yaml", {"components": {"schemas": schemas}})) == []
