"""names.lock: what operations and classes have been called, so that later editions of a document rename nothing.

One line for each operation, and one for each place of a class whose name the document does not say; sorted, to be read
and merged by people:

    GET /v1/customers/{id} = customers.get (was customers.fetch until 2.0.0)
    Invoice lines[] = InvoiceLine

`places` says how places are called. To give something another name, change what stands on the right, or say it in
provider.toml. A name after `was` works as well, until the package has the version.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from ...ir import Api, Former
from ...report import Location, Report
from ..names import Names
from ..read.provider import Lock
from ..read.versions import bumped, is_later

FILE = "names.lock"
_HEAD = "# What operations and classes are called. Written by the generator, which renames nothing that stands here.\n"
_LINE = re.compile(r"(?P<key>.+) = (?P<name>\S+)(?: \(was (?P<former>[^()]+)\))?")
_FORMER = re.compile(r"(?P<name>\S+)(?: until (?P<until>\S+))?")
_HELP = (
    "GET /path = resource.method (was resource.other until 2.0.0), or place = Class; a conflict of a merge is settled "
    "by keeping one line"
)


def read_lock(path: Path, file: str, version: str, names: Names, report: Report) -> Lock:
    """Return what the file holds; nothing where there is no file.

    file: what messages call it. version: of the package; a former name goes when it is reached, and one of which nobody
    has said when it goes stays until the next version that may break.
    """
    found, former, until = dict[str, str](), dict[str, Mapping[str, str]](), bumped(version, "major")
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    if text:
        report.sources.setdefault(file, text)
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        key, name, had = _parts(line.strip(), until)
        at = Location(file, line=number, column=1)
        if not key or not all(names.is_name(part) for each in (name, *had) for part in each.split(".")):
            report.add("E430", f"{line.strip()!r} names nothing", at, help=_HELP)
        elif any(("." in each) != ("." in name) for each in had):
            report.add("E430", f"{name} is no name of the same kind as what it was before", at, help=_HELP)
        elif key in found:
            report.add("E430", f"{key} stands twice", at, help="keep one of the two")
        elif "." in name and name in found.values():
            report.add("E430", f"{name} is the name of two operations", at, help="name one of them differently")
        elif "." not in name and names.class_name(name) != name:
            report.add("E430", f"{name} is not free for a class", at, help=f"{names.class_name(name)} is")
        else:
            found[key] = name
            if kept := {each: end for each, end in had.items() if not end or is_later(end, version)}:
                former[key] = kept
    return Lock(found, former, until)


def _parts(line: str, until: str) -> tuple[str, str, dict[str, str]]:
    """Return the key of a line, its name, and each former name -> the version in which it goes."""
    match = _LINE.fullmatch(line)
    listed = match["former"].split(",") if match and match["former"] else []
    former = [_FORMER.fullmatch(each.strip()) for each in listed]
    if match is None or not all(former):
        return "", "", {}
    return match["key"], match["name"], {each["name"]: each["until"] or until for each in former if each}


def names_of(api: Api) -> dict[str, str]:
    """Return the names of an Api: method and path -> dotted name of all operations, place -> class."""
    listed = ((each, resource) for resource in api.resources for each in resource.operations)
    found = {f"{each.method} {each.path}": f"{resource.name}.{each.name}" for each, resource in listed}
    shared = Counter(place for model in api.models for place in model.places)
    return found | {place: model.name for model in api.models for place in model.places if shared[place] == 1}


def lock_text(api: Api) -> str:
    """Write the file: operations by their paths, then classes, those of operations first."""
    operations = [each for resource in api.resources for each in resource.operations]
    former = {f"{each.method} {each.path}": each.former for each in operations}
    former |= {place: model.former for model in api.models for place in model.places}
    lines = sorted(names_of(api).items(), key=lambda each: ("." not in each[1], *_order(each[0])))
    return _HEAD + "".join(f"{key} = {name}{_remark(former[key])}\n" for key, name in lines)


def _remark(former: tuple[Former, ...]) -> str:
    said = [f"{each.name} until {each.until}" if each.until else each.name for each in former]
    return f" (was {', '.join(said)})" if said else ""


def _order(key: str) -> tuple[bool, list[str]]:
    first, *rest = key.split(" ")
    is_operation = bool(rest) and rest[0].startswith("/")
    return not is_operation, [rest[0], first, *rest[1:]] if is_operation else [first, *rest]
