"""Authentication: how each kind of scheme is spoken. `SPOKEN` is the one table.

To add a kind: a class in `ir.auth`, a reading in `openapi.lower.auth`, a row here, and a class in the runtime's `auth`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..ir import Api, ApiKey, Auth, Basic, Bearer, Certificate, Credential, Other, Token
from .text import identifier, literal, prose


@dataclass(frozen=True, slots=True)
class Speech:
    """How a kind of scheme is spoken.

    name: the runtime's class. credentials: what it needs of the user. arguments: spells what the class is made from,
    given the scheme and the spelt secrets. asks: the type of what is given, for each flavour.
    """

    name: str
    credentials: Callable[[Any], tuple[Credential, ...]]
    arguments: Callable[[Any, list[str]], list[str]]
    asks: tuple[str, str] = ("Secret", "Secret")


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
    if auth.scope:
        options.append(f"scope={literal(auth.scope)}")
    return options


def _hook(auth: Other, secrets: list[str]) -> list[str]:
    return [auth.hook.name, literal(auth.hook.name)]


SPOKEN: dict[type[Auth], Speech] = {
    ApiKey: Speech("ApiKey", lambda auth: (auth.key,), _api_key),
    Basic: Speech("Basic", lambda auth: (auth.username, auth.password), lambda auth, secrets: secrets),
    Bearer: Speech("Bearer", lambda auth: (auth.token,), _bearer),
    Token: Speech("Token", lambda auth: auth.credentials, _token),
    Certificate: Speech("Certificate", lambda auth: (), lambda auth, secrets: []),
    Other: Speech("Signed", lambda auth: (auth.hook,), _hook, ("Signer", "AsyncSigner")),
}


def spoken(api: Api) -> tuple[Auth, ...]:
    """Return the schemes that need something of the user."""
    return tuple(auth for auth in api.auth if credentials(auth))


def credentials(auth: Auth) -> tuple[Credential, ...]:
    """Return what a scheme needs of the user."""
    return SPOKEN[type(auth)].credentials(auth)


def source(credential: Credential) -> str:
    """Say in Markdown where a credential comes from when the argument is left out."""
    return f"`{prose(credential.env)}`" if credential.env else "none; a function, see `Signer`"


def asked(auth: Auth, flavour: str) -> str:
    """Spell the type of what a user gives for a scheme."""
    return SPOKEN[type(auth)].asks[flavour == "async"]


def schemes(api: Api) -> list[str]:
    """Spell the mapping from scheme to the object that authenticates; then no plain credential is left, as a traceback
    may show locals."""
    entries = ", ".join(f"{literal(auth.scheme)}: {_scheme(auth)}" for auth in api.auth)
    given = [identifier(each.name) for auth in api.auth for each in credentials(auth)]
    return [f"schemes: dict[str, Scheme] = {{{entries}}}", *([f"del {', '.join(given)}"] if given else [])]


def classes(api: Api) -> set[str]:
    """Return what of the runtime the schemes are made with, and what is given to them."""
    found = {SPOKEN[type(auth)].name for auth in api.auth}
    found |= {name for auth in api.auth if credentials(auth) for name in SPOKEN[type(auth)].asks}
    return found | ({"credential"} if "Secret" in found else set())


def _scheme(auth: Auth) -> str:
    speech = SPOKEN[type(auth)]
    secrets = [f"credential({each.name}, {literal(each.name)}, {literal(each.env)})" for each in credentials(auth)]
    return f"{speech.name}({', '.join(speech.arguments(auth, secrets))})"
