"""What a user of webhooks_signed_client writes; each line that is wrong says how a type checker has to refuse it."""

from __future__ import annotations

from typing import assert_type

from webhooks_signed_client import webhooks
from webhooks_signed_client.models import Account, Closed


def right(body: bytes, headers: dict[str, str], secret: str) -> None:
    assert_type(webhooks.parse(body, event="opened", headers=headers, secret=secret), Account)
    assert_type(webhooks.parse(body, headers=headers, secret=[secret, lambda: secret]), Account | Closed | str)
    assert_type(webhooks.parse(body, event="ping"), str)
    assert_type(webhooks.verify(body, headers.items(), secret, tolerance=60), str)
    assert_type(webhooks.sign(body, secret, id="msg_1", timestamp=1), dict[str, str])


def wrong(body: bytes, headers: dict[str, str]) -> None:
    webhooks.parse(body, event="opened")  # type: ignore[call-overload] # pyright: ignore[reportCallIssue]
    webhooks.parse(body, event="opened", headers=headers)  # type: ignore[call-overload] # pyright: ignore[reportCallIssue]
    webhooks.parse(body, event="opened", secret="whsec_")  # type: ignore[call-overload] # pyright: ignore[reportCallIssue]
    webhooks.parse(body)  # type: ignore[call-overload] # pyright: ignore[reportCallIssue]
    webhooks.verify(body, headers)  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
