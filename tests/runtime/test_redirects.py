"""Redirects: only GET and HEAD, and no credential leaves its origin (promise 9)."""

from __future__ import annotations

import pytest

from generator.runtime import ApiKey, Basic, ConnectionFailed, Redirected, Request, credential, json_body
from generator.runtime.auth import Placed, Scheme
from generator.runtime.request import Wire, redirected
from generator.runtime.secret import Hidden

from .calls import FLAVOURS, call, get
from .server import Received, Server, answer

OK = answer(200, {})
SCHEMES: dict[str, Scheme] = {
    "header": ApiKey("header", "X-Key", credential("hhhh1111", "a")),
    "query": ApiKey("query", "key", credential("qqqq2222", "b")),
    "cookie": ApiKey("cookie", "session", credential("cccc3333", "c")),
    "basic": Basic(credential("user", "d"), credential("bbbb4444", "e")),
}
ALL = (("header", "query", "cookie", "basic"),)


def to(url: str, status: int = 302) -> bytes:
    return answer(status, headers={"Location": url})


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_on_the_origin_keeps_the_credentials(flavour: str, status: int) -> None:
    with Server([to("/other?x=1", status), OK]) as server:
        call(flavour, server.url, get(auth=ALL), schemes=SCHEMES)
    second = server.requests[1]
    assert second.target == "/other?x=1&key=qqqq2222" and second.header("X-Key") == "hhhh1111"


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_no_credential_goes_to_another_origin(flavour: str) -> None:
    request = get(auth=ALL, cookies={"mine": "x"}, headers={"X-Own": "y"})
    with Server([OK]) as other:

        def echo(received: Received) -> bytes:
            return to(other.url + received.target)

        with Server([echo]) as server:
            call(flavour, server.url, request, schemes=SCHEMES, headers={"X-Client": "z"})
    assert b"qqqq2222" in server.requests[0].raw
    raw = other.requests[0].raw
    for part in (b"hhhh1111", b"qqqq2222", b"cccc3333", b"Authorization", b"X-Own", b"x-client", b"Cookie"):
        assert part.lower() not in raw.lower()
    assert other.requests[0].header("Accept") == "application/json"


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_other_methods_are_not_redirected(flavour: str, method: str) -> None:
    with Server([to("/other", 307), OK]) as server, pytest.raises(Redirected) as caught:
        call(flavour, server.url, Request(method, "/x", body=json_body({})))
    assert caught.value.status == 307 and len(server.requests) == 1


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://127.0.0.1/", "//[", "javascript:1", ""])
def test_a_redirect_to_nowhere_is_an_error(flavour: str, place: str) -> None:
    expected = ConnectionFailed if place == "javascript:1" else Redirected
    with Server([to(place)]) as server, pytest.raises(expected):
        call(flavour, server.url, get())
    assert len(server.requests) == 1


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_loop_ends(flavour: str) -> None:
    with Server([to("/things")]) as server, pytest.raises(Redirected):
        call(flavour, server.url, get())
    assert len(server.requests) == 11


def test_from_https_to_http_is_another_origin() -> None:
    placed = Placed("header", "X-Key", Hidden("s3cret"))
    wire = Wire("GET", "https://host.test/a", (("x-own", "1"), ("accept", "*/*")), ("c=1",), None, (placed,))
    following = redirected(wire, 302, "http://host.test/b")
    assert following is not None
    assert following.credentials == () and following.cookies == () and following.headers == (("accept", "*/*"),)
    same = redirected(wire, 302, "https://host.test:443/b")
    assert same is not None and same.credentials == (placed,)
