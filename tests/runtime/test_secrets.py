"""No secret in repr, str, logs, exceptions, pickles or tracebacks with locals (promise 10)."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import socket
import time
import traceback
from typing import Any
from urllib.parse import quote

import anyio
import httpx
import pytest

from generator.runtime import ApiKey, Basic, Bearer, Error, Request, Token, credential
from generator.runtime.auth import Scheme
from generator.runtime.redaction import Redaction
from generator.runtime.secret import Hidden, redact, redacted_cause
from generator.runtime.standard_webhooks import keys, secret_sources, sign, verify

from .caller import FLAVOURS
from .calls import AsyncThing, SyncThing, calls, get
from .leaks import spellings
from .server import Received, Server, answer

SECRETS = ("hhhh 1111", "qqqq2222", "cccc3333", "bbbb4444", "rrrr5555", "tttt6666", "token7777")
ALL = (("header", "query", "cookie", "basic", "token"),)
FORMS = [*SECRETS, "hhhh%201111", "hhhh+1111", "dXNlcjpiYmJiNDQ0NA"]


def schemes() -> dict[str, Scheme]:
    credentials = {"id": credential("client", "id"), "secret": credential("tttt6666", "secret")}
    return {
        "header": ApiKey("header", "X-Key", credential("hhhh 1111", "a")),
        "query": ApiKey("query", "key", credential("qqqq2222", "b")),
        "cookie": ApiKey("cookie", "session", credential("cccc3333", "c")),
        "basic": Basic(credential("user", "d"), credential("bbbb4444", "e")),
        "token": Token(credentials, "/oauth/token", body={"s": "{secret}"}, basic=("id", "secret"), wire="X-Token"),
        "bearer": Bearer(credential("rrrr5555", "f")),
    }


def leaks(shown: str) -> list[str]:
    return [each for each in FORMS if each in shown]


def with_locals(error: BaseException) -> str:
    """Everything that a traceback with locals shows, of chained exceptions too."""
    shown = ""
    seen: list[BaseException] = []
    queue: list[BaseException | None] = [error]
    while queue:
        each = queue.pop()
        if each is None or each in seen:
            continue
        seen.append(each)
        queue += [each.__cause__, each.__context__]
        shown += repr(each) + repr(each.args) + repr(vars(each))
        for frame, _ in traceback.walk_tb(each.__traceback__):
            if "/tests/" not in frame.f_code.co_filename:
                shown += "".join(f"{name}={value!r}\n" for name, value in frame.f_locals.items())
    return shown


def tokens_then(*answers: Any) -> list[Any]:
    return [answer(200, {"access_token": "token7777"}), *answers]


def hang_up(request: Received) -> None:
    """Close the connection without an answer."""


def echo(request: Received) -> bytes:
    """Answer with an error that repeats the whole request."""
    return answer(403, request.raw.decode("latin-1"), media="text/plain")


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    "bad", [hang_up, echo, answer(200, "<html>"), answer(404, {}), answer(500), b"nonsense\r\n\r\n"]
)
def test_errors_of_a_call_show_no_secret(flavour: str, bad: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    with Server(tokens_then(bad)) as server:
        (error,) = calls(flavour, server.url, [get(auth=ALL)], schemes=schemes())
    assert isinstance(error, Error)
    assert all(part in server.requests[1].raw.decode() for part in ("hhhh 1111", "qqqq2222", "cccc3333", "token7777"))
    assert leaks(str(error) + repr(error) + with_locals(error)) == []
    logged = caplog.text + "".join(repr(vars(each)) for each in caplog.records)
    assert "GET /things" in logged and leaks(logged) == []


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_refused_connection_and_a_broken_token_fetch_show_no_secret(flavour: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
    outcomes = calls(flavour, url, [get(auth=ALL), get(auth=ALL[0][1:4:1] and (ALL[0][:4],))], schemes=schemes())
    for each in outcomes:
        assert isinstance(each, Error) and leaks(with_locals(each)) == []


def test_a_missing_credential_beside_one_that_is_there() -> None:
    both = {**schemes(), "none": ApiKey("header", "X-None", credential(None, "none"))}
    (error,) = calls("sync", "http://127.0.0.1:9", [get(auth=(("header", "none"),))], schemes=both)
    assert isinstance(error, Error) and leaks(with_locals(error)) == []


def test_objects_show_no_secret_and_cannot_be_pickled() -> None:
    with SyncThing("http://127.0.0.1:9", schemes()) as client:
        parts: list[object] = [
            client,
            client.probe,
            *schemes().values(),
            credential("hhhh 1111", "a"),
            Hidden("qqqq2222"),
        ]
        parts.append(client.probe._transport)  # pyright: ignore[reportPrivateUsage]
        for each in parts:
            assert leaks(repr(each) + str(each) + f"{each}" + repr(getattr(each, "__dict__", ""))) == []
        for each in parts[:1] + parts[-3:]:
            with pytest.raises(TypeError, match="secrets"):
                pickle.dumps(each)
        derived = client.with_options(headers={"X": "y"})
        assert leaks(repr(derived) + repr(copy.copy(client))) == []


def test_an_asynchronous_client_neither() -> None:
    async def main() -> None:
        async with AsyncThing("http://127.0.0.1:9", schemes()) as client:
            assert leaks(repr(client)) == []
            with pytest.raises(TypeError, match="secrets"):
                pickle.dumps(client)

    anyio.run(main)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_one_line_for_each_try(flavour: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "probe_client")
    clock = iter([n * 0.25 for n in range(100)])
    request = Request("GET", "/customers/{id}", path={"id": "private"}, query={"q": "private"})
    with Server([answer(503), answer(200, {})]) as server:
        calls(flavour, server.url, [request], clock=lambda: next(clock))
    lines = [each.getMessage() for each in caplog.records if each.name == "probe_client"]
    assert len(lines) == 2 and "private" not in "".join(lines)
    assert lines[0].startswith("GET /customers/{id} -> 503 in ") and lines[0].endswith(" ms, try 1")
    assert lines[1].startswith("GET /customers/{id} -> 200 in ") and lines[1].endswith(" ms, try 2")


def test_redaction() -> None:
    hidden = [Hidden("a b&c"), Hidden("x")]
    assert redact("1 a b&c 2 a%20b%26c 3 a+b%26c 4 x", hidden) == "1 [secret] 2 [secret] 3 [secret] 4 x"
    assert Hidden("a") == Hidden("a") and Hidden("a") != Hidden("b") and len({Hidden("a"), Hidden("a")}) == 1


@pytest.mark.parametrize(
    "secret", ['tö"k/e&n<1%41>+ \\x', "%2541%2541", "&amp;&lt;abcd", "\\u0041\\n\\t\\\\", "p😀w==", "a+b/c==d"]
)
def test_secrets_are_found_in_each_spelling_and_nothing_else_is_lost(secret: str) -> None:
    for name, spelt in spellings(secret).items():
        if not name.startswith(("base64", "latin-1", "UTF-16", "json", "html in", "repr")):
            assert Redaction([Hidden(secret)]).content(b"one " + spelt + b" two") == b"one [secret] two", name
        kept = Redaction([Hidden("other text")]).content(spelt)
        assert kept == spelt, name
    assert redact(json.dumps({"a": json.dumps([secret, 1])}), [Hidden(secret)]) == '{"a": "[\\"[secret]\\", 1]"}'


def test_the_beginning_of_a_secret_at_the_end_of_a_text() -> None:
    assert redact("text of some-long-to", [Hidden("some-long-token")]) == "text of [secret]"
    assert redact("text of some", [Hidden("some-long-token")]) == "text of some"


@pytest.mark.parametrize("after", ["", "other", "?a=b", "?c"])
def test_a_secret_that_is_cut_where_a_url_is_put_together(after: str) -> None:
    """A relative URL replaces what follows a slash; queries, fragments and parameters are dropped."""
    for secret in ("some-long/token", "some-long?token", "some-long#token", "some-long&token"):
        for spelt in (secret, quote(secret, safe=""), quote(quote(secret, safe=""), safe="")):
            end = spelt.partition("token")[0]
            assert redact(f"http://x/{end.rstrip('?#&')}/{after}", [Hidden(secret)]).startswith("http://x/[secret]")
    assert redact("http://x/some-longer/", [Hidden("some-long/token")]) == "http://x/some-longer/"


def test_redaction_takes_time_in_proportion_to_the_text() -> None:
    redaction = Redaction([Hidden("some-long-token/&")])

    def seconds(text: bytes) -> float:
        begun = time.process_time()
        redaction.content(text)
        return time.process_time() - begun

    for unit in (b"some-long-token/&", b"\\\\", b"%25", b"&amp;", b"some-long-toke", b"\0", b"\\u0025"):
        few = max(seconds(unit * 10_000), 0.005)
        assert seconds(unit * 100_000) < 40 * few, unit


def test_the_cause_of_an_error_is_shown_without_secrets() -> None:
    inner = UnicodeEncodeError("ascii", "key=some-long-token", 0, 1, "some-long-token")
    group = ExceptionGroup("some-long-token", [OSError(5, "some-long-token", "/some-long-token")])
    request = httpx.Request("GET", "http://x/?key=some-long-token")
    error = httpx.ConnectError("no some%2Dlong%2Dtoken", request=request)
    error.add_note("at some-long-token")
    try:
        try:
            raise inner
        except UnicodeEncodeError:
            error.__cause__ = group
            raise error  # noqa: B904
    except httpx.ConnectError as caught:
        assert redacted_cause(caught, [Hidden("some-long-token")]) is error
    assert str(error) == "no [secret]" and error.__notes__ == ["at [secret]"]
    for each in (error, group, group.exceptions[0]):
        assert each.__traceback__ is None and each.__context__ is None
    shown = with_locals(error) + repr(group.exceptions[0]) + str(group.exceptions[0]) + repr(vars(error))
    assert "some-long" not in shown and "[Errno 5] [secret]" in shown and "Request" not in shown
    redacted_cause(inner, [Hidden("some-long-token")])
    assert "some-long" not in repr(inner) + str(inner) + inner.object + inner.reason


@pytest.mark.parametrize(
    "secret", ["whsec_not base64 some-long", "whsk_some-long", b"some-long", ["whsec_c29tZS1sb25n"], 5]
)
def test_the_secret_of_webhooks_is_not_shown(secret: Any) -> None:
    for act in (lambda: verify("{}", {}, secret), lambda: sign("{}", secret, id="a.b")):
        with pytest.raises(Error) as caught:
            act()
        shown = with_locals(caught.value)
        assert "some-long" not in shown and "c29tZS1sb25n" not in shown and "secret" in shown
    for key in keys(secret_sources("whsec_c29tZS1sb25n")):
        assert repr(key) == "[secret]"
        with pytest.raises(TypeError, match="secrets"):
            pickle.dumps(key)
