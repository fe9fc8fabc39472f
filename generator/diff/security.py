"""Security: the schemes, the credentials a client takes, and what each operation demands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..data import is_map, is_tuple
from ..ir import Api, ApiKey, Auth, Basic, Bearer, Certificate, Credential, Operation, Other, Token
from ..python.auth import credentials
from .findings import Findings, Place


def compare_requirements(old: Operation, new: Operation, place: Place, findings: Findings) -> None:
    """Compare what two operations demand. Who satisfied one alternative must still satisfy one."""
    before, after = ({frozenset(each) for each in side.auth} or {frozenset[str]()} for side in (old, new))
    words = [" or ".join(sorted("+".join(sorted(each)) or "none" for each in side)) for side in (before, after)]
    place = replace(place, path="security")
    if any(not any(demanded <= held for demanded in after) for held in before):
        findings.add("security-added", place, old=words[0], new=words[1])
    elif before != after:
        findings.add("security-removed", place, old=words[0], new=words[1])
    gone, came = (sorted(set(one) - set(two)) for one, two in ((old.scopes, new.scopes), (new.scopes, old.scopes)))
    if gone or came:
        findings.add("scopes-changed", place, old=", ".join(gone) or None, new=", ".join(came) or None)


def compare_schemes(old: Api, new: Api, findings: Findings) -> None:
    """Compare the schemes that both sides have, and the arguments of the two clients."""
    before, after = {each.scheme: each for each in old.auth}, {each.scheme: each for each in new.auth}
    for scheme, was in before.items():
        now = after.get(scheme)
        place = Place("", "", old.client_name, None, None, ("api",)).of(f"security {scheme}", was, now)
        if now is not None and _sent(was) != _sent(now):
            rule = "security-changed" if _sent(was)[:4] != _sent(now)[:4] else "token-changed"
            findings.add(rule, place, old=_spelt(was, now), new=_spelt(now, was))
    _arguments(old, new, findings)


def _arguments(old: Api, new: Api, findings: Findings) -> None:
    """Compare the credentials by scheme and position, so that a rename is one."""
    before, after = _credentials(old), _credentials(new)
    names = {each.name for each, _ in after.values()}
    for key, (was, auth) in before.items():
        now, other = after.get(key, (None, None))
        python = f"{old.client_name}({was.name}=)"
        place = Place("", "", python, None, None, ("api",)).of(python, auth, other)
        if now is None:
            if was.name not in names:
                findings.add(
                    "credential-removed",
                    place,
                    before=f"{old.client_name}({was.name}=...)",
                    after=f"{old.client_name}()",
                )
            continue
        if was.name != now.name:
            findings.add(
                "credential-renamed",
                place,
                old=was.name,
                new=now.name,
                before=f"{old.client_name}({was.name}=...)",
                after=f"{new.client_name}({now.name}=...)",
            )
        if was.env != now.env:
            findings.add("environment-changed", place, old=was.env, new=now.env)
    known = {each.name for each, _ in before.values()}
    for key, (now, auth) in after.items():
        if key not in before and now.name not in known:
            python = f"{new.client_name}({now.name}=)"
            findings.add("credential-added", Place("", python, python, None, auth.at, ("api",)))


def _credentials(api: Api) -> dict[tuple[str, int], tuple[Credential, Auth]]:
    return {
        (auth.scheme, index): (credential, auth)
        for auth in api.auth
        for index, credential in enumerate(credentials(auth))
    }


KINDS: Mapping[type[Auth], tuple[str, str, str]] = {
    ApiKey: ("{0.place}", "{0.wire}", ""),
    Basic: ("header", "Authorization", "Basic"),
    Bearer: ("header", "Authorization", "{0.prefix}"),
    Token: ("{0.place}", "{0.wire}", "{0.prefix}"),
    Certificate: ("", "", ""),
    Other: ("", "{0.kind}", ""),
}
"""Kind of scheme -> the place of the credential, its name there, and what stands before it."""

_FETCHED = ("url", "media", "body", "headers", "value", "ttl", "basic", "scope")
"""What decides where a token comes from, in the schemes that fetch one. Credentials may be called anything."""


def _sent(auth: Auth) -> tuple[str, ...]:
    """Return how a credential travels: kind, place, name and prefix, then where a token comes from."""
    words = [_word(getattr(auth, name)) for name in _FETCHED if hasattr(auth, name)]
    return type(auth).__name__, *(each.format(auth) for each in KINDS[type(auth)]), *words


def _word(value: object) -> str:
    if is_tuple(value):
        return str(bool(value))
    return str(sorted(value)) if is_map(value) else str(value)


def _spelt(auth: Auth, other: Auth) -> str:
    """Spell what of a scheme differs from the other."""
    mine, its = _sent(auth), _sent(other)
    if mine[0] != its[0]:
        return f"{mine[0]} in {mine[1]} {mine[2]}"
    return " ".join(each for each, one in zip(mine, its, strict=False) if each != one) or "none"
