"""names.lock: what each operation has been called, so that later editions of a document rename nothing.

One line for each, sorted, to be read and merged by people:

    GET /v1/customers/{id} = customers.get

To give an operation another name, change what stands on the right, or say it in provider.toml.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ...ir import Api
from ...report import Location, Report
from ..names import Names

FILE = "names.lock"
_HEAD = (
    "# What each operation is called in the client. Written by the generator, which renames nothing that stands here.\n"
)


def read_lock(path: Path, file: str, names: Names, report: Report) -> dict[str, str]:
    """Return method and path -> dotted name; nothing where there is no file. file: what messages call it."""
    if not path.is_file():
        return {}
    found: dict[str, str] = {}
    text = path.read_text(encoding="utf-8")
    report.sources.setdefault(file, text)
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        key, _, name = (each.strip() for each in line.rpartition(" = "))
        parts = name.split(".")
        if not key or len(parts) < 2 or not all(names.is_name(each) for each in parts):
            help = (
                "GET /path = resource.method; a conflict of a merge is settled by keeping one line for each operation"
            )
            report.add("E430", f"{line.strip()!r} names no operation", Location(file, line=number, column=1), help=help)
        elif key in found:
            report.add("E430", f"{key} stands twice", Location(file, line=number, column=1), help="keep one of the two")
        elif name in found.values():
            message = f"{name} is the name of two operations"
            report.add("E430", message, Location(file, line=number, column=1), help="name one of them differently")
        else:
            found[key] = name
    return found


def names_of(api: Api) -> dict[str, str]:
    """Return method and path -> dotted name of all operations."""
    listed = ((each, resource) for resource in api.resources for each in resource.operations)
    return {f"{each.method} {each.path}": f"{resource.name}.{each.name}" for each, resource in listed}


def lock_text(named: Mapping[str, str]) -> str:
    """Write the file."""
    by_path = sorted(named.items(), key=lambda each: each[0].split(" ", 1)[::-1])
    return _HEAD + "".join(f"{key} = {name}\n" for key, name in by_path)
