"""Parameters on the wire: styles, encoding, refusals (promises 11, 12, 13)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any
from urllib.parse import parse_qsl, unquote
from uuid import UUID

import pytest

from generator.runtime import OMIT, InvalidArgument, Model, Request, as_json, as_unix_time, styled
from generator.runtime.moments import settled
from generator.runtime.params import scalar_text
from generator.runtime.styles import cookie_pairs, expand, header_lines, query_string

from .calls import FLAVOURS, call
from .server import Server, answer

ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}


class Colour(Enum):
    RED = "red"


class Point(Model):
    x: int
    y: int | None = None


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("simple", False, "blue", "blue"),
        ("simple", False, ARRAY, "blue,black,brown"),
        ("simple", True, ARRAY, "blue,black,brown"),
        ("simple", False, OBJECT, "R,100,G,200,B,150"),
        ("simple", True, OBJECT, "R=100,G=200,B=150"),
        ("label", False, "blue", ".blue"),
        ("label", False, ARRAY, ".blue,black,brown"),
        ("label", True, ARRAY, ".blue.black.brown"),
        ("label", False, OBJECT, ".R,100,G,200,B,150"),
        ("label", True, OBJECT, ".R=100.G=200.B=150"),
        ("matrix", False, "blue", ";color=blue"),
        ("matrix", False, ARRAY, ";color=blue,black,brown"),
        ("matrix", True, ARRAY, ";color=blue;color=black;color=brown"),
        ("matrix", False, OBJECT, ";color=R,100,G,200,B,150"),
        ("matrix", True, OBJECT, ";R=100;G=200;B=150"),
    ],
)
def test_path_styles(style: str, explode: bool, value: object, expected: str) -> None:
    assert expand("/x/{color}/y", {"color": styled(value, style, explode)}) == f"/x/{expected}/y"


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("form", None, "blue", "color=blue"),
        ("form", None, "", "color="),
        ("form", False, ARRAY, "color=blue,black,brown"),
        ("form", None, ARRAY, "color=blue&color=black&color=brown"),
        ("form", False, OBJECT, "color=R,100,G,200,B,150"),
        ("form", None, OBJECT, "R=100&G=200&B=150"),
        ("form", None, [], ""),
        ("form", False, [], ""),
        ("spaceDelimited", False, ARRAY, "color=blue%20black%20brown"),
        ("spaceDelimited", False, OBJECT, "color=R%20100%20G%20200%20B%20150"),
        ("pipeDelimited", False, ARRAY, "color=blue%7Cblack%7Cbrown"),
        ("pipeDelimited", False, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"),
        ("deepObject", None, OBJECT, "color[R]=100&color[G]=200&color[B]=150"),
        ("deepObject", None, {"a": {"b": [1, 2]}}, "color[a][b][0]=1&color[a][b][1]=2"),
        ("deepObject", None, [{"n": 1}, {"n": 2}], "color[0][n]=1&color[1][n]=2"),
        ("deepObject", None, {"a]&b": "c"}, "color[a%5D%26b]=c"),
        ("form", False, ["a,b", "c"], "color=a%2Cb,c"),
    ],
)
def test_query_styles(style: str, explode: bool | None, value: object, expected: str) -> None:
    assert query_string({"color": styled(value, style, explode)}) == expected


def test_query_defaults() -> None:
    values = {"a": OMIT, "b": None, "c": True, "d": ["x", OMIT, None, "y"], "include[]": 1, "e f": "g h"}
    assert query_string(values) == "c=true&d=x&d=y&include[]=1&e%20f=g%20h"


def test_a_model_is_written_with_the_fields_that_were_set() -> None:
    assert query_string({"at": styled(Point(x=1), "deepObject")}) == "at[x]=1"
    assert query_string({"at": as_json(Point(x=1))}) == "at=%7B%22x%22%3A1%7D"


def test_json_content_and_reserved_characters() -> None:
    assert query_string({"q": as_json({"a": [1, None]})}) == "q=%7B%22a%22%3A%5B1%2Cnull%5D%7D"
    assert query_string({"q": styled("/a?b=c&d#e+f%20", "form", None, True)}) == "q=/a?b%3Dc%26d%23e%2Bf%20"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, "true"),
        (False, "false"),
        (5, "5"),
        (1.5, "1.5"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.00000000000000000001"), "0.00000000000000000001"),
        (datetime(2024, 1, 31, 10, tzinfo=UTC), "2024-01-31T10:00:00Z"),
        (datetime(2024, 1, 31, 10, tzinfo=timezone(timedelta(hours=2))), "2024-01-31T10:00:00+02:00"),
        (date(2024, 1, 31), "2024-01-31"),
        (timedelta(hours=1), "PT1H"),
        (UUID(int=5), "00000000-0000-0000-0000-000000000005"),
        (Colour.RED, "red"),
    ],
)
def test_scalars(value: object, expected: str) -> None:
    assert scalar_text(value) == expected


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN"), object()])
def test_values_without_a_text_are_refused(value: object) -> None:
    with pytest.raises(InvalidArgument):
        query_string({"q": value})


def test_unix_time() -> None:
    assert as_unix_time(datetime(2024, 1, 1, tzinfo=UTC)) == 1704067200
    assert as_unix_time(5) == 5
    assert as_unix_time(OMIT) is OMIT
    with pytest.raises(InvalidArgument):
        settled("at", as_unix_time(datetime(2024, 1, 1)), "keep")
    assert settled("at", as_unix_time(datetime(2024, 1, 1)), "utc") == 1704067200


@pytest.mark.parametrize("value", ["", ".", "..", "%2e", "%2E%2e", ".%2e", None, OMIT, [], [""]])
def test_path_values_that_lead_elsewhere_are_refused(value: object) -> None:
    with pytest.raises(InvalidArgument):
        expand("/x/{id}", {"id": value})


def test_dots_put_together_from_two_values_are_refused() -> None:
    with pytest.raises(InvalidArgument, match="segment"):
        expand("/{a}{b}/x", {"a": ".", "b": "."})


def test_a_missing_path_value_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="no value for id"):
        expand("/x/{id}", {})


def test_headers_and_cookies() -> None:
    assert header_lines({"X-A": [1, 2], "X-B": {"k": "v"}, "X-C": OMIT, "X-D": True}) == [
        ("X-A", "1,2"),
        ("X-B", "k,v"),
        ("X-D", "true"),
    ]
    assert header_lines({"X-B": styled({"k": "v"}, "simple", True)}) == [("X-B", "k=v")]
    assert cookie_pairs({"a": "x; y", "b": [1, 2], "c": None}) == ["a=x%3B%20y", "b=1", "b=2"]


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "a\x7fb"])
def test_header_values_that_break_the_request_are_refused(value: str) -> None:
    with pytest.raises(InvalidArgument) as caught:
        header_lines({"X-A": value})
    assert value not in str(caught.value)


@pytest.mark.parametrize("name", ["X A", "", "X:", "X\r\nY", "Ü"])
def test_header_names_that_are_no_tokens_are_refused(name: str) -> None:
    with pytest.raises(InvalidArgument):
        header_lines({name: "x"})


TEXTS = [
    "a b",
    "a/b?c#d",
    "100%",
    "%41",
    "ü",
    "日本",
    "🙂",
    "a+b&c=d;e",
    "\u2028\x01\n",
    "[]{}|\\^`\"<>'",
    "a:b@c!$*(),",
]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_any_text_round_trips_over_the_wire(flavour: str) -> None:
    text = "".join(chr(n) for n in range(1, 256)) + "".join(TEXTS)
    with Server([answer(200, {})]) as server:
        call(flavour, server.url + "/v1", Request("GET", "/x/{id}", path={"id": text}, query={"q": text, text: "v"}))
    path, _, query = server.requests[0].target.partition("?")
    assert path.isascii() and unquote(path) == "/v1/x/" + text
    assert parse_qsl(query, keep_blank_values=True) == [("q", text), (text, "v")]
    assert "+" not in query


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_refusals_send_nothing(flavour: str) -> None:
    bad: list[Request] = [
        Request("GET", "/x/{id}", path={"id": ".."}),
        Request("GET", "/x", headers={"X-A": "a\r\nb"}),
        Request("GET", "/x", query={"q": "\ud800"}),
    ]
    with Server([answer(200, {})]) as server:
        for request in bad:
            with pytest.raises(InvalidArgument):
                call(flavour, server.url, request)
    assert server.requests == [] and server.connections == 0


def test_the_wire_is_exactly_what_was_written() -> None:
    query: dict[str, Any] = {"filter[0][name]": "a b", "list": styled(["x", "y z"], "pipeDelimited", False)}
    request = Request("GET", "/a/{id}:run", path={"id": "ü"}, query=query, headers={"X-A": "ä"}, cookies={"c": "1"})
    with Server([answer(200, {})]) as server:
        call("sync", server.url, request)
    received = server.requests[0]
    assert received.target == "/a/%C3%BC:run?filter[0][name]=a%20b&list=x%7Cy%20z"
    assert (received.header("X-A") or "").encode("latin-1").decode("utf-8") == "ä"
    assert received.header("Cookie") == "c=1"
    assert received.header("User-Agent") == "probe_client/1.2.3"
    assert received.header("Accept-Encoding") == "gzip, deflate"
