"""What the API sends arrives at a server of the user, and is read from the body as it came."""

from __future__ import annotations

import importlib
import json
import logging
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import pytest
from runtime.receiver import Receiver

JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
CREATED = b'{"type":"order.created","order":{"id":"1","total":"9.90","note":"caf\xc3\xa9"},"more":[1]}'
DONE = "exports.create.done"


@contextmanager
def receiving(caller: Any, **arguments: Any) -> Iterator[tuple[Any, Callable[..., Any]]]:
    """Give the module, and what delivers a request to its `parse`."""
    webhooks = importlib.import_module(f"{caller.package.__name__}.webhooks")
    with Receiver(lambda body, headers: webhooks.parse(body, headers=headers, **arguments)) as receiver:
        yield webhooks, receiver.deliver


def check_a_body_says_which_event_it_is(caller: Any) -> None:
    models = caller.models
    with receiving(caller) as (_, deliver):
        created = deliver(CREATED, JSON)
        assert type(created) is models.OrderCreated and created.order.total == Decimal("9.90")
        assert created.order.model_extra == {"note": "café"} and created.model_extra == {"more": [1]}
        for kind in ("order.paid", "order.paid_in_part"):
            assert type(deliver(json.dumps({"type": kind, "order": {"id": "1"}}).encode(), JSON)) is models.OrderPaid
        form = deliver(
            b"type=command&text=a+%26+%C3%A9&count=3&tags=x&tags=y&payload=%7B%22ok%22%3Atrue%7D&new=1", FORM
        )
        assert type(form) is models.Command and (form.text, form.count, form.tags) == ("a & é", 3, ["x", "y"])
        assert form.payload.ok is True and form.model_extra == {"new": "1"}
        assert type(deliver(b"type=command&text=", {})) is models.Command, "told by its looks"


def check_a_name_says_it_before_the_body(caller: Any) -> None:
    with receiving(caller, event="order.paid") as (webhooks, deliver):
        paid = deliver(b'\xef\xbb\xbf{"type": "order.refunded", "order": {"id": "1"}}', JSON)
        assert type(paid) is caller.models.OrderPaid and paid.type == "order.refunded", "a new value is kept"
        assert webhooks.parse(CREATED.decode(), event="order.created") == webhooks.parse(CREATED)
        assert webhooks.parse(bytearray(CREATED)) == webhooks.parse(CREATED, headers=[(b"content-type", b"text/json")])


def check_callbacks(caller: Any) -> None:
    with receiving(caller, event=DONE) as (_, deliver):
        assert deliver(b'[{"id": "1"}, {"id": "2"}]', JSON) == [
            caller.models.Order(id="1"),
            caller.models.Order(id="2"),
        ]
    with receiving(caller, event=f"{DONE}.put") as (_, deliver):
        assert deliver(b"", {}, "PUT") is None


def check_what_is_not_as_documented(caller: Any) -> None:
    found: list[str] = []
    with receiving(caller, on_mismatch=lambda each, event: found.append(f"{event} {each}")) as (_, deliver):
        kept = deliver(b'{"type": "order.created", "order": {"id": 7}}', JSON)
        assert kept.order.id == 7
        assert found == ["order.created $.order.id: expected str, found integer"]
    with receiving(caller, strict=True) as (webhooks, deliver):
        with pytest.raises(webhooks.InvalidPayload, match=r"^order.paid: the body is not as documented: ") as refused:
            deliver(b'{"type": "order.paid"}', JSON)
        assert [each.path for each in refused.value.mismatches] == ["$.order"]
        again = pickle.loads(pickle.dumps(refused.value))
        assert (again.event, again.mismatches, again.args) == (
            "order.paid",
            refused.value.mismatches,
            refused.value.args,
        )


def check_a_mismatch_is_logged_without_its_value(caller: Any) -> None:
    records: list[logging.LogRecord] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(record)

    handler = Kept()
    logger = logging.getLogger(caller.package.__name__)
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        with receiving(caller) as (_, deliver):
            deliver(b'{"type": "order.created", "order": {"id": 4711}}', JSON)
    finally:
        logger.removeHandler(handler)
        logger.setLevel(logging.NOTSET)
    assert [each.getMessage() for each in records] == ["order.created: $.order.id: expected str, found integer"]


def check_what_is_no_event(caller: Any) -> None:
    long = json.dumps({"type": "é" * 500}).encode()
    with receiving(caller) as (webhooks, deliver):
        for body, event, words in (
            (b'{"type": "order.lost"}', "order.lost", "'type' of the body is 'order.lost', which names no event"),
            (b'{"type": true}', "", "'type' of the body is True, which names no event"),
            (b'{"type": ["order.paid"]}', "", "which names no event"),
            (b'{"order": {}}', "", "'type' of the body, which tells the event, is missing: give event="),
            (b'[{"type": "order.paid"}]', "", "is missing"),
            (b'"order.paid"', "", "is missing"),
            (long, "é" * 500, r"ééé\.\.\. ?"),
        ):
            with pytest.raises(webhooks.UnknownEvent, match=words) as refused:
                deliver(body, JSON)
            assert refused.value.event == event and len(str(refused.value)) < 200
            assert isinstance(refused.value, caller.package.Error)
        with pytest.raises(
            webhooks.UnknownEvent, match=r"'order\.piad' is not documented; did you mean 'order\.paid'\?"
        ):
            webhooks.parse(CREATED, event="order.piad")


def check_what_cannot_be_read(caller: Any) -> None:
    deep = b'{"type": ' + b"[" * 100_000
    with receiving(caller) as (webhooks, deliver):
        for body, headers in (
            (b"", JSON),
            (b"{", JSON),
            (b'{"type": NaN}', JSON),
            (b'{"type": "order.created\xff"}', JSON),
            (deep, JSON),
            (CREATED, {"Content-Type": "application/json; charset=nonsense"}),
            (b"type=%FF", FORM),
            (b"a=1&" * 20_000, FORM),
        ):
            with pytest.raises(webhooks.WebhookError) as refused:
                deliver(body, headers)
            assert type(refused.value) is webhooks.InvalidPayload and len(refused.value.excerpt) < 250
    with receiving(caller, event="command") as (webhooks, deliver):
        for body in (b"payload=%7B", b"text=%ff"):
            with pytest.raises(webhooks.InvalidPayload, match=r"^command: the body is not the form that was expected"):
                deliver(body, FORM)


def check_arguments_of_the_user(caller: Any) -> None:
    webhooks = importlib.import_module(f"{caller.package.__name__}.webhooks")
    for body in ({"type": "order.paid"}, None, "\ud800"):
        with pytest.raises(caller.package.InvalidArgument):
            webhooks.parse(body)
    with pytest.raises(TypeError, match="secret"):
        webhooks.parse(CREATED, secret="whsec_AAAA")


def check_the_table(caller: Any) -> None:
    webhooks = importlib.import_module(f"{caller.package.__name__}.webhooks")
    events = webhooks.EVENTS
    assert list(events) == ["order.created", "order.paid", "command", f"{DONE}.put", DONE]
    created, done = events["order.created"], events[DONE]
    assert created.payload is caller.models.OrderCreated and done.payload == list[caller.models.Order]
    assert (created.method, created.doc, created.url) == ("POST", "An order was placed.", "")
    assert (done.url, events[f"{DONE}.put"].method) == ("{$request.body#/url}", "PUT")
    assert events["order.paid"].headers == ("X-Shop-Delivery",)
    assert not any(each.signed for each in events.values())
    with pytest.raises(TypeError):
        events["more"] = created
    assert "No signature is looked for" in str(webhooks.parse.__doc__)
    assert "order.created: OrderCreated. An order was placed." in str(webhooks.__doc__)


def check_a_signature_may_be_verified_all_the_same(caller: Any) -> None:
    webhooks = importlib.import_module(f"{caller.package.__name__}.webhooks")
    with Receiver(lambda body, headers: webhooks.verify(body, headers, "whsec_c2VjcmV0")) as receiver:
        assert receiver.deliver(CREATED, webhooks.sign(CREATED, "c2VjcmV0", id="msg_1")) == "msg_1"
