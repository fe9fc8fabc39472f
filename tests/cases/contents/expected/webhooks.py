"""What the API sends by itself, and how it is read: generated from spec.yaml; do not edit.

In a server that the API calls, with the body as it came:

payload = webhooks.parse(body, event='arrived', headers=headers)

`parse` reads a request; `verify` checks a signature alone, as Standard Webhooks has it, and `sign` makes one for tests;
EVENTS has the payload, method and documentation of each event.

A callback is named after the method that asks for it: resource.method.callback.

arrived: Arrival. A file arrived.
files.send.done: SendFileDoneBody. Say that it is done. Sent to {$request.query.url}.
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
    "contents_client",
    [
        Event("arrived", "POST", "A file arrived.", lambda: models.Arrival),
        Event(
            "files.send.done",
            "POST",
            "Say that it is done.",
            lambda: models.SendFileDoneBody,
            url="{$request.query.url}",
        ),
    ],
    Telling("", "", {"arrived": "arrived"}),
)

EVENTS: Mapping[str, Event] = MappingProxyType(_EVENTS.by_name)
"""Event -> its payload, method and documentation."""


@overload
def parse(
    body: bytes | str,
    *,
    event: Literal["arrived"],
    headers: Headers | None = None,
    strict: bool = False,
    on_mismatch: MismatchHook | None = None,
) -> models.Arrival: ...
@overload
def parse(
    body: bytes | str,
    *,
    event: Literal["files.send.done"],
    headers: Headers | None = None,
    strict: bool = False,
    on_mismatch: MismatchHook | None = None,
) -> models.SendFileDoneBody: ...
@overload
def parse(
    body: bytes | str,
    *,
    event: None = None,
    headers: Headers | None = None,
    strict: bool = False,
    on_mismatch: MismatchHook | None = None,
) -> models.Arrival: ...
@overload
def parse(
    body: bytes | str,
    *,
    event: str,
    headers: Headers | None = None,
    strict: bool = False,
    on_mismatch: MismatchHook | None = None,
) -> models.Arrival | models.SendFileDoneBody: ...
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
    event: one of EVENTS. It may be left out, as there is only one.
    headers: a mapping or pairs; the case of their names does not matter.
    strict: raise where the body is not as its type says; else what came is kept.
    on_mismatch: called with each such place and the event.

    No signature is looked for, as nothing says that requests are signed; where they are as Standard Webhooks has it,
    call verify before.

    Raises WebhookError: InvalidSignature; UnknownEvent where nothing says which event it is, or one that is not known;
    InvalidPayload where the body cannot be read.
    """
    return _EVENTS.parse(body, event, headers, None, strict, on_mismatch)
