"""Signatures of requests that an API sends, as Standard Webhooks 1.0.0 writes them.

HMAC-SHA256 over the identifier, the time and the body of a message, `v1` in its header. Asymmetric ones (`v1a`,
ed25519) are not verified.
"""

from __future__ import annotations

import os
import re
import time
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from hmac import compare_digest, digest
from secrets import token_hex
from typing import Any, NoReturn, Protocol, TypeAlias

from .errors import InvalidArgument, InvalidSignature, MissingCredentials, refuse_pickle
from .secret import SHOWN, Hidden, Secret, SecretSource, credential
from .shapes import is_several

TOLERANCE = 300
"""Seconds by which the time of a message may differ from that of its receiver."""

_PREFIXES = ("webhook", "svix")
"""What the names of the three headers begin with; the second is an older spelling of the same."""
_ID = re.compile(r"[!-\-/-~]+")
"""Visible ASCII but for the full stop: it ends the identifier in what is signed, and no part may move to another."""
_TIME = re.compile(r"[0-9]{1,12}")


class HasItems(Protocol):
    """Headers of a library that are no Mapping, such as those of `http.server`."""

    def items(self) -> Iterable[tuple[str, str]]: ...


Headers: TypeAlias = Mapping[str, str] | HasItems | Iterable[tuple[str | bytes, str | bytes]]
"""The headers of a request: a mapping, what has `items()`, or pairs. The case of their names does not matter."""

Secrets: TypeAlias = Secret | Sequence[Secret]
"""A secret, or several while one takes the place of another: base64, after `whsec_` or alone."""


def verify(body: bytes | str, headers: Headers, secret: Secrets, *, tolerance: float = TOLERANCE) -> str:
    """Check that a request was signed with a secret, now, and not changed; return the identifier of its message.

    The identifier stays the same when a message is sent again, so that it tells what was taken already. body: the bytes
    as they came, or their text. tolerance: seconds. Raises InvalidSignature.
    """
    sources = secret_sources(secret)
    del secret  # a traceback may show locals
    return verify_with(keys(sources), body, headers, tolerance)


def verify_with(known: Sequence[Key], body: bytes | str, headers: Headers | None, tolerance: float) -> str:
    """As `verify`, with keys."""
    content = as_bytes(body)
    identity, moment, signatures = _signed(folded(headers))
    if not _ID.fullmatch(identity):
        raise InvalidSignature("the identifier of the message is not visible ASCII without full stops")
    if not _TIME.fullmatch(moment):
        raise InvalidSignature("the time of the message is no whole number of seconds")
    away = int(time.time()) - int(moment)
    if abs(away) > tolerance:
        side = "old" if away > 0 else "in the future"
        raise InvalidSignature(f"the message is {abs(away)} seconds {side}, and {tolerance:g} are allowed")
    given = [each.strip(",") for each in signatures.split()]  # a server may have joined several headers with commas
    usable = [each for each in given if each.startswith("v1,")]
    if any(key.fits(each, identity, moment, content) for key in known for each in usable):
        return identity
    if usable:
        raise InvalidSignature("no signature fits: the secret is another one, or the body was changed on its way")
    if any(each.startswith("v1a,") for each in given):
        message = "only asymmetric signatures came (v1a, ed25519), which are not verified here"
        raise InvalidSignature(f"{message}; ask the API for a secret that begins with whsec_")
    raise InvalidSignature("there is no signature of version v1")


def sign(body: bytes | str, secret: Secrets, *, id: str | None = None, timestamp: int | None = None) -> dict[str, str]:
    """Return the three headers with which a body would come: what a test sends, or gives to `verify` and `parse`.

    id: of the message, a new one when left out. timestamp: seconds since 1970, now when left out. Several secrets give
    several signatures.
    """
    sources = secret_sources(secret)
    del secret
    identity = f"msg_{token_hex(12)}" if id is None else id
    moment = str(int(time.time()) if timestamp is None else timestamp)
    if not (_ID.fullmatch(identity) and _TIME.fullmatch(moment)):
        raise InvalidArgument("id is visible ASCII without full stops, timestamp a whole number of seconds since 1970")
    content = as_bytes(body)
    signatures = [key.signature(identity, moment, content) for key in keys(sources)]
    return {"webhook-id": identity, "webhook-timestamp": moment, "webhook-signature": " ".join(signatures)}


Sources: TypeAlias = tuple[SecretSource, ...]
"""Secrets that are not shown."""


def secret_sources(secret: Secrets | None) -> Sources | None:
    """Take the secrets that are given; None where none is."""
    if secret is None:
        return None
    several: Any = secret if is_several(secret) else (secret,)
    return tuple(credential(each, "secret") for each in several)


def keys(given: Sources | None, env: str = "") -> list[Key]:
    """Return the keys of the secrets that are given, else of those that stand in an environment variable, separated by
    spaces. Raises MissingCredentials where there is none."""
    sources = secret_sources(os.environ.get(env, "").split()) if given is None and env else given
    if not sources:
        raise MissingCredentials(
            f"requests are signed: give secret={f' or the environment variable {env}' * bool(env)}"
        )
    found = [_key(each.read()) for each in sources]
    for each in found:
        if isinstance(each, str):
            raise InvalidArgument(each)
    return [each for each in found if isinstance(each, Key)]


class Key:
    """What messages are signed with. Its repr shows nothing of it."""

    __slots__ = ("__key",)

    def __init__(self, key: bytes) -> None:
        self.__key = key

    def signature(self, identity: str, moment: str, content: bytes) -> str:
        """Return what stands in the header of a message."""
        signed = b".".join((identity.encode(), moment.encode(), content))
        return f"v1,{b64encode(digest(self.__key, signed, sha256)).decode()}"

    def fits(self, given: str, identity: str, moment: str, content: bytes) -> bool:
        """Say whether a message was signed with this key, in the same time for each signature."""
        return compare_digest(self.signature(identity, moment, content).encode(), given.encode("utf-8", "replace"))

    def __repr__(self) -> str:
        return SHOWN

    def __reduce__(self) -> NoReturn:
        refuse_pickle("a key")


def _key(secret: Hidden) -> Key | str:
    """Return the key, or what is wrong with the secret: no frame that has seen it raises."""
    text = secret.reveal().strip()
    if text.startswith(("whpk_", "whsk_")):
        message = "a key for asymmetric signatures (v1a) was given, which are not verified here"
        return f"{message}; ask the API for a secret that begins with whsec_"
    bare = text.removeprefix("whsec_")
    try:
        key = b64decode(bare + "=" * (-len(bare) % 4), validate=True)
    except ValueError:
        key = b""
    return Key(key) if key else "a secret of webhooks is whsec_ and base64, or base64 alone"


def _signed(headers: Mapping[str, str]) -> tuple[str, str, str]:
    """Return identifier, time and signatures, all of one spelling of the headers."""
    for prefix in _PREFIXES:
        found = [headers.get(f"{prefix}-{name}", "") for name in ("id", "timestamp", "signature")]
        if all(found):
            return found[0], found[1], found[2]
    names = [f"webhook-{name}" for name in ("id", "timestamp", "signature")]
    missing = [name for name in names if not headers.get(name)]
    raise InvalidSignature(f"the request is not signed: it has no {', '.join(missing)}")


def folded(headers: Headers | None) -> dict[str, str]:
    """Return headers by lower-case name; the values of one that came several times stand together, as RFC 9110 (5.2)
    joins them."""
    found: dict[str, str] = {}
    items: Any = getattr(headers, "items", None)
    pairs: Any = items() if items is not None else headers or ()
    for name, value in pairs:
        key, text = _text(name).lower(), _text(value)
        found[key] = f"{found[key]}, {text}" if key in found else text
    return found


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def as_bytes(body: bytes | str) -> bytes:
    """Return the bytes of a body as it came. Raises InvalidArgument for data that were read already."""
    if isinstance(body, str):
        try:
            return body.encode("utf-8")
        except UnicodeEncodeError:
            raise InvalidArgument("the body is text that UTF-8 cannot carry; give its bytes as they came") from None
    if isinstance(body, bytes | bytearray | memoryview):  # pyright: ignore[reportUnnecessaryIsInstance]
        return bytes(body)
    raise InvalidArgument(f"the body has to be bytes or text as they came, not a {type(body).__name__}")
