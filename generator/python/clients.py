"""An Api -> the arguments of its clients, and how they become credentials and a base URL."""

from __future__ import annotations

from ..ir import Api, Auth, Certificate, Other, ServerVariable, Token
from .auth import asked, classes, credentials
from .text import brief, docstring, identifier, literal


def variables(api: Api) -> tuple[ServerVariable, ...]:
    """Return the variables of the first server."""
    return api.servers[0].variables if api.servers else ()


def arguments(api: Api, flavour: str) -> str:
    """Spell the arguments of a client: credentials, variables of the server, base_url, options."""
    found = ["self", "*"]
    for auth in api.auth:
        found.extend(f"{identifier(each.name)}: {asked(auth, flavour)} | None = None" for each in credentials(auth))
    for variable in variables(api):
        kind = f"Literal[{', '.join(literal(each) for each in variable.values)}] | str" if variable.values else "str"
        found.append(f"{identifier(variable.name)}: {kind} = {literal(variable.default)}")
    found.append("base_url: str | None = None" if is_absolute(api) else "base_url: str")
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
    more = f" Others: {', '.join(others)}." if others else ""
    target = "replaces the server of the document" if is_absolute(api) else "where the API is served"
    lines.append(f"base_url: {target}.{brief(more, 300) if more else ''}")
    shown = [auth.scheme for auth in api.auth if isinstance(auth, Certificate)]
    certificate = f" For {', '.join(shown)} give an http_client with the certificate." if shown else ""
    lines.append(f"options: timeout, deadline, retry, headers, strict and more; see Options.{certificate}")
    return docstring(lines, 8)


def _purpose(auth: Auth) -> str:
    """Say what the first credential of a scheme is for."""
    traded = f"Exchanged at {auth.url} for a token. " if isinstance(auth, Token) else ""
    return f"{traded}{brief(auth.doc, 120)}".strip()


def base_url(api: Api) -> str:
    """Spell the expression for the base URL."""
    if not is_absolute(api):
        return "base_url"
    server = api.servers[0]
    if not server.variables:
        return f"base_url or {literal(server.url)}"
    pairs = ", ".join(
        f"**{{{literal(each.wire)}: {each.name}}}" if each.wire != each.name else f"{each.wire}={each.name}"
        for each in server.variables
    )
    return f"base_url or server_url({literal(server.url)}, {pairs})"


def is_absolute(api: Api) -> bool:
    return bool(api.servers) and api.servers[0].url.startswith(("http://", "https://", "{"))


def client_imports(api: Api) -> list[str]:
    """Spell the imports of the module of the clients."""
    names = {"AsyncClient", "AsyncOptions", "Client", "Options", "Package"}
    names |= classes(api)
    if is_absolute(api) and api.servers[0].variables:
        names.add("server_url")
    typing = ["TYPE_CHECKING", *(["Literal"] if any(each.values for each in variables(api)) else []), "Unpack"]
    ordered = sorted(names, key=lambda name: (name[0].islower(), name))
    return [f"from typing import {', '.join(typing)}", "", f"from ._runtime import {', '.join(ordered)}"]


def usual_arguments(api: Api) -> str:
    """Spell the arguments of a client in an example: the credentials of the first alternative that an operation has."""
    alternatives = (each.auth[0] for resource in api.resources for each in resource.operations if each.auth)
    wanted = next(alternatives, ())
    needed = [(each, auth) for auth in api.auth if auth.scheme in wanted for each in credentials(auth)]
    found = [f"{each.name}=sign" if isinstance(auth, Other) else f'{each.name}="..."' for each, auth in needed]
    return ", ".join(found + ([] if is_absolute(api) else ['base_url="https://..."']))
