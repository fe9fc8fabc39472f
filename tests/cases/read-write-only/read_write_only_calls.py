"""One class for both directions."""

from __future__ import annotations

import json
from typing import Any

from runtime.server import answer


def check(caller: Any) -> None:
    models = caller.models
    role = {"label": "r", "since": "2024-01-02"}
    caller.script(answer(201, {"id": "1", "name": "n", "role": role, "links": {"self": "/1"}}))
    user = caller.call("users", "create", body=models.User(name="n", password="p", role=models.Role(label="r")))
    assert json.loads(caller.server.requests[0].body) == {"name": "n", "password": "p", "role": {"label": "r"}}
    assert (user.id, user.password, user.role.since.year, user.links.self) == ("1", None, 2024, "/1")
