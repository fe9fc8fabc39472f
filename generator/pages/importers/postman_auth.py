"""Authentication of a Postman collection -> security schemes. Values of credentials are dropped."""

from __future__ import annotations

from collections.abc import Mapping

from ...data import Json, as_list, as_map, as_text, is_map, maps
from ...report import Location, Report
from .credentials import Schemes

_SIGNED: Mapping[str, str] = {
    "digest": "digest", "oauth1": "OAuth", "awsv4": "AWS4-HMAC-SHA256", "ntlm": "ntlm",
    "edgegrid": "EG1-HMAC-SHA256",
}  # fmt: skip
"""Kinds that make their credential anew for each request -> the scheme of HTTP that they speak."""
_FLOWS: Mapping[str, str] = {
    "authorization_code": "authorizationCode", "authorization_code_with_pkce": "authorizationCode",
    "client_credentials": "clientCredentials", "password_credentials": "password", "implicit": "implicit",
}  # fmt: skip
_SECRET = {"value", "token", "password", "clientSecret", "accessToken", "refreshToken", "secretKey", "authKey",
           "consumerSecret", "tokenSecret", "secret", "privateKey", "sessionToken", "username", "clientId"}  # fmt: skip


def security_of(auth: Json, at: Location, schemes: Schemes, report: Report) -> tuple[str, ...] | None:
    """Return the scheme that a request speaks, () for none; None where that is not known."""
    given = as_map(auth)
    kind = as_text(given.get("type"))
    if auth is None or kind == "":
        return None
    if kind == "noauth":
        return ()
    settings = _settings(given.get(kind))
    for name in sorted(_SECRET & settings.keys()):
        if settings[name] not in (None, ""):
            schemes.drop(f"{name} of {kind}", settings[name])
    if kind in ("basic", "bearer"):
        return (schemes.named({"type": "http", "scheme": kind}),)
    if kind == "jwt":
        return (schemes.named({"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}),)
    if kind == "apikey":
        name = as_text(settings.get("key"))
        place = "query" if settings.get("in") == "query" else "header"
        if name and "{{" not in name:
            return (schemes.named({"type": "apiKey", "in": place, "name": name}),)
        report.left_out("E181", "the key has no name that a header or a parameter could be given", at)
        return None
    if kind == "oauth2":
        return (schemes.named(_oauth(settings, at, report)),)
    if kind in _SIGNED:
        help = "the client takes a function that returns the headers to add"
        message = f"authentication of the kind {kind!r} is signed for each request; no client here speaks it by itself"
        report.left_out("E181", message, at, help=help)
        return (schemes.named({"type": "http", "scheme": _SIGNED[kind]}),)
    help = "describe it in overlay.yaml, under components/securitySchemes"
    report.left_out("E181", f"authentication of the kind {kind!r} is not known; it was left out", at, help=help)
    return None


def _settings(given: Json) -> dict[str, Json]:
    """Return the settings of one kind, which are an object (2.0) or a list of keys and values (2.1)."""
    if is_map(given):
        return given
    return {as_text(each.get("key")): each.get("value") for each in maps(as_list(given))}


def _oauth(settings: dict[str, Json], at: Location, report: Report) -> dict[str, Json]:
    """Return the scheme of an OAuth 2 flow; a bearer token where its addresses are missing."""
    name = _FLOWS.get(as_text(settings.get("grant_type")) or "authorization_code", "")
    ends = {"authorizationUrl": settings.get("authUrl"), "tokenUrl": settings.get("accessTokenUrl")}
    needed = {"implicit": ["authorizationUrl"], "authorizationCode": ["authorizationUrl", "tokenUrl"]}.get(
        name, ["tokenUrl"]
    )
    urls: dict[str, Json] = {key: ends[key] for key in needed}
    if not name or not all(
        isinstance(each, str) and each.startswith(("http://", "https://")) for each in urls.values()
    ):
        message = "the OAuth 2 settings lack an address of the flow; they are read as a bearer token"
        report.left_out("E181", message, at)
        return {"type": "http", "scheme": "bearer"}
    scopes = as_text(settings.get("scope")).replace(",", " ").split()
    flow: Json = {**urls, "scopes": dict[str, Json].fromkeys(scopes, "")}
    return {"type": "oauth2", "flows": {name: flow}}
