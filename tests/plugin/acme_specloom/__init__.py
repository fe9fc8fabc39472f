"""A plug-in of both kinds: it reads pages of a wiki, and writes the list of an API's operations into its package."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.ir import Api  # a plug-in of the installed program imports it from `specloom.ir`

_ROW = re.compile(r"<tr><td>(?P<method>[A-Z]+)</td><td>(?P<path>/[^<]*)</td><td>(?P<name>\w+)</td></tr>")


class WikiPages:
    """Reads pages of HTML whose tables list operations: method, path, name."""

    version = 1
    name = "wiki"

    def claims(self, file: str, text: str) -> bool:
        return "<title>API wiki" in text

    def read(self, file: str, text: str) -> Mapping[str, object]:
        rows = list(_ROW.finditer(text))
        if not rows:
            raise ValueError("the page has no table of operations; save it again")
        paths: dict[str, dict[str, object]] = {}
        for row in rows:
            answer = {"description": "Done.", "content": {"application/json": {"schema": {"type": "string"}}}}
            names = re.findall(r"\{(\w+)\}", row["path"])
            paths.setdefault(row["path"], {})[row["method"].lower()] = {
                "operationId": row["name"],
                "tags": ["wiki"],
                "parameters": [
                    {"name": each, "in": "path", "required": True, "schema": {"type": "string"}} for each in names
                ],
                "responses": {"200": answer},
            }
        return {
            "openapi": "3.1.0",
            "info": {"title": "Wiki", "version": "1"},
            "servers": [{"url": "https://wiki.example"}],
            "tags": [{"name": "wiki", "description": "What the wiki lists."}],
            "paths": paths,
        }


class Operations:
    """Writes OPERATIONS.md and a module with the names of all operations."""

    version = 1

    def files(self, api: Api) -> Mapping[str, str]:
        lines = [f"{each.method} {each.path}" for resource in api.resources for each in resource.operations]
        return {
            "OPERATIONS.md": "".join(f"- `{line}`\n" for line in lines),
            f"{api.package}/operations.py": f"OPERATIONS = {lines!r}\n",
        }


wiki = WikiPages()
operations = Operations()
