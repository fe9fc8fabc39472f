"""What a generated package says on the wire, and what it makes of the answers: one package, one decision a test."""

from __future__ import annotations

import base64
import importlib
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from generator.pipeline import document_source, front, runtime_files
from generator.python.models import models
from generator.python.render import render
from generator.report import Report

PACKAGE = "wire_client"
PAGES = [{"rows": [1, 2], "total": 2, "next": "b"}, {"rows": [3], "total": 2, "next": None}]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Return the package, written without formatting, and imported."""
    root = tmp_path_factory.mktemp("wire")
    api, _ = front(document_source(Path(__file__).parent / "spec.yaml", package=PACKAGE), Report())
    files = {f"{PACKAGE}/models/{name}": text for name, text in models(api, "spec.yaml").items()}
    files |= render(api, "spec.yaml", "httpx") | runtime_files(PACKAGE, "httpx")
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    sys.path.insert(0, str(root))
    yield importlib.import_module(PACKAGE)
    sys.path.remove(str(root))


class Caller:
    """A client whose requests go nowhere, and are kept."""

    def __init__(self, package: Any, **options: Any) -> None:
        self.sent: list[httpx.Request] = []
        self.answers: list[httpx.Response] = []
        self.http = httpx.Client(transport=httpx.MockTransport(self._reply), verify=False)
        given = {"key": "k", "query": "q", **options}
        client = next(getattr(package, name) for name in dir(package) if name.endswith("Client") and name[0] != "A")
        self.models = importlib.import_module(f"{PACKAGE}.models")
        self.things = client(http_client=self.http, **given).things

    def _reply(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.sent.append(request)
        return self.answers.pop(0) if self.answers else answer(204)

    @property
    def urls(self) -> list[str]:
        return [str(each.url) for each in self.sent]


def answer(status: int, data: Any = None, media: str = "application/json") -> httpx.Response:
    content = b"" if data is None else data if isinstance(data, bytes) else json.dumps(data).encode()
    return httpx.Response(status, headers={"content-type": media}, stream=httpx.ByteStream(content))


@pytest.fixture
def caller(package: Any) -> Iterator[Caller]:
    found = Caller(package)
    yield found
    found.http.close()


# Where and with what


def test_the_servers_of_an_operation_are_its_own(caller: Caller) -> None:
    caller.things.get_own()
    assert caller.urls == ["https://z.own.example/v2/own"]
    assert "x-key" not in caller.sent[0].headers


def test_a_variable_of_a_server_of_an_operation_is_an_argument(package: Any) -> None:
    caller = Caller(package, zone="q")
    caller.things.get_own()
    caller.http.close()
    assert caller.urls == ["https://q.own.example/v2/own"]


def test_variables_of_the_server_are_arguments(package: Any) -> None:
    caller = Caller(package, region="us")
    caller.things.get_both()
    caller.http.close()
    assert caller.sent[0].url.host == "us.api.example"


def test_schemes_of_one_alternative_are_sent_together(caller: Caller) -> None:
    caller.things.get_both()
    (sent,) = caller.sent
    assert (sent.url.raw_path, sent.headers["x-key"]) == (b"/v1/both?api%20key=q", "k")


def test_the_first_alternative_that_is_there_is_sent(package: Any) -> None:
    caller = Caller(package, key=None, username="u", password="p")
    caller.answers = [answer(200, PAGES[1])]
    caller.things.list_cursor().first()
    caller.http.close()
    assert caller.sent[0].headers["authorization"] == "Basic " + base64.b64encode(b"u:p").decode()


# Pages


def test_pages_are_numbered_from_where_the_document_says(caller: Caller) -> None:
    caller.answers = [answer(200, each) for each in PAGES]
    assert list(caller.things.list_zero()) == [1, 2, 3]
    assert [dict(each.url.params) for each in caller.sent] == [{"page": "0", "size": "2"}, {"page": "1", "size": "2"}]


def test_a_caller_may_begin_later(caller: Caller) -> None:
    caller.answers = [answer(200, PAGES[0])]
    assert list(caller.things.list_zero(page=1)) == [1, 2]
    assert [each.url.params["page"] for each in caller.sent] == ["1"]


def test_cursors_are_followed(caller: Caller) -> None:
    caller.answers = [answer(200, each) for each in PAGES]
    assert list(caller.things.list_cursor(q="x")) == [1, 2, 3]
    assert [dict(each.url.params) for each in caller.sent] == [{"q": "x"}, {"q": "x", "after": "b"}]


# Parameters


@pytest.mark.parametrize(
    ("argument", "value", "query"),
    [
        ("tags", ["a", "b"], "tags=a,b"),
        ("pipes", ["a", "b"], "pipes=a%7Cb"),
        ("filter", {"a": "1"}, "filter[a]=1"),
        ("path", "a/b?c", "path=a/b?c"),
        ("since", datetime(1970, 1, 2, tzinfo=UTC), "since=86400"),
        ("since", 5, "since=5"),
        ("whole", {"a": 1}, "whole=%7B%22a%22%3A1%7D"),
    ],
)
def test_query(argument: str, value: Any, query: str, caller: Caller) -> None:
    caller.things.search_all("i", **{argument: value})
    assert caller.sent[0].url.raw_path.decode() == f"/v1/search/i?{query}"


def test_path_header_and_cookie(caller: Caller) -> None:
    caller.things.search_all("a/b", x_trace="t", sid="s")
    (sent,) = caller.sent
    assert sent.url.raw_path == b"/v1/search/a%2Fb"
    assert (sent.headers["x-trace"], sent.headers["cookie"]) == ("t", "sid=s")


# Bodies


def test_json_is_written_by_wire_names_and_only_what_was_set(caller: Caller) -> None:
    thing = caller.models.Thing
    at = datetime(1970, 1, 1, 0, 1, tzinfo=UTC)
    body = thing(given_name="n", at=at, next=thing(given_name="m"), code_2="c")
    caller.answers = [answer(204)]
    caller.things.update("1", body=body)
    (sent,) = caller.sent
    assert sent.method == "PUT" and sent.headers["content-type"] == "application/vnd.thing+json"
    assert json.loads(sent.content) == {"given-name": "n", "at": 60, "next": {"given-name": "m"}, "Code": "c"}


def test_form(caller: Caller) -> None:
    form = next(getattr(caller.models, name) for name in dir(caller.models) if "Form" in name)
    caller.things.send_form(body=form(list=["a", "b"], deep={"c": "d"}))
    caller.things.send_form()
    first, second = caller.sent
    assert (first.content, first.headers["content-type"]) == (
        b"list=a&list=b&deep[c]=d",
        "application/x-www-form-urlencoded",
    )
    assert second.content == b"" and "content-type" not in second.headers


def test_multipart(caller: Caller) -> None:
    upload = next(getattr(caller.models, name) for name in dir(caller.models) if "Upload" in name)
    thing = caller.models.Thing(given_name="n")
    caller.things.send_upload(body=upload(file=b"png", files=[b"1", b"2"], meta=thing))
    text = caller.sent[0].content.decode()
    assert text.count('name="files"') == 2 and text.count("filename=") == 3
    assert "Content-Type: image/png\r\n\r\npng" in text
    assert 'name="meta"\r\nContent-Type: application/json\r\n\r\n{"given-name":"n"}' in text


def test_raw(caller: Caller) -> None:
    caller.answers = [answer(503), answer(200, b"\x89", media="image/png")]
    assert caller.things.with_raw_response.send_raw(body=b"\x00").value == b"\x89"
    assert [each.headers["content-type"] for each in caller.sent] == ["application/octet-stream"] * 2, "may be repeated"


# Answers


def test_each_status_is_read_in_its_own_way(caller: Caller) -> None:
    thing = caller.models.Thing(given_name="n")
    caller.answers = [answer(200, {"given-name": "n"}), answer(202, b"soon", media="text/plain"), answer(204)]
    assert [caller.things.update("1", body=thing) for _ in range(3)] == [thing, "soon", None]


def test_what_is_not_documented_is_kept(caller: Caller) -> None:
    caller.answers = [answer(200, {"given-name": "n", "kind": "new", "more": 1, "at": 60, "code": 7})]
    found = caller.things.get_coded()
    assert (found.kind, found.model_extra, found.at) == ("new", {"more": 1}, datetime(1970, 1, 1, 0, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("status", "data", "error", "body"),
    [
        (404, {"missing": "m"}, "NotFound", "Missing"),
        (503, {"until": "u"}, "ServerError", "Closed"),
        (500, {"missing": "m"}, "ServerError", "Missing"),
    ],
)
def test_errors_have_the_type_of_their_status(status: int, data: Any, error: str, body: str, package: Any) -> None:
    caller = Caller(package, retry=package.Retry(retries=0))
    caller.answers = [answer(status, data)]
    with pytest.raises(getattr(package, error)) as caught:
        caller.things.update("1", body=caller.models.Thing(given_name="n"))
    caller.http.close()
    assert (caught.value.status, type(caught.value.body).__name__) == (status, body)


def test_an_error_inside_a_success(package: Any, caller: Caller) -> None:
    caller.answers = [answer(200, {"code": 0, "missing": "m"})]
    with pytest.raises(package.ErrorInAnswer) as caught:
        caller.things.get_coded()
    assert caught.value.body == caller.models.Missing(missing="m", code=0)
