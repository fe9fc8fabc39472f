"""One class for both directions."""

from __future__ import annotations

import json
from typing import Any

import pytest
from runtime.server import answer

ROLE = {"label": "r", "since": "2024-01-02"}
USER = {"id": "1", "name": "n", "role": ROLE, "stamp": {"by": "x"}, "seenAt": "2024-01-02T03:04:05Z", "links": {}}
SENT = {"name": "n", "password": "p", "role": {"label": "r"}}


def sent(caller: Any) -> Any:
    return json.loads(caller.server.requests[-1].body)


def check_what_is_built(caller: Any) -> None:
    models = caller.models
    caller.script(answer(201, USER))
    user = caller.call("users", "create", body=models.User(name="n", password="p", role=models.Role(label="r")))
    assert sent(caller) == SENT
    assert (user.id, user.password, user.role.since.year, user.stamp.by) == ("1", None, 2024, "x")
    caller.call("users", "create", body=models.User(name="n", password="p", role={"label": "r"}))
    assert sent(caller) == SENT
    caller.call("users", "create", name="n", password="p", role={"label": "r"})
    assert sent(caller) == SENT
    with pytest.raises(caller.package.InvalidArgument, match="password: Field required"):
        caller.call("users", "create", name="n", role={"label": "r"})
    with pytest.raises(ValueError, match="password"):
        models.User(name="n", role=models.Role(label="r"))
    with pytest.raises(ValueError, match="password"):
        models.Users(all=[{"name": "n", "role": {"label": "r"}}], by_name={}, first=models.Role(label="r"))


def check_what_came_is_sent_back(caller: Any) -> None:
    caller.script(answer(201, USER))
    user = caller.call("users", "create", body=caller.models.User(**SENT))
    assert user.model_dump()["id"] == "1"
    assert json.loads(user.model_dump_json(exclude_unset=True)) == USER
    count = len(caller.server.requests)
    with pytest.raises(ValueError, match=r"User\.password has to be sent"):
        caller.call("users", "create", body=user)
    assert len(caller.server.requests) == count
    user.password = "p"
    caller.call("users", "create", body=user)
    assert sent(caller) == SENT


def check_any_depth(caller: Any) -> None:
    users = {"all": [USER], "by_name": {"a": {**USER, "level": 1}}, "first": ROLE, "etag": "e", "other": ROLE}
    caller.script(answer(200, users))
    found = caller.call("users", "replace_many", body=caller.models.Users(all=[], by_name={}, first={"label": "r"}))
    assert (found.by_name["a"].level, found.etag, found["other"].since.year) == (1, "e", 2024)
    with pytest.raises(ValueError, match=r"User\.password, Admin\.password"):
        caller.call("users", "replace_many", body=found)
    for each in (found.all[0], found.by_name["a"]):
        each.password = "p"
    caller.call("users", "replace_many", body=found)
    assert sent(caller) == {"all": [SENT], "by_name": {"a": SENT}, "first": {"label": "r"}, "other": {"label": "r"}}


def check_any_media_type(caller: Any) -> None:
    caller.script(answer(200, ROLE))
    role = caller.call("roles", "save", "a", body=caller.models.Role(label="r"))
    for media in ("application/x-www-form-urlencoded", "multipart/form-data", "application/xml"):
        caller.call("roles", "save", "a", body=role, media=media)
        body = caller.server.requests[-1].body
        assert b"r" in body and b"2024" not in body and b"since" not in body, media


def check_an_answer_without_what_is_only_read(caller: Any) -> None:
    found: list[str] = []
    noted = {"on_mismatch": lambda mismatch, _: found.append(mismatch.path)}
    caller.script(answer(200, {"label": "r"}))
    caller.call("roles", "save", "a", body=caller.models.Role(label="r"), credentials=noted)
    caller.script(answer(201, {**USER, "name": 1}))
    user = caller.call("users", "create", body=caller.models.User(**SENT), credentials=noted)
    assert (found, user.password) == (["$.since", "$.name"], None)
