"""What provider.toml changes shows as well; and no rule is without a case."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.diff import compare
from generator.diff.rules import RULES
from generator.openapi.read.provider import Choice, Lock, Provider, Signatures
from generator.pipeline import locked_by

from .battery import PAIRS, PROVIDER, api, base, changes, edited, spelt

RENAMED_KEY = {"key": {"key": {"name": "secret"}}}
OTHER_VARIABLE = {"key": {"key": {"env": "PETS_SECRET"}}}

SETTINGS: dict[str, tuple[Provider, list[str]]] = {
    "package": (replace(PROVIDER, package="animals_client"), ["major package-renamed names"]),
    "client": (replace(PROVIDER, client="Animals"), ["major client-renamed names"]),
    "method": (replace(PROVIDER, operations={"createPet": Choice("adopt")}), ["major method-renamed names"]),
    "resource": (
        replace(PROVIDER, operations={name: Choice("", "news") for name in ("listEvents", "sendEvent")}),
        ["major resource-renamed names"],
    ),
    "argument": (
        replace(PROVIDER, credentials=RENAMED_KEY),
        ["major credential-renamed names", "major environment-changed names"],
    ),
    "environment": (replace(PROVIDER, credentials=OTHER_VARIABLE), ["major environment-changed names"]),
    "schema": (replace(PROVIDER, schemas={"/components/schemas/Owner": "Keeper"}), ["major schema-renamed names"]),
    "skip": (
        replace(PROVIDER, skip=("createPet",)),
        ["major operation-removed names", *2 * ["major schema-removed names"]],
    ),
    "version": (replace(PROVIDER, version="2.0.0"), []),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_setting(name: str) -> None:
    provider, expected = SETTINGS[name]
    found = compare(api(base()), api(base(), provider=provider)).findings
    assert sorted(spelt(each) for each in found) == expected


DEPRECATED = {
    "method": (1, "minor method-name-deprecated"),
    "resource": (2, "minor resource-name-deprecated"),
    "schema": (1, "minor schema-name-deprecated"),
}
"""Setting -> how many former names there are then, and the finding while they work."""


@pytest.mark.parametrize("name", DEPRECATED)
def test_a_name_that_still_works_breaks_nothing_until_it_goes(name: str) -> None:
    (provider, _), (count, expected) = SETTINGS[name], DEPRECATED[name]
    old = api(base())
    lock = Lock(locked_by(old), {"Owner": {"Owner": "2.0.0"}}, "2.0.0")
    new = api(base(), provider=replace(provider, locked=lock))
    assert [spelt(each) for each in compare(old, new).findings] == [expected]
    later = api(base(), provider=replace(provider, locked=Lock(locked_by(new), {}, "2.0.0")))
    gone = compare(new, later).findings
    assert [spelt(each) for each in gone] == count * ["major former-name-removed names"]
    assert compare(new, new).findings == compare(later, later).findings == ()


def test_a_class_is_known_by_its_former_name_however_it_has_changed() -> None:
    provider = replace(SETTINGS["schema"][0], locked=Lock(former={"Owner": {"Owner": "2.0.0"}}))
    data = edited(base(), {"set": {"/components/schemas/Owner/properties": {"wholly": {"type": "string"}}}})
    found = {each.rule for each in compare(api(base()), api(data, provider=provider)).findings}
    assert "schema-name-deprecated" in found and "property-removed" in found and "type-changed" not in found


def test_some_methods_of_a_resource_that_is_gone_still_work() -> None:
    provider, _ = SETTINGS["resource"]
    lock = Lock({"GET /events": "events.list"}, until="2.0.0")
    found = compare(api(base()), api(base(), provider=replace(provider, locked=lock))).findings
    assert [spelt(each) for each in found] == ["major method-renamed names", "minor method-name-deprecated"]


def test_a_callback_has_the_name_of_its_method() -> None:
    request = {"post": {"responses": {"200": {"description": "thanks"}}}}
    data = edited(base(), {"set": {"/paths/~1pets/post/callbacks": {"adopted": {"{$request.body#/url}": request}}}})
    found = compare(api(data), api(data, provider=SETTINGS["method"][0])).findings
    assert sorted(spelt(each) for each in found) == ["major event-renamed types", "major method-renamed names"]
    assert [(each.old, each.new) for each in found if each.rule == "event-renamed"] == [
        ("pets.create.adopted", "pets.adopt.adopted")
    ]


def test_the_variable_with_the_secret_of_webhooks() -> None:
    one, other = (replace(PROVIDER, webhooks=Signatures("standard-webhooks", each)) for each in ("A", "B"))
    found = compare(api(base(), provider=one), api(base(), provider=other)).findings
    assert [spelt(each) for each in found] == ["major environment-changed names"]


def doubled(data: Any) -> Any:
    """Return a document with two names on the wire that are one in Python."""
    data["paths"]["/pets"]["get"]["parameters"].append({"name": "Region", "in": "query", "schema": {"type": "string"}})
    data["components"]["schemas"]["Pet"]["properties"]["Colour"] = {"type": "string"}
    return data


NAMES = [
    (doubled(base()), {"remove": ["/components/schemas/Pet/properties/colour"]}, "attribute-renamed"),
    (doubled(base()), {"remove": ["/paths/~1pets/get/parameters/0"]}, "argument-renamed"),
]


@pytest.mark.parametrize(("old", "change", "rule"), NAMES)
def test_name_that_depends_on_a_neighbour(old: Any, change: Any, rule: str) -> None:
    new = edited(doubled(base()), change)
    found = [each for each in changes(old, new).findings if each.rule == rule]
    assert [(each.level, each.kinds) for each in found] == [("major", ("names",))]


def test_size_of_a_page() -> None:
    sized: Any = {"kind": "offset", "offset": "offset", "size": "limit", "default_size": 10, "items": "/more"}
    old, new = base(), base()
    for data, size in ((old, 10), (new, 50)):
        operation = data["paths"]["/events"]["get"]
        operation["parameters"] = [
            {"name": name, "in": "query", "schema": {"type": "integer"}} for name in ("offset", "limit")
        ]
        operation["x-paging"] = {**sized, "default_size": size}
    (found,) = changes(old, new).findings
    assert (spelt(found), found.old, found.new) == ("major paged-size-changed wire", "10", "50")


def test_discriminator_that_comes() -> None:
    old = edited(base(), {"remove": ["/components/schemas/Event/discriminator"]})
    assert [spelt(each) for each in changes(old, base()).findings] == ["patch discriminator-added"]
    assert [spelt(each) for each in changes(base(), old).findings] == ["major discriminator-changed wire"]


def test_enumeration_of_one_value_may_get_more() -> None:
    kinds: list[list[Any]] = [["cat"], ["cat", "dog"]]
    few, more = (edited(base(), {"set": {"/components/schemas/Pet/properties/kind/enum": each}}) for each in kinds)
    assert [spelt(each) for each in changes(few, more).findings] == ["minor enum-value-added"]
    assert [spelt(each) for each in changes(more, few).findings] == ["patch enum-value-removed"]


def test_every_rule_has_a_case() -> None:
    of_pairs = {line.split()[1] for pair in PAIRS for line in pair.expected}
    of_settings = {line.split()[1] for _, expected in SETTINGS.values() for line in expected}
    of_settings |= {expected.split()[1] for _, expected in DEPRECATED.values()} | {"former-name-removed"}
    elsewhere = {
        "attribute-renamed",
        "argument-renamed",
        "paged-size-changed",
        "discriminator-added",
        "package-removed",
        "event-renamed",
    }
    assert of_pairs | of_settings | elsewhere == RULES.keys()
