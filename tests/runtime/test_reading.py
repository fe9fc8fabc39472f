"""Answers -> values: strict where it can be, tolerant where it must be (promises 14 to 18)."""

from __future__ import annotations

import gzip
import pickle
import warnings
import zlib
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from .caller import Caller, Work
from .server import Server, answer, cut

GOOD: dict[str, Any] = {"id": "1", "kind": "a"}


def get(client: Any) -> Any:
    return client.calls.list_things()


def thing(client: Any) -> Any:
    return client.reading.thing()


def faulty(client: Any) -> Any:
    return client.reading.faulty()


def read(caller: Caller, body: object, work: Work = thing, **options: Any) -> tuple[Any, list[str]]:
    """Return what is read from an answer, and the mismatches that were reported."""
    found: list[str] = []

    def note(mismatch: Any, operation: str) -> None:
        found.append(f"{operation.removeprefix('GET /reading/')} {mismatch}")

    with Server([answer(200, body)]) as server:
        return caller.run(server.url, work, on_mismatch=note, **options), found


@pytest.mark.promise(17)
def test_a_sound_answer(caller: Caller) -> None:
    body = {**GOOD, "amount": "1.10", "made": 1704067200, "list": [1], "pet": {"kind": "dog", "barks": True}, "new": 5}
    value, found = read(caller, body)
    assert found == []
    assert (value.amount, value.made, value.list_2) == (Decimal("1.10"), datetime(2024, 1, 1, tzinfo=UTC), [1])
    assert type(value.pet) is caller.api.models.Dog and value.new == 5
    assert value.model_dump(mode="json", exclude_unset=True) == body


@pytest.mark.promise(17)
def test_an_unknown_enum_value_and_a_wrong_type_are_delivered_as_they_came(caller: Caller) -> None:
    body = {**GOOD, "kind": "new", "owner": {"name": 5, "born": "soon"}, "list": [1, "x"], "tags": {"a": None, "b": 2}}
    value, found = read(caller, body)
    models = caller.api.models
    assert (value.kind, value.owner.name, value.owner.born, value.list_2) == ("new", 5, "soon", [1, "x"])
    assert isinstance(value, models.Thing) and isinstance(value.owner, models.Owner)
    assert value.tags == {"a": None, "b": 2}
    assert found == [
        "thing $.kind: expected one of 'a', 'b', found string",
        "thing $.owner.name: expected str, found integer",
        "thing $.owner.born: expected datetime, found string",
        "thing $.list[1]: expected int, found string",
        "thing $.tags.a: expected int, found null",
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert value.model_dump(mode="json", exclude_unset=True) == body


@pytest.mark.promise(17)
def test_an_absent_required_field_reads_as_none(caller: Caller) -> None:
    value, found = read(caller, {"kind": "a", "owner": {}, "extra": {"x": 1}})
    assert value.id is None and value.owner.name is None and value.owner.born is None
    assert value.model_fields_set == {"kind", "owner", "extra"}
    assert value.model_dump() == {
        **dict.fromkeys(["amount", "made", "list", "pet", "tags"]),
        "kind": "a",
        "owner": {"born": None},
        "extra": {"x": 1},
    }
    assert found == ["thing $.id: expected str, found absent", "thing $.owner.name: expected str, found absent"]
    assert pickle.loads(pickle.dumps(value)).id is None
    with pytest.raises(AttributeError):
        _ = value.no_such_field


@pytest.mark.promise(17)
def test_a_union_is_read_as_the_member_that_fits(caller: Caller) -> None:
    value, found = read(caller, {**GOOD, "pet": {"kind": "cat", "lives": "nine"}})
    assert type(value.pet) is caller.api.models.Cat and f"{value.pet.lives}" == "nine" and len(found) == 1
    value, found = read(caller, {**GOOD, "pet": {"kind": "cow", "lives": 1}})
    assert value.pet.kind == "cow" and len(found) >= 1
    value, found = read(caller, {**GOOD, "pet": "none"})
    assert value.pet == "none" and found == ["thing $.pet: expected Cat or Dog, found string"]


@pytest.mark.promise(17)
def test_a_list_of_models_keeps_the_sound_ones_sound(caller: Caller) -> None:
    body = [GOOD, {**GOOD, "made": "x"}, 5]
    values, found = read(caller, body, lambda client: client.reading.things())
    assert values[0] == caller.api.models.Thing(id="1", kind="a") and values[1].made == "x" and values[2] == 5
    assert [each.split()[1] for each in found] == ["$[1].made:", "$[2]:"]


@pytest.mark.promise(17)
def test_a_recursive_model(caller: Caller) -> None:
    body = {"value": 1, "next": {"value": "x", "next": {"next": {"value": 3}}}}
    node, found = read(caller, body, lambda client: client.reading.node())
    assert node.next.value == "x" and node.next.next.value is None and node.next.next.next.value == 3
    assert [each.split()[1] for each in found] == ["$.next.value:", "$.next.next.value:"]


@pytest.mark.promise(10, 17)
@pytest.mark.parametrize("work", [thing, lambda client: client.with_options(strict=True).reading.thing()])
def test_strict_raises_without_personal_data(caller: Caller, work: Work) -> None:
    """Of a client and of one call."""
    with pytest.raises(caller.api.DecodeError) as caught:
        options = {"strict": True} if work is thing else {}
        read(caller, {**GOOD, "owner": {"name": 12345}, "kind": "private"}, work, **options)
    assert caught.value.mismatches == (
        caller.api.Mismatch("$.kind", "one of 'a', 'b'", "string"),
        caller.api.Mismatch("$.owner.name", "str", "integer"),
    )
    shown = str(caught.value) + repr(caught.value) + caught.value.excerpt
    assert "12345" not in shown and "private" not in shown and "$.owner.name" in shown


BROKEN: dict[str, tuple[object, str]] = {
    "cut short": ("{", "application/json"),
    "something after it": ('{"id": "1", "kind": "a"} trailing', "application/json"),
    "a page of HTML": ("<html>oops</html>", "text/html"),
    "NaN": ('{"id": NaN, "kind": "a"}', "application/json"),
    "Infinity": ('{"id": "1", "kind": "a", "x": Infinity}', "application/json"),
    "deep nesting": ("[" * 100_000, "application/json"),
    "other bytes": (b"\xff\xfe{\x00}\x00", "application/json"),
    "no UTF-8": (b'{"id": "\xff", "kind": "a"}', "application/json"),
    "nothing": ("", "application/json"),
}


@pytest.mark.promise(15)
@pytest.mark.parametrize("kind", BROKEN)
def test_what_cannot_be_read_is_one_error(caller: Caller, kind: str) -> None:
    body, media = BROKEN[kind]
    with (
        Server([answer(200, body, {"X-Request-Id": "r1"}, media)]) as server,
        pytest.raises(caller.api.DecodeError) as caught,
    ):
        caller.run(server.url, thing)
    error = caught.value
    assert (error.status, error.request_id) == (200, "r1") and len(error.excerpt) <= 203
    assert "GET /reading/thing: 200 (request r1)" in str(error)
    assert pickle.loads(pickle.dumps(error)).excerpt == error.excerpt


@pytest.mark.promise(15)
def test_nan_inside_text_is_no_nan(caller: Caller) -> None:
    assert read(caller, {**GOOD, "note": "NaN Infinity"})[0].note == "NaN Infinity"


TRUNCATED = {
    "by its length": b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{",
    "in a chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{",
    "between chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n",
    "in gzip": b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: gzip\r\n\r\n"
    + gzip.compress(b"x" * 99)[:-9],
    "by a wrong chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
}


@pytest.mark.promise(15)
@pytest.mark.parametrize("how", TRUNCATED)
def test_a_truncated_body(caller: Caller, how: str) -> None:
    with (
        Server([cut(TRUNCATED[how])]) as server,
        pytest.raises(caller.api.DecodeError, match="breaks off") as caught,
    ):
        caller.run(server.url, get)
    assert caught.value.status == 200 and len(server.requests) == 3


@pytest.mark.promise(16)
@pytest.mark.parametrize("status", [200, 204, 205])
def test_no_body(caller: Caller, status: int) -> None:
    with Server([answer(status)]) as server:
        assert caller.run(server.url, lambda client: client.reading.maybe_thing()) is None


@pytest.mark.promise(16)
def test_head_and_304(caller: Caller) -> None:
    with Server([answer(200, headers={"Content-Length": "7"})]) as server:
        assert caller.run(server.url, lambda client: client.reading.head_thing()) is None
    with Server([answer(304)]) as server, pytest.raises(caller.api.Redirected):
        caller.run(server.url, thing)


def test_types_by_status(caller: Caller) -> None:
    with Server([answer(201, {"name": "n"}), answer(202, GOOD), answer(201, GOOD)]) as server:
        made, found, other = caller.outcomes(
            server.url, *[lambda client: client.reading.statuses()] * 2, lambda client: client.reading.thing()
        )
    models = caller.api.models
    assert [type(each) for each in (made, found, other)] == [models.Owner, models.Thing, models.Thing]


def test_other_kinds_of_answers(caller: Caller) -> None:
    latin = answer(200, "ü".encode("latin-1"), media="text/plain; charset=latin-1")
    with Server([latin, latin, latin, answer(200, b"\xff", media="text/plain")]) as server:
        text, binary, nothing, broken = caller.outcomes(
            server.url,
            lambda client: client.reading.get_text(),
            lambda client: client.reading.get_binary(),
            lambda client: client.reading.get_nothing(),
            lambda client: client.reading.get_text(),
        )
    assert (text, binary, nothing, type(broken)) == ("ü", b"\xfc", None, caller.api.DecodeError)


def test_json_in_another_charset_and_with_a_byte_order_mark(caller: Caller) -> None:
    latin = answer(200, '{"id": "ü", "kind": "a"}'.encode("latin-1"), media="application/json; charset=iso-8859-1")
    marked = answer(200, b"\xef\xbb\xbf" + b'{"id": "1", "kind": "a"}')
    with Server([latin, marked]) as server:
        assert [each.id for each in caller.outcomes(server.url, thing, thing)] == ["ü", "1"]


@pytest.mark.promise(15)
def test_errors_are_typed(caller: Caller) -> None:
    fault = {"code": 7, "message": "m"}
    with (
        Server([answer(404, fault, {"X-Request-Id": "r7"})]) as server,
        pytest.raises(caller.api.NotFound) as caught,
    ):
        caller.run(server.url, faulty)
    error = caught.value
    assert error.body == caller.api.models.Fault(**fault) and (error.status, error.request_id) == (404, "r7")
    assert error.response.content and error.response.headers["x-request-id"] == "r7" and not error.may_have_run
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error) and copy.body == error.body and copy.status == 404 and str(copy) == str(error)


@pytest.mark.promise(15)
@pytest.mark.parametrize(
    ("body", "expected"),
    [("<html>", "str"), ({"other": 1}, "dict"), ({"code": "x"}, "Fault"), ([1], "list"), (None, "NoneType")],
)
def test_the_body_of_an_error_that_is_not_as_documented(caller: Caller, body: Any, expected: str) -> None:
    with Server([answer(404, body)]) as server, pytest.raises(caller.api.NotFound) as caught:
        caller.run(server.url, faulty)
    found = caught.value.body
    assert type(found).__name__ == expected
    assert found.code == "x" if expected == "Fault" else found == body


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequest"),
        (401, "Unauthorized"),
        (403, "Forbidden"),
        (404, "NotFound"),
        (409, "Conflict"),
        (410, "Gone"),
        (422, "Unprocessable"),
        (429, "TooManyRequests"),
        (418, "ClientFault"),
        (500, "ServerError"),
        (599, "ServerError"),
        (300, "Redirected"),
    ],
)
def test_one_class_for_each_family(sync: Caller, status: int, name: str) -> None:
    with Server([answer(status)]) as server, pytest.raises(sync.api.StatusError) as caught:
        sync.run(server.url, get, retry=0)
    assert type(caught.value) is getattr(sync.api, name)


@pytest.mark.promise(18)
def test_an_error_inside_a_success(caller: Caller) -> None:
    body = {"code": 0, "message": "no"}
    with Server([answer(200, body)]) as server, pytest.raises(caller.api.ErrorInAnswer) as caught:
        caller.run(server.url, faulty)
    assert caught.value.status == 200 and caught.value.body == caller.api.models.Fault(**body)


@pytest.mark.promise(18)
@pytest.mark.parametrize("body", [{"code": 1}, {"code": False}, {"code": "0"}, {}, [0], {"code": None}])
def test_what_is_no_error_inside_a_success(caller: Caller, body: object) -> None:
    with Server([answer(200, body)]) as server:
        assert caller.run(server.url, faulty) == body


def headless(data: bytes) -> bytes:
    return zlib.compress(data)[2:-4]


def in_two_members(data: bytes) -> bytes:
    return gzip.compress(data[:5]) + gzip.compress(data[5:])


@pytest.mark.promise(14)
@pytest.mark.parametrize(
    ("encoding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("deflate", headless), ("gzip", in_two_members)],
)
def test_compressed_answers(caller: Caller, encoding: str, pack: Any) -> None:
    body = b'{"id": "1", "kind": "a"}'
    with Server([answer(200, pack(body), {"Content-Encoding": encoding})]) as server:
        found = caller.run(server.url, lambda client: client.reading.with_raw_response.thing())
    assert found.content == body and found.value.id == "1"


BOMB = answer(200, gzip.compress(b" " * 20_000_000), {"Content-Encoding": "gzip"})


@pytest.mark.promise(14)
def test_the_limit_holds_for_plain_and_compressed_bodies(caller: Caller) -> None:
    with Server([answer(200, b" " * 1000 + b"{}"), answer(200, b"{}")]) as server:
        with pytest.raises(caller.api.AnswerTooLarge) as caught:
            caller.run(server.url, get, max_response_bytes=1001)
        assert caller.run(server.url, get, max_response_bytes=2) == {}
    assert caught.value.status == 200 and len(server.requests) == 2
    with Server([BOMB]) as server, pytest.raises(caller.api.AnswerTooLarge, match="1000 bytes"):
        caller.run(server.url, get, max_response_bytes=1000)
    with Server([BOMB]) as server, pytest.raises(caller.api.AnswerTooLarge, match="suspiciously"):
        caller.run(server.url, get)


@pytest.mark.promise(14)
@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "gzip"])
def test_compression_that_was_not_asked_for_or_is_none(caller: Caller, encoding: str) -> None:
    with (
        Server([answer(200, b"{}", {"Content-Encoding": encoding})]) as server,
        pytest.raises(caller.api.DecodeError),
    ):
        caller.run(server.url, get)


@pytest.mark.promise(14)
def test_a_larger_answer_is_streamed(caller: Caller) -> None:
    """A body beyond the limit comes in pieces to who asks for it so."""

    def whole(client: Any) -> Any:
        if not caller.is_async:
            with client.reading.with_streaming_response.get_binary() as response:
                return sum(map(len, response))

        async def main() -> int:
            async with await client.reading.with_streaming_response.get_binary() as response:
                return sum([len(each) async for each in response])

        return main()

    with Server([answer(200, bytes(1_000_000), media="application/octet-stream")]) as server:
        assert caller.run(server.url, whole, max_response_bytes=1000) == 1_000_000


@pytest.mark.promise(17)
def test_mismatches_are_logged_without_a_hook(caller: Caller, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "probe_client")
    with Server([answer(200, {**GOOD, "kind": "private"})]) as server:
        caller.run(server.url, thing)
    lines = [each.getMessage() for each in caplog.records if each.name == "probe_client"]
    assert lines == ["GET /reading/thing: $.kind: expected one of 'a', 'b', found string"]


@pytest.mark.promise(15)
def test_errors_that_carry_no_body_read_as_the_family(caller: Caller) -> None:
    page = answer(503, "<html>busy</html>", media="text/html")
    with Server([page]) as server, pytest.raises(caller.api.ServerError) as caught:
        caller.run(server.url, faulty, retry=0)
    assert caught.value.body == "<html>busy</html>" and caught.value.may_have_run
