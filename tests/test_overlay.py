"""Overlays: what an action does to a document, and every way in which an overlay can be wrong."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from generator.data import as_map
from generator.openapi.read import canonical, overlay
from generator.report import Location, Report

PETS: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "tags": ["a", "b", "a"],
    "paths": {
        "/pets": {
            "get": {
                "parameters": [
                    {"name": "page", "in": "query", "schema": {"type": "integer"}},
                    {"name": "size", "in": "query", "schema": {"type": "integer", "enum": [1, 2]}},
                    {"name": "page", "in": "header"},
                ]
            },
            "post": {"responses": {"200": {"description": "ok"}, "500": {"description": "no"}}},
        },
        "/pets/{id}": {"get": {"responses": {"500": {"description": "no"}}}},
    },
}


def overlay_of(*actions: dict[str, Any], version: str = "1.1.0") -> dict[str, Any]:
    given = [{"description": "a reason", **action} for action in actions]
    return {"overlay": version, "info": {"title": "t", "version": "1"}, "actions": given}


def run(*actions: dict[str, Any], document: Any = PETS, version: str = "1.1.0") -> Any:
    """Apply actions that must succeed."""
    report = Report(strict=True)
    result = overlay.apply(document, overlay_of(*actions, version=version), file="overlay.yaml", report=report)
    assert report.problems == []
    return result


def faults(given: Any, document: Any = PETS) -> list[tuple[str, str, str]]:
    """Return code, place and message of each problem of an overlay."""
    report = Report()
    overlay.apply(document, given, file="overlay.yaml", report=report)
    assert all(problem.at.file == "overlay.yaml" for problem in report.problems)
    return [(problem.code, problem.at.pointer, problem.message) for problem in report.problems]


def fault(*actions: dict[str, Any], document: Any = PETS, version: str = "1.1.0") -> tuple[str, str, str]:
    """Return the only problem of some actions."""
    (found,) = faults(overlay_of(*actions, version=version), document)
    return found


# --- update ----------------------------------------------------------------------------------------------------------


def test_update_merges_objects_recursively() -> None:
    result = run({"target": "$", "update": {"info": {"title": "Cats", "x-new": {"a": 1}}, "x-root": True}})
    assert result["info"] == {"title": "Cats", "version": "1", "x-new": {"a": 1}}
    assert result["x-root"] is True
    assert list(result) == [*PETS, "x-root"], "new keys come last, old ones keep their place"


def test_update_concatenates_arrays_inside_objects() -> None:
    result = run({"target": "$", "update": {"tags": ["c", "a"]}})
    assert result["tags"] == ["a", "b", "a", "c", "a"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [(["c"], ["a", "b", "a", "c"]), ("c", ["a", "b", "a", "c"]), ([], ["a", "b", "a"]), (None, ["a", "b", "a", None])],
)
def test_update_of_an_array_joins_an_array_and_appends_an_entry(value: Any, expected: list[Any]) -> None:
    assert run({"target": "$.tags", "update": value})["tags"] == expected


def test_update_of_an_array_in_overlay_1_0_always_appends_one_entry() -> None:
    assert run({"target": "$.tags", "update": ["c"]}, version="1.0.0")["tags"] == ["a", "b", "a", ["c"]]


@pytest.mark.parametrize("value", ["Cats", 1, False, None])
def test_update_replaces_a_primitive_by_any_primitive(value: Any) -> None:
    assert run({"target": "$.info.title", "update": value})["info"]["title"] == value


def test_update_replaces_primitives_inside_an_array() -> None:
    assert run({"target": "$.tags[?@=='a']", "update": "z"})["tags"] == ["z", "b", "z"]


def test_update_of_a_filtered_array_element() -> None:
    target = "$.paths['/pets'].get.parameters[?@.name=='size' && @.in=='query']"
    result = run({"target": target, "update": {"schema": {"enum": [3], "default": 1}, "required": True}})
    parameters = result["paths"]["/pets"]["get"]["parameters"]
    assert parameters[1] == {
        "name": "size",
        "in": "query",
        "schema": {"type": "integer", "enum": [1, 2, 3], "default": 1},
        "required": True,
    }
    assert [parameters[0], parameters[2]] == [PETS["paths"]["/pets"]["get"]["parameters"][at] for at in (0, 2)]


def test_update_reaches_every_match() -> None:
    result = run({"target": "$.paths[*].get", "update": {"x-seen": []}})
    gets = [item["get"] for item in result["paths"].values()]
    assert [get["x-seen"] for get in gets] == [[], []]
    assert gets[0]["x-seen"] is not gets[1]["x-seen"], "each place has a value of its own"


def test_update_reaches_a_value_once_even_if_the_query_names_it_twice() -> None:
    assert run({"target": "$['tags', 'tags']", "update": "c"})["tags"] == ["a", "b", "a", "c"]


def test_update_reaches_matches_inside_matches() -> None:
    document = {"type": "object", "properties": {"inner": {"type": "object"}}}
    result = run({"target": "$..[?@.type=='object']", "update": {"x-seen": 1}}, document={"outer": document})
    assert result["outer"]["x-seen"] == result["outer"]["properties"]["inner"]["x-seen"] == 1


def test_update_replaces_a_root_that_is_a_primitive() -> None:
    assert run({"target": "$", "update": 2}, document=1) == 2


# --- remove ----------------------------------------------------------------------------------------------------------


def test_remove_takes_keys_and_whole_objects_away() -> None:
    result = run({"target": "$.info.title", "remove": True}, {"target": "$.paths['/pets']", "remove": True})
    assert result["info"] == {"version": "1"}
    assert list(result["paths"]) == ["/pets/{id}"]


def test_remove_takes_every_matching_element_of_an_array() -> None:
    result = run({"target": "$.paths['/pets'].get.parameters[?@.name=='page']", "remove": True})
    assert [each["name"] for each in result["paths"]["/pets"]["get"]["parameters"]] == ["size"]


@pytest.mark.parametrize("target", ["$.tags[0,2]", "$.tags[2,0]", "$.tags[?@=='a']", "$.tags[0,0,2]", "$.tags[::2]"])
def test_remove_is_not_confused_by_indices_that_shift(target: str) -> None:
    assert run({"target": target, "remove": True})["tags"] == ["b"]


def test_remove_takes_matches_at_every_depth() -> None:
    result = run({"target": "$.paths..responses['500']", "remove": True})
    assert "500" not in canonical.dump(result)


def test_remove_takes_matches_inside_matches() -> None:
    assert run({"target": "$..x", "remove": True}, document={"x": {"x": 1}, "y": [{"x": [{"x": 2}]}]}) == {"y": [{}]}


def test_remove_works_on_primitives_in_overlay_1_0_too() -> None:
    assert run({"target": "$.info.title", "remove": True}, version="1.0.0")["info"] == {"version": "1"}


# --- copy ------------------------------------------------------------------------------------------------------------


def test_copy_merges_one_value_into_the_target() -> None:
    result = run({"target": "$.paths['/pets/{id}']", "copy": "$.paths['/pets']"})
    copied = result["paths"]["/pets/{id}"]
    assert list(copied) == ["get", "post"]
    assert list(copied["get"]) == ["responses", "parameters"]
    assert copied["post"] is not result["paths"]["/pets"]["post"]


def test_copy_joins_arrays_and_replaces_primitives() -> None:
    result = run({"target": "$.tags", "copy": "$.tags"}, {"target": "$.info.title", "copy": "$.info.version"})
    assert result["tags"] == ["a", "b", "a"] * 2
    assert result["info"]["title"] == "1"


def test_copy_into_its_own_inside_ends() -> None:
    result = run({"target": "$.info", "update": {"old": {}}}, {"target": "$.info.old", "copy": "$.info"})
    assert result["info"]["old"] == {"title": "Pets", "version": "1", "old": {}}


def test_update_copy_and_remove_together_rename() -> None:
    result = run(
        {"target": "$.paths", "update": {"/cats": {}}},
        {"target": "$.paths['/cats']", "copy": "$.paths['/pets']"},
        {"target": "$.paths['/pets']", "remove": True},
    )
    assert list(result["paths"]) == ["/pets/{id}", "/cats"]
    assert result["paths"]["/cats"] == PETS["paths"]["/pets"]


# --- order, purity, freedom ------------------------------------------------------------------------------------------


def test_actions_see_the_result_of_those_before() -> None:
    result = run({"target": "$.info", "remove": True}, {"target": "$", "update": {"info": {"title": "New"}}})
    assert result["info"] == {"title": "New"}
    assert list(result)[-1] == "info"


def test_document_and_overlay_stay_as_they_were() -> None:
    given = overlay_of({"target": "$", "update": {"info": {"x": [1]}}}, {"target": "$.info", "update": {"x": [2]}})
    before = copy.deepcopy((PETS, given))
    result = as_map(overlay.apply(PETS, given, file="overlay.yaml", report=Report()))
    assert as_map(result["info"])["x"] == [1, 2]
    as_map(result["paths"]).clear()
    assert (PETS, given) == before


def test_what_the_document_shares_by_alias_is_changed_in_one_place_only() -> None:
    shared = {"type": "string"}
    result = run({"target": "$.a", "update": {"type": "integer"}}, document={"a": shared, "b": shared})
    assert result == {"a": {"type": "integer"}, "b": {"type": "string"}}


@pytest.mark.parametrize("action", [{"update": {}}, {"remove": True}, {"copy": "$.info"}])
def test_an_optional_action_may_match_nothing(action: dict[str, Any]) -> None:
    assert run({"target": "$.nothing", "x-optional": True, **action}) == PETS


def test_an_optional_action_that_matches_is_done() -> None:
    assert run({"target": "$.info.title", "x-optional": True, "update": "Cats"})["info"]["title"] == "Cats"


def test_extensions_and_remove_false_are_allowed() -> None:
    given = overlay_of({"target": "$.info", "update": {"a": 1}, "remove": False, "x-note": [1]})
    given |= {"extends": "imported.yaml", "x-any": None}
    given["info"] |= {"description": "d", "x-any": 1}
    assert faults(given) == []


@pytest.mark.parametrize("version", ["1.0.0", "1.0.1", "1.1.0", "1.1.27"])
def test_patch_versions_make_no_difference(version: str) -> None:
    run({"target": "$.info", "update": {}}, version=version)


# --- E150: not an overlay --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("version", ["1.2.0", "2.0.0", "1.1", "1.1.0-rc1", "11.0.0", "", 1.1, None])
def test_unknown_version(version: Any) -> None:
    (found,) = faults({**overlay_of({"target": "$", "update": {}}), "overlay": version})
    assert found == ("E150", "/overlay", f"unknown version {version!r} of Overlay")


@pytest.mark.parametrize(("given", "kind"), [([], "an array"), (None, "null"), ("x", "a string"), (1, "a number")])
def test_not_an_object(given: Any, kind: str) -> None:
    assert faults(given) == [("E150", "", f"an overlay is an object, and this is {kind}")]


def test_missing_version() -> None:
    assert faults({"openapi": "3.1.0"}) == [("E150", "", "the field 'overlay' is missing")]


# --- E151: fields ----------------------------------------------------------------------------------------------------


def test_missing_fields() -> None:
    assert faults({"overlay": "1.1.0", "info": {}}) == [
        ("E151", "", "the field 'actions' is missing"),
        ("E151", "/info", "the field 'title' is missing"),
        ("E151", "/info", "the field 'version' is missing"),
    ]


def test_no_action_at_all() -> None:
    assert faults(overlay_of()) == [("E151", "/actions", "an overlay has at least one action")]


def test_fields_of_the_wrong_type() -> None:
    given: dict[str, Any] = {"overlay": "1.1.0", "info": {"title": 1, "version": 1.0}, "actions": {}, "extends": []}
    assert [place for code, place, _ in faults(given) if code == "E151"] == [
        "/actions",
        "/extends",
        "/info/title",
        "/info/version",
    ]


def test_unknown_fields_everywhere() -> None:
    given = overlay_of({"target": "$.info", "update": {}, "updates": {}, "reason": "x"})
    given |= {"a/b": 1}
    given["info"] |= {"contact": {}}
    assert faults(given) == [
        ("E151", "/a~1b", "unknown field 'a/b'"),
        ("E151", "/info/contact", "unknown field 'contact'"),
        ("E151", "/actions/0/updates", "unknown field 'updates'"),
        ("E151", "/actions/0/reason", "unknown field 'reason'"),
    ]


def test_an_unknown_field_is_marked_at_its_key() -> None:
    report = Report()
    overlay.apply({}, {**overlay_of({"target": "$", "update": {}}), "y": 1}, file="o.yaml", report=report)
    assert report.problems[0].at == Location("o.yaml", "/y", is_key=True)
    assert report.problems[0].help == "known here: overlay, info, actions, extends, and x- fields"


def test_copy_and_a_description_of_info_are_unknown_to_overlay_1_0() -> None:
    given = overlay_of({"target": "$.info", "copy": "$.info"}, version="1.0.0")
    given["info"] |= {"description": "d"}
    assert [(code, place) for code, place, _ in faults(given)] == [
        ("E151", "/info/description"),
        ("E151", "/actions/0/copy"),
    ]


def test_an_action_that_is_no_object() -> None:
    given = overlay_of({"target": "$.info", "update": {}})
    given["actions"].append("remove it")
    assert faults(given) == [("E151", "/actions/1", "an action is an object, and this is a string")]


def test_action_fields_of_the_wrong_type() -> None:
    found = faults(overlay_of({"target": 1, "remove": "true", "x-optional": "yes"}, {"target": "$", "copy": None}))
    assert found == [
        ("E151", "/actions/0/target", "the field 'target' cannot be a number"),
        ("E151", "/actions/0/remove", "the field 'remove' cannot be a string"),
        ("E151", "/actions/0/x-optional", "the field 'x-optional' cannot be a string"),
        ("E151", "/actions/1/copy", "the field 'copy' cannot be null"),
    ]


def test_a_missing_target() -> None:
    assert faults(overlay_of({"update": {}})) == [("E151", "/actions/0", "the field 'target' is missing")]


# --- E152 to E158 ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("action", [{}, {"description": ""}, {"description": " \n"}])
def test_no_reason(action: dict[str, Any]) -> None:
    given = overlay_of({"target": "$", "update": {}})
    given["actions"] = [{"target": "$.info", "update": {}, **action}]
    assert faults(given) == [("E152", "/actions/0", "the action gives no reason")]


def test_an_action_without_a_deed() -> None:
    nothing = ("E153", "/actions/0", "the action does nothing")
    assert fault({"target": "$.info"}) == fault({"target": "$.info", "remove": False}) == nothing


def test_an_action_with_several_deeds() -> None:
    assert fault({"target": "$.info", "update": {}, "remove": True})[2] == "the action has both update and remove"
    assert fault({"target": "$.info", "update": None, "copy": "$"})[2] == "the action has both update and copy"


@pytest.mark.parametrize(
    "target",
    [
        "",
        "info",
        "$.paths[",
        "$.paths/pets",
        "$.a | $.b",
        "$..*~",
        "$[?nofunction(@)]",
        "$.x-y.[0]",
        "^$",
        "$.a.b ",
        "$[1e5]",
    ],
)
def test_a_target_that_is_no_json_path_of_the_rfc(target: str) -> None:
    code, place, message = fault({"target": target, "update": {}})
    assert (code, place) == ("E154", "/actions/0/target")
    assert message.startswith(f"{target!r} is not a JSONPath of RFC 9535: ")
    assert "\n" not in message


def test_a_source_that_is_no_json_path() -> None:
    assert fault({"target": "$.info", "copy": "info"})[:2] == ("E154", "/actions/0/copy")


@pytest.mark.parametrize("action", [{"update": {}}, {"remove": True}, {"copy": "$.info"}])
def test_a_target_that_matches_nothing(action: dict[str, Any]) -> None:
    first: dict[str, Any] = {"target": "$.info", "update": {}}
    found = fault(first, {"target": "$.paths['/dogs']", **action})
    assert found == ("E155", "/actions/1/target", "the target \"$['paths']['/dogs']\" matches nothing")


@pytest.mark.parametrize(
    ("target", "value", "place", "message"),
    [
        ("$.info", [], "", "cannot merge an array into an object at /info of the document"),
        ("$.info", "x", "", "cannot merge a string into an object at /info of the document"),
        ("$.info.title", {}, "", "cannot merge an object into a string at /info/title of the document"),
        (
            "$",
            {"info": {"title": {}}},
            "/info/title",
            "cannot merge an object into a string at /info/title of the document",
        ),
        ("$", {"tags": None}, "/tags", "cannot merge null into an array at /tags of the document"),
        ("$", {"tags": "c"}, "/tags", "cannot merge a string into an array at /tags of the document"),
        ("$", True, "", "cannot merge a boolean into an object at the root of the document"),
        (
            "$.paths",
            {"/pets": {"get": []}},
            "/~1pets/get",
            "cannot merge an array into an object at /paths/~1pets/get of the document",
        ),
    ],
)
def test_an_update_of_another_kind(target: str, value: Any, place: str, message: str) -> None:
    assert fault({"target": target, "update": value}) == ("E156", f"/actions/0/update{place}", message)


def test_a_copy_of_another_kind() -> None:
    found = fault({"target": "$.tags", "copy": "$.info"}, {"target": "$.info", "copy": "$.tags"})
    assert found == ("E156", "/actions/1/copy", "cannot merge an array into an object at /info of the document")


def test_matches_of_different_kinds() -> None:
    found = fault({"target": "$.*", "update": {}})
    message = "the target selects values of different kinds: primitive, object, array"
    assert found == ("E156", "/actions/0/target", message)


def test_overlay_1_0_does_not_update_primitives() -> None:
    found = fault({"target": "$.info.title", "update": "x"}, version="1.0.0")
    assert found == ("E156", "/actions/0/target", "Overlay 1.0 does not update primitives")


def test_a_source_that_is_not_one_value() -> None:
    assert fault({"target": "$.info", "copy": "$.paths.*"})[2] == "the source '$.paths.*' selects 2 values"
    assert fault({"target": "$.info", "copy": "$.x"}) == ("E157", "/actions/0/copy", "the source '$.x' matches nothing")


def test_the_root_stays() -> None:
    assert fault({"target": "$", "remove": True}) == (
        "E158",
        "/actions/0/target",
        "the whole document cannot be removed",
    )


def test_all_faults_of_form_are_told_at_once_and_nothing_is_done() -> None:
    given = overlay_of({"target": "$.info", "remove": True}, {"target": "$["}, {"target": "$.info"})
    given["actions"][2].pop("description")
    report = Report()
    assert overlay.apply(PETS, given, file="o.yaml", report=report) == PETS
    assert [problem.code for problem in report.problems] == ["E153", "E154", "E152", "E153"]


def test_faults_of_several_actions_are_told_at_once() -> None:
    found = faults(overlay_of({"target": "$.x", "remove": True}, {"target": "$.tags", "copy": "$.y"}))
    assert [code for code, _, _ in found] == ["E155", "E157"]


def test_a_document_nested_too_deeply_for_the_query_is_a_problem_and_no_traceback() -> None:
    document: Any = {}
    for _ in range(400):
        document = {"a": document}
    assert fault({"target": "$..b", "remove": True}, document=document)[0] in ("E154", "E155")


# --- the text of a result --------------------------------------------------------------------------------------------


def test_dump_keeps_order_indents_lists_and_quotes_what_parsers_disagree_on() -> None:
    document = {"b": ["no", "1e3", "0o7", "y", "12:30", "2020-01-01", "1.0", "ok", "<<"], "200": None, "a": "x\n y\n"}
    assert canonical.dump(document, comment="Made.").splitlines() == [
        "# Made.",
        "b:",
        "  - 'no'",
        "  - '1e3'",
        "  - '0o7'",
        "  - 'y'",
        "  - '12:30'",
        "  - '2020-01-01'",
        "  - '1.0'",
        "  - ok",
        "  - '<<'",
        "'200': null",
        "a: |",
        "  x",
        "   y",
    ]


def test_dump_writes_no_alias_and_escapes_odd_line_ends() -> None:
    shared = {"x": ["a\r\nb"]}
    assert canonical.dump({"a": shared, "b": shared}) == 'a:\n  x:\n    - "a\\r\\nb"\nb:\n  x:\n    - "a\\r\\nb"\n'
