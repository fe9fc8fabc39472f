"""What changes a document and nothing for anybody: no finding at all."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from .battery import PAIRS, Pair, base, changes

Edit = Callable[[Any], None]


def schemas(data: Any) -> Any:
    return data["components"]["schemas"]


def pet(data: Any) -> Any:
    return schemas(data)["Pet"]["properties"]


def split_into_all_of(data: Any) -> None:
    whole = schemas(data)["Pet"]
    names = list(whole["properties"])[:5]
    schemas(data)["PetCore"] = {
        "type": "object",
        "required": ["id", "name", "kind"],
        "properties": {name: whole["properties"].pop(name) for name in names},
    }
    rest = {"type": "object", "properties": whole["properties"]}
    schemas(data)["Pet"] = {"allOf": [{"$ref": "#/components/schemas/PetCore"}, rest]}


def split_what_goes_both_ways(data: Any) -> None:
    whole = schemas(data)["Order"]
    schemas(data)["OrderCore"] = {
        "type": "object", "required": ["item"], "properties": {"item": whole["properties"].pop("item")},
    }  # fmt: skip
    rest = {"type": "object", "required": ["count"], "properties": whole["properties"]}
    schemas(data)["Order"] = {"allOf": [{"$ref": "#/components/schemas/OrderCore"}, rest]}


def all_of_inline_parts(data: Any) -> None:
    whole = schemas(data)["NewPet"]
    first = {"type": "object", "required": ["name"], "properties": {"name": whole["properties"].pop("name")}}
    schemas(data)["NewPet"] = {"allOf": [first, {"type": "object", "properties": whole["properties"]}]}


def all_of_around_a_reference(data: Any) -> None:
    pet(data)["owner"] = {"allOf": [{"$ref": "#/components/schemas/Owner"}]}


def inline_enumeration(data: Any) -> None:
    schemas(data)["Order"]["properties"]["state"] = schemas(data)["OrderState"]


def named_enumeration(data: Any) -> None:
    schemas(data)["PetKind"] = pet(data)["kind"]
    pet(data)["kind"] = {"$ref": "#/components/schemas/PetKind"}


def named_parameter(data: Any) -> None:
    parameters = data["paths"]["/pets"]["get"]["parameters"]
    data["components"]["parameters"] = {"Region": parameters[0]}
    parameters[0] = {"$ref": "#/components/parameters/Region"}


def named_body(data: Any) -> None:
    operation = data["paths"]["/pets"]["post"]
    data["components"]["requestBodies"] = {"Pet": operation["requestBody"]}
    operation["requestBody"] = {"$ref": "#/components/requestBodies/Pet"}


def inline_response(data: Any) -> None:
    refused = data["components"]["responses"]["Refused"]
    data["paths"]["/pets"]["get"]["responses"]["401"] = refused


def parameters_of_the_operation(data: Any) -> None:
    item = data["paths"]["/pets/{petId}"]
    for parameter in item.pop("parameters"):
        for method in ("get", "patch", "delete"):
            item[method]["parameters"] = [parameter]


def path_item_by_reference(data: Any) -> None:
    data["components"]["pathItems"] = {"Pets": data["paths"]["/pets"]}
    data["paths"]["/pets"] = {"$ref": "#/components/pathItems/Pets"}


def defaults_spelt_out(data: Any) -> None:
    first = data["paths"]["/pets"]["get"]["parameters"][2]
    first.update(style="form", explode=True, required=False, deprecated=False, allowReserved=False)
    data["paths"]["/pets"]["get"]["deprecated"] = False
    schemas(data)["Pet"]["additionalProperties"] = True
    pet(data)["tags"]["minItems"] = 0


def types_in_lists(data: Any) -> None:
    pet(data)["age"]["type"] = ["integer"]
    pet(data)["colour"] = {"anyOf": [{"type": "string"}, {"type": "null"}]}
    pet(data)["chip"] = {"type": ["integer", "string"]}


def union_of_one(data: Any) -> None:
    pet(data)["owner"] = {"oneOf": [{"$ref": "#/components/schemas/Owner"}]}


def members_in_another_order(data: Any) -> None:
    schemas(data)["Event"]["oneOf"].reverse()
    pet(data)["chip"]["anyOf"].reverse()
    pet(data)["kind"]["enum"].reverse()
    schemas(data)["Pet"]["required"].reverse()


def parameters_in_another_order(data: Any) -> None:
    data["paths"]["/pets"]["get"]["parameters"].reverse()


def any_of_for_one_of(data: Any) -> None:
    pet(data)["chip"] = {"oneOf": pet(data)["chip"]["anyOf"]}


def constant_as_enumeration(data: Any) -> None:
    pet(data)["version"] = {"enum": [1]}


def implicit_mapping(data: Any) -> None:
    event = schemas(data)["Event"]
    event["discriminator"]["mapping"] = {"born": "Born", "sold": "Sold"}


def remarks(data: Any) -> None:
    data["info"]["x-logo"] = "pet.svg"
    pet(data)["name"]["examples"] = ["Rex"]
    pet(data)["name"]["x-order"] = 3
    data["paths"]["/pets"]["get"]["externalDocs"] = {"url": "https://pets.example"}
    data["paths"]["/pets"]["get"]["x-codeSamples"] = []
    schemas(data)["Pet"]["xml"] = {"name": "pet"}


def unused_components(data: Any) -> None:
    schemas(data)["Toy"] = {"type": "object", "properties": {"name": {"type": "string"}}}
    data["components"]["parameters"] = {"Unused": {"name": "u", "in": "query", "schema": {"type": "string"}}}


REFACTORS: list[Edit] = [
    split_into_all_of, split_what_goes_both_ways, all_of_inline_parts, all_of_around_a_reference,
    inline_enumeration, named_enumeration, named_parameter, named_body,
    inline_response, parameters_of_the_operation, path_item_by_reference, defaults_spelt_out, types_in_lists,
    union_of_one, members_in_another_order, parameters_in_another_order, any_of_for_one_of, constant_as_enumeration,
    implicit_mapping, remarks, unused_components,
]  # fmt: skip


@pytest.mark.parametrize("edit", REFACTORS, ids=lambda edit: edit.__name__)
def test_refactor_gives_nothing(edit: Edit) -> None:
    data = base()
    edit(data)
    assert data != base()
    assert [each.id for each in changes(base(), data).findings] == []


@pytest.mark.parametrize(
    "edit", [each for each in REFACTORS if each is not unused_components], ids=lambda edit: edit.__name__
)
def test_undone_refactor_gives_nothing(edit: Edit) -> None:
    data = base()
    edit(data)
    named_again = {"schema-removed: PetCore", "schema-removed: OrderCore", "schema-removed: PetKind"}
    assert {each.id for each in changes(data, base()).findings} <= named_again


def test_descriptions_are_one_line() -> None:
    data = base()
    data["info"]["description"] = "About pets."
    data["paths"]["/pets"]["get"]["description"] = "Finds pets."
    data["paths"]["/pets"]["get"]["parameters"][0]["description"] = "Where."
    schemas(data)["Pet"]["description"] = "Another word for a pet."
    pet(data)["name"]["description"] = "What it is called."
    found = changes(base(), data)
    assert found.findings == () and found.level == "patch"
    assert [each.message for each in found.notes] == ["descriptions changed in 5 places; only docstrings differ"]


def old_wording(value: Any) -> Any:
    """Return a document of OpenAPI 3.1 in the words of 3.0."""
    if isinstance(value, list):
        return [old_wording(each) for each in value]
    if not isinstance(value, dict):
        return value
    found = {key: old_wording(each) for key, each in value.items()}
    if isinstance(found.get("type"), list) and "null" in found["type"]:
        found["type"] = next(each for each in found["type"] if each != "null")
        found["nullable"] = True
    if "const" in found:
        found["enum"] = [found.pop("const")]
    return found


def test_the_words_of_30_mean_the_same() -> None:
    new = base()
    del new["webhooks"]
    old = {**old_wording(new), "openapi": "3.0.3"}
    pet(new)["age"]["exclusiveMinimum"] = 0
    pet(old)["age"].update(minimum=0, exclusiveMinimum=True)
    assert changes(old, new).findings == () == changes(new, old).findings


def shuffled(value: Any, source: random.Random, key: str = "") -> Any:
    """Return a document in another order wherever order means nothing."""
    if isinstance(value, list):
        items = [shuffled(each, source) for each in value]
        if key in ("required", "enum", "oneOf", "anyOf", "parameters"):
            source.shuffle(items)
        return items
    if isinstance(value, dict):
        items = [(name, shuffled(each, source, name)) for name, each in value.items()]
        if key != "content":
            source.shuffle(items)
        return dict(items)
    return value


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(PAIRS), st.integers(0, 10**6))
def test_order_means_nothing(pair: Pair, seed: int) -> None:
    assert changes(pair.new, shuffled(pair.new, random.Random(seed))).findings == ()


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(PAIRS))
def test_nothing_changes_in_the_same_document(pair: Pair) -> None:
    found = changes(pair.new, pair.new)
    assert (found.level, found.findings, found.notes) == ("none", (), ())


OPPOSITE = {
    "operation-added": "operation-removed", "webhook-added": "webhook-removed", "server-added": "server-removed",
    "property-added": "property-removed", "property-required-added": "property-removed",
    "parameter-added": "parameter-removed", "parameter-required-added": "parameter-removed",
    "body-added": "body-removed", "body-required-added": "body-removed", "media-added": "media-removed",
    "branch-added": "branch-removed", "enum-value-added": "enum-value-removed",
    "became-required": "became-optional", "parameter-became-required": "parameter-became-optional",
    "status-added": "status-removed", "result-widened": "status-removed", "type-widened": "type-narrowed",
    "became-nullable": "nullable-lost",
    "enum-set": "enum-dropped", "additional-closed": "additional-opened",
    "error-status-added": "error-status-removed", "property-deprecated": "property-kept",
}  # fmt: skip


LOPSIDED = {
    "path-changed", "path-parameter-renamed", "path-parameter-respelt", "verb-changed", "schema-renamed",
    "property-respelt", "const-changed", "type-changed", "base-lost",
}  # fmt: skip
"""Rules of findings whose places or rules are other ones on the way back."""


ONE_WAY = {
    "value of another type": "it is widened; on the way back a value goes",
    "read-only property of what is sent": "it is no property of what is sent, so that it comes as nothing",
    "members of a union in another order": "they are paired by likeness, which is another one on the way back",
}
"""Words of names of pairs -> why what goes one way does not come the other."""


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(PAIRS), st.sampled_from(PAIRS))
def test_the_way_back_swaps_what_came_and_went(one: Pair, other: Pair) -> None:
    assume(not any(each in f"{one.name} {other.name}" for each in ONE_WAY))
    there, again = changes(one.new, other.new).findings, changes(other.new, one.new).findings
    assume(not LOPSIDED & {each.rule for each in (*there, *again)})
    came_and_went = {*OPPOSITE, *OPPOSITE.values()}
    forth, back = (
        {
            (OPPOSITE.get(each.rule, each.rule), each.operation, each.path)
            for each in found
            if each.rule in came_and_went
        }
        for found in (there, again)
    )
    assert forth == back
