"""What a user of read_write_only_client writes; each line that is wrong says how a type checker has to refuse it."""

from __future__ import annotations

from datetime import date
from typing import assert_type

from read_write_only_client import SpecClient
from read_write_only_client.models import Role, User


def right(client: SpecClient) -> None:
    user = client.users.create(body=User(name="n", password="p", role=Role(label="r")))
    assert_type(user.role.since, date)
    assert_type(user.seen_at.year, int)
    assert_type(user.password, str | None)


def wrong() -> None:
    _ = User(name="n", role=Role(label="r"))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
