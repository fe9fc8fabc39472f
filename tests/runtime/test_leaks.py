"""No credential is shown by anything that a call of a generated package raises or logs (promise 10): kinds of failure x
kinds of credential x kinds of client."""

from __future__ import annotations

import logging
import time
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from .caller import FLAVOURS
from .leaks import ALL, CANARIES, FETCHED, everything, run, seen, spellings
from .library import CORE
from .server import Received, Scripted, Server, answer

pytestmark = pytest.mark.promise(10)

TOKEN = answer(200, {"token": FETCHED, "access_token": FETCHED, "seconds": 3600})
OPERATIONS = ("list", "get_bearer", "get_oauth")
"""What is called: with six credentials, with a bearer token, with a token that OAuth fetched."""


def call(operation: str) -> Callable[[Any], Any]:
    return lambda client: getattr(client.calls, operation)()


def echo(content: bytes, status: int = 403, media: str = "text/plain") -> Scripted:
    return answer(status, content, media=media)


EVERY = "\n".join(ALL)
ECHOES = spellings(" ".join(ALL))
ECHOES["latin-1"] = b" ".join(each.encode("latin-1") for each in ALL if "😀" not in each)
UNKNOWN = {"get_bearer": ("Ftc", "Sgn"), "get_oauth": ("Sgn",)}
"""What a client has not got: it did not fetch a token, or sign, for these."""


def header(value: str, status: int = 403, name: str = "X-Request-Id") -> bytes:
    line = f"HTTP/1.1 {status} No\r\n{name}: {value}\r\nContent-Length: 0\r\n\r\n"
    return line.encode("utf-8")


def repeated(request: Received) -> bytes:
    """Repeat a request as it came, and its target."""
    return answer(403, {"message": request.raw.decode("latin-1")}, {"X-Target": request.target})


def hang_up(request: Received) -> None:
    """Close the connection without an answer."""


def cut(body: bytes) -> Scripted:
    """Announce more than comes."""

    def send(request: Received) -> None:
        assert request.socket is not None
        request.socket.sendall(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n" + body
        )

    return send


def silent(request: Received) -> None:
    time.sleep(0.6)


def packed(body: bytes) -> bytes:
    return answer(403, zlib.compress(body), {"Content-Encoding": "deflate"})


def chunked(*lines: bytes) -> bytes:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    return head + b"\r\n".join(lines)


CUT = FETCHED.encode()[:14]
LONG = (EVERY * 300).encode()
AFTER_TOKEN: dict[str, tuple[Scripted | list[Scripted], str]] = {
    **{f"{name} repeated": (echo(content), "Forbidden") for name, content in ECHOES.items()},
    **{
        f"{name} in typed JSON": (echo(content, media="application/json"), "Forbidden")
        for name, content in ECHOES.items()
    },
    "request repeated": (repeated, "Forbidden"),
    "404": (echo(EVERY.encode(), 404), "NotFound"),
    "418": (echo(EVERY.encode(), 418), "ClientFault"),
    "429": (echo(EVERY.encode(), 429), "TooManyRequests"),
    "500": (echo(EVERY.encode(), 500), "ServerError"),
    "503 packed": (packed(EVERY.encode()), "Forbidden"),
    "401 again": (echo(EVERY.encode(), 401), "Unauthorized"),
    "another charset": (echo(EVERY.encode(), 400, "application/json; charset=none"), "BadRequest"),
    "300": (header(" ".join(ALL[:1]), 300, "Location"), "Redirected"),
    "request id": (header(FETCHED + CANARIES["token"] + CANARIES["header"]), "Forbidden"),
    "long request id": (header("x" * 190 + FETCHED + CANARIES["token"] + CANARIES["header"]), "Forbidden"),
    "other header": (header(CANARIES["token"] + CANARIES["query"] + FETCHED, name="X-Echo"), "Forbidden"),
    "header of escapes": (header(ECHOES["percent"].decode(), name="X-Echo"), "Forbidden"),
    "header's name": (header("x", name="X-Hdr4kQ7ZxW"), "Forbidden"),
    "redirect to an error": ([header("/x/" + ECHOES["percent"].decode(), 302, "Location"), answer(404)], "NotFound"),
    "redirect, query": ([header("/x?a=" + ECHOES["percent"].decode(), 302, "Location"), answer(404)], "NotFound"),
    "redirect without end": (header("/x?a=" + ECHOES["percent"].decode(), 302, "Location"), "Redirected"),
    "redirect to no host": (
        header("http:" + ECHOES["percent"].decode(), 302, "Location"),
        "ConnectionFailed or Redirected",
    ),
    "redirect to a user": (header(f"http://{ECHOES['all percent'].decode()}@x/", 302, "Location"), "Redirected"),
    "redirect to a file": (header("file:///" + ECHOES["percent"].decode(), 302, "Location"), "Redirected"),
    "no JSON": (echo(EVERY.encode(), 200, "application/json"), "DecodeError"),
    "HTML": (echo(ECHOES["html"], 200, "text/html"), "DecodeError"),
    "cut JSON": (echo(b'{"count": "' + CUT, 200, "application/json"), "DecodeError"),
    "spaces before": (echo(b" " * 1595 + FETCHED.encode() * 3, 200, "application/json"), "DecodeError"),
    "header, no JSON": (header(FETCHED + CANARIES["token"] + CANARIES["header"], 200), "DecodeError"),
    "unknown encoding": (answer(200, EVERY, {"Content-Encoding": "br"}), "DecodeError"),
    "wrong encoding": (answer(200, EVERY, {"Content-Encoding": "gzip"}), "DecodeError"),
    "too large": (echo(LONG, 200), "AnswerTooLarge"),
    "body breaks off": (cut(EVERY.encode()), "DecodeError"),
    "body breaks off in a secret": (cut(b'{"a": "' + CUT), "DecodeError"),
    "hangs up": (hang_up, "ConnectionFailed"),
    "no HTTP": (EVERY.encode() + b"\r\n\r\n", "ConnectionFailed"),
    "header line that is none": (b"HTTP/1.1 200 OK\r\n" + FETCHED.encode() + b"\r\n\r\n", "ConnectionFailed"),
    "status that is none": (b"HTTP/1.1 " + FETCHED.encode() + b" OK\r\n\r\n", "ConnectionFailed"),
    "two lengths": (header(FETCHED, 200, "Content-Length"), "ConnectionFailed"),
    "unknown transfer": (header(FETCHED, 200, "Transfer-Encoding"), "ConnectionFailed"),
    "headers without end": (b"HTTP/1.1 200 OK\r\nX-Echo: " + LONG * 5, "ConnectionFailed"),
    "chunk that is none": (chunked(b"5", b"hello", FETCHED.encode(), b""), "DecodeError"),
    "silence": (silent, "TimedOut"),
}
"""Answers after the token was fetched -> the name of the error."""


def test_the_detector_sees_what_is_shown() -> None:
    for canary in ALL:
        for name, spelt in spellings(canary).items():
            assert len(seen(b"before " + spelt + b" after")) == 2, (canary, name)
    assert seen("nothing") == []

    def leak(secret: str) -> None:
        raise ValueError("nothing")

    def chained() -> None:
        try:
            leak(CANARIES["header"])
        except ValueError:
            raise KeyError("nothing") from None

    with pytest.raises(KeyError) as caught:
        chained()
    assert {"Hdr4kQ7Z", "Hdr9mT2L"} <= {*seen(everything(caught.value, tests="/no such/"))}
    assert seen(everything(RuntimeError({"a": [CANARIES["token"]]}))) == ["Brr4kQ7Z", "Brr9mT2L"]


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("name", AFTER_TOKEN)
def test_answers(package: Any, name: str, flavour: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    scripted, kind = AFTER_TOKEN[name]
    for operation in OPERATIONS:
        caplog.clear()
        begin = [] if operation == "get_bearer" else [TOKEN]
        following = scripted if isinstance(scripted, list) else [scripted]
        with Server([*begin, *following]) as server:
            if name == "401 again" and begin:
                server.answers[1:] = [*following, TOKEN, *following]
            timeout = 0.3 if name == "silence" else 10.0
            error = run(
                package, flavour, server.url, call(operation), retry=0, timeout=timeout, max_response_bytes=50_000
            )
        assert type(error).__name__ in kind.split(" or "), error
        assert seen(server.requests[-1 if "redirect" not in name else len(begin)].raw), "no credential was sent"
        assert error is not None
        shown = seen(everything(error)) + logged(caplog, is_echo=any(map(is_echo, following)))
        assert [each for each in shown if not each.startswith(UNKNOWN.get(operation, ()))] == []


def is_echo(scripted: Scripted) -> bool:
    """Say whether the head of an answer, or a part that has to be one, repeats a credential."""
    head = scripted.partition(b"\r\n\r\n")[0] if isinstance(scripted, bytes) else b""
    return scripted is repeated or bool(seen(head)) or scripted == AFTER_TOKEN["chunk that is none"][0]


def logged(caplog: pytest.LogCaptureFixture, is_echo: bool) -> list[str]:
    """Return what the records show. is_echo: the heads of answers do, which httpcore logs, under DEBUG, as they are."""
    records = [each for each in caplog.records if not (is_echo and each.name.startswith("httpcore"))]
    assert {each.name.split(".")[0] for each in caplog.records} >= {"vault_client", CORE}
    return seen("\n".join(each.getMessage() + repr(vars(each)) for each in records))
