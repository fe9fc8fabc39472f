"""Models of a made package: strict when built, sent by alias with only what was set; unix times; deep data."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.runtime import UnixTime, as_base64
from generator.runtime.deep import loads
from generator.runtime.errors import InvalidArgument

from .caller import Caller, Work
from .server import Server, answer


def build(caller: Caller, **values: Any) -> Any:
    return caller.api.models.Sent(**{"name": "n", **values})


def sent(caller: Caller, body: object) -> bytes:
    """Return the bytes of a body of JSON."""
    with Server([answer(204)]) as server:
        caller.run(server.url, lambda client: client.bodies.send_json(body=body))
    return server.requests[0].body


def read(caller: Caller, content: bytes) -> Any:
    """Return what a body of JSON is read as."""
    with Server([answer(200, content)]) as server:
        return caller.run(server.url, lambda client: client.calls.list_things())


def refused(caller: Caller, work: Work, match: str = ".") -> None:
    """Expect that a call is refused before anything is sent."""
    with Server([answer(204)]) as server, pytest.raises(caller.api.InvalidArgument, match=match):
        caller.run(server.url, work)
    assert server.connections == 0


def test_a_misspelt_field_raises_at_any_depth(sync: Caller) -> None:
    for wrong in ({"prt": None}, {"part": {"a": 1, "c": 2}}, {"parts": [{"a": 1, "c": 2}]}):
        with pytest.raises(ValidationError) as caught:
            build(sync, **wrong)
        assert caught.value.errors()[0]["type"] == "extra_forbidden"


def test_an_object_is_no_list(sync: Caller) -> None:
    """Its fields as pairs are never taken for the items of an answer; what else pydantic does with it goes on."""
    model = build(sync, parts=[{"a": 1}])
    for taken in (iter, list, dict, tuple):
        with pytest.raises(
            TypeError, match=r"Sent is one object and no list: iterate over one of its fields; `model_d"
        ):
            taken(model)
    with pytest.raises(TypeError, match="not iterable"):
        print("name" in model)
    again = type(model).model_validate(model.model_dump(exclude_unset=True))
    same = [copy.copy(model), copy.deepcopy(model), model.model_copy(), again]
    assert all(each == model and repr(each) == repr(model) for each in same)
    assert model.model_dump(exclude_unset=True) == {"name": "n", "parts": [{"a": 1}]}


@pytest.mark.promise(17)
def test_a_wrong_value_raises_and_is_not_shown(sync: Caller) -> None:
    with pytest.raises(ValidationError) as caught:
        build(sync, price="private")
    assert "private" not in str(caught.value)


def test_both_names_build_and_the_wire_name_is_sent(caller: Caller) -> None:
    for model in (build(caller, list_2="x"), build(caller, list="x")):
        assert model.list_2 == "x" and model.model_fields_set == {"name", "list_2"}
        assert json.loads(sent(caller, model)) == {"name": "n", "list": "x"}
        assert model.model_dump(exclude_unset=True) == {"name": "n", "list": "x"}


def test_only_what_was_set_is_sent_and_none_is_null(caller: Caller) -> None:
    part = caller.api.models.Part
    assert sent(caller, build(caller)) == b'{"name":"n"}'
    model = build(caller, part=part(a=1), list=None)
    assert json.loads(sent(caller, model)) == {"name": "n", "part": {"a": 1}, "list": None}
    assert sent(caller, [part(a=1, b=None)]) == b'[{"a":1,"b":null}]'
    assert sent(caller, {"x": build(caller, parts=[part(a=1)])}) == b'{"x":{"name":"n","parts":[{"a":1}]}}'


def test_what_was_read_can_be_sent_back_whole(caller: Caller) -> None:
    text = b'{"id":"1","kind":"a","owner":{"name":"x","new":[1,{"x":null}]},"made":1704067200,"more":"y"}'
    with Server([answer(200, text), answer(204)]) as server:
        thing = caller.run(server.url, lambda client: client.reading.thing())
    assert sent(caller, thing) == text and sent(caller, copy.deepcopy(thing)) == text
    assert sent(caller, {"owner": thing.owner}) == b'{"owner":{"name":"x","new":[1,{"x":null}]}}'


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_nan_and_infinity_are_refused(caller: Caller, value: float) -> None:
    for body in (value, {"x": [value]}, build(caller, free={"x": value})):
        refused(caller, lambda client, body=body: client.bodies.send_json(body=body))  # type: ignore[misc]
    assert sent(caller, {"x": "NaN"}) == b'{"x":"NaN"}'


def test_what_has_no_json_form_is_refused(caller: Caller) -> None:
    for body in (object(), loop(), {"x": "\ud800"}):
        refused(caller, lambda client, body=body: client.bodies.send_json(body=body))  # type: ignore[misc]


UNIX: TypeAdapter[datetime] = TypeAdapter(UnixTime)


@pytest.mark.parametrize("text", [b"1704067200", b'"1704067200"'])
def test_unix_time_is_read_and_written(text: bytes) -> None:
    value = UNIX.validate_json(text, strict=True)
    assert value == datetime(2024, 1, 1, tzinfo=UTC) and value.utcoffset() == timedelta(0)
    assert UNIX.dump_json(value) == b"1704067200" and UNIX.dump_python(value) == 1704067200


@pytest.mark.parametrize("text", [b"true", b'"soon"', b"1e300", b"[]", b"99999999999999999", b'"2024-01-01T00:00:00Z"'])
def test_what_is_no_unix_time(text: bytes) -> None:
    with pytest.raises(ValidationError):
        UNIX.validate_json(text)


def test_unix_time_takes_an_aware_datetime_only(caller: Caller) -> None:
    aware = datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=1)))
    assert sent(caller, build(caller, made=aware)) == b'{"name":"n","made":1704063600}'
    with pytest.raises(ValidationError):
        build(caller, made=datetime(2024, 1, 1))


def nested(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = {"a": value}
    return value


@pytest.mark.promise(15)
@pytest.mark.parametrize("levels", [100, 500, 2000, 2001, 5000])
def test_deep_data_is_written_or_refused(caller: Caller, levels: int) -> None:
    """Pydantic goes about 250 levels deep, the runtime 2000; what is deeper ends in an error of ours."""
    if levels <= 2000:
        assert sent(caller, nested(levels)) == b'{"a":' * levels + b"1" + b"}" * levels
        return
    value = nested(levels)
    refused(caller, lambda client: client.bodies.send_json(body=value), "nested more than 2000 levels deep")


def loop() -> Any:
    value: dict[str, Any] = {}
    value["a"] = value
    return value


SENDS: dict[str, Callable[[Any, Any], Any]] = {
    "json": lambda client, value: client.bodies.send_json(body=value),
    "form": lambda client, value: client.bodies.send_any_form(body=value),
    "encoded": lambda client, value: client.bodies.send_encoded(body={"inner": value}),
    "multipart": lambda client, value: client.bodies.parts.send(body=value),
    "deepObject": lambda client, value: client.params.deep(color=value),
    "content": lambda client, value: client.params.content(q=value),
}


@pytest.mark.promise(15)
@pytest.mark.parametrize("value", [nested(5000), loop()], ids=["deep", "loop"])
@pytest.mark.parametrize("way", SENDS)
def test_no_recursion_error_escapes(caller: Caller, value: Any, way: str) -> None:
    refused(caller, lambda client: SENDS[way](client, value), r"nested (too|more than)|holds itself")


@pytest.mark.parametrize("value", [nested(5000), loop()], ids=["deep", "loop"])
def test_no_recursion_error_escapes_from_base64(value: Any) -> None:
    with pytest.raises(InvalidArgument, match=r"nested (too|more than)|holds itself"):
        as_base64(value)


@pytest.mark.promise(15)
def test_a_deep_answer_is_read_or_refused(caller: Caller) -> None:
    deep = b'{"a":' * 2001 + b"1" + b"}" * 2001
    with pytest.raises(caller.api.DecodeError, match="more than 2000 levels deep"):
        read(caller, deep)
    for levels in (150, 300, 2000):
        value = read(caller, deep[5 * (2001 - levels) : len(deep) - (2001 - levels)])
        for _ in range(levels):
            value = value["a"]
        assert value == 1


@pytest.mark.parametrize(
    "text",
    ["[1,]", "[,1]", '{"a" 1}', '{"a":1,}', "[1}", "{1:2}", "[1 2]", "[]]", '{"a"}', "[NaN]", "[01]", "[1", ""],
)
def test_the_reader_of_deep_json_refuses_what_is_none(text: str) -> None:
    with pytest.raises(ValueError):
        loads(text.encode())


@pytest.mark.parametrize("text", ["[]", "{}", ' [1, {"a": [], "b": {}}, "\u00e9,]", -1.5e3, true, null] ', "5", '"]"'])
def test_the_reader_of_deep_json_reads_what_any_does(text: str) -> None:
    assert loads(text.encode())[0] == json.loads(text)
