"""The base class: strict when built, dumped by alias with only what was set; unix times."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Annotated, Any

import pytest
from pydantic import Field, TypeAdapter, ValidationError

from generator.runtime import (
    DecodeError,
    Encoding,
    InvalidArgument,
    Model,
    UnixTime,
    as_base64,
    as_json,
    form_body,
    json_body,
    multipart_body,
    styled,
)
from generator.runtime.deep import loads
from generator.runtime.dump import dump_json

from .calls import call, get
from .server import Server, answer


class Inner(Model):
    a: int
    b: int | None = 5


class Outer(Model):
    inner: Inner | None = None
    inners: list[Inner] | None = None
    list_: Annotated[str | None, Field(alias="list")] = None
    made: UnixTime | None = None
    price: Decimal | None = None
    free: dict[str, Any] | None = None


def build(**values: Any) -> Outer:
    return Outer(**values)


def test_a_misspelt_field_raises_at_any_depth() -> None:
    for wrong in ({"iner": None}, {"inner": {"a": 1, "c": 2}}, {"inners": [{"a": 1, "c": 2}]}):
        with pytest.raises(ValidationError) as caught:
            build(**wrong)
        assert caught.value.errors()[0]["type"] == "extra_forbidden"


def test_a_wrong_value_raises_and_is_not_shown() -> None:
    with pytest.raises(ValidationError) as caught:
        build(price="private")
    assert "private" not in str(caught.value)


def test_both_names_build_and_the_wire_name_is_dumped() -> None:
    for outer in (build(list_="x"), build(list="x")):
        assert outer.list_ == "x" and outer.model_fields_set == {"list_"}
        assert dump_json(outer) == b'{"list":"x"}'
        assert outer.model_dump(exclude_unset=True) == {"list": "x"}


def test_only_what_was_set_is_sent_and_none_is_null() -> None:
    assert dump_json(build()) == b"{}"
    assert dump_json(build(inner=Inner(a=1), list=None)) == b'{"inner":{"a":1},"list":null}'
    assert dump_json([build(inner={"a": 1, "b": 5})]) == b'[{"inner":{"a":1,"b":5}}]'
    assert dump_json({"x": build(inners=[Inner(a=1)])}) == b'{"x":{"inners":[{"a":1}]}}'


def test_what_was_read_can_be_sent_back_whole() -> None:
    text = b'{"inner":{"a":1,"new":[1,{"x":null}]},"made":1704067200,"more":"y"}'
    outer = TypeAdapter(Outer).validate_json(text)
    assert dump_json(outer) == text
    assert dump_json(build(inner=outer.inner)) == b'{"inner":{"a":1,"new":[1,{"x":null}]}}'
    assert dump_json(copy.deepcopy(outer)) == text


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_nan_and_infinity_are_refused(value: float) -> None:
    for body in (value, {"x": [value]}, build(free={"x": value})):
        with pytest.raises(InvalidArgument):
            dump_json(body)
    assert dump_json({"x": "NaN"}) == b'{"x":"NaN"}'


def test_what_has_no_json_form_is_refused() -> None:
    loop: list[Any] = []
    loop.append(loop)
    for body in (object(), loop, {"x": "\ud800"}):
        with pytest.raises(InvalidArgument):
            dump_json(body)


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


def test_unix_time_takes_an_aware_datetime_only() -> None:
    aware = datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=1)))
    assert dump_json(build(made=aware)) == b'{"made":1704063600}'
    with pytest.raises(ValidationError):
        build(made=datetime(2024, 1, 1))


def nested(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = {"a": value}
    return value


@pytest.mark.parametrize("levels", [100, 500, 2000, 2001, 5000])
def test_deep_data_is_written_or_refused(levels: int) -> None:
    """Pydantic goes about 250 levels deep, the runtime 2000; what is deeper ends in an error of ours."""
    if levels <= 2000:
        assert dump_json(nested(levels)) == b'{"a":' * levels + b"1" + b"}" * levels
        return
    with pytest.raises(InvalidArgument, match="nested more than 2000 levels deep"):
        dump_json(nested(levels))


def loop() -> Any:
    value: dict[str, Any] = {}
    value["a"] = value
    return value


@pytest.mark.parametrize("value", [nested(5000), loop()], ids=["deep", "loop"])
@pytest.mark.parametrize("encoding", [Encoding(), Encoding(style="deepObject")], ids=["json", "deepObject"])
def test_no_recursion_error_escapes(value: Any, encoding: Encoding) -> None:
    sends: list[Callable[[], object]] = [
        lambda: json_body(value),
        lambda: form_body(value, {"a": encoding}),
        lambda: multipart_body(value, {"a": encoding}),
        lambda: as_base64(value),
        lambda: call("sync", "http://127.0.0.1:9", get(query={"q": styled(value, "deepObject")})),
        lambda: call("sync", "http://127.0.0.1:9", get(query={"q": as_json(value)})),
    ]
    for send in sends:
        with pytest.raises(InvalidArgument, match=r"nested (too|more than)|holds itself"):
            send()


def test_a_deep_answer_is_read_or_refused() -> None:
    deep = b'{"a":' * 2001 + b"1" + b"}" * 2001
    with Server([answer(200, deep)]) as server, pytest.raises(DecodeError, match="more than 2000 levels deep"):
        call("sync", server.url, get())
    for levels in (150, 300, 2000):
        with Server([answer(200, deep[5 * (2001 - levels) : len(deep) - (2001 - levels)])]) as server:
            value = call("sync", server.url, get()).value
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
