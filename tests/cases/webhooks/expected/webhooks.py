"""What the API sends by itself, and how it is read: generated from spec.yaml; do not edit.

In a server that the API calls, with the body as it came:

payload = webhooks.parse(body, event='order.created', headers=headers)

`parse` reads a request; `verify` checks a signature alone, as Standard Webhooks has it, and `sign` makes one for tests;
EVENTS has the payload, method and documentation of each event.

A callback is named after the method that asks for it: resource.method.callback.

order.created: OrderCreated. An order was placed.
order.paid: OrderPaid.
command: Command. A form that somebody filled in.
exports.create.done.put: None. Sent to {$request.body#/url}.
exports.create.done: list[Order]. The export is there. Sent to {$request.body#/url}.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, overload

from . import models
from ._runtime.errors import InvalidPayload as InvalidPayload
from ._runtime.errors import InvalidSignature as InvalidSignature
from ._runtime.errors import UnknownEvent as UnknownEvent
from ._runtime.errors import WebhookError as WebhookError
from ._runtime.incoming import Event as Event
from ._runtime.incoming import Events, Telling
from ._runtime.options import MismatchHook
from ._runtime.standard_webhooks import Headers, sign, verify

__all__ = ["EVENTS", "parse", "sign", "verify"]

_EVENTS = Events(
    "webhooks_client",
    [
        Event("order.created", "POST", "An order was placed.", lambda: models.OrderCreated),
        Event("order.paid", "POST", "", lambda: models.OrderPaid, headers=("X-Shop-Delivery",)),
        Event(
            "command",
            "POST",
            "A form that somebody filled in.",
            lambda: models.Command,
            reads="form",
            form={"type": "token", "count": "integer", "tags": "string[]", "payload": "json"},
        ),
        Event("exports.create.done.put", "PUT", "", lambda: None, url="{$request.body#/url}", reads="nothing"),
        Event(
            "exports.create.done",
            "POST",
            "The export is there.",
            lambda: list[models.Order],
            url="{$request.body#/url}",
        ),
    ],
    Telling(
        "body",
        "type",
        {
            "order.created": "order.created",
            "order.paid": "order.paid",
            "order.paid_in_part": "order.paid",
            "command": "command",
        },
    ),
)

EVENTS: Mapping[str, Event] = MappingProxyType(_EVENTS.by_name)
"""Event -> its payload, method and documentation."""


@overload
def parse(
    body: bytes | str,
    *,
    event: Literal["order.created"],
    headers: Headers | None = None,
    strict: bool = False,
    on_mismatch: MismatchHook | None = None,
) -> models.OrderCreated: ...
@overload
def parse(
    body: bytes | str,
    *,
    event: Literal["order.paid"],
    headers: Headers | None = None,
    strict: bool = False,
    on_mismatch: MismatchHook | None = None,
) -> models.OrderPaid: ...
@overload
def parse(
    body: bytes | str,
    *,
    event: Literal["command"],
    headers: Headers | None = None,
    strict: bool = False,
    on_mismatch: MismatchHook | None = None,
) -> models.Command: ...
@overload
def parse(
    body: bytes | str,
    *,
    event: Literal["exports.create.done.put"],
    headers: Headers | None = None,
    strict: bool = False,
    on_mismatch: MismatchHook | None = None,
) -> None: ...
@overload
def parse(
    body: bytes | str,
    *,
    event: Literal["exports.create.done"],
    headers: Headers | None = None,
    strict: bool = False,
    on_mismatch: MismatchHook | None = None,
) -> list[models.Order]: ...
@overload
def parse(
    body: bytes | str,
    *,
    event: None = None,
    headers: Headers | None = None,
    strict: bool = False,
    on_mismatch: MismatchHook | None = None,
) -> models.OrderCreated | models.OrderPaid | models.Command: ...
@overload
def parse(
    body: bytes | str,
    *,
    event: str,
    headers: Headers | None = None,
    strict: bool = False,
    on_mismatch: MismatchHook | None = None,
) -> models.OrderCreated | models.OrderPaid | models.Command | list[models.Order] | None: ...
def parse(
    body: bytes | str,
    *,
    event: str | None = None,
    headers: Headers | None = None,
    strict: bool = False,
    on_mismatch: MismatchHook | None = None,
) -> Any:
    """Read a request that the API sent; return the payload of its event, typed.

    body: its bytes or text as they came over HTTP.
    event: one of EVENTS. It may be left out, as the property type of the body says it; that of a callback has to be
        given.
    headers: a mapping or pairs; the case of their names does not matter.
    strict: raise where the body is not as its type says; else what came is kept.
    on_mismatch: called with each such place and the event.

    No signature is looked for, as nothing says that requests are signed; where they are as Standard Webhooks has it,
    call verify before.

    Raises WebhookError: InvalidSignature; UnknownEvent where nothing says which event it is, or one that is not known;
    InvalidPayload where the body cannot be read.
    """
    return _EVENTS.parse(body, event, headers, None, strict, on_mismatch)
