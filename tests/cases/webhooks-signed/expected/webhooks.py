"""What the API sends by itself, and how it is read: generated from spec.yaml; do not edit.

In a server that the API calls, with the body as it came:

payload = webhooks.parse(body, event='opened', headers=headers, secret=secret)

`parse` reads a request; `verify` checks a signature alone, as Standard Webhooks has it, and `sign` makes one for tests;
EVENTS has the payload, method and documentation of each event.

opened: Account. An account was opened.
closed: Closed.
ping: str.
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
from ._runtime.standard_webhooks import Headers, Secrets, secret_sources, sign, verify

__all__ = ["EVENTS", "parse", "sign", "verify"]

_EVENTS = Events(
    "webhooks_signed_client",
    [
        Event(
            "opened", "POST", "An account was opened.", lambda: models.Account, headers=("X-Bank-Event",), signed=True
        ),
        Event("closed", "POST", "", lambda: models.Closed, headers=("X-Bank-Event",), signed=True),
        Event("ping", "POST", "", lambda: str, headers=("X-Bank-Event",), reads="text"),
    ],
    Telling("header", "X-Bank-Event", {"account.opened": "opened", "account.closed": "closed", "ping": "ping"}),
)

EVENTS: Mapping[str, Event] = MappingProxyType(_EVENTS.by_name)
"""Event -> its payload, method and documentation."""


@overload
def parse(
    body: bytes | str,
    *,
    event: Literal["opened"],
    headers: Headers,
    secret: Secrets,
    strict: bool = False,
    on_mismatch: MismatchHook | None = None,
) -> models.Account: ...
@overload
def parse(
    body: bytes | str,
    *,
    event: Literal["closed"],
    headers: Headers,
    secret: Secrets,
    strict: bool = False,
    on_mismatch: MismatchHook | None = None,
) -> models.Closed: ...
@overload
def parse(
    body: bytes | str,
    *,
    event: Literal["ping"],
    headers: Headers | None = None,
    strict: bool = False,
    on_mismatch: MismatchHook | None = None,
) -> str: ...
@overload
def parse(
    body: bytes | str,
    *,
    event: None = None,
    headers: Headers,
    secret: Secrets,
    strict: bool = False,
    on_mismatch: MismatchHook | None = None,
) -> models.Account | models.Closed | str: ...
@overload
def parse(
    body: bytes | str,
    *,
    event: str,
    headers: Headers,
    secret: Secrets,
    strict: bool = False,
    on_mismatch: MismatchHook | None = None,
) -> models.Account | models.Closed | str: ...
def parse(
    body: bytes | str,
    *,
    event: str | None = None,
    headers: Headers | None = None,
    secret: Secrets | None = None,
    strict: bool = False,
    on_mismatch: MismatchHook | None = None,
) -> Any:
    """Read a request that the API sent; return the payload of its event, typed.

    body: its bytes or text as they came over HTTP.
    event: one of EVENTS. It may be left out, as the header X-Bank-Event says it.
    headers: a mapping or pairs; the case of their names does not matter.
    secret: what the API signs with, whsec_ and base64, or several of which one has to fit.
    strict: raise where the body is not as its type says; else what came is kept.
    on_mismatch: called with each such place and the event.

    The signature of opened, closed, and of any request without a name, is verified before the body is read, as Standard
    Webhooks has it. A request is refused that has none, that is signed with another secret, or more than 300 seconds
    ago.

    Raises WebhookError: InvalidSignature; UnknownEvent where nothing says which event it is, or one that is not known;
    InvalidPayload where the body cannot be read.
    """
    sources = secret_sources(secret)
    del secret
    return _EVENTS.parse(body, event, headers, sources, strict, on_mismatch)
