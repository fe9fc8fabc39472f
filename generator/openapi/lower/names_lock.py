"""names.lock: what operations and classes have been called, so that later editions of a document rename nothing.

One line for each operation, and one for each place of a class whose name the document does not say; sorted, to be read
and merged by people:

    GET /v1/customers/{id} = customers.get
    Invoice lines[] = InvoiceLine

`places` says how places are called. To give something another name, change what stands on the right, or say it in
provider.toml.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from ...ir import Api
from ...report import Location, Report
from ..names import Names

FILE = "names.lock"
_HEAD = "# What operations and classes are called. Written by the generator, which renames nothing that stands here.\n"


def read_lock(path: Path, file: str, names: Names, report: Report) -> dict[str, str]:
    """Return what the file holds: method and path -> dotted name, place -> class; nothing where there is no file.

    file: what messages call it.
    """
    if not path.is_file():
        return {}
    found: dict[str, str] = {}
    text = path.read_text(encoding="utf-8")
    report.sources.setdefault(file, text)
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        key, _, name = (each.strip() for each in line.rpartition(" = "))
        if not key or not all(names.is_name(each) for each in name.split(".")):
            help = "GET /path = resource.method, or place = Class; a conflict of a merge is settled by keeping one line"
            report.add("E430", f"{line.strip()!r} names nothing", Location(file, line=number, column=1), help=help)
        elif key in found:
            report.add("E430", f"{key} stands twice", Location(file, line=number, column=1), help="keep one of the two")
        elif "." in name and name in found.values():
            message = f"{name} is the name of two operations"
            report.add("E430", message, Location(file, line=number, column=1), help="name one of them differently")
        elif "." not in name and names.class_name(name) != name:
            message = f"{name} is not free for a class"
            report.add("E430", message, Location(file, line=number, column=1), help=f"{names.class_name(name)} is")
        else:
            found[key] = name
    return found


def names_of(api: Api) -> dict[str, str]:
    """Return the names of an Api: method and path -> dotted name of all operations, place -> class."""
    listed = ((each, resource) for resource in api.resources for each in resource.operations)
    found = {f"{each.method} {each.path}": f"{resource.name}.{each.name}" for each, resource in listed}
    shared = Counter(place for model in api.models for place in model.places)
    return found | {place: model.name for model in api.models for place in model.places if shared[place] == 1}


def lock_text(named: Mapping[str, str]) -> str:
    """Write the file: operations by their paths, then classes, those of operations first."""
    lines = sorted(named.items(), key=lambda each: ("." not in each[1], *_order(each[0])))
    return _HEAD + "".join(f"{key} = {name}\n" for key, name in lines)


def _order(key: str) -> tuple[bool, list[str]]:
    first, *rest = key.split(" ")
    is_operation = bool(rest) and rest[0].startswith("/")
    return not is_operation, [rest[0], first, *rest[1:]] if is_operation else [first, *rest]
