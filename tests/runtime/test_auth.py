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

from .caller import Caller
from .server import Received, Server, answer, json_of

OK = answer(200, {})
CLIENT = {"client_id": "me", "client_secret": "p&ss"}


def header(client: Any) -> Any:
    return client.auth.header()


def token(client: Any) -> Any:
    return client.auth.token.get()


def post_token(client: Any) -> Any:
    return client.auth.token.create(body={})


def signed(client: Any) -> Any:
    return client.auth.signed.get()


@pytest.mark.promise(24)
def test_a_key_in_header_query_and_cookie(caller: Caller) -> None:
    with Server([OK]) as server:
        caller.outcomes(
            server.url,
            header,
            lambda client: client.auth.query(a=1),
            lambda client: client.auth.cookie(b=2),
            **dict.fromkeys(("header", "query", "cookie"), "s3cret key"),
        )
    first, second, third = server.requests
    assert first.header("X-Key") == "s3cret key" and first.target == "/auth/header"
    assert second.target == "/auth/query?a=1&api%20key=s3cret%20key"
    assert third.header("Cookie") == "b=2; session=s3cret key"


@pytest.mark.promise(24)
def test_basic_bearer_and_a_callable(caller: Caller) -> None:
    tokens = iter(["one", "two"])
    with Server([OK]) as server:
        caller.outcomes(
            server.url,
            lambda client: client.auth.basic(),
            *[lambda client: client.auth.bearer()] * 2,
            username="üser",
            password="",
            token=lambda: next(tokens),
        )
    sent = [each.header("Authorization") for each in server.requests]
    assert sent == ["Basic " + base64.b64encode("üser:".encode()).decode(), "Bearer one", "Bearer two"]


@pytest.mark.promise(24)
def test_a_credential_goes_only_to_operations_that_declare_it(caller: Caller) -> None:
    with Server([OK]) as server:
        caller.outcomes(
            server.url,
            lambda client: client.calls.list_things(),
            lambda client: client.auth.open(),
            lambda client: client.auth.bearer(),
            lambda client: client.auth.header(),
            header="k",
            token="t",
        )
    sent = [(each.header("X-Key"), each.header("Authorization")) for each in server.requests]
    assert sent == [(None, None), (None, None), (None, "Bearer t"), ("k", None)]


@pytest.mark.promise(24)
def test_an_optional_credential_is_sent_when_it_is_there(caller: Caller) -> None:
    with Server([OK]) as server:
        caller.run(server.url, lambda client: client.auth.maybe())
        caller.run(server.url, lambda client: client.auth.maybe(), token="t")
    assert [each.header("Authorization") for each in server.requests] == [None, "Bearer t"]


@pytest.mark.promise(24)
def test_several_together_and_the_first_alternative_that_is_complete(caller: Caller) -> None:
    with Server([OK]) as server:
        caller.run(server.url, lambda client: client.auth.several(), header="id", app="t")
    received = server.requests[0]
    assert (received.header("X-Key"), received.header("X-App")) == ("id", "t")
    assert received.header("Authorization") is None


@pytest.mark.promise(24)
def test_a_missing_credential_is_named(caller: Caller) -> None:
    with Server([OK]) as server, pytest.raises(caller.api.MissingCredentials) as caught:
        caller.run(server.url, header)
    shown = str(caught.value)
    assert "header=" in shown and "PROBE_HEADER" in shown and "GET /auth/header" in shown
    assert server.connections == 0


@pytest.mark.promise(24)
def test_the_environment_is_read(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROBE_HEADER", "from-env")
    with Server([OK]) as server:
        caller.run(server.url, header)
        caller.run(server.url, header, header="given")
    assert [each.header("X-Key") for each in server.requests] == ["from-env", "given"]
    monkeypatch.setenv("PROBE_HEADER", "")
    with pytest.raises(caller.api.MissingCredentials):
        caller.run("http://127.0.0.1:9", header)


@pytest.mark.promise(10, 12)
@pytest.mark.parametrize("value", ["abc\r\nX-Evil: 1", "abc\n", "a\0b", "\ud800", 5], ids=repr)
def test_a_secret_that_would_break_the_request_is_refused_unseen(caller: Caller, value: Any) -> None:
    with Server([OK]) as server, pytest.raises(caller.api.InvalidArgument) as caught:
        caller.run(server.url, header, header=lambda: value)
    assert "Evil" not in str(caught.value) and server.connections == 0


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


@pytest.mark.promise(21)
def test_a_token_is_fetched_once_and_sent(caller: Caller) -> None:
    bank = Bank()
    with Server([bank]) as server:
        found = caller.outcomes(server.url + "/v1", token, token, **CLIENT)
    assert [each.target for each in server.requests] == ["/oauth/token", "/v1/auth/token", "/v1/auth/token"]
    assert found == [{"with": "Bearer t1"}] * 2
    fetch = bank.fetches[0]
    assert fetch.body == b"grant_type=client_credentials&client_id=me&client_secret=p%26ss"
    assert fetch.header("Content-Type") == "application/x-www-form-urlencoded"


def test_a_token_in_the_way_of_a_provider(caller: Caller) -> None:
    with Server([answer(200, {"data": {"accessToken": "tok", "ttlSeconds": "60"}}), OK]) as server:
        caller.run(server.url, lambda client: client.auth.session(), session_id="me", session_pass="p&ss")
    fetch, use = server.requests
    assert fetch.target == "/session" and json_of(fetch) == {"key": "me"}
    assert fetch.header("Authorization") == "Basic " + base64.b64encode(b"me:p%26ss").decode()
    assert use.header("X-Api-Token") == "tok" and use.header("Authorization") is None


@pytest.mark.promise(21)
@pytest.mark.parametrize(("ttl", "renewed_at"), [(3600, 3540), (100, 90), ("200", 180)])
def test_a_token_is_renewed_before_it_expires(caller: Caller, ttl: object, renewed_at: float) -> None:
    now = [0.0]
    bank = Bank(ttl)

    def at(moment: float) -> Any:
        def work(client: Any) -> Any:
            now[0] = moment
            return client.auth.token.get()

        return work

    moments = [0.0, renewed_at - 1, renewed_at, renewed_at + 1]
    with Server([bank]) as server:
        found = caller.outcomes(server.url, *map(at, moments), clock=lambda: now[0], **CLIENT)
    assert [each["with"] for each in found] == ["Bearer t1", "Bearer t1", "Bearer t2", "Bearer t2"]


@pytest.mark.promise(21)
def test_a_refused_token_is_renewed_once(caller: Caller) -> None:
    bank = Bank(ttl=None)

    def after_it_was_revoked(client: Any) -> Any:
        bank.revoked = True
        return client.auth.token.create(body={})

    with Server([bank]) as server:
        found = caller.outcomes(server.url, token, after_it_was_revoked, **CLIENT)
    assert found == [{"with": "Bearer t1"}, {"with": "Bearer t2"}] and bank.given == 2


@pytest.mark.promise(21)
def test_a_server_that_refuses_every_token_ends_in_an_error(caller: Caller) -> None:
    tokens = answer(200, {"access_token": "t", "expires_in": 60})
    with (
        Server([tokens, answer(401), tokens, answer(401)]) as server,
        pytest.raises(caller.api.Unauthorized),
    ):
        caller.run(server.url, token, **CLIENT)
    assert len(server.requests) == 4


@pytest.mark.promise(7, 21)
def test_a_refused_token_is_not_renewed_for_a_body_that_is_gone(caller: Caller) -> None:
    def body() -> Iterator[bytes]:
        yield b"x"

    tokens = answer(200, {"access_token": "t"})
    with Server([tokens, answer(401)]) as server, pytest.raises(caller.api.Unauthorized):
        caller.run(server.url, lambda client: client.auth.token.update(body=body()), **CLIENT)
    assert len(server.requests) == 2


@pytest.mark.promise(10, 15)
@pytest.mark.parametrize("bad", [{"no": "token"}, "<html>", {"access_token": 5}], ids=str)
def test_an_answer_without_a_token(caller: Caller, bad: object) -> None:
    with (
        Server([answer(200, bad)]) as server,
        pytest.raises(caller.api.DecodeError, match="no token") as caught,
    ):
        caller.run(server.url, token, **CLIENT)
    assert "p&ss" not in str(caught.value) and "p%26ss" not in str(caught.value)


@pytest.mark.promise(10)
def test_a_refusal_of_the_credentials(caller: Caller) -> None:
    refusal = answer(401, {"error": "invalid_client p&ss"})
    with Server([refusal]) as server, pytest.raises(caller.api.Unauthorized) as caught:
        caller.run(server.url, token, **CLIENT)
    assert "POST /oauth/token" in str(caught.value) and "p&ss" not in str(caught.value)
    assert len(server.requests) == 1


@pytest.mark.promise(24)
def test_a_token_server_elsewhere_gets_no_header_of_the_client(caller: Caller) -> None:
    """The server is a proxy, so that it plays both hosts."""
    with Server([answer(200, {"access_token": "t"}), OK]) as server:
        caller.run(
            "http://api.test",
            lambda client: client.auth.far(),
            far_id="me",
            headers={"X-Mine": "1"},
            http_client=caller.http_client(proxy=server.url),
        )
    fetch, use = server.requests
    assert (fetch.target, fetch.header("X-Mine")) == ("http://tokens.test/token", None)
    assert (use.target, use.header("X-Mine")) == ("http://api.test/auth/far", "1")


@pytest.mark.promise(21)
def test_64_threads_fetch_one_token(sync: Caller) -> None:
    bank = Bank(slow=0.05)
    found: list[Any] = []
    with Server([bank]) as server, sync.client(server.url, **CLIENT) as client:
        threads = [threading.Thread(target=lambda: found.append(client.auth.token.get())) for _ in range(64)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    assert found == [{"with": "Bearer t1"}] * 64 and bank.given == 1 and len(server.requests) == 65


@pytest.mark.promise(21)
def test_tasks_fetch_one_token(api: Any, backend: str) -> None:
    bank = Bank(slow=0.05)

    async def main(url: str) -> None:
        async with Caller(api, backend).client(url, **CLIENT) as client, anyio.create_task_group() as group:
            for _ in range(20):
                group.start_soon(client.auth.token.get)

    with Server([bank]) as server:
        anyio.run(main, server.url, backend=backend)
    assert bank.given == 1 and len(server.requests) == 21


@pytest.mark.promise(21)
def test_derived_clients_share_the_token(caller: Caller) -> None:
    bank = Bank()
    with Server([bank]) as server:
        caller.outcomes(server.url, token, lambda client: client.with_options(timeout=3).auth.token.get(), **CLIENT)
    assert bank.given == 1 and server.connections == 1


def signing(seen: list[Any]) -> Any:
    """Return a function of a user that signs the end of the path, and notes what it was given."""

    def sign(request: Any) -> dict[str, str]:
        seen.append(request)
        return {"X-Signed": request.url.rpartition("/")[2]}

    return sign


@pytest.mark.promise(9)
def test_a_redirect_is_signed_anew_and_never_for_another_host(caller: Caller) -> None:
    seen: list[Any] = []
    with Server([OK]) as other:
        moves = [answer(302, headers={"Location": "/new"}), answer(302, headers={"Location": f"{other.url}/far"})]
        with Server(moves) as server:
            caller.run(server.url, signed, signed=signing(seen))
    assert [each.header("X-Signed") for each in server.requests] == ["signed", "new"]
    assert other.requests[0].header("X-Signed") is None and len(seen) == 2


@pytest.mark.promise(7)
def test_a_signer_can_read_a_file_that_is_sent(caller: Caller) -> None:
    seen: list[Any] = []
    file = caller.api.File(io.BytesIO(b"content"), media="text/plain")
    with Server([OK]) as server:
        caller.run(server.url, lambda client: client.auth.signed.update(body=file), signed=signing(seen))
    assert b"".join(seen[0].body()) == b"content" == server.requests[0].body
    assert (seen[0].method, seen[0].url) == ("PUT", f"{server.url}/auth/signed")
    assert seen[0].headers["content-type"] == "text/plain"


@pytest.mark.promise(10)
def test_a_signature_is_a_secret(caller: Caller) -> None:
    with (
        Server([answer(400, "no: far-too-long")]) as server,
        pytest.raises(caller.api.Error) as caught,
    ):
        caller.run(server.url, signed, signed=lambda request: {"X-Signed": "far-too-long"})
    assert server.requests[0].header("X-Signed") == "far-too-long" and "far-too-long" not in str(caught.value)
