"""A request is refused before its body is read, unless it is signed as Standard Webhooks has it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import importlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from runtime.receiver import Receiver

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
OTHER = "whsec_" + base64.b64encode(b"another secret of 24 by.").decode()
BODY = '{"id":"1","owner":"José"}'.encode()
OPENED = {"X-Bank-Event": "account.opened"}


def by_hand(body: bytes, secret: str, identity: str, moment: object) -> str:
    """Sign without the package."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    made = hmac.new(key, f"{identity}.{moment}.".encode() + body, hashlib.sha256).digest()
    return "v1," + base64.b64encode(made).decode()


@contextmanager
def receiving(caller: Any, secret: Any = SECRET, **named: Any) -> Iterator[tuple[Any, Callable[..., Any]]]:
    """Give the module, and what delivers a request to its `parse`."""
    webhooks = importlib.import_module(f"{caller.package.__name__}.webhooks")
    with Receiver(lambda body, headers: webhooks.parse(body, headers=headers, secret=secret, **named)) as receiver:
        yield webhooks, receiver.deliver


def check_what_is_signed_is_read(caller: Any) -> None:
    now = int(time.time())
    with receiving(caller) as (webhooks, deliver):
        assert deliver(BODY, OPENED | webhooks.sign(BODY, SECRET)) == caller.models.Account(id="1", owner="José")
        for prefix, sent in (("webhook", now), ("Webhook", now - 299), ("svix", now + 295), ("SVIX", now)):
            headers = {
                f"{prefix}-Id": "msg_1",
                f"{prefix}-Timestamp": str(sent),
                f"{prefix}-Signature": by_hand(BODY, SECRET, "msg_1", sent),
            }
            assert deliver(BODY, OPENED | headers).owner == "José"
        closed = {"x-bank-event": "account.closed"} | webhooks.sign(b'{"id": "1"}', SECRET)
        assert type(deliver(b'{"id": "1"}', closed)) is caller.models.Closed
        assert webhooks.sign(BODY, SECRET, id="msg_1", timestamp=1) == {
            "webhook-id": "msg_1",
            "webhook-timestamp": "1",
            "webhook-signature": by_hand(BODY, SECRET, "msg_1", 1),
        }


def check_secrets_take_turns(caller: Any) -> None:
    with receiving(caller, [OTHER, lambda: SECRET]) as (webhooks, deliver):
        for secrets in (SECRET, OTHER, [SECRET, OTHER], SECRET.removeprefix("whsec_")):
            assert deliver(BODY, OPENED | webhooks.sign(BODY, secrets)).id == "1"
    with receiving(caller) as (webhooks, deliver):
        signed = webhooks.sign(BODY, SECRET)
        own, other = signed["webhook-signature"], webhooks.sign(BODY, OTHER)["webhook-signature"]
        for listed in (f"{other} {own}", f"v1a,{'A' * 86}== {own}", f"v2,x {own} {own}", f"x, {own}", f"v1,é {own}"):
            assert deliver(BODY, OPENED | signed | {"webhook-signature": listed}).id == "1"
        pairs = [*OPENED.items(), *signed.items(), ("webhook-signature", other)]
        assert deliver(BODY, pairs).id == "1", "each signature may stand in a header of its own"
        for headers in (dict(pairs[:-1]), pairs, [(name.encode(), value.encode()) for name, value in pairs]):
            assert webhooks.parse(BODY, headers=headers, secret=SECRET).id == "1"


def check_hostile_requests(caller: Any) -> None:
    now = int(time.time())
    with receiving(caller) as (webhooks, deliver):
        signed = webhooks.sign(BODY, SECRET)
        own = signed["webhook-signature"]
        for body, change, words in (
            (BODY.replace(b"1", b"2"), {}, "no signature fits"),
            (BODY + b" ", {}, "no signature fits"),
            (b"", {}, "no signature fits"),
            (b"{", {}, "no signature fits"),
            (BODY, webhooks.sign(BODY, OTHER), "no signature fits"),
            (BODY, {"webhook-id": "msg_2"}, "no signature fits"),
            (BODY, {"webhook-timestamp": str(now - 5)}, "no signature fits"),
            (BODY, {"webhook-signature": "v1," + own[3:].swapcase()}, "no signature fits"),
            (BODY, {"webhook-signature": own + "="}, "no signature fits"),
            (BODY, {"webhook-signature": own.replace("v1,", "v1,é")}, "no signature fits"),
            (BODY, {"webhook-signature": "v1,x " * 9_000}, "no signature fits"),
            (BODY, {"webhook-signature": own.removeprefix("v1,")}, "no signature of version v1"),
            (BODY, {"webhook-signature": "v1a," + "A" * 86}, "ask the API for a secret that begins with whsec_"),
            (BODY, {"webhook-signature": ""}, "it has no webhook-signature"),
            (BODY, {"webhook-id": "", "webhook-timestamp": ""}, "it has no webhook-id, webhook-timestamp"),
            (BODY, {"webhook-id": "a.b"}, "without full stops"),
            (BODY, {"webhook-id": "é"}, "visible ASCII"),
            (BODY, webhooks.sign(BODY, SECRET, timestamp=now - 310), r"31\d seconds old, and 300 are allowed"),
            (BODY, webhooks.sign(BODY, SECRET, timestamp=now + 310), r"\d+ seconds in the future"),
            (BODY, {"webhook-timestamp": "9" * 5_000}, "no whole number"),
            (BODY, {"webhook-timestamp": "-1"}, "no whole number"),
            (BODY, {"webhook-timestamp": "١٢٣"}, "no whole number"),
        ):
            changed = {**OPENED, **signed, **change}
            sent = [(name, value.encode()) for name, value in changed.items()]
            with pytest.raises(webhooks.InvalidSignature, match=words) as refused:
                deliver(body, sent)
            assert isinstance(refused.value, webhooks.WebhookError) and isinstance(refused.value, caller.package.Error)
            assert SECRET[6:] not in str(refused.value)
        with pytest.raises(
            webhooks.InvalidSignature, match="it has no webhook-id, webhook-timestamp, webhook-signature"
        ):
            deliver(BODY, OPENED)
        twice = [*OPENED.items(), *signed.items(), ("webhook-timestamp", str(now))]
        with pytest.raises(webhooks.InvalidSignature, match="no whole number"):
            deliver(BODY, twice)


def check_the_end_of_one_part_is_not_the_start_of_another(caller: Any) -> None:
    """What is signed is `id.time.body`: a body that holds such text must not become another message."""
    now = int(time.time())
    inner = f"x.{now}.{BODY.decode()}".encode()
    with receiving(caller) as (webhooks, deliver):
        signed = webhooks.sign(inner, SECRET, id="msg_1", timestamp=now)
        with pytest.raises(webhooks.InvalidSignature, match="full stops"):
            deliver(BODY, OPENED | signed | {"webhook-id": f"msg_1.{now}.x"})
        with pytest.raises(caller.package.InvalidArgument):
            webhooks.sign(BODY, SECRET, id="a.b")


def check_a_large_body(caller: Any) -> None:
    body = b'{"id": "1", "owner": "' + b"x" * 5_000_000 + b'"}'
    with receiving(caller) as (webhooks, deliver):
        headers = OPENED | webhooks.sign(body, SECRET)
        assert len(deliver(body, headers).owner) == 5_000_000
        with pytest.raises(webhooks.InvalidSignature):
            deliver(body[:-3] + b'y"}', headers)


def check_the_signature_comes_before_the_event(caller: Any) -> None:
    with receiving(caller) as (webhooks, deliver):
        with pytest.raises(webhooks.InvalidSignature):
            deliver(b"hello", {"X-Bank-Event": "ping"})
        assert deliver(b"hello", {"X-Bank-Event": "ping"} | webhooks.sign(b"hello", SECRET)) == "hello"
        for headers, words in (
            ({}, "the header X-Bank-Event, which tells the event, is missing"),
            ({"X-Bank-Event": "account.lost"}, "the header X-Bank-Event is 'account.lost', which names no event"),
        ):
            with pytest.raises(webhooks.UnknownEvent, match=words):
                deliver(BODY, headers | webhooks.sign(BODY, SECRET))
        with pytest.raises(webhooks.InvalidPayload):
            deliver(b"{", OPENED | webhooks.sign(b"{", SECRET))
    with receiving(caller, event="opened") as (webhooks, deliver), pytest.raises(webhooks.InvalidSignature):
        deliver(BODY, OPENED)
    with receiving(caller, None, event="ping") as (webhooks, deliver):
        assert deliver("é".encode("latin-1"), {"Content-Type": "text/plain; charset=latin-1"}) == "é"
        with pytest.raises(webhooks.InvalidPayload, match="ping: the body is not the text that was expected"):
            deliver(b"\xff", {})


def check_verify_stands_alone(caller: Any) -> None:
    webhooks = importlib.import_module(f"{caller.package.__name__}.webhooks")
    with Receiver(lambda body, headers: webhooks.verify(body, headers, SECRET, tolerance=5)) as receiver:
        assert receiver.deliver(b"\x00", webhooks.sign(b"\x00", SECRET, id="msg_9")) == "msg_9"
        with pytest.raises(webhooks.InvalidSignature, match="and 5 are allowed"):
            receiver.deliver(b"", webhooks.sign(b"", SECRET, timestamp=int(time.time()) - 20))
    assert webhooks.verify("é", webhooks.sign("é".encode(), SECRET, id="a"), SECRET) == "a"


def check_secrets_that_are_none(caller: Any) -> None:
    webhooks = importlib.import_module(f"{caller.package.__name__}.webhooks")
    headers = OPENED | webhooks.sign(BODY, SECRET)
    nothing: tuple[Any, ...] = (None, [])
    for absent in nothing:
        with pytest.raises(caller.package.MissingCredentials, match="requests are signed: give secret="):
            webhooks.parse(BODY, headers=headers, secret=absent)
    for secret, words in (
        ("", "base64"),
        ("whsec_", "base64"),
        ("whsec_not base64!", "base64"),
        ("whpk_" + SECRET[6:], "asymmetric"),
        ([SECRET, 3], "is not text"),
        ("\ud800", "is not text"),
    ):
        with pytest.raises(caller.package.InvalidArgument, match=words) as refused:
            webhooks.parse(BODY, headers=headers, secret=secret)
        assert not isinstance(secret, str) or len(secret) < 7 or secret[6:] not in str(refused.value)


def check_the_table_says_what_is_signed(caller: Any) -> None:
    webhooks = importlib.import_module(f"{caller.package.__name__}.webhooks")
    assert {name: each.signed for name, each in webhooks.EVENTS.items()} == {
        "opened": True,
        "closed": True,
        "ping": False,
    }
    assert "The signature of opened, closed" in webhooks.parse.__doc__
