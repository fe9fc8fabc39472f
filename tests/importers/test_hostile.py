"""Collections and recordings that are broken, large, deep or of the wrong types: a message, and never a traceback.

And what may not get into a document, whatever the traffic holds: its values.
"""

from __future__ import annotations

import base64
import copy
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.command.show import show
from generator.pages.importers import Imported, import_pages
from generator.report import Report, SpecError

CASES = Path(__file__).parent / "cases"
SOURCES = [CASES / "postman/harbour.json", CASES / "har/first.har", CASES / "har/second.har"]
STRANGE: list[Any] = [
    None,
    True,
    -1,
    1e308,
    "",
    "\0",
    "{{x}}",
    ":a/:b",
    "http://[",
    "x" * 5000,
    [],
    {},
    [[]],
    [None],
    {"a": None},
]


def read(text: str | bytes, folder: Path, name: str = "page.json") -> Imported | None:
    """Import one page; None where it is refused, with a message."""
    page = folder / name
    page.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    report = Report()
    try:
        return import_pages([page], "acme", report)
    except SpecError as refused:
        assert show(refused.report)
        return None


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to each value inside another."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        yield (*way, key)
        yield from places(each, (*way, key))


def replaced(value: Any, way: tuple[Any, ...], by: Any) -> Any:
    """Return a copy with the value at one place replaced."""
    result = copy.deepcopy(value)
    owner = result
    for key in way[:-1]:
        owner = owner[key]
    owner[way[-1]] = by
    return result


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_any_value_of_any_type_anywhere(source: Path, tmp_path: Path) -> None:
    """One value is replaced by a strange one; a sample of all places and values, the same in each run."""
    data = json.loads(source.read_text(encoding="utf-8"))
    chance = random.Random(7)
    ways = list(places(data))
    read_at_all = 0
    for way in chance.sample(ways, min(len(ways), 150)):
        found = read(json.dumps(replaced(data, way, chance.choice(STRANGE))), tmp_path)
        read_at_all += found is not None
    assert read_at_all > 100


@pytest.mark.parametrize("depth", [100, 150, 900, 100_000])
@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_a_body_that_is_nested_deeply(depth: int, opening: str, tmp_path: Path) -> None:
    body = opening * depth + "1" + ("]" if opening == "[" else "}") * depth
    entry: dict[str, Any] = {
        "request": {"method": "GET", "url": "https://api.acme.example/a", "headers": []},
        "response": {"status": 200, "content": {"mimeType": "application/json", "size": 1, "text": body}},
    }
    assert read(json.dumps({"log": {"entries": [entry]}}), tmp_path)
    item = {"name": "A", "request": "https://api.acme.example/a", "response": [{"code": 200, "body": body}]}
    assert read(json.dumps({"info": {"name": "A"}, "item": [item]}), tmp_path)


def test_folders_within_folders(tmp_path: Path) -> None:
    item: dict[str, Any] = {"name": "A", "request": "https://api.acme.example/a"}
    for number in range(60):
        item = {"name": f"folder {number}", "item": [item]}
    assert read(json.dumps({"info": {"name": "A"}, "item": [item]}), tmp_path) is None
    assert read(json.dumps({"info": {"name": "A"}, "item": [item["item"][0]["item"][0]] * 2}), tmp_path) is None
    for _ in range(20):
        item = item["item"][0]
    assert read(json.dumps({"info": {"name": "A"}, "item": [item]}), tmp_path)


@pytest.mark.parametrize("raw", [b'{"log": {"entries": [\xff]}}', b"\xff\xfe{\0", b'{"log": {"entries": [', b"\0" * 64])
def test_bytes_that_are_no_text_or_cut_off(raw: bytes, tmp_path: Path) -> None:
    assert read(raw, tmp_path, "page.har") is None


def test_a_recording_of_requests_alone(tmp_path: Path) -> None:
    found = read('{"log": {"entries": [{"request": {"method": "PUT", "url": "https://a.example/b/7"}}]}}', tmp_path)
    assert found
    assert yaml.safe_load(found.text)["paths"]["/b/{b_id}"]["put"]["responses"] == {
        "2XX": {"description": "", "content": {"application/json": {}}}
    }


def test_variables_that_lead_to_one_another(tmp_path: Path) -> None:
    variable = [{"key": "a", "value": "{{b}}"}, {"key": "b", "value": "{{a}}"}]
    item = {"name": "A", "request": {"method": "GET", "url": "{{a}}/x/{{a}}?q={{b}}"}}
    assert read(json.dumps({"info": {"name": "A"}, "variable": variable, "item": [item]}), tmp_path)


def test_a_large_recording_is_read_in_time_that_grows_with_its_size(tmp_path: Path) -> None:
    def seconds(count: int) -> float:
        entries = [
            {
                "request": {"method": "GET", "url": f"https://api.acme.example/w{number}/{number}?q={number}"},
                "response": {
                    "status": 200,
                    "content": {"mimeType": "application/json", "size": 9, "text": json.dumps({"a": [number] * 50})},
                },
            }
            for number in range(count)
        ]
        text = json.dumps({"log": {"entries": entries}})
        start = time.process_time()
        assert read(text, tmp_path)
        return time.process_time() - start

    seconds(10)
    assert seconds(400) < 12 * seconds(100) + 0.5


WORDS = st.text(alphabet="bcdfghjklmnpqrstvwxz", min_size=7, max_size=9).map(lambda word: f"zq{word}")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, min_size=8, max_size=8, unique=True), packed=st.booleans())
def test_no_value_of_the_traffic_gets_into_the_document(words: list[str], packed: bool, tmp_path: Path) -> None:
    """Values of headers, queries, paths, bodies and answers; and those of a collection."""
    one, two, three, four, five, six, seven, eight = words
    body = {"name": one, "by": {f"{two}@acme.example": 1}, "list": [three], "at": {"4242": four}}
    text = json.dumps(body)
    content = {"mimeType": "application/json", "size": len(text), "text": text}
    if packed:
        content |= {"text": base64.b64encode(text.encode()).decode(), "encoding": "base64"}
    headers = [
        {"name": "Authorization", "value": f"Bearer {five}"},
        {"name": "Cookie", "value": f"sid={six}"},
        {"name": "X-Tenant", "value": seven},
        {"name": "X-Api-Key", "value": eight},
    ]
    entry = {
        "request": {
            "method": "POST",
            "url": f"https://api.acme.example/people/{one}%40acme.example/notes/77?q={two}&api_key={three}",
            "headers": headers,
            "postData": {"mimeType": "application/json", "text": text},
        },
        "response": {"status": 200, "headers": [{"name": "X-Seen", "value": four}], "content": content},
    }
    item = {
        "name": "Ask",
        "request": {
            "method": "POST",
            "url": f"https://api.acme.example/people/:id?q={two}&api_key={three}",
            "header": [{"key": each["name"], "value": each["value"]} for each in headers],
            "body": {"mode": "raw", "raw": text},
            "description": f"Send {eight}, or Bearer {five}{six}.",
        },
        "response": [{"name": "fine", "code": 200, "body": text}],
    }
    for data in ({"log": {"entries": [entry]}}, {"info": {"name": "A"}, "item": [item]}):
        found = read(json.dumps(data), tmp_path)
        assert found
        assert [word for word in words if word in found.text + "".join(found.notes)] == []


BODIES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab7é"), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bodies=st.lists(BODIES, min_size=1, max_size=4))
def test_the_schema_in_the_document_admits_each_body(bodies: list[Any], tmp_path: Path) -> None:
    entries = [
        {
            "request": {"method": "GET", "url": "https://api.acme.example/things"},
            "response": {
                "status": 200,
                "content": {"mimeType": "application/json", "size": 1, "text": json.dumps(each)},
            },
        }
        for each in bodies
    ]
    found = read(json.dumps({"log": {"entries": entries}}), tmp_path)
    assert found
    document = yaml.safe_load(found.text)
    content = document["paths"]["/things"]["get"]["responses"]["200"]["content"]["application/json"]
    schema = {"$ref": "#/here", "here": content["schema"], "components": document.get("components", {})}
    for each in bodies:
        Draft202012Validator(schema).validate(each)
