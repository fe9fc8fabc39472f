"""What several schemas of one value become: allOf, unions, discriminators, null; and what several files become."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.ir import Alias, Api, Class, Enumeration, Field, Model, Tag, Union
from generator.report import Report, SpecError

from .documents import DONE, api_of, json_content, spelt

TEXT: Any = {"type": "string"}


def models_of(report: Report | None = None, **schemas: Any) -> dict[str, Model]:
    """Return the models of a document with these schemas."""
    return {each.name: each for each in api_of({"components": {"schemas": schemas}}, report).models}


def class_of(schema: Any, **others: Any) -> Class:
    found = models_of(Thing=schema, **others)["Thing"]
    assert isinstance(found, Class)
    return found


def field_of(found: Class, wire: str) -> Field:
    return next(each for each in found.fields if each.wire == wire)


def ref(name: str) -> Any:
    return {"$ref": f"#/components/schemas/{name}"}


def obj(*required: str, **properties: Any) -> Any:
    return {"type": "object", "required": list(required), "properties": properties}


# allOf


def test_a_property_of_two_branches_is_what_both_say() -> None:
    first = obj("a", a={"type": "string", "minLength": 2, "description": "a word"})
    found = field_of(class_of({"allOf": [first, obj(a={"maxLength": 5})]}), "a")
    assert (found.type.facts.min_length, found.type.facts.max_length) == (2, 5)
    assert (found.doc, found.required) == ("a word", True)


def test_remarks_of_a_later_branch_leave_the_type() -> None:
    found = field_of(class_of({"allOf": [obj(a={"type": "integer"}), obj(a={"description": "how many"})]}), "a")
    assert found.doc == "how many" and found.type.facts.format == ""
    assert str(found.type).startswith("Scalar(name='integer'")


def test_constants_that_two_branches_share_are_left() -> None:
    schema = {"allOf": [{"type": "string", "enum": ["a", "b", "c"]}, {"enum": ["b", "c", "d"]}]}
    found = models_of(Thing=schema)["Thing"]
    assert isinstance(found, Enumeration) and [each.value for each in found.values] == ["b", "c"]


def test_a_whole_number_stays_one() -> None:
    found = field_of(class_of({"allOf": [obj(a={"type": "integer"}), obj(b=TEXT)]}), "a")
    assert str(found.type).startswith("Scalar(name='integer'")
    found_alias = models_of(Thing={"allOf": [{"type": "integer"}, {"type": "number", "minimum": 1}]})["Thing"]
    assert isinstance(found_alias, Alias) and str(found_alias.type).startswith("Scalar(name='integer'")


def test_a_named_branch_is_a_base_class() -> None:
    found = class_of({"allOf": [ref("Base"), obj("b", b=TEXT)]}, Base=obj(a=TEXT))
    assert found.bases == ("Base",) and [each.wire for each in found.fields] == ["b"]


@pytest.mark.parametrize(
    ("branches", "others"),
    [
        ([ref("One"), ref("Two")], {"One": obj(a=TEXT), "Two": obj(a={"type": "integer"})}),
        ([ref("One"), obj(a={"type": "integer"})], {"One": obj(a=TEXT)}),
        ([ref("One"), obj("a")], {"One": obj(a=TEXT)}),
    ],
    ids=["two bases with one field", "a field again", "a field that must be there now"],
)
def test_what_would_clash_is_merged(branches: Any, others: Any) -> None:
    found = class_of({"allOf": branches}, **others)
    assert found.bases == () and [each.wire for each in found.fields] == ["a"]


def test_required_beside_all_of_counts() -> None:
    found = class_of({"required": ["a"], "allOf": [obj(a=TEXT), obj(b=TEXT)]})
    assert [(each.wire, each.required) for each in found.fields] == [("a", True), ("b", False)]


def test_a_closed_branch_is_opened() -> None:
    found = class_of({"allOf": [{**obj(a=TEXT), "additionalProperties": False}, obj(b=TEXT)]})
    assert type(found.extras).__name__ == "Unsaid"


def test_a_circle_of_all_of_costs_its_branch() -> None:
    report = Report()
    found = models_of(report, One={"allOf": [ref("Two"), obj(a=TEXT)]}, Two={"allOf": [ref("One"), obj(b=TEXT)]})
    assert [each.code for each in report.problems] == ["E310"]
    assert {wire.wire for each in found.values() if isinstance(each, Class) for wire in each.fields} == {"a", "b"}


# Unions


def union_of(schema: Any, **others: Any) -> tuple[Union, Api]:
    api = api_of({"components": {"schemas": {"Thing": schema, **others}}})
    found = next(each for each in api.models if each.name == "Thing")
    assert isinstance(found, Alias) and isinstance(found.type, Union)
    return found.type, api


def test_properties_beside_a_union_are_each_member_s() -> None:
    found, api = union_of({**obj("a", a=TEXT), "oneOf": [obj(b=TEXT), obj("c", c=TEXT)]})
    assert spelt(found, api) == "{a: string, b?: string} | {a: string, c: string}"


def test_a_union_among_branches_is_each_member_s() -> None:
    found, api = union_of({"allOf": [obj("a", a=TEXT), {"oneOf": [obj(b=TEXT), obj(c=TEXT)]}]})
    assert spelt(found, api) == "{a: string, b?: string} | {a: string, c?: string}"


def test_alternatives_of_what_is_required_are_no_union() -> None:
    found = class_of({**obj(a=TEXT, b=TEXT), "anyOf": [{"required": ["a"]}, {"required": ["b"]}]})
    assert [(each.wire, each.required) for each in found.fields] == [("a", False), ("b", False)]


@pytest.mark.parametrize(("count", "spread"), [(12, True), (13, False)])
def test_many_variants_become_one_class(count: int, spread: bool) -> None:
    """Properties beside a union are given to each member, up to a dozen; more become one class with all fields."""
    schema = {**obj("a", a=TEXT), "oneOf": [obj(**{f"b{number}": TEXT}) for number in range(count)]}
    found = models_of(Thing=schema)["Thing"]
    assert isinstance(found, Alias) is spread
    if isinstance(found, Class):
        assert {each.wire for each in found.fields} == {"a", *(f"b{number}" for number in range(count))}
        assert [each.wire for each in found.fields if each.required] == ["a"]


# Discriminators

EVENT: Any = {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "kind"}}


def tag_of(cat: Any, dog: Any, event: Any = EVENT) -> Tag:
    found, _ = union_of(event, Cat=cat, Dog=dog)
    assert found.tag is not None and found.tag.wire == "kind"
    return found.tag


def test_members_with_constants_of_their_own_are_told_apart_by_them() -> None:
    assert tag_of(obj("kind", kind={"const": "cat"}), obj("kind", kind={"enum": ["dog"]})).decides


@pytest.mark.parametrize(
    ("cat", "dog"),
    [
        (obj("kind", kind={"const": "pet"}), obj("kind", kind={"const": "pet"}, b=TEXT)),
        (obj("kind", kind={"enum": ["cat", "lion"]}), obj("kind", kind={"const": "dog"})),
        (obj(kind={"const": "cat"}), obj("kind", kind={"const": "dog"})),
        (obj("kind", kind={"const": 1}), obj("kind", kind={"const": 2})),
        (obj("kind", kind={"enum": ["cat", None]}), obj("kind", kind={"const": "dog"})),
        (obj("kind", kind=TEXT), obj("kind", kind=TEXT)),
    ],
    ids=["one value for both", "two values", "may be missing", "no text", "null", "any text"],
)
def test_members_are_told_apart_by_their_shape_else(cat: Any, dog: Any) -> None:
    assert not tag_of(cat, dog).decides


def test_the_mapping_leads_to_the_models() -> None:
    mapping = {"meow": "#/components/schemas/Cat", "woof": "Dog"}
    event = {**EVENT, "discriminator": {"propertyName": "kind", "mapping": mapping}}
    found = tag_of(obj("kind", kind={"const": "meow"}), obj("kind", kind={"const": "woof"}), event)
    assert dict(found.mapping) == {"meow": "Cat", "woof": "Dog"}


# Null

MAYBE: Any = {"Maybe": {"type": ["string", "null"]}, "Again": ref("Maybe"), "Base": obj(a=TEXT)}


@pytest.mark.parametrize(
    ("schema", "found"),
    [
        (ref("Maybe"), "string | null"),
        (ref("Again"), "string | null"),
        ({"type": "array", "items": ref("Again")}, "[string | null]"),
        ({"type": "object", "additionalProperties": ref("Maybe")}, "{*: string | null}"),
        ({"anyOf": [ref("Again"), {"type": "null"}]}, "string | null"),
        ({"allOf": [ref("Base"), {"type": ["object", "null"]}]}, "{a?: string} | null"),
    ],
    ids=str,
)
def test_null_of_a_component_stands_where_it_is_referred_to(schema: Any, found: str) -> None:
    api = api_of({"components": {"schemas": {**MAYBE, "Thing": obj("p", p=schema)}}})
    thing = next(each for each in api.models if each.name == "Thing")
    assert isinstance(thing, Class) and spelt(thing.fields[0].type, api) == found
    maybe = next(each for each in api.models if each.name == "Maybe")
    assert isinstance(maybe, Alias) and spelt(maybe.type, api) == "string"


def test_null_of_30() -> None:
    schemas = {
        "Thing": obj("a", "b", a={"type": "string", "nullable": True}, b={"allOf": [ref("Other")], "nullable": True})
    }
    api = api_of({"openapi": "3.0.3", "components": {"schemas": {**schemas, "Other": obj(c=TEXT)}}})
    thing = next(each for each in api.models if each.name == "Thing")
    assert isinstance(thing, Class)
    assert [spelt(each.type, api) for each in thing.fields] == ["string | null", "{c?: string} | null"]


# readOnly and writeOnly


def test_what_one_side_does_not_send_is_not_demanded_of_it() -> None:
    pet = obj("id", "secret", "name", id={**TEXT, "readOnly": True}, secret={**TEXT, "writeOnly": True}, name=TEXT)
    sent: Any = {"requestBody": json_content(ref("Pet")), "responses": DONE}
    got: Any = {"responses": {"200": {"description": "", **json_content(ref("Pet"))}}}

    def found(**operations: Any) -> Class:
        paths = {"/x": {method: {"operationId": method, **each} for method, each in operations.items()}}
        (model,) = api_of({"paths": paths, "components": {"schemas": {"Pet": pet}}}).models
        assert isinstance(model, Class)
        return model

    def required(model: Class) -> list[str]:
        return [each.wire for each in model.fields if each.required]

    assert required(found(post=sent)) == ["secret", "name"]
    assert required(found(get=got)) == ["id", "name"]
    both = found(post=sent, get=got)
    assert (required(both), both.both_ways) == (["id", "secret", "name"], True)
    assert [each.access for each in both.fields] == ["read", "write", "both"]


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#/components/schemas/Id"},
        {"$ref": "#/components/schemas/Plain", "readOnly": True},
        {"allOf": [{"$ref": "#/components/schemas/Plain"}], "readOnly": True},
        {"allOf": [{"$ref": "#/components/schemas/Id"}], "description": "text"},
        {"anyOf": [{"$ref": "#/components/schemas/Id"}, {"type": "null"}]},
        {"$ref": "#/components/schemas/Again"},
    ],
    ids=str,
)
def test_where_read_only_may_be_said(schema: Any) -> None:
    others = {"Id": {**TEXT, "readOnly": True}, "Plain": TEXT, "Again": {"$ref": "#/components/schemas/Id"}}
    schemas = {**others, "Pet": obj(a=schema, b={"$ref": "#/components/schemas/Plain"})}
    model = next(each for each in api_of({"components": {"schemas": schemas}}).models if each.name == "Pet")
    assert isinstance(model, Class)
    assert [each.access for each in model.fields] == ["read", "both"]


# Several files


def document(folder: Path, schemas: Any, files: dict[str, Any], report: Report | None = None) -> Api:
    """Write files beside a document, and return its Api."""
    for name, data in files.items():
        (folder / name).write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    return api_of({"components": {"schemas": schemas}}, report, folder)


def test_components_of_one_name_in_two_files_are_two(tmp_path: Path) -> None:
    holder = obj("own", "one", "two", own=ref("Pet"), one={"$ref": "one.yaml#/Pet"}, two={"$ref": "two.yaml#/Pet"})
    files = {
        "one.yaml": {"Pet": obj("other", one=TEXT, other={"$ref": "two.yaml#/Pet"})},
        "two.yaml": {"Pet": obj(two=TEXT)},
    }
    api = document(tmp_path, {"Pet": obj(own=TEXT), "Holder": holder}, files)
    found = next(each for each in api.models if each.name == "Holder")
    assert isinstance(found, Class)
    assert {each.wire: spelt(each.type, api) for each in found.fields} == {
        "own": "{own?: string}",
        "one": "{one?: string, other: {two?: string}}",
        "two": "{two?: string}",
    }
    assert len([each for each in api.models if isinstance(each, Class)]) == 4


def test_one_place_that_is_referred_to_twice_is_one_component(tmp_path: Path) -> None:
    there = {"$ref": "other.yaml#/parts/Pet"}
    api = document(tmp_path, {"Holder": obj(a=there, b=there)}, {"other.yaml": {"parts": {"Pet": obj(x=TEXT)}}})
    assert {each.name for each in api.models} == {"Holder", "PartsPet"}


def test_a_reference_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "secret.yaml").write_text("Pet: {type: string}")
    report = Report()
    with pytest.raises(SpecError):
        document(tmp_path / "inside", {"A": {"$ref": "../secret.yaml#/Pet"}}, {}, report)
    assert [each.code for each in report.problems] == ["E112"]
