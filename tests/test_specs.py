"""The specs as documents: valid by the standard, their examples valid by their schemas, and what makes them usable."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.data import as_list, as_map, maps
from generator.openapi.read.document import join, tokens
from generator.openapi.read.load import load
from generator.openapi.schema.walk import operations, schemas
from generator.report import Report

ROOT = Path(__file__).parent.parent
PROVIDERS = sorted(path.parent.name for path in (ROOT / "specs").glob("*/openapi.yaml"))
KEYWORDS = {
    "$ref", "additionalProperties", "allOf", "anyOf", "const", "default", "deprecated", "description", "enum",
    "examples", "format", "items", "maxLength", "maximum", "minLength", "minimum", "oneOf", "pattern", "properties",
    "readOnly", "required", "title", "type", "writeOnly",
}  # fmt: skip
"""The keywords that schemas of ours use; any other is a slip of the pen until it is added here."""


@cache
def spec(provider: str) -> Any:
    return load(ROOT / "specs" / provider / "openapi.yaml", Report(strict=True)).data


def validator(provider: str, schema: Any) -> Draft202012Validator:
    """Return a validator of a schema that may refer to the components of a spec."""
    whole = {"$ref": "#/$defs/asked", "$defs": {"asked": schema}, "components": spec(provider)["components"]}
    return Draft202012Validator(whole, format_checker=FormatChecker())


def faults(provider: str, schema: Any, value: Any) -> list[str]:
    return [error.message for error in validator(provider, schema).iter_errors(value)]


def component(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def examples(data: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield pointer, schema and value of every example and default."""
    for spot in schemas(data):
        schema = as_map(spot.schema)
        for index, value in enumerate(as_list(schema.get("examples"))):
            yield join(spot.pointer, "examples", index), schema, value
        if "default" in schema:
            yield join(spot.pointer, "default"), schema, schema["default"]
    for _, _, _, operation, pointer in operations(data):
        for status, response in as_map(operation["responses"]).items():
            for media, content in as_map(as_map(response).get("content")).items():
                for name, example in as_map(as_map(content).get("examples")).items():
                    at = join(pointer, "responses", status, "content", media, "examples", name)
                    yield at, as_map(content)["schema"], as_map(example)["value"]


@pytest.mark.parametrize("provider", PROVIDERS)
def test_spec_is_valid_by_the_standard(provider: str) -> None:
    assert [error.message for error in OpenAPIV31SpecValidator(spec(provider)).iter_errors()] == []


@pytest.mark.parametrize("provider", PROVIDERS)
def test_schemas_use_known_keywords(provider: str) -> None:
    unknown = [
        join(spot.pointer, key)
        for spot in schemas(spec(provider))
        for key in (spot.schema if isinstance(spot.schema, dict) else ())
        if key not in KEYWORDS and not key.startswith("x-")
    ]
    assert unknown == []


@pytest.mark.parametrize("provider", PROVIDERS)
def test_examples_and_defaults_fit_their_schemas(provider: str) -> None:
    found = {pointer: faults(provider, schema, value) for pointer, schema, value in examples(spec(provider))}
    assert {pointer: messages for pointer, messages in found.items() if messages} == {}
    assert provider == "revcent" or len(found) > 5


def test_voucherifys_nested_objects_may_be_null() -> None:
    (customer,) = [
        value
        for pointer, _, value in examples(spec("voucherify"))
        if "/200/" in pointer and pointer.endswith("/Example")
    ]
    body = component("CustomersGetResponseBody")
    assert faults("voucherify", body, customer) == []
    for name in ("summary", "loyalty", "referrals", "address"):
        assert faults("voucherify", body, {**customer, name: None}) == [], f"{name} may be null"
        assert faults("voucherify", body, {**customer, name: "text"}), f"{name} is no text"
    assert faults("voucherify", body, {**customer, "address": {"city": "Town"}}) == []
    assert faults("voucherify", body, {**customer, "summary": {}}), "a summary that is there is whole"
    assert faults("voucherify", body, {key: value for key, value in customer.items() if key != "loyalty"})


def test_no_answer_of_revcent_is_refused_for_fields_of_another_branch() -> None:
    """An answer with every field that any branch names is valid, at every depth."""
    for path, status, schema in answers(spec("revcent")):
        whole = filled(spec("revcent"), schema)
        assert len(whole) > 5
        assert faults("revcent", schema, whole) == [], f"{path} {status}"
    call = {"api_call_id": "x" * 20, "api_call_unix": 1, "code": 1}
    customer = {"id": "x" * 20, "email": "a@example.com", "sales": ["y" * 20]}
    assert faults("revcent", component("CustomerResult"), {**call, **customer}) == []
    assert faults("revcent", component("CustomerResult"), {**call, **customer, "code": 0}), "and 0 is an error"


def answers(data: Any) -> Iterator[tuple[str, str, Any]]:
    for path, method, _, _, _ in operations(data):
        for status, response in data["paths"][path][method]["responses"].items():
            yield path, status, response["content"]["application/json"]["schema"]


def filled(data: Any, schema: Any) -> Any:
    """Make a value of a schema with every field that it or one of its branches names."""
    if "$ref" in schema:
        target = data
        for token in tokens(schema["$ref"][1:]):
            target = target[token]
        return filled(data, target)
    fields: dict[str, Any] = {}
    for branch in schema.get("allOf", []):
        fields |= filled(data, branch)
    fields |= {name: filled(data, each) for name, each in schema.get("properties", {}).items()}
    if fields:
        return fields
    if "enum" in schema:
        return schema["enum"][0]
    simple = {"integer": schema.get("minimum", 1), "number": 1.5, "boolean": True, "string": "x" * 20}
    dated = {"date-time": "2024-01-31T00:00:00Z", "email": "a@example.com"}
    if schema["type"] == "array":
        return [filled(data, schema["items"])]
    return dated.get(schema.get("format", ""), simple.get(schema["type"]))


@pytest.mark.parametrize(
    ("name", "field", "values"),
    [
        ("Customer", "status", ["normal", "preferred", "hold_shipment", "hold_all"]),
        ("Carrier", "code", ["fedex", "ups", "usps", "will_call", "delivery", "ltl", "ltl1", "freight_collect", None]),
    ],
)
def test_sales_enums_take_the_public_values(name: str, field: str, values: list[str | None]) -> None:
    for value in values:
        assert faults("sales", component(name), {field: value}) == []
    assert faults("sales", component(name), {field: "another"})


def test_sales_include_takes_the_public_values() -> None:
    expandable = [
        "bill_to_address", "ship_to_address", "type", "parent_account", "freight_preferences",
        "freight_preferences.carrier", "freight_preferences.carrier.service_levels",
        "freight_preferences.service_level", "defaults", "defaults.payment_term", "defaults.shipping_term",
        "defaults.sales_rep", "defaults.sales_rep.user", "defaults.priority", "contact_info",
        "notification_preferences", "price_groups", "child_accounts", "credit_limit", "credit_limit.unit",
    ]  # fmt: skip
    (_, _, _, operation, _) = next(operations(spec("sales")))
    (include,) = [each for each in maps(operation["parameters"]) if each.get("name") == "include[]"]
    assert len(expandable) == 20
    assert faults("sales", include["schema"], expandable) == []
    assert faults("sales", include["schema"], ["everything"])
