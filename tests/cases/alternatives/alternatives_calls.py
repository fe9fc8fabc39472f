"""Which of the media types a body goes as."""

from __future__ import annotations

import json
from typing import Any

import pytest
from runtime.server import answer

PNG = b"\x89PNG\r\n\xff"


def sent(caller: Any, method: str, **named: Any) -> tuple[str, bytes]:
    caller.script(answer(204))
    caller.call("notes", method, **named)
    (request,) = caller.server.requests
    return str(request.header("content-type")), request.body


def check_by_the_type_of_the_value(caller: Any) -> None:
    models = caller.models
    kind, body = sent(caller, "create", body=models.Note(text="a", tags=["b", "c"]))
    assert (kind, json.loads(body)) == ("application/json", {"text": "a", "tags": ["b", "c"]})
    kind, body = sent(caller, "create", body={"text": "a"})
    assert (kind, json.loads(body)) == ("application/json", {"text": "a"})
    kind, body = sent(caller, "create", body=models.Scan(page=PNG))
    assert kind.startswith("multipart/form-data; boundary=") and b"Content-Type: image/png" in body and PNG in body
    assert sent(caller, "create", body="text") == ("text/plain", b"text")
    assert sent(caller, "create", body=caller.package.File(PNG, media="image/jpeg")) == ("image/jpeg", PNG)
    assert sent(caller, "create", body=PNG) == ("image/png", PNG)


def check_by_name(caller: Any) -> None:
    note = caller.models.Note(text="a", tags=["b", "c"])
    form = "application/x-www-form-urlencoded"
    assert sent(caller, "create", body=note, media=form) == (form, b"text=a&tags=b&tags=c")
    assert sent(caller, "replace", body=note, media_query="q") == (form, b"text=a&tags=b&tags=c")
    assert caller.targets() == ["PUT /notes?media=q"]


def check_a_list_and_nothing(caller: Any) -> None:
    note = caller.models.Note(text="a")
    kind, body = sent(caller, "replace", body=[note])
    assert (kind, json.loads(body)) == ("application/vnd.notes+json", [{"text": "a"}])
    caller.script(answer(204))
    caller.call("notes", "replace")
    assert caller.server.requests[0].header("content-type") is None


def check_what_fits_none(caller: Any) -> None:
    caller.script()
    with pytest.raises(
        caller.package.InvalidArgument, match="a int is no body in any of multipart/form-data, application/json, "
    ):
        caller.call("notes", "create", body=5)
    with pytest.raises(caller.package.InvalidArgument, match="media: 'text/csv' is not one of 'multipart/form-data', "):
        caller.call("notes", "create", body="a", media="text/csv")
    assert caller.server.requests == []
