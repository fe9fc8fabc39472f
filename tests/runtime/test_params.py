"""Parameters on the wire: styles, encoding, refusals (promises 11, 12, 13)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any
from urllib.parse import parse_qsl, unquote
from uuid import UUID

import httpx as http
import pytest

from generator.runtime import InvalidArgument, as_unix_time
from generator.runtime.moments import settled
from generator.runtime.params import scalar_text
from generator.runtime.sending import QuietURL

from .caller import Caller, Work
from .server import Received, Server, answer

ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}


class Colour(Enum):
    RED = "red"


def sent(caller: Caller, work: Work) -> Received:
    with Server([answer(204)]) as server:
        caller.run(server.url, work)
    return server.requests[0]


def sent_by(caller: Caller, operation: str, **arguments: Any) -> Received:
    return sent(caller, lambda client: getattr(client.params, operation)(**arguments))


PATHS = [
    ("simple", "blue", "blue"),
    ("simple", ARRAY, "blue,black,brown"),
    ("simple_explode", ARRAY, "blue,black,brown"),
    ("simple", OBJECT, "R,100,G,200,B,150"),
    ("simple_explode", OBJECT, "R=100,G=200,B=150"),
    ("label", "blue", ".blue"),
    ("label", ARRAY, ".blue,black,brown"),
    ("label_explode", ARRAY, ".blue.black.brown"),
    ("label", OBJECT, ".R,100,G,200,B,150"),
    ("label_explode", OBJECT, ".R=100.G=200.B=150"),
    ("matrix", "blue", ";color=blue"),
    ("matrix", ARRAY, ";color=blue,black,brown"),
    ("matrix_explode", ARRAY, ";color=blue;color=black;color=brown"),
    ("matrix", OBJECT, ";color=R,100,G,200,B,150"),
    ("matrix_explode", OBJECT, ";R=100;G=200;B=150"),
]
"""The standard's table (OpenAPI 3.1, 4.8.12.4); operations are called after style and explode."""


@pytest.mark.promise(13)
@pytest.mark.parametrize(("operation", "value", "expected"), PATHS)
def test_path_styles(caller: Caller, operation: str, value: object, expected: str) -> None:
    found = sent_by(caller, operation, color=value).target
    assert found == f"/{operation.replace('_', '-')}/{expected}/y"


QUERIES = [
    ("form", "blue", "color=blue"),
    ("form", "", "color="),
    ("get_form_flat", ARRAY, "color=blue,black,brown"),
    ("form", ARRAY, "color=blue&color=black&color=brown"),
    ("get_form_flat", OBJECT, "color=R,100,G,200,B,150"),
    ("form", OBJECT, "R=100&G=200&B=150"),
    ("form", [], ""),
    ("get_form_flat", [], ""),
    ("space", ARRAY, "color=blue%20black%20brown"),
    ("space", OBJECT, "color=R%20100%20G%20200%20B%20150"),
    ("pipe", ARRAY, "color=blue%7Cblack%7Cbrown"),
    ("pipe", OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"),
    ("deep", OBJECT, "color[R]=100&color[G]=200&color[B]=150"),
    ("deep", {"a": {"b": [1, 2]}}, "color[a][b][0]=1&color[a][b][1]=2"),
    ("deep", [{"n": 1}, {"n": 2}], "color[0][n]=1&color[1][n]=2"),
    ("deep", {"a]&b": "c"}, "color[a%5D%26b]=c"),
    ("get_form_flat", ["a,b", "c"], "color=a%2Cb,c"),
    ("form", True, "color=true"),
    ("form", None, ""),
    ("form", ["x", None, "y"], "color=x&color=y"),
]


@pytest.mark.promise(13)
@pytest.mark.parametrize(("operation", "value", "expected"), QUERIES)
def test_query_styles(caller: Caller, operation: str, value: object, expected: str) -> None:
    found = sent_by(caller, operation, color=value).target
    assert found == f"/{operation.removeprefix('get_').replace('_', '-')}" + (f"?{expected}" if expected else "")


@pytest.mark.promise(13)
def test_a_model_is_written_with_the_fields_that_were_set(caller: Caller) -> None:
    point = caller.api.models.Part(a=1)
    assert sent_by(caller, "deep", color=point).target == "/deep?color[a]=1"
    assert sent_by(caller, "content", q=point).target == "/content?q=%7B%22a%22%3A1%7D"


@pytest.mark.promise(13)
def test_json_content_and_reserved_characters(caller: Caller) -> None:
    assert sent_by(caller, "content", q={"a": [1, None]}).target == "/content?q=%7B%22a%22%3A%5B1%2Cnull%5D%7D"
    found = sent_by(caller, "reserved", q="/a?b=c&d#e+f%20").target
    assert found == "/reserved?q=/a?b%3Dc%26d%23e%2Bf%20"


SCALARS = [
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
]


@pytest.mark.parametrize(("value", "expected"), SCALARS, ids=str)
def test_scalars(value: object, expected: str) -> None:
    assert scalar_text(value) == expected


@pytest.mark.promise(13)
def test_scalars_on_the_wire(caller: Caller) -> None:
    found = sent_by(caller, "form", color=[value for value, _ in SCALARS]).target.partition("?")[2]
    assert parse_qsl(found) == [("color", text) for _, text in SCALARS]


@pytest.mark.promise(13)
@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN"), object(), "\ud800"], ids=ascii)
def test_values_without_a_text_are_refused(caller: Caller, value: object) -> None:
    refused(caller, lambda client: client.params.form(color=value))


def refused(caller: Caller, work: Work, match: str = ".") -> str:
    """Return why a call is refused before anything is sent."""
    with Server([answer(204)]) as server, pytest.raises(caller.api.InvalidArgument, match=match) as caught:
        caller.run(server.url, work)
    assert server.connections == 0
    return str(caught.value)


def test_unix_time(sync: Caller) -> None:
    assert as_unix_time(datetime(2024, 1, 1, tzinfo=UTC)) == 1704067200
    with pytest.raises(InvalidArgument):
        settled("at", as_unix_time(datetime(2024, 1, 1)), "keep")
    assert settled("at", as_unix_time(datetime(2024, 1, 1)), "utc") == 1704067200
    for given, expected in ((datetime(2024, 1, 1, tzinfo=UTC), "?at=1704067200"), (5, "?at=5"), (sync.api.OMIT, "")):
        assert sent_by(sync, "exact", id="x", at=given).target == f"/exact/x:run{expected}"


@pytest.mark.promise(11)
@pytest.mark.parametrize("value", ["", ".", "..", "%2e", "%2E%2e", ".%2e", None, [], [""]], ids=repr)
def test_path_values_that_lead_elsewhere_are_refused(caller: Caller, value: object) -> None:
    refused(caller, lambda client: client.params.simple(value))


@pytest.mark.promise(11)
def test_dots_put_together_from_two_values_are_refused(caller: Caller) -> None:
    refused(caller, lambda client: client.params.two(".", "."), match="segment")


@pytest.mark.promise(11)
def test_a_missing_path_value_is_refused(caller: Caller) -> None:
    refused(caller, lambda client: client.params.simple(caller.api.OMIT), match="may not be left out")


@pytest.mark.promise(13)
def test_headers_and_cookies(caller: Caller) -> None:
    found = sent_by(caller, "headers", x_a=[1, 2], x_b={"k": "v"}, c="x; y")
    assert (found.header("X-A"), found.header("X-B"), found.header("Cookie")) == ("1,2", "k=v", "c=x%3B%20y")
    found = sent_by(caller, "headers", x_a={"k": "v"}, x_b=True, c=[1, 2])
    assert (found.header("X-A"), found.header("X-B"), found.header("Cookie")) == ("k,v", "true", "c=1; c=2")
    found = sent_by(caller, "headers", x_b=None, c=None)
    assert (found.header("X-A"), found.header("X-B"), found.header("Cookie")) == (None, None, None)


@pytest.mark.promise(12)
@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "a\x7fb"], ids=repr)
def test_header_values_that_break_the_request_are_refused(caller: Caller, value: str) -> None:
    assert value not in refused(caller, lambda client: client.params.headers(x_a=value))


@pytest.mark.promise(12)
@pytest.mark.parametrize("name", ["X A", "", "X:", "X\r\nY", "Ü"], ids=ascii)
def test_header_names_that_are_no_tokens_are_refused(caller: Caller, name: str) -> None:
    refused(caller, lambda client: client.request("GET", "/x", headers={name: "x"}, auth=()))


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


@pytest.mark.promise(11, 13)
def test_any_text_round_trips_over_the_wire(caller: Caller) -> None:
    text = "".join(chr(n) for n in range(1, 256)) + "".join(TEXTS)
    with Server([answer(200, {})]) as server:
        caller.run(server.url + "/v1", lambda client: client.calls.get_thing(text, q=text))
        caller.run(server.url + "/v1", lambda client: client.params.form(color={text: "v"}))
    first, second = server.requests
    path, _, query = first.target.partition("?")
    assert path.isascii() and unquote(path) == "/v1/things/" + text
    assert set(path) <= set("/%-._~" + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    assert parse_qsl(query, keep_blank_values=True) == [("q", text)] and "+" not in query
    assert parse_qsl(second.target.partition("?")[2]) == [(text, "v")]


@pytest.mark.promise(13)
def test_the_wire_is_exactly_what_was_written(caller: Caller) -> None:
    received = sent_by(caller, "exact", id="ü", filter0_name="a b", list=["x", "y z"], x_a="ä", c="1")
    assert received.target == "/exact/%C3%BC:run?filter[0][name]=a%20b&list=x%7Cy%20z"
    assert (received.header("X-A") or "").encode("latin-1").decode("utf-8") == "ä"
    assert received.header("Cookie") == "c=1"
    assert received.header("User-Agent") == "probe_client/0.1.0"
    assert received.header("Accept-Encoding") == "gzip, deflate"


@pytest.mark.parametrize(
    "url",
    [
        "https://host.example/", "http://HOST:80/a/b?c=%20", "http://127.0.0.1:9/a//b/",
        "http://[::1]:9/a?b=c&d", "http://h/a/..b", "http://h/a%2fb", "http://h/a%2Fb", "http://h/%zz",
        "http://h/a/../b", "http://h/a/./b", "http://h/a?b?c", "http://h/a?", "http://h",
        "http://user:word@h/a", "http://h:x/a", "http://h/a#b", "http://h/a b", "http://münchen.example/a",
        "http://h/ä", "ftp://h/a",
        "http://h/\n", "http://h/" + "a" * 70_000,
    ],
)  # fmt: skip
def test_a_url_is_what_the_library_makes_of_it(url: str) -> None:
    """Also where only its host is parsed."""

    def made(kind: Any) -> Any:
        try:
            found = kind()
        except Exception as error:
            return type(error)
        return http.URL(found), found.raw_path, found.host, found.port, found.scheme

    assert made(lambda: QuietURL(url, "shown")) == made(lambda: http.URL(url))
