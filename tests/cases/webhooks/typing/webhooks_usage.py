"""What a user of webhooks_client writes; each line that is wrong says how a type checker has to refuse it."""

from __future__ import annotations

from collections.abc import Mapping
from email.message import Message
from typing import Any, assert_type

import httpx
from webhooks_client import Error, webhooks
from webhooks_client.models import Command, Order, OrderCreated, OrderPaid


def right(body: bytes, name: str, own: httpx.Headers, plain: Message, pairs: list[tuple[bytes, bytes]]) -> None:
    assert_type(webhooks.parse(body, event="order.created"), OrderCreated)
    assert_type(webhooks.parse("{}", event="order.paid", headers=own), OrderPaid)
    assert_type(webhooks.parse(body, event="exports.create.done", headers=plain), list[Order])
    assert_type(webhooks.parse(body, event="exports.create.done.put", headers=pairs), None)
    assert_type(webhooks.parse(body, headers={"A": "b"}), OrderCreated | OrderPaid | Command)
    assert_type(webhooks.parse(body, event=name), OrderCreated | OrderPaid | Command | list[Order] | None)
    webhooks.parse(body, strict=True, on_mismatch=lambda place, event: print(place.path, event.upper()))
    assert_type(webhooks.EVENTS, Mapping[str, webhooks.Event])
    payload: Any = webhooks.EVENTS["order.paid"].payload
    refused: tuple[type[Error], ...] = (webhooks.InvalidPayload, webhooks.UnknownEvent, webhooks.WebhookError)
    print(payload, refused)


def told_apart(body: bytes) -> str:
    match webhooks.parse(body):
        case OrderCreated(order=order) | OrderPaid(order=order):
            return order.id
        case command:
            return command.text


def wrong(body: bytes) -> None:
    webhooks.parse({"type": "order.paid"}, event="order.paid")  # type: ignore[call-overload] # pyright: ignore[reportCallIssue, reportArgumentType]
    webhooks.parse(body, event="order.paid", secret="whsec_")  # type: ignore[call-overload] # pyright: ignore[reportCallIssue]
    print(webhooks.parse(body, event="order.paid").text)  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    print(webhooks.parse(body, event="order.piad").type)  # type: ignore[union-attr] # pyright: ignore[reportAttributeAccessIssue, reportOptionalMemberAccess, reportUnknownMemberType]
    webhooks.EVENTS["more"] = webhooks.EVENTS["command"]  # type: ignore[index] # pyright: ignore[reportIndexIssue]
