"""Which of an operation's alternatives is sent, and what signs a request that the runtime cannot."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from runtime.server import answer

SENT = [
    ("optional", {}, {}),
    ("optional", {"token": "b"}, {"Authorization": "Bearer b"}),
    ("optional", {"app_id": "i"}, {}),
    ("none", {"token": "b", "app_id": "i"}, {}),
    ("both", {"token": "b", "app_id": "i"}, {"Authorization": "Bearer b", "X-App-Id": "i"}),
    ("either", {"app_id": "i"}, {"X-App-Id": "i"}),
    ("either", {"app_token": "t", "token": "b"}, {"X-App-Token": "t", "Authorization": "Bearer b"}),
    ("either", {"app_token": "t", "sid": "s"}, {"Cookie": "sid=s"}),
    ("either", {"app_token": "t", "token": "b", "app_id": "i", "sid": "s"}, {"X-App-Id": "i"}),
    ("certificate", {}, {}),
]
"""Operation, what the user gave, and the credentials that travel."""

MISSING = [
    ("both", {"token": "b"}, ["GET /and", "give app_id= or the environment variable SPEC_APP_ID"]),
    ("either", {"token": "b"}, ["app_id=", "; or app_token=", "; or sid="]),
    ("digest", {}, ["digest=, a function that signs each request"]),
    ("signed", {"acme_hmac": lambda request: {}}, ["give app_id="]),
]
"""Operation, what the user gave, and what the message names."""


def check_what_is_sent(caller: Any) -> None:
    for operation, given, expected in SENT:
        caller.script(answer(204))
        caller.call("calls", operation, credentials=given)
        (request,) = caller.server.requests
        names = ("Authorization", "X-App-Id", "X-App-Token", "Cookie")
        found = {name: request.header(name) for name in names if request.header(name) is not None}
        assert found == expected, (operation, given)


def check_what_is_missing(caller: Any) -> None:
    for operation, given, words in MISSING:
        with pytest.raises(caller.package.MissingCredentials) as caught:
            caller.call("calls", operation, credentials=given)
        assert all(each in str(caught.value) for each in words), str(caught.value)
    assert caller.server.requests == []


def check_a_cookie_is_sent_as_it_is(caller: Any) -> None:
    caller.call("calls", "cookie", theme="dark", credentials={"sid": 'a%3D b="c"'})
    assert caller.server.requests[0].header("Cookie") == 'theme=dark; sid=a%3D b="c"'
    with pytest.raises(caller.package.InvalidArgument, match="cookie sid") as caught:
        caller.call("calls", "cookie", credentials={"sid": "a; other=b"})
    assert "other" not in str(caught.value)


def check_a_signature_of_the_whole_request(caller: Any) -> None:
    seen: list[Any] = []

    def sign(request: Any) -> dict[str, str]:
        seen.append(request)
        text = f"{request.method} {urlsplit(request.url).query} {request.headers['x-app-id']}".encode() + request.body
        return {"X-Signature": hmac.new(b"key", text, hashlib.sha256).hexdigest()}

    async def sign_later(request: Any) -> dict[str, str]:
        return sign(request)

    for hook in (sign, sign_later) if caller.is_async else (sign,):
        caller.script(answer(503), answer(204))
        seen.clear()
        caller.call("calls", "signed", q="a b", body={"n": 1}, credentials={"app_id": "i", "acme_hmac": hook})
        first, second = caller.server.requests
        expected = hmac.new(b"key", b'PUT q=a%20b i{"n":1}', hashlib.sha256).hexdigest()
        assert [each.header("X-Signature") for each in (first, second)] == [expected, expected]
        assert len(seen) == 2, "each try is signed anew"
        assert seen[0].headers["content-type"] == "application/json" and expected not in repr(seen[0])


def check_a_challenge_is_answered_once(caller: Any) -> None:
    refusal = answer(401, headers={"WWW-Authenticate": 'Digest nonce="n1"'})

    def respond(request: Any) -> dict[str, str]:
        return {"Authorization": f"Digest for {request.challenge}"} if request.challenge else {}

    caller.script(refusal, answer(204))
    caller.call("calls", "digest", credentials={"digest": respond})
    sent = [each.header("Authorization") for each in caller.server.requests]
    assert sent == [None, 'Digest for Digest nonce="n1"']
    caller.script(refusal)
    with pytest.raises(caller.package.Unauthorized):
        caller.call("calls", "digest", credentials={"digest": respond})
    assert len(caller.server.requests) == 2


def check_what_a_hook_returns(caller: Any) -> None:
    with pytest.raises(caller.package.InvalidArgument, match="mapping of headers"):
        caller.call("calls", "digest", credentials={"digest": lambda request: "Digest x"})
    with pytest.raises(caller.package.InvalidArgument, match="control character") as caught:
        caller.call("calls", "digest", credentials={"digest": lambda request: {"X-A": "a\r\nX-Evil: 1"}})
    assert "Evil" not in str(caught.value) and caller.server.requests == []


def check_scopes(caller: Any) -> None:
    client = {"client_id": "i", "client_secret": "s"}
    token = answer(200, {"access_token": "A", "expires_in": 3600})
    caller.script(token, answer(204), answer(204), token, answer(204))
    calls: list[tuple[str, dict[str, Any]]] = [("read_scope", {}), ("read_scope", {}), ("write_scope", {})]
    caller.calls("calls", calls, credentials={**client, "base_url": caller.server.url + "/api/"})
    targets = [each.target for each in caller.server.requests]
    assert targets == ["/api/oauth/token", "/api/read", "/api/read", "/api/oauth/token", "/api/write"]
    asked = [parse_qs(caller.server.requests[index].body.decode())["scope"] for index in (0, 3)]
    assert asked == [["read"], ["read write"]]
    caller.script(token, answer(204))
    caller.call("calls", "read_scope", credentials={**client, "scopes": "https://acme.test/.default"})
    assert b"scope=https%3A%2F%2Facme.test%2F.default" in caller.server.requests[0].body


def check_where_tokens_are_fetched(caller: Any) -> None:
    """A relative address is resolved against the base URL (RFC 3986, 5.2)."""
    client = {"client_id": "i", "client_secret": "s"}
    for base, expected in [("/api/", "/api/oauth/token"), ("/api", "/oauth/token"), ("", "/oauth/token")]:
        caller.script(answer(200, {"access_token": "A"}), answer(204))
        caller.call("calls", "read_scope", credentials={**client, "base_url": caller.server.url + base})
        assert caller.targets() == [f"POST {expected}", f"GET {base.rstrip('/')}/read"], base
