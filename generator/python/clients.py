"""An Api -> the arguments of its clients, and how they become credentials and a base URL."""

from __future__ import annotations

from ..ir import Api, Auth, Certificate, Other, Server, ServerVariable, Token
from .auth import asked, classes, credentials
from .text import brief, docstring, identifier, literal


def called(api: Api) -> list[tuple[str, Server | None]]:
    """Return the servers that calls go to, each under its URL: the client's own first, then those of operations.

    The client's own is `/` where the document names none (OpenAPI 3.1, 4.8.1) and an operation needs it.
    """
    first = [each.servers[0] if each.servers else None for resource in api.resources for each in resource.operations]
    found: dict[str, Server | None] = {}
    if api.servers:
        found[api.servers[0].url] = api.servers[0]
    elif not first or not all(each and _is_absolute(each.url) for each in first):
        found["/"] = None
    for each in first:
        if each:
            found.setdefault(each.url, each)
    return list(found.items())


def variables(api: Api) -> tuple[ServerVariable, ...]:
    """Return the variables of the servers that calls go to; a relative one of the client is replaced as a whole."""
    servers = called(api)
    kept = servers if is_absolute(api) else servers[1:]
    found: dict[str, ServerVariable] = {}
    for each in (each for _, server in kept if server for each in server.variables):
        found.setdefault(each.name, each)
    return tuple(found.values())


def arguments(api: Api, flavour: str) -> str:
    """Spell the arguments of a client: credentials, variables of the server, base_url, options."""
    found = ["self", "*"]
    for auth in api.auth:
        found.extend(f"{identifier(each.name)}: {asked(auth, flavour)} | None = None" for each in credentials(auth))
    for variable in variables(api):
        kind = f"Literal[{', '.join(literal(each) for each in variable.values)}] | str" if variable.values else "str"
        found.append(f"{identifier(variable.name)}: {kind} = {literal(variable.default)}")
    kind = "str | Mapping[str, str]" if len(called(api)) > 1 else "str"
    found.append(f"base_url: {kind} | None = None" if is_absolute(api) else f"base_url: {kind}")
    found.append(f"**options: Unpack[{'AsyncOptions' if flavour == 'async' else 'Options'}]")
    return ", ".join(found)


def documented(api: Api) -> str:
    """Spell the docstring of a constructor: what each argument is and where it is taken from when it is left out."""
    lines = ["Make a client; it may be shared, and is closed by `with` or `close`.", ""]
    for auth in api.auth:
        for each in credentials(auth):
            about = f" {_purpose(auth)}" if each == credentials(auth)[0] else ""
            source = (
                f"from {each.env} when left out." if each.env else "a function that signs each request; see Signer."
            )
            lines.append(f"{each.name}: {source}{about}")
    for variable in variables(api):
        lines.append(f"{variable.name}: {brief(variable.doc, 160) or 'part of the base URL.'}")
    others = [each.url for each in api.servers[1:]]
    more = brief(f"Others: {', '.join(others)}.", 300) if others else ""
    lines.append(f"base_url: {_replaced(api)}. {more}".rstrip())
    shown = [auth.scheme for auth in api.auth if isinstance(auth, Certificate)]
    certificate = f" For {', '.join(shown)} give an http_client with the certificate." if shown else ""
    lines.append(f"options: timeout, deadline, retry, headers, strict and more; see Options.{certificate}")
    return docstring(lines, 8)


def _replaced(api: Api) -> str:
    """Say what base_url is."""
    servers = [url for url, _ in called(api)]
    if len(servers) > 1:
        some = f"or some of them by URL, name or description: {', '.join(servers)}"
        return f"replaces all servers of the document, {some}"
    if is_absolute(api):
        return "replaces the server of the document"
    return "where the API is served" + (f", in place of {servers[0]}" if servers[0].strip("/") else "")


def _purpose(auth: Auth) -> str:
    """Say what the first credential of a scheme is for."""
    traded = f"Exchanged at {auth.url} for a token. " if isinstance(auth, Token) else ""
    return f"{traded}{brief(auth.doc, 120)}".strip()


def base_url(api: Api) -> str:
    """Spell the expression for the base URL, or for those of several servers."""
    (url, server), *others = called(api)
    own = _filled(url, server) if is_absolute(api) else literal(url)
    if not others:
        return f"base_url or {own}" if is_absolute(api) else "base_url"
    pairs = [f"{literal(url)}: {own}", *(f"{literal(each)}: {_filled(each, it)}" for each, it in others)]
    docs = [(it.name or it.doc, each) for each, it in [(url, server), *others] if it and (it.name or it.doc)]
    named = {doc: each for doc, each in docs if [doc for doc, _ in docs].count(doc) == 1}
    return f"servers(base_url, {{{', '.join(pairs)}}}, {literal(named)})"


def _filled(url: str, server: Server | None) -> str:
    """Spell a server's URL with its variables filled."""
    if not server or not server.variables:
        return literal(url)
    pairs = ", ".join(
        f"**{{{literal(each.wire)}: {each.name}}}" if each.wire != each.name else f"{each.wire}={each.name}"
        for each in server.variables
    )
    return f"server_url({literal(url)}, {pairs})"


def is_absolute(api: Api) -> bool:
    """Say whether the client's own server is known without its user."""
    return _is_absolute(called(api)[0][0])


def _is_absolute(url: str) -> bool:
    return url.startswith(("http://", "https://", "{"))


def client_imports(api: Api) -> list[str]:
    """Spell the imports of the module of the clients."""
    names = {"AsyncClient", "AsyncOptions", "Client", "Options", "Package", "Scheme"}
    names |= classes(api)
    names |= {"servers"} if len(called(api)) > 1 else set()
    names |= {"server_url"} if variables(api) else set()
    typing = ["TYPE_CHECKING", *(["Literal"] if any(each.values for each in variables(api)) else []), "Unpack"]
    ordered = sorted(names, key=lambda name: (name[0].islower(), name))
    library = [*(["from collections.abc import Mapping"] if len(called(api)) > 1 else [])]
    library += ["from functools import cached_property", f"from typing import {', '.join(typing)}"]
    return [*library, "", f"from ._runtime import {', '.join(ordered)}"]


def usual_arguments(api: Api) -> str:
    """Spell the arguments of a client in an example: the credentials of the first alternative that an operation has."""
    alternatives = (each.auth[0] for resource in api.resources for each in resource.operations if each.auth)
    wanted = next(alternatives, ())
    needed = [(each, auth) for auth in api.auth if auth.scheme in wanted for each in credentials(auth)]
    found = [f"{each.name}=sign" if isinstance(auth, Other) else f'{each.name}="..."' for each, auth in needed]
    return ", ".join(found + ([] if is_absolute(api) else ['base_url="https://..."']))
