"""Redirects: only GET and HEAD, and no credential leaves its origin (promise 9)."""

from __future__ import annotations

from typing import Any

import pytest

from .caller import Caller, Work, tls
from .guarded import Guarded
from .server import Received, Server, answer

pytestmark = pytest.mark.promise(9)

OK = answer(200, {})
CREDENTIALS: dict[str, Any] = {
    "header": "hhhh1111",
    "query": "qqqq2222",
    "cookie": "cccc3333",
    "username": "user",
    "password": "bbbb4444",
}


def to(url: str, status: int = 302) -> bytes:
    return answer(status, headers={"Location": url})


def get(client: Any) -> Any:
    return client.calls.list_things()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_on_the_origin_keeps_the_credentials(caller: Caller, status: int) -> None:
    with Server([to("/other?x=1", status), OK]) as server:
        caller.run(server.url, lambda client: client.auth.together(), **CREDENTIALS)
    second = server.requests[1]
    assert second.target == "/other?x=1&api%20key=qqqq2222" and second.header("X-Key") == "hhhh1111"


def test_head_is_redirected_as_head(caller: Caller) -> None:
    with Server([to("/other"), OK]) as server:
        caller.run(server.url, lambda client: client.calls.head_thing())
    assert [(each.method, each.target) for each in server.requests] == [("HEAD", "/things"), ("HEAD", "/other")]


def test_no_credential_goes_to_another_origin(caller: Caller) -> None:
    with Server([OK]) as other:

        def echo(received: Received) -> bytes:
            return to(other.url + received.target)

        with Server([echo]) as server:
            caller.run(
                server.url,
                lambda client: client.auth.together(x_own="y", own="x"),
                headers={"X-Client": "z"},
                **CREDENTIALS,
            )
    assert b"qqqq2222" in server.requests[0].raw and b"own=x" in server.requests[0].raw
    raw = other.requests[0].raw
    for part in (b"hhhh1111", b"qqqq2222", b"cccc3333", b"Authorization", b"X-Own", b"x-client", b"Cookie"):
        assert part.lower() not in raw.lower()
    assert other.requests[0].header("Accept") == "application/json"


def test_credentials_do_not_come_back_from_another_origin(caller: Caller) -> None:
    """A detour over another host ends without them, also at home."""
    with Server([]) as other, Server([to(other.url + "/far"), OK]) as server:
        other.answers.append(to(server.url + "/home"))
        caller.run(server.url, lambda client: client.auth.together(), **CREDENTIALS)
    assert server.requests[1].target == "/home" and server.requests[1].header("X-Key") is None


OTHERS: list[Work] = [
    lambda client: client.calls.create_thing(body={}),
    lambda client: client.calls.replace_thing(body={}),
    lambda client: client.calls.update_thing(body={}),
    lambda client: client.calls.delete_thing(),
]


@pytest.mark.parametrize("work", OTHERS, ids=["POST", "PUT", "PATCH", "DELETE"])
def test_other_methods_are_not_redirected(caller: Caller, work: Work) -> None:
    with Server([to("/other", 307), OK]) as server, pytest.raises(caller.api.Redirected) as caught:
        caller.run(server.url, work)
    assert caught.value.status == 307 and len(server.requests) == 1


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://127.0.0.1/", "//[", "javascript:1", ""])
def test_a_redirect_to_nowhere_is_an_error(caller: Caller, place: str) -> None:
    with Server([to(place)]) as server, pytest.raises(caller.api.Redirected):
        caller.run(server.url, get, http_client=None, verify=tls())
    assert len(server.requests) == 1


def test_a_loop_ends(caller: Caller) -> None:
    with Server([to("/things")]) as server, pytest.raises(caller.api.Redirected):
        caller.run(server.url, get)
    assert len(server.requests) == 11


@pytest.mark.parametrize("method", ["get", "head"])
def test_from_https_to_http_is_another_origin(caller: Caller, method: str) -> None:
    """No credential goes from https to http, where everybody on the way could read it."""
    work: Work = (
        (lambda client: client.auth.together()) if method == "get" else (lambda client: client.calls.head_thing())
    )
    with Server([OK]) as plain, Guarded(to(plain.url + "/plain")) as guarded:
        caller.run(
            guarded.url,
            work,
            headers={"X-Client": "z"},
            http_client=caller.http_client(verify=guarded.trusting()),
            **CREDENTIALS,
        )
    assert guarded.requests[0].header("X-Client") == "z" and plain.requests[0].target == "/plain"
    for part in (b"hhhh1111", b"qqqq2222", b"cccc3333", b"Authorization", b"x-client", b"Cookie"):
        assert part.lower() not in plain.requests[0].raw.lower()
