"""Requests that a function of the user signs: HTTP Digest, HMAC signatures, whatever the runtime does not speak."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from .files import Chunks
from .secret import Hidden
from .shapes import is_awaitable, is_mapping


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A request as it is about to be sent.

    url: with its query. headers: by lower-case name, but for those of the connection (Host, Content-Length of bytes).
    body: its bytes, or a function that opens a stream of them; a body that is made from an iterable can be read once,
    so that opening it leaves nothing to send. challenge: what WWW-Authenticate said when the server refused this
    request with 401, "" at first.
    """

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    body: bytes | Callable[[], Chunks] = field(repr=False)
    challenge: str = field(default="", repr=False)


Signer: TypeAlias = Callable[[Outgoing], Mapping[str, str]]
"""Returns the headers to add to a request. It is called for each try, and once more with a challenge after a 401."""

AsyncSigner: TypeAlias = Callable[[Outgoing], Mapping[str, str] | Awaitable[Mapping[str, str]]]
"""As Signer; what it returns may be awaited."""


Covered: TypeAlias = tuple[tuple[str, Hidden], ...]
"""Headers whose values are not shown."""


def covered(headers: object) -> Covered | None:
    """Hide what a signer returned; None for what is no mapping."""
    return tuple((str(name), Hidden(str(value))) for name, value in headers.items()) if is_mapping(headers) else None


def signature(signer: Signer | AsyncSigner, request: Outgoing, waits: bool) -> object:
    """Call a signer; return what it gives `covered`, or, where the client waits, an awaitable of that."""
    headers: object = signer(request)
    return _later(headers) if waits and is_awaitable(headers) else covered(headers)


async def _later(headers: Awaitable[object]) -> Covered | None:
    return covered(await headers)


class Signed(NamedTuple):
    """A scheme that a function of the user speaks. argument: of the client, for the message when it is missing."""

    hook: Signer | AsyncSigner | None
    argument: str

    def __repr__(self) -> str:
        return f"Signed({self.argument!r})"

    @property
    def needs(self) -> tuple[Signed, ...]:
        return (self,)

    @property
    def missing(self) -> str:
        """What the user has to give, or "" when it is there."""
        return f"{self.argument}=, a function that signs each request," if self.hook is None else ""
