"""Authentication: how each kind of scheme is spoken. `SPOKEN` is the one table; a kind that it lacks is not spoken.

To add a kind: a class in `ir.auth`, a reading in `openapi.lower.auth`, a row here, and a class in the runtime's `auth`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..ir import Api, ApiKey, Auth, Basic, Bearer, Credential, Token
from .text import literal


@dataclass(frozen=True, slots=True)
class Speech:
    """How a kind of scheme is spoken.

    name: the runtime's class. credentials: the secrets it needs. arguments: spells what the class is made from, given
    the scheme and the spelt secrets.
    """

    name: str
    credentials: Callable[[Any], tuple[Credential, ...]]
    arguments: Callable[[Any, list[str]], list[str]]


def _api_key(auth: ApiKey, secrets: list[str]) -> list[str]:
    return [literal(auth.place), literal(auth.wire), *secrets]


def _bearer(auth: Bearer, secrets: list[str]) -> list[str]:
    return [*secrets, *([literal(auth.prefix)] if auth.prefix != "Bearer" else [])]


def _token(auth: Token, secrets: list[str]) -> list[str]:
    pairs = ", ".join(f"{literal(each.name)}: {text}" for each, text in zip(auth.credentials, secrets, strict=True))
    options = [f"{{{pairs}}}", f"url={literal(auth.url)}", f"media={literal(auth.media)}"]
    options.append(f"body={literal(dict(auth.body))}")
    if auth.basic:
        options.append(f"basic={literal(auth.basic)}")
    if auth.headers:
        options.append(f"headers={literal(dict(auth.headers))}")
    options.extend(f"{name}={literal(getattr(auth, name))}" for name in ("value", "ttl", "place", "wire", "prefix"))
    return options


SPOKEN: dict[type[Auth], Speech] = {
    ApiKey: Speech("ApiKey", lambda auth: (auth.key,), _api_key),
    Basic: Speech("Basic", lambda auth: (auth.username, auth.password), lambda auth, secrets: secrets),
    Bearer: Speech("Bearer", lambda auth: (auth.token,), _bearer),
    Token: Speech("Token", lambda auth: auth.credentials, _token),
}


def spoken(api: Api) -> tuple[Auth, ...]:
    """Return the schemes that a client speaks."""
    return tuple(auth for auth in api.auth if type(auth) in SPOKEN)


def credentials(auth: Auth) -> tuple[Credential, ...]:
    """Return the secrets that a scheme needs."""
    speech = SPOKEN.get(type(auth))
    return speech.credentials(auth) if speech else ()


def schemes(api: Api) -> list[str]:
    """Spell the entries of the mapping from scheme to the object that authenticates."""
    return [f"{literal(auth.scheme)}: {_scheme(auth)}" for auth in spoken(api)]


def classes(api: Api) -> set[str]:
    """Return the runtime's classes that the schemes are made with."""
    return {SPOKEN[type(auth)].name for auth in spoken(api)}


def _scheme(auth: Auth) -> str:
    speech = SPOKEN[type(auth)]
    secrets = [f"credential({each.name}, {literal(each.name)}, {literal(each.env)})" for each in credentials(auth)]
    return f"{speech.name}({', '.join(speech.arguments(auth, secrets))})"
