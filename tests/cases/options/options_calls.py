"""Options of one call, of a derived client and of a client: what they do, what is refused, what hooks see."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest
from runtime.server import Received, answer

SECRETS = {"key": "secret-key", "place": "secret-place", "session": "secret-session"}
ONE = answer(200, {"n": 1}, {"X-Request-Id": "r1", "Set-Cookie": "sid=secret-session", "X-Echo": "secret-key"})
MORE = {"query": {"trace": [1, 2], "at": "a b"}, "headers": {"X-Team": "b"}}


def get(caller: Any, client: dict[str, Any] | None = None, **named: Any) -> Any:
    return caller.call("things", "get", "1", credentials={**SECRETS, **(client or {})}, **named)


def sent(caller: Any) -> list[tuple[str, str | None]]:
    return [(each.target.replace("&key=secret-place", ""), each.header("X-Team")) for each in caller.server.requests]


def check_each_way_to_call_takes_them(caller: Any) -> None:
    page, last = {"results": [{"n": 1}], "next": "2"}, {"results": [{"n": 2}]}
    named = {"options": MORE, "credentials": {**SECRETS, "headers": {"X-Team": "a"}}}
    caller.script(ONE)
    caller.call("things", "get", "1", **named)
    caller.raw("things", "get", "1", **named)
    assert sent(caller) == [("/things/1?trace=1&trace=2&at=a%20b", "b")] * 2

    caller.script(answer(200, page), answer(200, last))
    assert [each.n for each in caller.call("things", "list", options_query="x", **named)] == [1, 2]
    caller.raw("things", "list", **named)
    more = "trace=1&trace=2&at=a%20b"
    assert sent(caller) == [
        (f"/things?options=x&{more}", "b"),
        (f"/things?options=x&after=2&{more}", "b"),
        (f"/things?{more}", "b"),
    ]
    caller.script(answer(200, {**page, "next": "/things/links?p=2&at=c"}), answer(200, last))
    assert len(caller.call("things", "list_links", **named)) == 2
    assert sent(caller)[1] == ("/things/links?p=2&at=c&trace=1&trace=2", "b"), "what a link says stays"

    caller.script(answer(200, 'data: {"n": 3}\n\n', media="text/event-stream"))
    assert [each.n for each in caller.stream("things", "get_feed", "iter", **named)] == [3]
    caller.script(answer(200, b"abc", media="application/octet-stream"))
    assert caller.stream("things.with_streaming_response", "download_file", "read", **named) == b"abc"
    assert sent(caller) == [(f"/things/file?{more}", "b")]


def check_they_are_of_one_call(caller: Any) -> None:
    calls = [("get", {"id": "1", "options": MORE}), ("get", {"id": "2"}), ("get", {"id": "3", "options": {}})]
    caller.script(ONE)
    caller.calls("things", calls, credentials={**SECRETS, "headers": {"X-Team": "a"}})
    assert [team for _, team in sent(caller)] == ["b", "a", "a"]
    get(caller, {"headers": {"X-Team": "a"}}, x_own="own", options={"headers": {"x-own": "over", "X-Other": "o"}})
    request = caller.server.requests[-1]
    assert [request.header(each) for each in ("X-Own", "X-Other", "X-Team")] == ["own", "o", "a"]


def check_each_does_what_it_says(caller: Any) -> None:
    package = caller.package
    caller.script(answer(503), ONE)
    with pytest.raises(package.ServerError):
        get(caller, options={"retry": 0})
    caller.script(answer(503), ONE)
    assert get(caller, {"retry": 0}, options={"retry": package.Retry(retries=1, base=0)}).n == 1
    caller.script(answer(200, {"n": "one"}))
    assert get(caller).n == "one"
    with pytest.raises(package.DecodeError):
        get(caller, options={"strict": True})
    with pytest.raises(package.AnswerTooLarge):
        get(caller, options={"max_response_bytes": 3})

    endless = iter(range(1, 100))
    caller.script(lambda request: answer(200, {"results": [{"n": next(endless)}], "next": str(next(endless))}))
    with pytest.raises(package.TooManyPages, match="more than 3 pages"):
        caller.call("things", "list", credentials=SECRETS, options={"max_pages": 3})
    assert len(caller.server.requests) == 3

    def silent(request: Received) -> None:
        assert request.socket is not None
        request.socket.settimeout(5)
        request.socket.recv(1)

    caller.script(silent)
    for options in ({"timeout": 0.1}, {"timeout": package.Timeouts(read=0.1)}, {"timeout": None, "deadline": 0.2}):
        with pytest.raises(package.TimedOut):
            get(caller, {"timeout": 30}, options={"retry": 0, **options})


def check_none_is_no_limit(caller: Any) -> None:
    package = caller.package
    limits = package.Timeouts(connect=None, read=None, write=None, pool=None, idle=None)
    for options in ({"timeout": None, "deadline": None}, {"timeout": limits}, {"timeout": 1e300, "deadline": 10**400}):
        caller.script(answer(503), ONE)
        assert get(caller, options=options).n == 1
        assert get(caller, options).n == 1
        caller.script(answer(200, 'data: {"n": 3}\n\n', media="text/event-stream"))
        assert len(caller.stream("things", "get_feed", "iter", credentials=SECRETS, options=options)) == 1


SECONDS = "a number of seconds above 0, or None for no limit"
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"timeout": "5"}, "timeout has to be a number of seconds above 0, Timeouts, or None for no limit, not str"),
    *(({"timeout": each}, f"timeout has to be .*, not {each}") for each in (True, 0, -1, float("nan"))),
    ({"deadline": 0}, f"deadline has to be {SECONDS}, not 0"),
    ({"deadline": False}, "deadline has to be"),
    *(({"retry": each}, "retry has to be a whole number, 0 or more, or Retry") for each in (-1, True, 1.5, "3", None)),
    *(({"headers": each}, "headers has to be a mapping of text to text") for each in ("X", ["X"], {"a": 1}, {1: "a"})),
    ({"headers": {"a": "secret\nb"}}, "control character"),
    ({"strict": 1}, "strict has to be True or False, not 1"),
    *(({"max_response_bytes": each}, "a whole number, 1 or more") for each in (0, True, 1.0, None)),
    ({"max_pages": "3"}, "max_pages has to be a whole number, 1 or more, not str"),
    *(({"idempotency_key": each}, "idempotency_key has to be text") for each in ("", 5, None)),
    ({"idempotency_key": "a\nb"}, "control character"),
    ({"scopes": ["a"]}, "scopes has to be text, not list"),
    ({"naive_datetimes": "utcc"}, r"naive_datetimes has to be one of 'refuse', 'utc', 'keep' \(did you mean 'utc'\?\)"),
    ({"reconnect": -1}, "reconnect has to be a whole number, 0 or more, not -1"),
    *(({name: "f"}, f"{name} has to be a function or None") for name in ("on_mismatch", "on_request", "on_response")),
    ({"timeuot": 3}, r"unknown options: 'timeuot' \(did you mean 'timeout'\?\)\. Allowed here: deadline, headers, "),
    ({"xyz": 1}, r"unknown options: 'xyz'\. Allowed here: "),
]  # fmt: skip


def check_what_is_refused_at_once(caller: Any) -> None:
    package, client = caller.package, package_client(caller)
    for options, words in WRONG:
        for give in (client, client().with_options, lambda **given: get(caller, options=given)):
            with pytest.raises(package.InvalidArgument, match=words) as caught:
                give(**options)
            assert "secret" not in str(caught.value)
    for make in (package.Timeouts, package.Retry):
        for name in inspect.signature(make).parameters:
            for value in ("5", True, -1, float("nan")):
                with pytest.raises(package.InvalidArgument, match=f"^{name} has to be"):
                    make(**{name: value})
    for other in (5, [("timeout", 3)], "timeout"):
        with pytest.raises(package.InvalidArgument, match="options has to be a mapping, see CallOptions, not"):
            get(caller, options=other)
    with pytest.raises(package.InvalidArgument, match="unknown options: 'query'"):
        client().with_options(query={"a": 1})
    with pytest.raises(package.InvalidArgument, match="unknown options: 'http_client'"):
        get(caller, options={"http_client": None})
    for query in ("a=b", {1: 2}):
        with pytest.raises(package.InvalidArgument, match="query has to be a mapping of names to values"):
            get(caller, options={"query": query})
    with pytest.raises(package.InvalidArgument, match="query= holds what the method sends itself: options"):
        caller.call("things", "list", credentials=SECRETS, options={"query": {"options": 1}})
    with pytest.raises(package.InvalidArgument, match="seams has to be Seams, not dict"):
        client(seams={})
    assert caller.server.requests == []


def package_client(caller: Any) -> Any:
    """Return the class of the client."""
    return getattr(caller.package, "AsyncSpecClient" if caller.is_async else "SpecClient")


def hooks(caller: Any, name: str, note: Callable[..., Any]) -> list[dict[str, Any]]:
    """Return options with a hook, plain and, for the asynchronous client, one that is awaited."""

    async def later(*told: Any) -> None:
        await anyio.sleep(0)
        note(*told)

    return [{name: note}, *([{name: later}] if caller.is_async else [])]


def check_hooks_see_each_try_and_no_secret(caller: Any) -> None:
    seen: list[Any] = []
    for first in hooks(caller, "on_request", seen.append):
        for second in hooks(caller, "on_response", seen.append):
            seen.clear()
            caller.script(answer(503), ONE)
            headers = {"Authorization": "secret-header", "X-Plain": "p", "X-Copy": "secret-key"}
            get(caller, {**first, **second}, options={"headers": headers, "query": {"a": 1}})
            asked, failed, again, done = seen
            assert (asked.operation, asked.method, asked.try_number) == ("GET /things/{id}", "GET", 1)
            assert asked.url == f"{caller.server.url}/things/1?a=1&key=%5Bsecret%5D"
            shown = {name: asked.headers[name] for name in ("x-key", "authorization", "cookie", "x-plain", "x-copy")}
            assert [each for name, each in shown.items() if name != "x-plain"] == ["[secret]"] * 4
            assert shown["x-plain"] == "p"
            assert (failed.status, failed.request, again.try_number) == (503, asked, 2)
            assert (done.status, done.request_id, done.request.try_number) == (200, "r1", 2)
            assert (done.headers["set-cookie"], done.headers["x-echo"]) == ("[secret]", "[secret]")
            assert 0 < done.seconds < 10
            assert "secret-" not in "".join(map(repr, seen)) + "".join(str(each.headers) for each in (asked, done))


def check_what_a_hook_raises_ends_the_call(caller: Any) -> None:
    mine = RuntimeError("mine")

    def fail(*told: Any) -> None:
        raise mine

    for name, count in (("on_request", 0), ("on_response", 1), ("on_mismatch", 1)):
        for options in hooks(caller, name, fail):
            caller.script(answer(200, {"n": "x"}))
            with pytest.raises(RuntimeError) as caught:
                get(caller, options=options)
            assert caught.value is mine and len(caller.server.requests) == count
            frames = [each.frame for each in inspect.getinnerframes(caught.tb)] if caught.tb else []
            local = [
                repr(value)
                for each in frames
                if "/_runtime/" in each.f_code.co_filename
                for value in each.f_locals.values()
            ]
            assert local and not [each for each in local if "secret-" in each]
            mine.__traceback__ = None
    for options in hooks(caller, "on_response", fail):
        caller.script(answer(200, b"abc", media="application/octet-stream"))
        with pytest.raises(RuntimeError):
            caller.stream(
                "things.with_streaming_response", "download_file", "read", credentials=SECRETS, options=options
            )


def check_a_body_is_closed_where_a_hook_raises(caller: Any) -> None:
    """The connection is given back: the client may make only one, and waits for it no longer than a moment."""

    def fail(info: Any) -> None:
        raise RuntimeError

    failing = {"options": {"on_response": fail}}
    limits = httpx.Limits(max_connections=1)
    caller.script(answer(200, b"abc", media="application/octet-stream"))
    client = package_client(caller)

    async def main() -> None:
        async with httpx.AsyncClient(limits=limits) as http_client:
            made = client(base_url=caller.server.url, http_client=http_client, timeout=2, retry=0, **SECRETS)
            with pytest.raises(RuntimeError):
                await made.things.with_streaming_response.download_file(**failing)
            assert await made.things.download_file() == b"abc"

    if caller.is_async:
        anyio.run(main)
        return
    with httpx.Client(limits=limits) as http_client:
        made = client(base_url=caller.server.url, http_client=http_client, timeout=2, retry=0, **SECRETS)
        with pytest.raises(RuntimeError):
            made.things.with_streaming_response.download_file(**failing)
        assert made.things.download_file() == b"abc"


def check_an_asynchronous_hook_needs_a_client_that_awaits(caller: Any) -> None:
    async def later(*told: Any) -> None:
        pass

    if caller.is_async:
        return
    caller.script(answer(200, {"n": "x"}))
    for name in ("on_request", "on_response", "on_mismatch"):
        with pytest.raises(caller.package.InvalidArgument, match=f"{name} is asynchronous: a synchronous client"):
            get(caller, options={name: later})
        with pytest.raises(caller.package.InvalidArgument, match=f"{name} is asynchronous"):
            get(caller, options={name: lambda *told: later()})
    assert len(caller.server.requests) == 2


def check_mismatches_are_told(caller: Any) -> None:
    found: list[tuple[str, str]] = []
    for options in hooks(caller, "on_mismatch", lambda mismatch, operation: found.append((str(mismatch), operation))):
        found.clear()
        caller.script(answer(200, {"n": "x"}))
        get(caller, options=options)
        caller.script(answer(200, 'data: {"n": 1}\n\ndata: {"n": "y"}\n\n', media="text/event-stream"))
        caller.stream("things", "get_feed", "iter", credentials=SECRETS, options=options)
        assert [operation for _, operation in found] == ["GET /things/{id}", "GET /things/feed"]
        assert all(text.startswith("$.n: expected") for text, _ in found)
    logger, texts = logging.getLogger(caller.package.__name__), list[str]()
    handler = logging.Handler()
    handler.emit = lambda record: texts.append(record.getMessage())  # type: ignore[method-assign]
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    caller.script(answer(200, {"n": "x"}))
    get(caller, {"on_mismatch": lambda *told: None}, options={"on_mismatch": None})
    logger.removeHandler(handler)
    assert len(texts) == 1 and texts[0].startswith("GET /things/{id}: $.n: expected")


def check_trio(caller: Any) -> None:
    seen: list[Any] = []

    async def note(info: Any) -> None:
        seen.append(info)

    async def main() -> None:
        async with caller.package.AsyncSpecClient(base_url=caller.server.url, **SECRETS) as client:
            found = await client.things.get("1", options={**MORE, "deadline": None, "on_response": note})
            assert found.n == 1
            assert (await client.request("GET", "/x", query={"b": 1}, options=MORE)).status == 200

    caller.script(ONE)
    anyio.run(main, backend="trio")
    assert [each.status for each in seen] == [200]
    assert sent(caller) == [("/things/1?trace=1&trace=2&at=a%20b", "b"), ("/x?b=1&trace=1&trace=2&at=a%20b", "b")]


def check_the_base_url_of_the_environment(caller: Any) -> None:
    client = package_client(caller)
    with pytest.MonkeyPatch.context() as patch:
        for value, found in (("", "https://us.acme.test/v1"), ("http://env.test/x", "http://env.test/x")):
            patch.setenv("SPEC_BASE_URL", value)
            assert repr(client(region="us")) == f"{client.__name__}({found!r})"
            assert repr(client(base_url="http://given.test")) == f"{client.__name__}('http://given.test')"
        patch.setenv("SPEC_BASE_URL", "env.test?secret")
        with pytest.raises(caller.package.InvalidArgument, match=r"^SPEC_BASE_URL has to be http://") as caught:
            client()
        assert "secret" not in str(caught.value)
        client(base_url="http://given.test")


def check_what_things_say_they_are(caller: Any) -> None:
    client = package_client(caller)(base_url="http://given.test", **SECRETS)
    name = "AsyncThingsResource" if caller.is_async else "ThingsResource"
    assert repr(client.things) == f"<{name} of options_client at 'http://given.test'>"
    thing = caller.models.Thing
    assert repr(thing(n=1)) == "Thing(n=1)"
    assert repr(thing(n=1, note=None, more=thing(n=2))) == "Thing(n=1, note=None, more=Thing(n=2))"
    assert repr(thing.model_validate({"n": 1, "other": 2})) == "Thing(n=1, other=2)"
