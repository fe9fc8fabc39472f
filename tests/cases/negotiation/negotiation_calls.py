"""What is asked for, and what comes of the media type that comes."""

from __future__ import annotations

from typing import Any

import pytest
from runtime.server import answer

PNG = b"\x89PNG\r\n\xff"


def accept(caller: Any) -> str:
    return str(caller.server.requests[-1].header("accept"))


def check_asked_for_in_the_order_of_the_document(caller: Any) -> None:
    for kind, content, value in (
        ("image/png", PNG, PNG),
        ("IMAGE/JPEG; q=1", PNG, PNG),
        ("application/json; charset=utf-8", {"title": "Sky"}, caller.models.Picture(title="Sky")),
    ):
        caller.script(answer(200, content, {"Content-Type": kind}))
        assert caller.call("pictures", "get", "1", accept_query="q") == value
        assert accept(caller) == "image/png, image/jpeg;q=0.9, application/json;q=0.8, text/plain;q=0.7"
        assert caller.targets() == ["GET /pictures/1?accept=q"]
    caller.script(answer(202, "soon", {"Content-Type": "text/plain"}))
    assert caller.call("pictures", "get", "1") == "soon"


def check_a_caller_asks_for_one(caller: Any) -> None:
    caller.script(answer(200, {"title": "Sky"}))
    found = caller.call("pictures", "get", "1", accept="application/json")
    assert found == caller.models.Picture(title="Sky")
    assert accept(caller) == "application/json, text/plain;q=0.9"


def check_a_caller_asks_for_one_of_two_pictures(caller: Any) -> None:
    caller.script(answer(200, PNG, {"Content-Type": "image/jpeg"}))
    assert caller.call("pictures", "preview", "1", accept="image/jpeg") == PNG
    assert accept(caller) == "image/jpeg"
    assert caller.call("pictures", "preview", "1") == PNG
    assert accept(caller) == "image/png, image/jpeg;q=0.9"


def check_versions(caller: Any) -> None:
    models = caller.models
    for kind, data, value in (
        ("application/vnd.acme.v2+json", {"title": "Sky"}, models.Picture(title="Sky")),
        ("application/vnd.acme.v1+json", {"name": "Sky"}, models.Old(name="Sky")),
        ("application/json", {"title": "Sky"}, models.Picture(title="Sky")),
    ):
        caller.script(answer(200, data, {"Content-Type": kind}))
        assert caller.call("pictures", "version", "1") == value
        assert accept(caller) == "application/vnd.acme.v2+json, application/vnd.acme.v1+json;q=0.9"
    caller.script(answer(200, {"name": "Sky"}, {"Content-Type": "application/vnd.acme.v1+json"}))
    found = caller.call("pictures", "version", "1", accept="application/vnd.acme.v1+json")
    assert found == models.Old(name="Sky")
    assert accept(caller) == "application/vnd.acme.v1+json"


def check_one_value_in_several_spellings(caller: Any) -> None:
    caller.script(answer(200, {"title": "Sky"}))
    assert caller.call("pictures", "replace", "1").title == "Sky"
    assert accept(caller) == "application/json, text/json;q=0.9"


def check_a_vendors_type(caller: Any) -> None:
    caller.script(answer(200, {"title": "Sky"}, {"Content-Type": "application/vnd.acme+json"}))
    assert caller.call("pictures", "delete", "1").title == "Sky"
    assert accept(caller) == "application/vnd.acme+json"


def check_bytes_are_kept(caller: Any) -> None:
    caller.script(answer(200, PNG, {"Content-Type": "image/png"}))
    found = caller.raw("pictures", "delete", "1")
    assert (found.status, found.content) == (200, PNG)
    with pytest.raises(caller.package.DecodeError, match="not the JSON"):
        _ = found.value
