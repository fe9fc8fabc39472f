"""Authentication: security schemes -> Auth, with the arguments and environment variables that feed them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from ...data import Json, as_list, as_map, is_list, is_map
from ...ir import ApiKey, Auth, Basic, Bearer, Certificate, Credential, Other, Resource, Token
from ...report import Location, Report
from ..names import Names, Scope
from ..read.document import Document, join
from ..read.provider import Provider
from ..schema.walk import components
from .routes import words_of

_FORM = "application/x-www-form-urlencoded"

_SIGNED = re.compile(
    r"|digest|hoba|mutual|dpop|gnap|negotiate|ntlm|oauth|scram-.*|concealed|privatetoken|vapid|.*signature.*|.*hmac.*"
)
"""Schemes of HTTP whose credentials are made anew for each request, or from what the server asked (the registry of RFC
9110, 16.4.1, and signatures): a fixed text after the name of the scheme does not speak them."""


def lower_auth(
    document: Document,
    provider: Provider,
    names: Names,
    arguments: Scope,
    resources: tuple[Resource, ...],
    report: Report,
) -> tuple[Auth, ...]:
    """Return the schemes that operations ask for, in document order; that order names nothing.

    arguments: names of the client's arguments that are taken.
    """
    used = {scheme for resource in resources for each in resource.operations for one in each.auth for scheme in one}
    schemes = components(document.data, "securitySchemes")
    followed = {
        name: document.follow(schemes[name], join("/components/securitySchemes", name))
        for name in sorted((used | _asked_elsewhere(document, {*schemes})) & schemes.keys())
    }
    first = _Lowering(provider, names, Scope())
    for name, (scheme, pointer) in followed.items():
        first.scheme(name, as_map(scheme), document.at(pointer))
    lowering = _Lowering(provider, names, arguments, first.asked)
    found: dict[str, Auth] = {}
    for name, (scheme, pointer) in followed.items():
        if name not in used:
            continue
        found[name] = lowering.scheme(name, as_map(scheme), document.at(pointer))
        if isinstance(other := found[name], Other):
            message = f"the security scheme {name!r} ({other.kind}) is spoken by a function of the user alone"
            help = f"give the client {other.hook.name}=, a function that returns the headers to add to a request"
            report.left_out("E404", message, document.at(pointer), help=help)
    return tuple(found[name] for name in schemes if name in found)


def _asked_elsewhere(document: Document, known: set[str]) -> set[str]:
    """Return the schemes of all operations, those included that are not wanted: credentials are named among them."""
    every = (required_schemes(operation, document.data, known) for *_, operation in document.whole)
    return {scheme for each in every for one in each for scheme in one}


class _Lowering:
    """Gives each credential its name, once. asked: how many schemes have a credential that is usually called so; where
    there are several, each is named after its scheme."""

    def __init__(
        self, provider: Provider, names: Names, arguments: Scope, asked: Mapping[str, int] = MappingProxyType({})
    ) -> None:
        self._provider = provider
        self._names = names
        self._scope = arguments
        self._many = {name for name, count in asked.items() if count > 1}
        self.asked: Counter[str] = Counter()

    def scheme(self, name: str, scheme: dict[str, Json], at: Location) -> Auth:
        kind = scheme.get("type")
        token = scheme.get("x-token")
        doc = f"{scheme.get('description') or ''}{' Deprecated.' if scheme.get('deprecated') is True else ''}".strip()
        place, wire = str(scheme.get("in")), scheme.get("name")
        if kind == "apiKey" and isinstance(wire, str) and place in ("header", "query", "cookie"):
            if is_map(token):
                return self._token(name, token, place, wire, "", doc, at)
            role = self._credential(name, "key", re.sub(r"^x_", "", self._names.snake(name)))
            return ApiKey(name, role, place, wire, doc, at)
        if is_map(token):
            return self._token(name, token, "header", "Authorization", "Bearer", doc, at)
        if kind == "http":
            return self._http(name, scheme, doc, at)
        if kind in ("oauth2", "openIdConnect"):
            return self._oauth(name, scheme, doc, at)
        if kind == "mutualTLS":
            return Certificate(name, doc, at)
        return self._other(name, str(kind or "unknown"), doc, at)

    def _other(self, name: str, kind: str, doc: str, at: Location) -> Other:
        return Other(name, Credential(self._credential(name, "hook", name).name, ""), kind, doc, at)

    def _http(self, name: str, scheme: dict[str, Json], doc: str, at: Location) -> Auth:
        kind = str(scheme.get("scheme", "")).lower()
        if kind == "basic":
            username = self._credential(name, "username", "username")
            return Basic(name, username, self._credential(name, "password", "password"), doc, at)
        if _SIGNED.fullmatch(kind):
            return self._other(name, f"http {kind}".strip(), doc, at)
        prefix = "Bearer" if kind == "bearer" else str(scheme["scheme"])
        return Bearer(name, self._credential(name, "token", "token"), prefix, doc, at)

    def _oauth(self, name: str, scheme: dict[str, Json], doc: str, at: Location) -> Auth:
        """Client credentials (RFC 6749, 4.4) where the scheme has that flow, else an access token the user brings."""
        if url := _token_url(scheme):
            token: Json = {
                "url": url,
                "scope": "scope",
                "content": _FORM,
                "body": {"grant_type": "client_credentials"},
                "basic": ["{client_id}", "{client_secret}"],
            }
            return self._token(name, as_map(token), "header", "Authorization", "Bearer", doc, at)
        return Bearer(name, self._credential(name, "token", "access_token"), "Bearer", doc, at)

    def _token(
        self, name: str, token: dict[str, Json], place: str, wire: str, prefix: str, doc: str, at: Location
    ) -> Token:
        body, headers = _texts(token.get("body")), _texts(token.get("headers"))
        basic = [each for each in map(str, as_list(token.get("basic"))) if re.fullmatch(r"\{\w+\}", each)]
        roles = dict.fromkeys(re.findall(r"\{(\w+)\}", " ".join([*basic, *body.values(), *headers.values()])))
        credentials = {role: self._credential(name, role, role) for role in roles}
        renamed = {role: f"{{{credential.name}}}" for role, credential in credentials.items()}
        return Token(
            scheme=name,
            credentials=tuple(credentials.values()),
            url=str(token.get("url", "")),
            media=str(token.get("content", _FORM)),
            body=_filled(body, renamed),
            basic=tuple(credentials[each.strip("{}")].name for each in basic),
            headers=_filled(headers, renamed),
            value=str(token.get("value", "/access_token")),
            ttl=str(token.get("ttl", "/expires_in")),
            place=place,
            wire=wire,
            prefix=prefix,
            doc=doc,
            at=at,
            scope=str(token.get("scope", "")),
        )

    def _credential(self, scheme: str, role: str, usual: str) -> Credential:
        chosen = self._provider.credentials.get(scheme, {}).get(role, {})
        self.asked.update([usual])
        if usual in self._many and (words := [word for word in words_of(scheme) if word not in _IDLE]):
            usual = "_".join(words if role in ("token", "key") else [*words, usual])
        name = self._scope.take(chosen.get("name", self._names.snake(usual)))
        env = chosen.get("env", f"{self._provider.prefix}_{name.upper()}")
        return Credential(name, env)


_IDLE = frozenset(("auth", "authentication", "authorization", "bearer", "header", "http", "scheme", "security"))
"""Words of a scheme's name that do not say whose credential it is."""


def _token_url(scheme: Mapping[str, Json]) -> str:
    """Return where a token is had for the credentials of a client, or "" (OpenAPI 3.1, 4.8.29)."""
    url = as_map(as_map(scheme.get("flows")).get("clientCredentials")).get("tokenUrl")
    return url if isinstance(url, str) else ""


def _texts(fields: Json) -> dict[str, str]:
    return {str(key): str(value) for key, value in fields.items()} if is_map(fields) else {}


def _filled(fields: dict[str, str], renamed: dict[str, str]) -> dict[str, str]:
    """Replace each placeholder by the one of the settled name."""
    return {
        key: re.sub(r"\{(\w+)\}", lambda match: renamed.get(match[1], match[0]), value) for key, value in fields.items()
    }


def required_schemes(owner: dict[str, Json], root: Mapping[str, Json], known: set[str]) -> tuple[tuple[str, ...], ...]:
    """Return the alternatives of an operation: sets of schemes sent together; () when it needs none."""
    required = owner.get("security", root.get("security"))
    if not is_list(required):
        return ()
    alternatives = tuple(tuple(scheme for scheme in each if scheme in known) for each in required if is_map(each))
    return tuple(dict.fromkeys(alternatives))


def required_scopes(owner: dict[str, Json], root: Mapping[str, Json], known: set[str]) -> tuple[str, ...]:
    """Return the scopes that an operation asks for, each as `scheme: scope`."""
    return tuple(
        dict.fromkeys(
            f"{scheme}: {scope}"
            for each in as_list(owner.get("security", root.get("security")))
            for scheme, scopes in as_map(each).items()
            if scheme in known
            for scope in as_list(scopes)
        )
    )


def fetching_schemes(document: Document) -> frozenset[str]:
    """Return the schemes whose tokens are fetched for scopes."""
    schemes = components(document.data, "securitySchemes")
    followed = {
        name: document.follow(each, join("/components/securitySchemes", name))[0] for name, each in schemes.items()
    }
    return frozenset(
        name for name, each in followed.items() if _token_url(as_map(each)) and "x-token" not in as_map(each)
    )


def asked_scopes(
    owner: dict[str, Json], root: Mapping[str, Json], fetching: frozenset[str]
) -> tuple[tuple[str, str], ...]:
    """Return the schemes that fetch a token, each with the scopes that its first alternative names."""
    found: dict[str, str] = {}
    for each in as_list(owner.get("security", root.get("security"))):
        for scheme, scopes in as_map(each).items():
            if scheme in fetching:
                found.setdefault(scheme, " ".join(map(str, as_list(scopes))))
    return tuple((scheme, scopes) for scheme, scopes in found.items() if scopes)
