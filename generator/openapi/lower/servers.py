"""Servers: base URLs and their variables."""

from __future__ import annotations

from ...data import Json, as_list, as_map, is_map
from ...ir import Server, ServerVariable
from ...report import Location
from ..names import Names, Scope
from ..read.document import Document, join


def lower_servers(document: Document, owner: Json, pointer: str, names: Names) -> tuple[Server, ...]:
    """Return the servers of a document, path item or operation, in order; what is not an object is passed over."""
    members = as_list(as_map(owner).get("servers"))
    return tuple(
        _server(each, document.at(join(pointer, "servers", index)), names)
        for index, each in enumerate(members)
        if is_map(each) and isinstance(each.get("url"), str)
    )


def _server(server: dict[str, Json], at: Location, names: Names) -> Server:
    scope = Scope(names.reserved.settings)
    url = str(server["url"])
    variables: list[ServerVariable] = []
    for wire, each in as_map(server.get("variables")).items():
        if not is_map(each) or f"{{{wire}}}" not in url:
            continue
        values = tuple(str(value) for value in as_list(each.get("enum")))
        default = str(each.get("default", values[0] if values else ""))
        doc = str(each.get("description") or "")
        variables.append(ServerVariable(scope.take(names.snake(wire)), wire, default, values, doc))
    return Server(url, str(server.get("description") or ""), tuple(variables), at)
