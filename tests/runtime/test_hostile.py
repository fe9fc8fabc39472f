"""Nothing but the package's errors leaves a call, whatever a server sends (promises 9 and 15)."""

from __future__ import annotations

from typing import Any

import pytest

from .caller import Caller, Work, tls
from .server import Received, Scripted, Server, answer

H = b"HTTP/1.1 "
JSON = H + b"200 OK\r\nContent-Type: application/json\r\n"


def to(place: bytes) -> bytes:
    return H + b"302 Found\r\nContent-Length: 0\r\nLocation: " + place + b"\r\n\r\n"


PLACES = [
    *(b"http://[::1", b"http://127.0.0.1:99999/", b"//", b"http://", b"http:foo", b"\xff\xfe", b"/\x7f"),
    *(b"http://ex ample/", b"http://" + b"a" * 300 + b"/", b"ftp://x/", b"http://u:p@127.0.0.1:1/", b"javascript:1"),
    *(b"http://1.2.3.4.5.6:x/", b"https:///x", b"/%zz", b"http://a..b/", b"\\\\x", b"?????", b"data:,x", b" "),
    *(b"http://127.0.0.1:-1/", b"http://127.0.0.1:1:2/"),
]
"""Where servers redirect to that mean no good."""

BROKEN: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "ConnectionFailed"),
    "no HTTP": (b"garbage\r\n\r\n", "ConnectionFailed"),
    "SSH": (b"SSH-2.0\r\n", "ConnectionFailed"),
    "TLS": (b"\x16\x03\x01\x02", "ConnectionFailed"),
    "status of two digits": (H + b"99 OK\r\n\r\n", "ConnectionFailed"),
    "status of four digits": (H + b"1000 OK\r\n\r\n", "ConnectionFailed"),
    "status of letters": (H + b"abc OK\r\n\r\n", "ConnectionFailed"),
    "status of no family": (H + b"999 OK\r\nContent-Length: 0\r\n\r\n", "StatusError"),
    "switched protocols": (H + b"101 S\r\nUpgrade: x\r\n\r\nxxxx", "ConnectionFailed"),
    "length of letters": (H + b"200 OK\r\nContent-Length: x\r\n\r\n", "ConnectionFailed"),
    "two lengths": (H + b"200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n12345", "ConnectionFailed"),
    "unknown transfer": (H + b"200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "ConnectionFailed"),
    "no chunk": (JSON + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", "DecodeError"),
    "no header": (H + b"200 OK\r\nbad header\r\n\r\n", "ConnectionFailed"),
    "name of bytes": (H + b"200 OK\r\n\xff\xfe: 1\r\n\r\n", "ConnectionFailed"),
    "unknown encoding": (JSON + b"Content-Encoding: br\r\nContent-Length: 2\r\n\r\n{}", "DecodeError"),
    "wrong encoding": (JSON + b"Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}", "DecodeError"),
    "encoding of bytes": (JSON + b"Content-Encoding: \xff\r\nContent-Length: 2\r\n\r\n{}", "DecodeError"),
    "a charset": (H + b"200 OK\r\nContent-Type: application/json; charset=utf-16\r\n\r\n{}x", "DecodeError"),
    "media type of bytes": (H + b"200 OK\r\nContent-Type: \xff\r\n\r\n{", "DecodeError"),
    "deep": (JSON + b"\r\n" + b"[" * 100_000, "DecodeError"),
    "half a character": (JSON + b'\r\n{"id": "\\ud800"}', "DecodeError"),
    "no UTF-8": (JSON + b'\r\n{"id": "\xff"}', "DecodeError"),
    "text after all": (JSON + b'\r\n{"id": "1"} x', "DecodeError"),
    "Retry-After of bytes": (H + b"503 x\r\nRetry-After: \xff\r\nContent-Length: 0\r\n\r\n", "ServerError"),
    "Retry-After without end": (H + b"503 x\r\nRetry-After: " + b"9" * 400 + b"\r\n\r\n", "ServerError"),
    "Retry-After in no year": (H + b"503 x\r\nRetry-After: Fri, 99 Foo 99999 99:99 GMT\r\n\r\n", "ServerError"),
    "Retry-After of a power": (H + b"503 x\r\nRetry-After: \xc2\xb2\r\n\r\n", "ServerError"),
    "Retry-After below zero": (H + b"503 x\r\nRetry-After: -1\r\n\r\n", "ServerError"),
    "error of bytes": (H + b"404 x\r\nX-Request-Id: " + b"a" * 5000 + b"\r\n\r\n\xff", "NotFound"),
    "error of half a character": (H + b'404 x\r\n\r\n"\\ud800"', "NotFound"),
    "deep error": (H + b"400 x\r\nContent-Type: application/json\r\n\r\n" + b"[" * 5000, "BadRequest"),
    "headers of bytes": (H + b"416 x\r\nLink: \xff\r\nWWW-Authenticate: \xff\r\n\r\n", "ClientFault"),
    "cookies of bytes": (H + b"410 x\r\nSet-Cookie: a=b; Expires=none; \xff\r\n\r\n", "Gone"),
}
"""What a server sends -> the class of the error."""

STRANGE: dict[str, tuple[bytes, Any]] = {
    "header of bytes": (JSON + b"X: \xff\xfe\r\nContent-Length: 2\r\n\r\n{}", {}),
    "cookie of bytes": (JSON + b"Set-Cookie: a=b; Expires=none; \xff\r\nContent-Length: 2\r\n\r\n{}", {}),
    "a number beyond floats": (JSON + b'\r\n{"id": 1e999999}', {"id": float("inf")}),
    "a number of many digits": (JSON + b'\r\n{"n": ' + b"9" * 4000 + b"}", {"n": int("9" * 4000)}),
}
"""What is odd and can be read all the same."""


def asked(answers: list[bytes]) -> Scripted:
    """Answer /things/3 with the fourth, and close."""

    def reply(request: Received) -> None:
        number = request.target.rpartition("/")[2]
        raw = answers[int(number)] if number.isdecimal() else answer(404)
        assert request.socket is not None
        request.socket.sendall(raw)

    return reply


def find(number: int) -> Work:
    return lambda client: client.calls.get_thing(str(number))


def outcomes(caller: Caller, answers: list[bytes], **options: Any) -> list[Any]:
    """Make a call for each answer, each with a client of its own: these servers close what looks open."""
    with Server([asked(answers)]) as server:
        return [
            each for at in range(len(answers)) for each in caller.outcomes(server.url, find(at), retry=0, **options)
        ]


def check(error: Any, package: Any) -> None:
    """An error says by one rule what is known of its call, and its cause is no fault of the client."""
    assert isinstance(error, package.Error), error
    assert "which is a fault of it" not in str(error), error
    assert error.tries == 1 and isinstance(error.may_have_run, bool) and isinstance(error.request_id, str)
    assert getattr(error.__cause__, "_request", None) is None
    error_of_status = getattr(error, "status", 0)
    if not error_of_status and not isinstance(error, package.InvalidArgument):
        assert error.may_have_run and error.__cause__ is not None


@pytest.mark.promise(15)
def test_answers_that_are_broken(caller: Caller) -> None:
    found = outcomes(caller, [raw for raw, _ in BROKEN.values()])
    assert dict(zip(BROKEN, [type(each).__name__ for each in found], strict=True)) == {
        name: kind for name, (_, kind) in BROKEN.items()
    }
    for each in found:
        check(each, caller.api)


@pytest.mark.promise(15)
def test_answers_that_are_strange(caller: Caller) -> None:
    assert outcomes(caller, [raw for raw, _ in STRANGE.values()]) == [value for _, value in STRANGE.values()]


@pytest.mark.promise(9, 15)
@pytest.mark.parametrize("own", [True, False], ids=["own connections", "given connections"])
def test_redirects_to_what_is_no_place(caller: Caller, own: bool) -> None:
    """Where connections are given the HTTP library has looked at the place already, and may have lost the answer."""
    given: dict[str, Any] = {"http_client": None, "verify": tls()} if own else {}
    found = outcomes(caller, [to(each) for each in PLACES], **given)
    for each in found:
        assert isinstance(each, caller.api.ConnectionFailed | caller.api.Redirected | caller.api.NotFound), each
        assert "which is a fault of it" not in str(each) and each.tries == 1


@pytest.mark.promise(15)
def test_the_traceback_names_the_error_as_it_is_imported(caller: Caller) -> None:
    from traceback import format_exception

    with Server([answer(404)]) as server, pytest.raises(caller.api.NotFound) as caught:
        caller.run(server.url, lambda client: client.calls.list_things())
    assert "\nprobe_client.NotFound: GET /things: 404 Not Found" in "".join(format_exception(caught.value))


@pytest.mark.promise(14)
def test_a_body_in_many_pieces_takes_little_memory(caller: Caller) -> None:
    """100 kB in chunks of two bytes: each kept by itself they would take 25 times as much."""
    import tracemalloc

    body = b'{"id": "' + b"x" * 99_990 + b'"}'
    chunks = b"".join(b"2\r\n%s\r\n" % body[at : at + 2] for at in range(0, len(body), 2))
    with Server([JSON + b"Transfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"]) as server:
        tracemalloc.start()
        try:
            found = caller.run(server.url, lambda client: client.calls.list_things())
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert len(found["id"]) == 99_990 and most < 1_500_000
