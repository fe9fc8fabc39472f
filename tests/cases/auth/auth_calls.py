"""Where each credential is sent."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from runtime.server import answer


def check_two_together(caller: Any) -> None:
    caller.call("calls", "both", credentials={"app_id": "i", "app_token": "t"})
    (request,) = caller.server.requests
    assert (request.header("X-App-Id"), request.header("X-App-Token")) == ("i", "t")
    assert request.header("Authorization") is None


def check_open_sends_nothing(caller: Any) -> None:
    caller.call("calls", "open", credentials={"app_id": "i", "app_token": "t"})
    (request,) = caller.server.requests
    assert (request.header("X-App-Id"), request.header("Authorization")) == (None, None)


def check_query_and_cookie(caller: Any) -> None:
    caller.call("calls", "in_query", credentials={"query_key": "a&b"})
    caller.call("calls", "in_cookie", credentials={"cookie_key": "c"})
    query, cookie = caller.server.requests
    assert query.target == "/query?api%20key=a%26b"
    assert cookie.header("Cookie") == "sid=c"


def check_basic_and_bearer(caller: Any) -> None:
    caller.call("calls", "basic", credentials={"username": "u", "password": "pé"})
    caller.call("calls", "bearer", credentials={"token": "b"})
    caller.call("calls", "bearer")
    basic, bearer, without = caller.server.requests
    assert basic.header("Authorization") == "Basic " + base64.b64encode("u:pé".encode()).decode()
    assert bearer.header("Authorization") == "Bearer b"
    assert without.header("Authorization") is None


def check_client_credentials(caller: Any) -> None:
    caller.script(answer(200, {"access_token": "A", "expires_in": 3600}), answer(204))
    caller.call("calls", "both", credentials={"client_id": "i", "client_secret": "s"})
    token, call = caller.server.requests
    assert (token.method, token.target, token.body) == (
        "POST",
        "/oauth/token",
        b"grant_type=client_credentials&scope=read",
    )
    assert token.header("Authorization") == "Basic " + base64.b64encode(b"i:s").decode()
    assert call.header("Authorization") == "Bearer A"


def check_a_token_is_fetched_without_a_deadline_and_hooks_see_that(caller: Any) -> None:
    caller.script(answer(200, {"data": {"token": "secret-t", "seconds": 60}}), answer(204))
    seen: list[Any] = []
    options = {"deadline": None, "timeout": None, "on_request": seen.append, "on_response": seen.append}
    caller.call("calls", "with_token", credentials={"user": "secret-u", "pass_": "secret-p", **options})
    asked, fetched, *_ = seen
    assert [each.operation for each in seen[::2]] == ["POST /session", "GET /token"] and fetched.request == asked
    assert asked.headers["x-client"] == "[secret]"
    assert "secret-" not in "".join(f"{each!r}{each.headers}" for each in seen)


def check_token_call(caller: Any) -> None:
    caller.script(answer(200, {"data": {"token": "T", "seconds": 60}}), answer(204))
    caller.call("calls", "with_token", credentials={"user": "u", "pass_": "p"})
    token, call = caller.server.requests
    assert (token.target, token.header("X-Client")) == ("/session", "u")
    assert json.loads(token.body) == {"user": "u", "pass": "p", "kind": "fixed"}
    assert call.header("X-Session") == "T"


def check_missing(caller: Any) -> None:
    with pytest.raises(caller.package.MissingCredentials):
        caller.call("calls", "both")
    assert caller.server.requests == []
