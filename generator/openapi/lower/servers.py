"""Servers: base URLs and their variables.

Variables of the servers that calls go to are arguments of the client; those that are the same are one argument.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...data import Json, as_list, as_map, is_map
from ...ir import Server, ServerVariable
from ...report import Location
from ..names import Names, Scope
from ..read.document import Document, join


class Servers:
    """Gives each variable its name, once. arguments: the names that the client's arguments have taken so far."""

    def __init__(self, document: Document, names: Names) -> None:
        self._document = document
        self._names = names
        self.arguments = Scope(names.reserved.settings)
        self._known: dict[tuple[str, str, tuple[str, ...]], str] = {}
        self.root = self.of(document.data, "")

    def of(self, owner: Mapping[str, Json], pointer: str) -> tuple[Server, ...]:
        """Return the servers of a document, path item or operation, in order; what is not an object is passed over."""
        members = [
            (each, self._document.at(join(pointer, "servers", index)))
            for index, each in enumerate(as_list(owner.get("servers")))
            if is_map(each) and isinstance(each.get("url"), str)
        ]
        return tuple(self._server(each, at, called=not index) for index, (each, at) in enumerate(members))

    def _server(self, server: dict[str, Json], at: Location, *, called: bool) -> Server:
        """Return one server. called: whether calls go there, so that its variables are arguments."""
        scope = self.arguments if called else Scope(self._names.reserved.settings)
        known = self._known if called else {}
        url = str(server["url"])
        variables: list[ServerVariable] = []
        for wire, each in as_map(server.get("variables")).items():
            if not is_map(each) or f"{{{wire}}}" not in url:
                continue
            values = tuple(str(value) for value in as_list(each.get("enum")))
            default = str(each.get("default", values[0] if values else ""))
            about = str(each.get("description") or "")
            key = wire, default, tuple(sorted(values))
            name = known[key] = known.get(key) or scope.take(self._names.snake(wire))
            variables.append(ServerVariable(name, wire, default, values, about))
        doc, title = (str(server.get(key) or "") for key in ("description", "name"))
        return Server(url, doc, tuple(variables), at, title)
