"""Credentials: every kind, only where they are declared, tokens fetched once (promises 21 and 24)."""

from __future__ import annotations

import base64
import io
import threading
import time
from collections.abc import Iterator
from typing import Any

import anyio
import pytest

from generator.runtime import (
    ApiKey,
    Basic,
    Bearer,
    DecodeError,
    Error,
    InvalidArgument,
    MissingCredentials,
    Outgoing,
    Request,
    Signed,
    Token,
    Unauthorized,
    credential,
    json_body,
    raw_body,
)
from generator.runtime.auth import Scheme

from .calls import ANY, FLAVOURS, AsyncThing, SyncThing, call, calls, get
from .server import Received, Server, answer, json_of

OK = answer(200, {})
KEY = (("key",),)


def key(place: str = "header", wire: str = "X-Key", value: Any = "s3cret key") -> dict[str, Scheme]:
    return {"key": ApiKey(place, wire, credential(value, "api_key", "PROBE_KEY"))}


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_key_in_header_query_and_cookie(flavour: str) -> None:
    request = get(query={"a": 1}, cookies={"b": 2}, auth=KEY)
    with Server([OK]) as server:
        call(flavour, server.url, request, schemes=key())
        call(flavour, server.url, request, schemes=key("query", "api key"))
        call(flavour, server.url, request, schemes=key("cookie", "session"))
    first, second, third = server.requests
    assert first.header("X-Key") == "s3cret key" and first.target == "/things?a=1"
    assert second.target == "/things?a=1&api%20key=s3cret%20key"
    assert third.header("Cookie") == "b=2; session=s3cret key"


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_basic_bearer_and_a_callable(flavour: str) -> None:
    tokens = iter(["one", "two"])
    schemes: dict[str, Scheme] = {
        "basic": Basic(credential("üser", "user"), credential("", "password")),
        "bearer": Bearer(credential(lambda: next(tokens), "token")),
    }
    requests = [get(auth=(("basic",),)), get(auth=(("bearer",),)), get(auth=(("bearer",),))]
    with Server([OK]) as server:
        calls(flavour, server.url, requests, schemes=schemes)
    sent = [each.header("Authorization") for each in server.requests]
    assert sent == ["Basic " + base64.b64encode("üser:".encode()).decode(), "Bearer one", "Bearer two"]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_credential_goes_only_to_operations_that_declare_it(flavour: str) -> None:
    with Server([OK]) as server:
        calls(flavour, server.url, [get(), get(auth=((),)), get(auth=(("other",),))], schemes=key())
    assert [each.header("X-Key") for each in server.requests] == [None, None]


def test_several_together_and_the_first_alternative_that_is_complete() -> None:
    schemes: dict[str, Scheme] = {
        "app": ApiKey("header", "X-App", credential("id", "app_id")),
        "token": ApiKey("header", "X-Token", credential("t", "app_token")),
        "other": Bearer(credential(None, "bearer", "PROBE_NOT_SET")),
    }
    with Server([OK]) as server:
        call("sync", server.url, get(auth=(("other",), ("app", "token"))), schemes=schemes)
    received = server.requests[0]
    assert (received.header("X-App"), received.header("X-Token")) == ("id", "t")
    assert received.header("Authorization") is None


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_missing_credential_is_named(flavour: str) -> None:
    with Server([OK]) as server, pytest.raises(MissingCredentials) as caught:
        call(flavour, server.url, get(auth=KEY), schemes=key(value=None))
    assert "api_key=" in str(caught.value) and "PROBE_KEY" in str(caught.value) and "GET /things" in str(caught.value)
    assert server.connections == 0


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROBE_KEY", "from-env")
    with Server([OK]) as server:
        call("sync", server.url, get(auth=KEY), schemes=key(value=None))
        call("sync", server.url, get(auth=KEY), schemes=key(value="given"))
    assert [each.header("X-Key") for each in server.requests] == ["from-env", "given"]
    monkeypatch.setenv("PROBE_KEY", "")
    with pytest.raises(MissingCredentials):
        call("sync", "http://127.0.0.1:9", get(auth=KEY), schemes=key(value=None))


@pytest.mark.parametrize("value", ["abc\r\nX-Evil: 1", "abc\n", "a\0b", "\ud800", 5])
def test_a_secret_that_would_break_the_request_is_refused_unseen(value: Any) -> None:
    with Server([OK]) as server, pytest.raises(InvalidArgument) as caught:
        call("sync", server.url, get(auth=KEY), schemes=key(value=lambda: value))
    assert "Evil" not in str(caught.value) and server.connections == 0


def token(**more: Any) -> dict[str, Scheme]:
    credentials = {"id": credential("me", "client_id"), "pass": credential("p&ss", "client_secret")}
    body = {"grant_type": "client_credentials", "client_id": "{id}", "client_secret": "{pass}"}
    arguments: dict[str, Any] = {"url": "/oauth/token", "body": body, **more}
    return {"key": Token(credentials, **arguments)}


class Bank:
    """Answers: tokens t1, t2, ... at /oauth/token, 401 for any but the newest elsewhere."""

    def __init__(self, ttl: object = 3600, slow: float = 0.0) -> None:
        self.given = 0
        self.revoked = False
        self.ttl = ttl
        self.slow = slow
        self.fetches: list[Received] = []

    def __call__(self, request: Received) -> bytes:
        if request.target.endswith("/oauth/token"):
            time.sleep(self.slow)
            self.fetches.append(request)
            self.given += 1
            self.revoked = False
            return answer(200, {"access_token": f"t{self.given}", "expires_in": self.ttl})
        good = request.header("Authorization") == f"Bearer t{self.given}" and not self.revoked
        return answer(200, {"with": request.header("Authorization")}) if good else answer(401, {})


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_token_is_fetched_once_and_sent(flavour: str) -> None:
    bank = Bank()
    with Server([bank]) as server:
        outcomes = calls(flavour, server.url + "/v1", [get(auth=KEY), get(auth=KEY)], schemes=token())
    assert [each.target for each in server.requests] == ["/oauth/token", "/v1/things", "/v1/things"]
    assert [not isinstance(each, Error) and each.value for each in outcomes] == [{"with": "Bearer t1"}] * 2
    fetch = bank.fetches[0]
    assert fetch.body == b"grant_type=client_credentials&client_id=me&client_secret=p%26ss"
    assert fetch.header("Content-Type") == "application/x-www-form-urlencoded"


def test_a_token_in_the_way_of_a_provider() -> None:
    scheme = token(
        media="application/json",
        body={"key": "{id}", "deep": {"secret": "{pass}"}},
        basic=("id", "pass"),
        value="/data/accessToken",
        ttl="/data/ttlSeconds",
        wire="X-Api-Token",
        prefix="",
    )
    with Server([answer(200, {"data": {"accessToken": "tok", "ttlSeconds": "60"}}), OK]) as server:
        call("sync", server.url, get(auth=KEY), schemes=scheme)
    fetch, use = server.requests
    assert json_of(fetch) == {"key": "me", "deep": {"secret": "p&ss"}}
    assert fetch.header("Authorization") == "Basic " + base64.b64encode(b"me:p%26ss").decode()
    assert use.header("X-Api-Token") == "tok" and use.header("Authorization") is None


@pytest.mark.parametrize(("ttl", "renewed_at"), [(3600, 3540), (100, 90), ("200", 180)])
def test_a_token_is_renewed_before_it_expires(ttl: object, renewed_at: float) -> None:
    now = [0.0]
    bank = Bank(ttl)
    with Server([bank]) as server, SyncThing(server.url, token(), clock=lambda: now[0]) as client:
        for moment, fetches in [(0.0, 1), (renewed_at - 1, 1), (renewed_at, 2), (renewed_at + 1, 2)]:
            now[0] = moment
            client.probe.call(get(auth=KEY), ANY)
            assert bank.given == fetches


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_refused_token_is_renewed_once(flavour: str) -> None:
    bank = Bank(ttl=None)
    with Server([bank]) as server:
        if flavour == "sync":
            with SyncThing(server.url, token()) as client:
                client.probe.call(get(auth=KEY), ANY)
                bank.revoked = True
                assert client.probe.call(Request("POST", "/x", auth=KEY, body=json_body({})), ANY).status == 200
        else:

            async def main() -> None:
                async with AsyncThing(server.url, token()) as client:
                    await client.probe.call(get(auth=KEY), ANY)
                    bank.revoked = True
                    again = Request("POST", "/x", auth=KEY, body=json_body({}))
                    assert (await client.probe.call(again, ANY)).status == 200

            anyio.run(main, backend=flavour)
    assert bank.given == 2


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_server_that_refuses_every_token_ends_in_an_error(flavour: str) -> None:
    tokens = answer(200, {"access_token": "t", "expires_in": 60})
    with Server([tokens, answer(401), tokens, answer(401)]) as server, pytest.raises(Unauthorized):
        call(flavour, server.url, get(auth=KEY), schemes=token())
    assert len(server.requests) == 4


def test_a_refused_token_is_not_renewed_for_a_body_that_is_gone() -> None:
    def body() -> Iterator[bytes]:
        yield b"x"

    tokens = answer(200, {"access_token": "t"})
    request = Request("POST", "/x", auth=KEY, body=raw_body(body(), "text/plain"))
    with Server([tokens, answer(401)]) as server, pytest.raises(Unauthorized):
        call("sync", server.url, request, schemes=token())
    assert len(server.requests) == 2


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("bad", [answer(200, {"no": "token"}), answer(200, "<html>"), answer(200, {"access_token": 5})])
def test_an_answer_without_a_token(flavour: str, bad: bytes) -> None:
    with Server([bad]) as server, pytest.raises(DecodeError, match="no token") as caught:
        call(flavour, server.url, get(auth=KEY), schemes=token())
    assert "p&ss" not in str(caught.value) and "p%26ss" not in str(caught.value)


def test_a_refusal_of_the_credentials() -> None:
    with Server([answer(401, {"error": "invalid_client p&ss"})]) as server, pytest.raises(Unauthorized) as caught:
        call("sync", server.url, get(auth=KEY), schemes=token())
    assert "POST /oauth/token" in str(caught.value) and "p&ss" not in str(caught.value)
    assert len(server.requests) == 1


def test_a_token_server_elsewhere_gets_no_header_of_the_client() -> None:
    with Server([answer(200, {"access_token": "t"})]) as tokens, Server([OK]) as server:
        schemes = token(url=tokens.url + "/token")
        call("sync", server.url, get(auth=KEY), schemes=schemes, headers={"X-Mine": "1"})
    assert tokens.requests[0].header("X-Mine") is None and server.requests[0].header("X-Mine") == "1"


def test_64_threads_fetch_one_token() -> None:
    bank = Bank(slow=0.05)
    failures: list[Error] = []
    with Server([bank]) as server, SyncThing(server.url, token()) as client:

        def work() -> None:
            try:
                client.probe.call(get(auth=KEY), ANY)
            except Error as error:
                failures.append(error)

        threads = [threading.Thread(target=work) for _ in range(64)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    assert failures == [] and bank.given == 1 and len(server.requests) == 65


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_fetch_one_token(backend: str) -> None:
    bank = Bank(slow=0.05)

    async def main(url: str) -> None:
        async with AsyncThing(url, token()) as client, anyio.create_task_group() as group:
            for _ in range(20):
                group.start_soon(client.probe.call, get(auth=KEY), ANY)

    with Server([bank]) as server:
        anyio.run(main, server.url, backend=backend)
    assert bank.given == 1 and len(server.requests) == 21


def test_derived_clients_share_the_token() -> None:
    bank = Bank()
    with Server([bank]) as server, SyncThing(server.url, token()) as client:
        client.probe.call(get(auth=KEY), ANY)
        client.with_options(timeout=3).probe.call(get(auth=KEY), ANY)
    assert bank.given == 1 and server.connections == 1


def path_signer(seen: list[Outgoing]) -> dict[str, Scheme]:
    def sign(request: Outgoing) -> dict[str, str]:
        seen.append(request)
        return {"X-Signed": request.url.rpartition("/")[2]}

    return {"key": Signed(sign, "sign")}


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_redirect_is_signed_anew_and_never_for_another_host(flavour: str) -> None:
    seen: list[Outgoing] = []
    with Server([OK]) as other:
        moves = [answer(302, headers={"Location": "/new"}), answer(302, headers={"Location": f"{other.url}/far"})]
        with Server(moves) as server:
            call(flavour, server.url, get("/old", auth=KEY), schemes=path_signer(seen))
    assert [each.header("X-Signed") for each in server.requests] == ["old", "new"]
    assert other.requests[0].header("X-Signed") is None and len(seen) == 2


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_signer_can_read_a_file_that_is_sent(flavour: str) -> None:
    seen: list[Outgoing] = []
    request = Request("PUT", "/x", auth=KEY, body=raw_body(io.BytesIO(b"content"), "text/plain"))
    with Server([OK]) as server:
        call(flavour, server.url, request, schemes=path_signer(seen))
    opened: Any = seen[0].body
    assert b"".join(opened()) == b"content" == server.requests[0].body
    assert (seen[0].method, seen[0].url) == ("PUT", f"{server.url}/x")
    assert seen[0].headers["content-type"] == "text/plain"


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_signature_is_a_secret(flavour: str) -> None:
    with Server([answer(400, "no: far-too-long")]) as server, pytest.raises(Error) as caught:
        call(flavour, server.url, get("/far-too-long", auth=KEY), schemes=path_signer([]))
    assert "far-too-long" not in str(caught.value).replace("GET /far-too-long", "")
