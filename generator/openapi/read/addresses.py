"""Addresses: which value a reference leads to.

A reference is resolved against the address that its document or schema gives itself (`$self`, `$id`), else against the
file it stands in (OpenAPI 3.2, 4.1.2.2). The addresses that are known are those of the files that were read; where none
of them is meant, the other files of the folder are asked for theirs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin

from ...data import Json, is_list, is_map
from ...report import Report, SpecError
from .document import Draft, child, join, tokens
from .load import load_data

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_MOST_FILES = 1000
_NAMING = re.compile(r"""\$(self|id|anchor|dynamicAnchor)["']?\s*:""")
"""A key that gives an address, in the text of a document."""
_VALUES = frozenset({"example", "examples", "default", "const", "enum"})
"""Keywords of values, in which an address is one that the API speaks of."""
_SUFFIXES = (".yaml", ".yml", ".json")


class UnfoundError(Exception):
    """A reference whose target is not there. code: of the problem; "" where only the place in its file is missing."""

    def __init__(self, fault: str, code: str = "") -> None:
        super().__init__(fault)
        self.fault = fault
        self.code = code


@dataclass(frozen=True, slots=True)
class Home:
    """A file that references lead to. file: as messages call it; the data of the document itself may change."""

    file: str
    data: Json


class Addresses:
    """The files of a folder, and the addresses in them."""

    def __init__(self, draft: Draft, folder: Path, report: Report) -> None:
        self._folder = folder
        self._report = report
        self._root = Path(draft.file).parent
        self.document = Home(draft.file, draft.data)
        self._files: dict[str, Home] = {}
        self._resources: dict[str, tuple[Home, str]] = {}
        self._bases: dict[str, list[tuple[str, str]]] = {}
        self._anchors: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self._complete = False
        self._add(self.document)

    def are_plain(self, file: str) -> bool:
        """Say whether what stands in a file has no address but the file's."""
        return not self._bases.get(file)

    def find(self, reference: str, file: str, pointer: str) -> tuple[Home, str]:
        """Return the file and the pointer that a reference leads to. file, pointer: where it stands.

        Raises UnfoundError, and SpecError when a file cannot be read.
        """
        target, _, fragment = reference.partition("#")
        home, base = self._resource(target, reference, file, pointer)
        return home, self._inside(home, base, unquote(fragment))

    def _resource(self, target: str, reference: str, file: str, pointer: str) -> tuple[Home, str]:
        """Return what an address without its fragment leads to: a file, and the pointer of a schema or ""."""
        if not target and self.are_plain(file):
            return self._files[file], ""
        address, base = self._around(file, pointer)
        if not target:
            return self._files[file], base
        whole = _plain(urljoin(address, target))
        if whole in self._resources:
            return self._resources[whole]
        fault: UnfoundError | None = None
        if not _ABSOLUTE.match(target):
            try:
                return self._open(target, reference, file), ""
            except UnfoundError as error:
                fault = error
        self._complete_addresses()
        if whole in self._resources:
            return self._resources[whole]
        raise fault or UnfoundError(f"the reference {reference!r} needs the network", "E111")

    def _around(self, file: str, pointer: str) -> tuple[str, str]:
        """Return the address that holds at a place, and the pointer of what has it."""
        for base, address in reversed(self._bases.get(file, [])):
            if pointer == base or pointer.startswith(f"{base}/"):
                return address, base
        return self._retrieved(file), ""

    def _retrieved(self, file: str) -> str:
        return Path(file).relative_to(self._root).as_posix()

    def _inside(self, home: Home, base: str, fragment: str) -> str:
        """Return the pointer of a place in a file: below a schema with an address, else anywhere in it."""
        if fragment and not fragment.startswith("/"):
            found = self._anchors.get((home.file, fragment), [])
            if not found:
                raise UnfoundError("leads to nothing")
            return next((pointer for around, pointer in found if around == base), found[0][1])
        for start in dict.fromkeys((base, "")):
            try:
                return _followed(home.data, start + fragment)
            except KeyError:
                continue
        raise UnfoundError("leads to nothing")

    def _open(self, target: str, reference: str, file: str) -> Home:
        relative = Path(file).parent / unquote(target)
        inside = relative.is_relative_to(self._root)
        path = (self._folder / relative.relative_to(self._root) if inside else self._folder / "/").resolve()
        if not inside or not path.is_relative_to(self._folder):
            raise UnfoundError(f"the reference {reference!r} leaves the folder of the document", "E112")
        name = (self._root / path.relative_to(self._folder)).as_posix()
        if name not in self._files:
            if not path.is_file():
                raise UnfoundError(f"the reference {reference!r} names a file that is not there", "E113")
            self._add(Home(name, load_data(path, self._report, name=name)))
        return self._files[name]

    def _add(self, home: Home) -> None:
        """Note a file and the addresses in it."""
        self._files[home.file] = home
        text = self._report.sources.get(home.file, "")
        if not text or _NAMING.search(text):
            self._note(home)

    def _note(self, home: Home) -> None:
        address = self._retrieved(home.file)
        bases = self._bases.setdefault(home.file, [])
        stack: list[tuple[Json, str, str, str]] = [(home.data, "", address, "")]
        while stack:
            value, pointer, address, base = stack.pop()
            if is_list(value):
                stack.extend((each, f"{pointer}/{index}", address, base) for index, each in enumerate(value))
            if not is_map(value):
                continue
            own = value.get("$id") or (value.get("$self") if not pointer else None)
            anchors = [value.get("$anchor"), value.get("$dynamicAnchor")]
            if isinstance(own, str) and own.startswith("#"):
                anchors.append(own[1:])
            elif isinstance(own, str):
                address, base = _plain(urljoin(address, own).partition("#")[0]), pointer
                self._resources.setdefault(address, (home, pointer))
                bases.append((pointer, address))
            for each in anchors:
                if isinstance(each, str):
                    self._anchors.setdefault((home.file, each), []).append((base, pointer))
            inside = ((key, each) for key, each in value.items() if isinstance(each, (dict, list)))
            stack.extend((each, join(pointer, key), address, base) for key, each in inside if key not in _VALUES)
        bases.sort(key=lambda each: len(each[0]))

    def _complete_addresses(self) -> None:
        """Read the files of the folder that give themselves an address; those that cannot be read are passed over."""
        if self._complete:
            return
        self._complete = True
        found = (path for path in self._folder.rglob("*") if path.suffix in _SUFFIXES)
        for path in sorted(path for path, _ in zip(found, range(_MOST_FILES), strict=False)):
            name = (self._root / path.relative_to(self._folder)).as_posix()
            if name in self._files or not path.resolve().is_relative_to(self._folder):
                continue
            aside = Report()
            try:
                data = load_data(path, aside, name=name)
            except (SpecError, OSError):
                continue
            if "$self" in aside.sources[name] or "$id" in aside.sources[name]:
                self._report.sources.update(aside.sources)
                self._add(Home(name, data))


def _plain(address: str) -> str:
    """Return the one spelling of an address whose characters may be percent-encoded."""
    return unquote(address)


def _followed(data: Json, pointer: str) -> str:
    """Return the pointer in its usual spelling, references on the way followed; KeyError when there is nothing."""
    value, way = data, ""
    for token in tokens(pointer):
        for _ in range(20):
            reference = value.get("$ref") if is_map(value) and token not in value else None
            if not isinstance(reference, str) or not reference.startswith("#/"):
                break
            way = unquote(reference[1:])
            value = _at(data, way)
        value, way = child(value, token), join(way, token)
    return way


def _at(data: Json, pointer: str) -> Json:
    for token in tokens(pointer):
        data = child(data, token)
    return data
