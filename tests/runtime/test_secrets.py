"""No secret in repr, str, logs, exceptions, pickles or tracebacks with locals (promise 10); see `test_leaks` too."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import time
import traceback
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from generator.runtime import ApiKey, Basic, Bearer, Error, credential
from generator.runtime.redaction import Redaction
from generator.runtime.secret import Hidden, redact, redacted_cause
from generator.runtime.standard_webhooks import keys, secret_sources, sign, verify

from .caller import Caller
from .leaks import spellings
from .server import Server, answer

GIVEN = {
    "header": "hhhh 1111", "query": "qqqq2222", "cookie": "cccc3333", "username": "user", "password": "bbbb4444",
    "token": "rrrr5555", "client_id": "iiii6666", "client_secret": "tttt7777",
}  # fmt: skip
FORMS = [*(each for each in GIVEN.values() if each != "user"), "hhhh%201111", "hhhh+1111", "dXNlcjpiYmJiNDQ0NA"]


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


@pytest.mark.promise(10)
def test_a_refused_connection_shows_no_secret(caller: Caller, dead: str) -> None:
    for call in (lambda client: client.auth.together(), lambda client: client.auth.token.get()):
        with pytest.raises(caller.api.ConnectionFailed) as caught:
            caller.run(dead, call, retry=0, **GIVEN)
        assert leaks(with_locals(caught.value)) == []


@pytest.mark.promise(10)
def test_a_missing_credential_beside_those_that_are_there(caller: Caller, dead: str) -> None:
    with pytest.raises(caller.api.MissingCredentials) as caught:
        caller.run(dead, lambda client: client.auth.session(), **GIVEN)
    assert leaks(with_locals(caught.value)) == []


@pytest.mark.promise(10)
def test_clients_show_no_secret_and_cannot_be_pickled(caller: Caller, dead: str) -> None:
    def shown(client: Any) -> str:
        derived = client.with_options(headers={"X": "y"})
        parts = [client, derived, copy.copy(client), client.auth, client.auth._transport]
        for each in parts:
            with pytest.raises(TypeError, match="secrets"):
                pickle.dumps(each)
        return "".join(repr(each) + str(each) + f"{each}" + repr(getattr(each, "__dict__", "")) for each in parts)

    assert leaks(caller.run(dead, shown, **GIVEN)) == []


def test_parts_of_a_client_show_no_secret() -> None:
    parts = [
        ApiKey("header", "X-Key", credential("hhhh 1111", "a")),
        Basic(credential("user", "d"), credential("bbbb4444", "e")),
        Bearer(credential("rrrr5555", "f")),
        credential("qqqq2222", "b"),
        Hidden("cccc3333"),
    ]
    for each in parts:
        assert leaks(repr(each) + str(each) + f"{each}" + repr(getattr(each, "__dict__", ""))) == []
    for each in parts[-2:]:
        with pytest.raises(TypeError, match="secrets"):
            pickle.dumps(each)


@pytest.mark.promise(10)
def test_one_line_for_each_try(caller: Caller, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "probe_client")
    clock = iter([n * 0.25 for n in range(100)])
    with Server([answer(503), answer(200, {})]) as server:
        caller.run(server.url, lambda client: client.calls.get_thing("private", q="private"), clock=lambda: next(clock))
    lines = [each.getMessage() for each in caplog.records if each.name == "probe_client"]
    assert len(lines) == 2 and "private" not in "".join(lines)
    assert lines[0].startswith("GET /things/{id} -> 503 in ") and lines[0].endswith(" ms, try 1")
    assert lines[1].startswith("GET /things/{id} -> 200 in ") and lines[1].endswith(" ms, try 2")


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
