"""Join: fragments -> one document. Strict: two pages that say different things about one operation or component are an
error that names both. The order of the pages does not matter.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...data import Json, as_list, as_map, copied, list_in, map_in
from ...openapi.read.document import Document, join
from ...openapi.schema.walk import METHODS
from ...report import Location, Report
from .fragment import Fragment, line_of, operations

_LIFTED = ("openapi", "info", "servers", "security", "tags", "paths", "components")


@dataclass(slots=True)
class Joined:
    """The document so far, and what several pages said alike."""

    data: dict[str, Json]
    origins: dict[str, Location] = field(default_factory=dict[str, Location])
    shared: list[str] = field(default_factory=list[str])
    weak: set[str] = field(default_factory=set[str])

    @property
    def document(self) -> Document:
        return Document("imported.yaml", self.data, self.origins)


def joined(fragments: Sequence[Fragment], provider: str, report: Report) -> Joined:
    """Join fragments whose documents are tidy; conflicts go to the report."""
    pages = sorted(fragments, key=_order)
    result = Joined({"openapi": "3.1.0", "info": _info(pages, provider), "paths": {}, "components": {}})
    _lift(pages, result.data)
    for page in pages:
        _add_paths(page, result, report)
        _add_components(page, result, report)
        _add_tags(page, result, report)
        for key in [key for key in page.document.data if key not in _LIFTED]:
            _add(result.data, key, join("", key), page, result, report)
    for key in ("components", "tags"):
        if not result.data.get(key):
            result.data.pop(key, None)
    return result


def _order(page: Fragment) -> tuple[list[tuple[str, int]], str]:
    return sorted((path, METHODS.index(method)) for path, method in page.operations), page.page.sha256


def _info(pages: list[Fragment], provider: str) -> Json:
    """Return what all pages say of the API; where they differ, the provider's name and the first page's version."""
    said = [as_map(page.document.data.get("info")) for page in pages]
    common = {key: value for key, value in said[0].items() if all(each.get(key) == value for each in said)}
    return {"title": provider, "version": str(said[0].get("version", "1")), **common}


def _lift(pages: list[Fragment], data: dict[str, Json]) -> None:
    """Move servers and security that all pages share to the top; else each operation gets those of its page."""
    pages = [page for page in pages if page.operations]
    for key in ("servers", "security"):
        said = [page.document.data.get(key) for page in pages]
        stated = [each for each in said if each is not None]
        if stated and all(each == stated[0] for each in (stated if key == "servers" else said)):
            data[key] = stated[0]
        elif stated:
            for page, value in zip(pages, said, strict=True):
                for path, _, operation in operations(page.document.data):
                    item = as_map(as_map(page.document.data.get("paths")).get(path))
                    if key not in operation and key not in (item if key == "servers" else ()):
                        operation[key] = copied(value if value is not None else [])


def _add_paths(page: Fragment, result: Joined, report: Report) -> None:
    paths = map_in(result.data, "paths")
    for path, item in as_map(page.document.data.get("paths")).items():
        owner = map_in(paths, path)
        for key in as_map(item):
            _add(owner, key, join("/paths", path, key), page, result, report)


def _add_components(page: Fragment, result: Joined, report: Report) -> None:
    """Add the components of a page; one that a page only repeats gives way to the component itself."""
    for kind, members in as_map(page.document.data.get("components")).items():
        owner = map_in(map_in(result.data, "components"), kind)
        for name in as_map(members):
            repeated = kind == "schemas" and name in page.expanded
            if repeated and name in owner and name not in result.weak:
                continue
            if name in result.weak and not repeated:
                del owner[name]
                result.weak.discard(name)
            elif repeated and name not in owner:
                result.weak.add(name)
            _add(owner, name, join("/components", kind, name), page, result, report)


def _add_tags(page: Fragment, result: Joined, report: Report) -> None:
    others = list(as_list(result.data.get("tags")))
    for index, tag in enumerate(as_list(page.document.data.get("tags"))):
        tags = list_in(result.data, "tags")
        same = [each for each in others if as_map(each).get("name") == as_map(tag).get("name")]
        if not same:
            result.origins[join("/tags", len(tags))] = page.document.at(join("/tags", index))
            tags.append(tag)
        elif same[0] != tag:
            at = page.document.at(join("/tags", index))
            other = line_of(result.origins[join("/tags", tags.index(same[0]))], report)
            report.add("E173", f"the tag {as_map(tag).get('name')!r} is described otherwise at {other}", at)


def _add(owner: dict[str, Json], key: str, pointer: str, page: Fragment, result: Joined, report: Report) -> None:
    """Add one value of a page; the same value again is fine, another one is a conflict."""
    value = page.document.get(pointer)
    at = page.document.at(pointer)
    if key not in owner:
        owner[key] = value
        result.origins[pointer] = at
    elif _text(owner[key]) == _text(value):
        if pointer.startswith("/paths/") and key in METHODS:
            result.shared.append(f"{key.upper()} {_path(pointer)[0]}")
    else:
        first = line_of(result.origins[pointer], report)
        code = "E171" if pointer.startswith("/paths/") else "E172" if pointer.startswith("/components/") else "E173"
        named = " ".join(_path(pointer)) if code == "E171" else repr(key)
        help = "give the newer page only, or mend one of the two"
        report.add(code, f"{named} is described otherwise at {first}", at, help=help)


def _path(pointer: str) -> list[str]:
    path, key = pointer.split("/")[2:4]
    return [path.replace("~1", "/").replace("~0", "~"), key]


def _text(value: Json) -> str:
    return json.dumps(value, sort_keys=True)
