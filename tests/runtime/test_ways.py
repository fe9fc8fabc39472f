"""The ways to an API that a caller may choose: a proxy, certificates to trust, a transport of the HTTP library."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import Any

import pytest

from .caller import Caller, tls
from .guarded import CERTIFICATE, Guarded
from .server import Server, answer

OK = answer(200, {"id": "1"})
FAR = "http://api.invalid"
"""A server that nothing but a proxy could reach."""


def get(client: Any) -> Any:
    return client.calls.list_things()


@pytest.mark.promise(23)
def test_a_proxy(caller: Caller) -> None:
    with Server([OK]) as server:
        given = {"http_client": None, "proxy": server.url.replace("//", "//user:canary@"), "headers": {"X-A": "b"}}
        assert caller.run(FAR, get, **given) == {"id": "1"}
    assert server.requests[0].target.startswith(f"{FAR}/")
    assert server.requests[0].header("proxy-authorization") is not None


@pytest.mark.promise(4, 23)
def test_a_proxy_that_is_not_there_is_a_connection_that_fails(caller: Caller) -> None:
    with Server([OK]) as server:
        gone = server.url
    with pytest.raises(caller.api.ConnectionFailed) as caught:
        caller.run(FAR, get, http_client=None, proxy=gone, retry=0)
    assert caught.value.__cause__ is not None and not caught.value.may_have_run


@pytest.mark.promise(10, 23)
@pytest.mark.parametrize("proxy", ["canary", "ftp://canary", "http://", 5, "http://[canary"])
def test_what_is_no_proxy_is_refused_at_once(caller: Caller, proxy: object) -> None:
    with pytest.raises(caller.api.InvalidArgument, match="proxy has to be the URL of a proxy") as caught:
        caller.client(FAR, proxy=proxy)
    assert "canary" not in str(caught.value)


@pytest.mark.promise(23)
@pytest.mark.parametrize("kind", ["text", "path", "context"])
def test_certificates_to_trust(caller: Caller, kind: str) -> None:
    chosen = {"text": str(CERTIFICATE), "path": CERTIFICATE, "context": Guarded.trusting}
    with Guarded(OK) as server:
        verify: Any = server.trusting() if kind == "context" else chosen[kind]
        assert caller.run(server.url, get, http_client=None, verify=verify) == {"id": "1"}
        with pytest.raises(caller.api.ConnectionFailed):
            caller.run(server.url, get, http_client=None, retry=0)


@pytest.mark.promise(23)
@pytest.mark.parametrize("verify", [False, 0, "", "nowhere.pem", Path(__file__), ssl.CERT_NONE])
def test_certificates_are_always_verified(caller: Caller, verify: object) -> None:
    with pytest.raises(caller.api.InvalidArgument, match="verify"):
        caller.client(FAR, verify=verify)


@pytest.mark.promise(25)
def test_a_transport_of_the_library(caller: Caller) -> None:
    http = caller.api.http
    transport = http.MockTransport(lambda request: http.Response(200, json={"id": request.url.host}))
    assert caller.run(FAR, get, http_client=None, transport=transport) == {"id": "api.invalid"}
    with pytest.raises(caller.api.InvalidArgument, match="transport has to be one of the HTTP library"):
        caller.client(FAR, transport=object())


@pytest.mark.promise(25)
def test_a_client_of_the_library_brings_its_own_ways(caller: Caller) -> None:
    client = caller.http_client()
    with pytest.raises(caller.api.InvalidArgument, match="are those of the http_client"):
        caller.client(FAR, http_client=client, proxy="http://127.0.0.1:1")


@pytest.mark.promise(8)
@pytest.mark.parametrize("given", [True, False])
def test_a_call_carries_no_cookie_of_one_before(caller: Caller, given: bool) -> None:
    with Server([answer(200, {"id": "1"}, {"Set-Cookie": "session=a; Path=/"}), OK]) as server:
        options = {} if given else {"http_client": None, "verify": tls()}
        assert caller.outcomes(server.url, get, get, **options) == [{"id": "1"}] * 2
    assert [each.header("cookie") for each in server.requests] == [None, None]
