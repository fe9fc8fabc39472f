"""Code under test calls a fake of the API: with await under asyncio and trio too, and no server is asked anything."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import anyio
import pytest


class Play:
    """A fake and a client of it. `run` calls a method, reads pages and streams to the end, and returns what comes."""

    def __init__(self, caller: Any, backend: str, fake: Any = None) -> None:
        self.models = caller.models
        self.package = caller.package
        self.testing = importlib.import_module(f"{caller.package.__name__}.testing")
        self.fake = fake or self.testing.Fake()
        self.backend = backend
        self.kind = caller.package.AsyncSpecClient if backend else caller.package.SpecClient
        self.client = self.fake.client(self.kind)
        self.boats = self.client.boats

    def run(self, method: Any, *arguments: Any, **named: Any) -> Any:
        if self.backend:
            return anyio.run(partial(awaited, method, *arguments, **named), backend=self.backend)
        found = method(*arguments, **named)
        return list(found) if type(found).__name__ in ("Pages", "EventStream") else found

    def boat(self, **fields: Any) -> Any:
        return self.testing.sample(self.models.Boat, **fields)


async def awaited(method: Any, *arguments: Any, **named: Any) -> Any:
    found = method(*arguments, **named)
    if not hasattr(found, "__aiter__"):
        found = await found
    return [each async for each in found] if hasattr(found, "__aiter__") else found


def each_way(check: Callable[[Play], None]) -> Callable[[Any], None]:
    """Run a check in a `with` of the fake, for each way in which its client runs."""

    def checked(caller: Any) -> None:
        for backend in ("asyncio", "trio") if caller.is_async else ("",):
            play = Play(caller, backend)
            with play.fake:
                check(play)
        assert caller.server.requests == []

    return checked


@each_way
def check_answers_in_turn(play: Play) -> None:
    one, two = play.boat(id="1", name="Ida"), play.boat(id="2", built=datetime(1999, 1, 1, tzinfo=UTC))
    answers = play.fake.on(play.boats.get).returns(one).returns(two, headers={"x-request-id": "r"})
    assert [play.run(play.boats.get, "1") for _ in range(3)] == [one, two, two]
    raw = play.run(play.boats.with_raw_response.get, "1")
    assert (raw.value, raw.status, raw.request_id) == (two, 200, "r")
    assert raw.content == (
        b'{"id":"2","name":"text","rig":"sloop","built":915148800,"crew":[],"home":null,"owner":{"title":"text"}}'
    )
    assert answers.calls == play.fake.on(play.boats.get).calls and len(answers.calls) == 4


@each_way
def check_what_was_asked(play: Play) -> None:
    boat, since = play.boat(id="1"), datetime(2024, 1, 31, tzinfo=UTC)
    play.fake.on(play.boats.get).returns(boat)
    play.fake.on(play.boats.replace).returns(boat)
    play.run(play.boats.get, "1/2", since=since)
    play.run(play.boats.replace, "3", body=boat)
    got, replaced = [each for each in play.fake.calls if "{" in each.operation]
    assert (got.operation, got.path, got.query) == ("GET /boats/{id}", {"id": "1/2"}, {"since": since})
    assert got.url.endswith("/boats/1%2F2?since=2024-01-31T00%3A00%3A00Z")
    assert got.headers["Authorization"] == "Bearer fake"
    assert (replaced.body, replaced.query, replaced.tries) == (boat, {}, 1)
    assert replaced.content.startswith(b'{"name":"text",') and b'"id"' not in replaced.content
    assert play.fake.calls[0].operation == "POST /token"


@each_way
def check_for_these_arguments(play: Play) -> None:
    boats, since = [play.boat(id=each) for each in "123"], datetime(2024, 1, 31, tzinfo=UTC)
    usual = play.fake.on(play.boats.get).returns(boats[0])
    second = usual.given("2").returns(boats[1])
    third = usual.given(id="2", since=since).returns(boats[2])
    assert play.run(play.boats.get, "9") == boats[0]
    assert play.run(play.boats.get, "2") == boats[1]
    assert play.run(play.boats.get, "2", since=since) == boats[2]
    assert (len(second.calls), len(third.calls), len(usual.calls)) == (1, 1, 3)
    replacing = play.fake.on(play.boats.replace)
    replacing.given("1", body=boats[0]).returns(None)
    replacing.given("1", body=play.boat(name="Ida")).returns(play.models.Problem(title="later"))
    assert play.run(play.boats.replace, "1", body=play.boat(name="Ida")) == play.models.Problem(title="later")
    assert play.run(play.boats.replace, "1", body=play.boat()) is None


@each_way
def check_errors(play: Play) -> None:
    problem = play.models.Problem(title="none")
    play.fake.on(play.boats.get).fails(404, problem).fails(404, {"code": 1}).fails(409, "so").fails(400)
    for kind, body in (("NotFound", problem), ("NotFound", {"code": 1}), ("Conflict", "so"), ("BadRequest", None)):
        with pytest.raises(getattr(play.package, kind)) as caught:
            play.run(play.boats.get, "1")
        assert caught.value.body == body
    play.fake.on(play.boats.replace).answers(200, b"{", {"content-type": "application/json"})
    with pytest.raises(play.package.DecodeError):
        play.run(play.boats.replace, "1", body=play.boat())


@each_way
def check_tries_and_waits(play: Play) -> None:
    boat = play.boat()
    answers = play.fake.on(play.boats.get).fails(503).times_out().returns(boat)
    assert play.run(play.boats.get, "1") == boat
    assert (answers.calls[0].tries, len(answers.calls), play.fake.slept) == (3, 1, [0.5, 1.0])
    answers.fails(429, headers={"retry-after": "7"}).returns(boat)
    assert play.run(play.boats.get, "1") == boat
    assert play.fake.slept[2:] == [7.0]
    for fault, kind, may_have_run in (
        ("times_out", "TimedOut", True),
        ("breaks", "ConnectionFailed", True),
        ("refuses", "ConnectionFailed", False),
    ):
        getattr(answers, fault)()
        with pytest.raises(getattr(play.package, kind)) as caught:
            play.run(play.boats.get, "1")
        assert (caught.value.may_have_run, caught.value.tries) == (may_have_run, 3)


@each_way
def check_pages(play: Play) -> None:
    boats = [play.boat(id=each) for each in "123"]
    listed = play.fake.on(play.boats.list).given(kind="old")
    listed.returns(play.models.Fleet(boats=boats[:2], next="b")).returns(play.models.Fleet(boats=boats[2:]))
    assert play.run(play.boats.list, kind="old") == boats
    assert [each.query for each in listed.calls] == [{"kind": "old"}, {"kind": "old", "after": "b"}]


@each_way
def check_streams(play: Play) -> None:
    entries = [play.models.Entry(text="a"), play.models.Entry(text="b\nc")]
    answers = play.fake.on(play.boats.follow_log, stream=True).returns(entries)
    assert play.run(play.boats.follow_log, "1", stream=True) == entries
    answers.breaks(after=entries[:1])
    with pytest.raises(play.package.ConnectionFailed, match="breaks off after 1 event"):
        play.run(play.boats.follow_log, "1", stream=True)
    play.fake.on(play.boats.follow_log).given("2").returns(entries)
    assert play.run(play.boats.follow_log, "2") == entries


@each_way
def check_of_several_kinds(play: Play) -> None:
    answers = play.fake.on(play.boats.get_picture).returns(b"\x89PNG").returns("a boat")
    assert play.run(play.boats.get_picture, "1", accept="image/png") == b"\x89PNG"
    assert play.run(play.boats.get_picture, "1") == "a boat"
    assert answers.calls[0].headers["accept"] == "image/png"
    later, empty = play.models.Problem(title="later"), play.models.Note()
    replacing = play.fake.on(play.boats.replace).returns(None).returns(later).returns(empty, status=200)
    raw = [play.run(play.boats.with_raw_response.replace, "1", body=play.boat()) for _ in range(3)]
    kinds = [(204, None), (202, "application/xml"), (200, "application/json")]
    assert [(each.status, each.headers.get("content-type")) for each in raw] == kinds
    assert [each.value for each in raw] == [None, later, empty]
    assert replacing.calls[1].headers["content-type"] == "application/json"


@each_way
def check_beside_the_document(play: Play) -> None:
    play.fake.on("GET /tides").returns({"high": 1})
    assert play.run(play.client.request, "GET", "/tides").value == {"high": 1}


@each_way
def check_what_the_api_never_says_is_refused(play: Play) -> None:
    answers = play.fake.on(play.boats.get)
    built = {"name": "a", "rig": "sloop", "built": 0, "crew": [], "home": None, "owner": {"title": "b"}}
    for value in (play.models.Entry(text="a"), None, b"", play.models.Boat(**built)):  # the last one lacks its id
        with pytest.raises(TypeError, match=r"GET /boats/\{id\} never answers with this"):
            answers.returns(value)
    with pytest.raises(TypeError, match="418 is no status that it answers with"):
        answers.returns(play.boat(), status=418)
    with pytest.raises(TypeError, match="no operation"):
        play.fake.on(play.boats.with_raw_response.list)


def check_a_call_without_an_answer_fails_the_test(caller: Any) -> None:
    backend = "trio" if caller.is_async else ""
    play = Play(caller, backend)
    play.fake.on(play.boats.list).returns(play.models.Fleet(boats=[]))
    play.fake.on(play.boats.get).given("1").returns(play.boat())
    with pytest.raises(AssertionError) as caught, play.fake:
        play.run(play.boats.list)
        play.run(play.boats.get, "1")
        body: dict[str, Any] = {"body": {}}
        for method, named in ((play.boats.get, {}), (play.boats.get_picture, {}), (play.boats.replace, body)):
            with pytest.raises(AssertionError, match="unexpected call"):  # as code that swallows any error
                play.run(method, "2", **named)
    first, second, third = str(caught.value).splitlines()
    assert first == "unexpected call: GET /boats/{id} as /boats/2; there are answers for GET /boats/{id} with id='1'"
    assert second.endswith(
        "GET /boats/{id}/picture as /boats/2/picture; there are answers for GET /boats/{id}, GET /boats"
    )
    assert third.startswith("unexpected call: PUT /boats/{id} as /boats/2 with {}; ")


def check_an_answer_that_nobody_asks_for_fails_the_test(caller: Any) -> None:
    play = Play(caller, "asyncio" if caller.is_async else "")
    with pytest.raises(AssertionError, match=r"^GET /boats/\{id\}: 2 of its answers not asked for$"), play.fake:
        play.fake.on(play.boats.get).returns(play.boat()).fails(404).fails(409)
        play.run(play.boats.get, "1")
    with pytest.raises(ZeroDivisionError) as caught, Play(caller, "").fake as fake:
        fake.on("GET /a").returns(None)
        client = fake.client(caller.package.SpecClient)
        with pytest.raises(AssertionError):
            client.boats.get("1")
        raise ZeroDivisionError
    assert [each.split(";")[0] for each in caught.value.__notes__] == ["unexpected call: GET /boats/{id} as /boats/1"]


@each_way
def check_credentials_and_clients_of_ones_own(play: Play) -> None:
    play.fake.on(play.boats.get).returns(play.boat())
    options = play.fake.async_options if play.backend else play.fake.options
    own = play.kind(base_url="https://own.example", client_id="a", client_secret="b", **options)
    play.run(own.boats.get, "1")
    play.run(own.with_options(headers={"x-a": "1"}).boats.get, "1")
    token, *others = play.fake.calls
    assert (token.operation, token.url) == ("POST /token", "https://own.example/token")
    assert b"client_id=a" in token.content or token.headers["authorization"].startswith("Basic ")
    assert [each.headers.get("x-a") for each in others] == [None, "1"]
    missing = play.fake.client(play.kind, client_id="a")
    with pytest.raises(play.package.MissingCredentials):
        play.run(missing.boats.get, "1")


@each_way
def check_samples(play: Play) -> None:
    sample, models = play.testing.sample, play.models
    boat = play.boat()
    assert (boat.id, boat.rig, boat.crew, boat.home, boat.owner) == (
        "text",
        "sloop",
        [],
        None,
        models.Problem(title="text"),
    )
    assert isinstance(boat.built, datetime) and boat == play.boat()
    home = sample(models.Harbour, city="Hull")
    assert home.city == "Hull" and home.pride.home is None
    assert play.boat(home=home, owner=models.Entry(text="me")).home.pride == home.pride
    with pytest.raises(AttributeError):
        play.boat(mast=1)
    with pytest.raises(TypeError, match=r"no valid Boat: .*rig"):
        play.boat(rig=1)
    assert sample(list[int]) == [] and sample(int) == 1
