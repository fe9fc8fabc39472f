"""Each status is read in its own way."""

from __future__ import annotations

from typing import Any

from runtime.server import answer


def check_bytes_or_nothing(caller: Any) -> None:
    caller.script(answer(200, b"\x00\xff", media="application/octet-stream"), answer(202), answer(206, b"\x01"))
    assert caller.call("files", "get", "f") == b"\x00\xff"
    assert caller.call("files", "get", "f") is None
    assert caller.call("files", "get", "f") == b"\x01", "a success that nobody named is read as the one with a body"


def check_json_or_text_or_nothing(caller: Any) -> None:
    models = caller.models
    caller.script(answer(200, {"n": 2}), answer(202, "later", media="text/plain"), answer(204))
    sent = [caller.call("files", "send", "f", body=b'{"n": 2}\n') for _ in range(3)]
    assert sent == [models.Line(n=2), "later", None]
    assert [each.body for each in caller.server.requests] == [b'{"n": 2}\n'] * 3


def check_events_and_xml_or_nothing(caller: Any) -> None:
    caller.script(answer(200, 'data: {"n": 1}\n\n', media="text/event-stream"), answer(204))
    assert caller.stream("events", "list", "iter") == [caller.models.Line(n=1)]
    assert caller.call("events", "list") is None
    caller.script(answer(200, "<Line><n>2</n></Line>", media="application/xml"), answer(205))
    assert [caller.call("page", "get"), caller.call("page", "get")] == [caller.models.Line(n=2), None]


def check_accept_names_what_is_read(caller: Any) -> None:
    caller.script(answer(204), answer(204))
    caller.call("files", "get", "f")
    caller.call("files", "send", "f")
    accepted = [each.header("accept") for each in caller.server.requests]
    assert accepted == ["application/octet-stream", "application/json, text/plain;q=0.9"]


def check_what_the_api_sends_has_classes(caller: Any) -> None:
    models = caller.models
    assert models.Arrival.model_validate_json('{"id": "a"}').id == "a"
    assert models.SendFileDoneBody.model_validate_json('{"id": "a"}').id == "a"
