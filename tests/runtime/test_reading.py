"""Answers -> values: strict where it can be, tolerant where it must be (promises 15, 16, 17, 18)."""

from __future__ import annotations

import gzip
import pickle
import warnings
import zlib
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field

from generator.runtime import (
    AnswerTooLarge,
    DecodeError,
    ErrorInAnswer,
    ErrorWhen,
    Mismatch,
    Model,
    NotFound,
    Redirected,
    Request,
    ServerError,
    StatusError,
    UnixTime,
    binary,
    errors,
    json,
    nothing,
    text,
)
from generator.runtime.decode import anything

from .calls import FLAVOURS, call, get
from .server import Received, Server, answer


class Owner(Model):
    name: str
    born: datetime | None = None


class Cat(Model):
    kind: Literal["cat"]
    lives: int


class Dog(Model):
    kind: Literal["dog"]
    barks: bool


class Thing(Model):
    id: str
    kind: Literal["a", "b"]
    amount: Decimal | None = None
    owner: Owner | None = None
    made: UnixTime | None = None
    list_: Annotated[list[int] | None, Field(alias="list")] = None
    pet: Cat | Dog | None = None
    tags: dict[str, int] | None = None


class Fault(Model):
    code: int
    message: str


THING = json({"200": Thing})
GOOD: dict[str, Any] = {"id": "1", "kind": "a"}


def read(body: object, decoder: Any = THING, flavour: str = "sync", **options: Any) -> tuple[Any, list[str]]:
    found: list[str] = []

    def note(mismatch: Mismatch, operation: str) -> None:
        found.append(f"{operation} {mismatch}")

    with Server([answer(200, body)]) as server:
        value = call(flavour, server.url, get(), decoder, on_mismatch=note, **options).value
    return value, found


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_sound_answer(flavour: str) -> None:
    body = {**GOOD, "amount": "1.10", "made": 1704067200, "list": [1], "pet": {"kind": "dog", "barks": True}, "new": 5}
    thing, found = read(body, flavour=flavour)
    assert found == []
    assert (thing.amount, thing.made, thing.list_) == (Decimal("1.10"), datetime(2024, 1, 1, tzinfo=UTC), [1])
    assert type(thing.pet) is Dog and thing.new == 5
    assert thing.model_dump(mode="json", exclude_unset=True) == body


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_an_unknown_enum_value_and_a_wrong_type_are_delivered_as_they_came(flavour: str) -> None:
    body = {**GOOD, "kind": "new", "owner": {"name": 5, "born": "soon"}, "list": [1, "x"], "tags": {"a": None, "b": 2}}
    thing, found = read(body, flavour=flavour)
    assert (thing.kind, thing.owner.name, thing.owner.born, thing.list_) == ("new", 5, "soon", [1, "x"])
    assert isinstance(thing, Thing) and isinstance(thing.owner, Owner) and thing.tags == {"a": None, "b": 2}
    assert found == [
        "GET /things $.kind: expected one of 'a', 'b', found string",
        "GET /things $.owner.name: expected str, found integer",
        "GET /things $.owner.born: expected datetime, found string",
        "GET /things $.list[1]: expected int, found string",
        "GET /things $.tags.a: expected int, found null",
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert thing.model_dump(mode="json", exclude_unset=True) == body


def test_an_absent_required_field_reads_as_none() -> None:
    thing, found = read({"kind": "a", "owner": {}, "extra": {"x": 1}})
    assert thing.id is None and thing.owner.name is None and thing.owner.born is None
    assert thing.model_fields_set == {"kind", "owner", "extra"}
    assert thing.model_dump() == {
        **dict.fromkeys(["amount", "made", "list", "pet", "tags"]),
        "kind": "a",
        "owner": {"born": None},
        "extra": {"x": 1},
    }
    assert [each.split(" ", 2)[2] for each in found] == [
        "$.id: expected str, found absent",
        "$.owner.name: expected str, found absent",
    ]
    assert pickle.loads(pickle.dumps(thing)).id is None
    with pytest.raises(AttributeError):
        _ = thing.no_such_field


def test_a_union_is_read_as_the_member_that_fits() -> None:
    thing, found = read({**GOOD, "pet": {"kind": "cat", "lives": "nine"}})
    assert type(thing.pet) is Cat and f"{thing.pet.lives}" == "nine" and len(found) == 1
    thing, found = read({**GOOD, "pet": {"kind": "cow", "lives": 1}})
    assert thing.pet.kind == "cow" and len(found) >= 1
    thing, found = read({**GOOD, "pet": "none"})
    assert thing.pet == "none" and found == ["GET /things $.pet: expected Cat or Dog, found string"]


def test_a_list_of_models_keeps_the_sound_ones_sound() -> None:
    things, found = read([GOOD, {**GOOD, "made": "x"}, 5], json({"200": list[Thing]}))
    assert things[0] == Thing(id="1", kind="a") and things[1].made == "x" and things[2] == 5
    assert [each.split()[2] for each in found] == ["$[1].made:", "$[2]:"]


class Node(Model):
    value: int
    next: Node | None = None


def test_a_recursive_model() -> None:
    node, found = read({"value": 1, "next": {"value": "x", "next": {"next": {"value": 3}}}}, json({"200": Node}))
    assert node.next.value == "x" and node.next.next.value is None and node.next.next.next.value == 3
    assert [each.split()[2] for each in found] == ["$.next.value:", "$.next.next.value:"]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_strict_raises_without_personal_data(flavour: str) -> None:
    with pytest.raises(DecodeError) as caught:
        read({**GOOD, "owner": {"name": 12345}, "kind": "private"}, flavour=flavour, strict=True)
    assert caught.value.mismatches == (
        Mismatch("$.kind", "one of 'a', 'b'", "string"),
        Mismatch("$.owner.name", "str", "integer"),
    )
    shown = str(caught.value) + repr(caught.value) + caught.value.excerpt
    assert "12345" not in shown and "private" not in shown and "$.owner.name" in shown


BROKEN: list[tuple[object, str]] = [
    ("{", "application/json"),
    ('{"id": "1", "kind": "a"} trailing', "application/json"),
    ("<html>oops</html>", "text/html"),
    ('{"id": NaN, "kind": "a"}', "application/json"),
    ('{"id": "1", "kind": "a", "x": Infinity}', "application/json"),
    ("[" * 100_000, "application/json"),
    (b"\xff\xfe{\x00}\x00", "application/json"),
    (b'{"id": "\xff", "kind": "a"}', "application/json"),
    ("", "application/json"),
]


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(("body", "media"), BROKEN)
def test_what_cannot_be_read_is_one_error(flavour: str, body: object, media: str) -> None:
    with (
        Server([answer(200, body, {"X-Request-Id": "r1"}, media)]) as server,
        pytest.raises(DecodeError) as caught,
    ):
        call(flavour, server.url, get(), THING)
    error = caught.value
    assert (error.status, error.request_id) == (200, "r1") and len(error.excerpt) <= 203
    assert "GET /things: 200 (request r1)" in str(error)
    assert pickle.loads(pickle.dumps(error)).excerpt == error.excerpt


def test_nan_inside_text_is_no_nan() -> None:
    assert read({**GOOD, "note": "NaN Infinity"})[0].note == "NaN Infinity"


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    "raw",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{",
        b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"x" * 99)[:-9],
    ],
)
def test_a_truncated_body(flavour: str, raw: bytes) -> None:
    def cut(request: Received) -> None:
        assert request.socket is not None
        request.socket.sendall(raw)

    with Server([cut]) as server, pytest.raises(DecodeError, match="breaks off") as caught:
        call(flavour, server.url, get())
    assert caught.value.status == 200 and len(server.requests) == 3


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("status", [200, 204, 205])
def test_no_body(flavour: str, status: int) -> None:
    decoder = json({"200": Thing | None, "204": None})
    with Server([answer(status)]) as server:
        assert call(flavour, server.url, get(), decoder).value is None


def test_head_and_304() -> None:
    with Server([answer(200, headers={"Content-Length": "7"})]) as server:
        assert call("sync", server.url, Request("HEAD", "/x"), THING).value is None
    with Server([answer(304)]) as server:
        assert call("sync", server.url, get(), json({"200": Thing, "304": None})).value is None
        with pytest.raises(Redirected):
            call("sync", server.url, get(), THING)


def test_types_by_status() -> None:
    decoder = json({"201": Owner, "2XX": Thing})
    with Server([answer(201, {"name": "n"}), answer(202, GOOD)]) as server:
        assert type(call("sync", server.url, get(), decoder).value) is Owner
        assert type(call("sync", server.url, get(), decoder).value) is Thing
    with Server([answer(201, GOOD)]) as server:
        assert type(call("sync", server.url, get(), THING).value) is Thing


def test_other_kinds_of_answers() -> None:
    latin = answer(200, "ü".encode("latin-1"), media="text/plain; charset=latin-1")
    with Server([latin, latin, latin, answer(200, b"\xff", media="text/plain")]) as server:
        assert call("sync", server.url, get(), text()).value == "ü"
        assert call("sync", server.url, get(), binary()).value == b"\xfc"
        assert call("sync", server.url, get(), nothing()).value is None
        with pytest.raises(DecodeError):
            call("sync", server.url, get(), text())
    with Server(
        [answer(200, {"a": 1}), answer(200, "t", media="text/x"), answer(200, b"b", media="a/b"), answer(204)]
    ) as s:
        assert [call("sync", s.url, get(), anything()).value for _ in range(4)] == [{"a": 1}, "t", b"b", None]


def test_json_in_another_charset_and_with_a_byte_order_mark() -> None:
    latin = answer(200, '{"id": "ü", "kind": "a"}'.encode("latin-1"), media="application/json; charset=iso-8859-1")
    marked = answer(200, b"\xef\xbb\xbf" + b'{"id": "1", "kind": "a"}')
    with Server([latin, marked]) as server:
        assert call("sync", server.url, get(), THING).value.id == "ü"
        assert call("sync", server.url, get(), THING).value.id == "1"


ERRORS = errors({404: Fault, "5XX": Fault, "default": Owner}, when=ErrorWhen("/code", 0, Fault))


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_errors_are_typed(flavour: str) -> None:
    fault = {"code": 7, "message": "m"}
    request = get(errors=ERRORS)
    headers = {"X-Request-Id": "r7"}
    with Server([answer(404, fault, headers)]) as server, pytest.raises(NotFound) as caught:
        call(flavour, server.url, request)
    error = caught.value
    assert error.body == Fault(code=7, message="m") and (error.status, error.request_id) == (404, "r7")
    assert error.response.content and error.response.headers["x-request-id"] == "r7" and not error.may_have_run
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is NotFound and copy.body == error.body and copy.status == 404 and str(copy) == str(error)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<html>", "<html>"),
        ({"other": 1}, {"other": 1}),
        ({"code": "x"}, Fault.model_construct(code="x")),
        ([1], [1]),
        (None, None),
    ],
)
def test_the_body_of_an_error_that_is_not_as_documented(body: object, expected: object) -> None:
    with Server([answer(404, body)]) as server, pytest.raises(NotFound) as caught:
        call("sync", server.url, get(errors=ERRORS))
    assert type(caught.value.body) is type(expected)
    assert getattr(caught.value.body, "code", None) == getattr(expected, "code", None)


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
def test_one_class_for_each_family(status: int, name: str) -> None:
    from generator.runtime import Retry

    with Server([answer(status)]) as server, pytest.raises(StatusError) as caught:
        call("sync", server.url, get(), retry=Retry(retries=0))
    assert type(caught.value).__name__ == name


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_an_error_inside_a_success(flavour: str) -> None:
    with Server([answer(200, {"code": 0, "message": "no"})]) as server, pytest.raises(ErrorInAnswer) as caught:
        call(flavour, server.url, get(errors=ERRORS), THING)
    assert caught.value.status == 200 and caught.value.body == Fault(code=0, message="no")


@pytest.mark.parametrize("body", [{"code": 1}, {"code": False}, {"code": "0"}, {}, [0], {"code": None}])
def test_what_is_no_error_inside_a_success(body: object) -> None:
    with Server([answer(200, body)]) as server:
        assert call("sync", server.url, get(errors=ERRORS)).value == body


def headless(data: bytes) -> bytes:
    return zlib.compress(data)[2:-4]


def in_two_members(data: bytes) -> bytes:
    return gzip.compress(data[:5]) + gzip.compress(data[5:])


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", headless),
        ("gzip", in_two_members),
    ],
)
def test_compressed_answers(flavour: str, encoding: str, pack: Any) -> None:
    body = b'{"id": "1", "kind": "a"}'
    with Server([answer(200, pack(body), {"Content-Encoding": encoding})]) as server:
        assert call(flavour, server.url, get(), THING).content == body


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_the_limit_holds_for_plain_and_compressed_bodies(flavour: str) -> None:
    with Server([answer(200, b" " * 1000 + b"{}"), answer(200, b"{}")]) as server:
        with pytest.raises(AnswerTooLarge) as caught:
            call(flavour, server.url, get(), max_response_bytes=1001)
        assert call(flavour, server.url, get(), max_response_bytes=2).value == {}
    assert caught.value.status == 200 and len(server.requests) == 2
    packed = answer(200, gzip.compress(b" " * 20_000_000), {"Content-Encoding": "gzip"})
    with Server([packed]) as server, pytest.raises(AnswerTooLarge, match="1000 bytes"):
        call(flavour, server.url, get(), max_response_bytes=1000)
    with Server([packed]) as server, pytest.raises(AnswerTooLarge, match="suspiciously"):
        call(flavour, server.url, get())


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "gzip"])
def test_compression_that_was_not_asked_for_or_is_none(encoding: str) -> None:
    with Server([answer(200, b"{}", {"Content-Encoding": encoding})]) as server, pytest.raises(DecodeError):
        call("sync", server.url, get())


def test_mismatches_are_logged_without_a_hook(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "probe_client")
    with Server([answer(200, {**GOOD, "kind": "private"})]) as server:
        call("sync", server.url, get(), THING)
    lines = [each.getMessage() for each in caplog.records if each.name == "probe_client"]
    assert lines == ["GET /things: $.kind: expected one of 'a', 'b', found string"]


def test_errors_that_carry_no_body_read_as_the_family() -> None:
    from generator.runtime import Retry

    with Server([answer(503, "<html>busy</html>", media="text/html")]) as server, pytest.raises(ServerError) as caught:
        call("sync", server.url, get(errors=ERRORS), retry=Retry(retries=0))
    assert caught.value.body == "<html>busy</html>" and caught.value.may_have_run
