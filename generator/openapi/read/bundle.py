"""Bundle: a draft becomes one file, and every reference leads to a value of the right kind.

In: a document whose references may lead to other files of its folder or to any place in the document. Out: the same
API with references to components only. References that leave the folder, need the network, or go round in circles are
errors; one that leads nowhere costs its schema (it becomes any value).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ...data import Json, as_map, as_text, copied, is_list, is_map, map_in
from ...report import Location, Report, nearest
from .addresses import Addresses, Home, UnfoundError
from .document import Draft, join, tokens, value_at
from .references import Mention, mentions

_KINDS = {
    "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links",
    "callbacks", "pathItems", "mediaTypes",
}  # fmt: skip
_PLACES = frozenset({
    *_KINDS, "paths", "components", "content", "schema", "properties", "$defs", "definitions",
})  # fmt: skip
"""Words of a pointer that say where a value stands, not what it is."""

_OVERRIDES = frozenset({"$ref", "title", "summary", "description"})
"""What may stand beside a reference and is said of the value in its place (OpenAPI 3.1, 4.8.23)."""


def bundle(draft: Draft, folder: Path, report: Report) -> None:
    """Resolve references to files below `folder`, settle the others; raises SpecError on errors."""
    _Bundle(draft, folder.resolve(), report).run()
    report.stop_on_error()


class _Bundle:
    """The draft, and what its references were found to lead to. names: file, kind and pointer -> component."""

    def __init__(self, draft: Draft, folder: Path, report: Report) -> None:
        self._draft = draft
        self._report = report
        self._addresses = Addresses(draft, folder, report)
        self._names: dict[tuple[str, str, str], str] = {}
        self._adopted: set[str] = set()
        self._sound: set[tuple[str, str]] = set()
        """References of the document, with the kind of component that belongs there, which are as they should be."""
        self._own = {kind: set(as_map(each)) for kind, each in as_map(draft.data.get("components")).items()}

    def run(self) -> None:
        self._claim_names()
        pending: list[tuple[Json, str, str]] = [(self._draft.data, "", self._draft.file)]
        while pending:
            value, pointer, file = pending.pop()
            found = [*mentions(value, pointer)]
            for each in (each for each in found if each.is_reference):
                pending.extend(self._settle(each.holder, each.place, each.kind, file))
            for each in (each for each in found if not each.is_reference):
                pending.extend(self._settle_name(each, file))
        self._refuse_cycles()

    def _claim_names(self) -> None:
        """Let components that are references to other files, and no more, be what those lead to under their names."""
        claims: list[tuple[tuple[str, str, str], str]] = []
        for kind, members in as_map(self._draft.data.get("components")).items():
            for name, holder in as_map(members).items() if kind in _KINDS else ():
                if is_map(holder) and isinstance(holder.get("$ref"), str) and holder.keys() <= _OVERRIDES:
                    with suppress(UnfoundError):
                        home, pointer = self._target(holder, join("/components", kind, name), self._draft.file)
                        if home is not self._addresses.document:
                            claims.append(((home.file, kind, pointer), name))
        claims.sort(key=lambda claim: claim[1] != _last(*claim[0]))
        for key, name in claims:
            self._names.setdefault(key, name)

    def _target(self, holder: dict[str, Json], place: str, file: str) -> tuple[Home, str]:
        """Return what a reference leads to: at its end, where other files only refer on. Raises UnfoundError."""
        home, pointer = self._addresses.find(as_text(holder["$ref"]), file, self._draft.at(place).pointer)
        seen: set[tuple[str, str]] = set()
        while home is not self._addresses.document and (home.file, pointer) not in seen:
            seen.add((home.file, pointer))
            value = value_at(home.data, pointer)
            if not (is_map(value) and isinstance(value.get("$ref"), str) and len(value) == 1):
                break
            with suppress(UnfoundError):  # said where the value is settled
                home, pointer = self._addresses.find(as_text(value["$ref"]), home.file, pointer)
        return home, pointer

    def _settle(self, holder: dict[str, Json], place: str, kind: str, file: str) -> Iterator[tuple[Json, str, str]]:
        """Make one reference lead to a component; yields the values that this brought in."""
        reference = as_text(holder["$ref"])
        is_plain = file == self._draft.file and self._addresses.are_plain(file)
        if is_plain and (reference, kind) in self._sound:
            return
        try:
            home, pointer = self._target(holder, place, file)
        except UnfoundError as error:
            if error.code:
                self._refuse(holder, place, error)
            else:
                self._dangling(holder, place, kind, reference, error.fault)
            return
        parts = list(tokens(pointer))
        if home is self._addresses.document:
            if not _may_be_referred_to(parts, kind):
                self._dangling(holder, place, kind, reference, "does not lead to a value of its kind")
                return
            if len(parts) == 3 and parts[0] == "components" and parts[1] in _KINDS:
                holder["$ref"] = f"#{pointer}"
                if kind not in ("", parts[1]):
                    self._dangling(holder, place, kind, reference, f"is to one of components.{parts[1]}")
                elif is_plain and reference == f"#{pointer}":
                    self._sound.add((reference, kind))
                return
        yield from self._adopt(holder, kind or "schemas", pointer, home)

    def _settle_name(self, found: Mention, file: str) -> Iterator[tuple[Json, str, str]]:
        """Make the value in a mapping, or the key of a security requirement, name a component; as `_settle`.

        The names of components come first, those of the document before those of the file; what leads to nothing stays.
        """
        holder, key, place, kind, _ = found
        is_key = kind == "securitySchemes"
        text = key if is_key else as_text(holder[key])
        if not text or text in self._own.get(kind, ()):
            return
        is_address = "#" in text or "/" in text or text.endswith((".yaml", ".yml", ".json"))
        if not is_address and file == self._draft.file:
            return
        stand_in: dict[str, Json] = {"$ref": text if is_address else f"#{join('/components', kind, text)}"}
        with suppress(UnfoundError):
            self._target(stand_in, place, file)
            yield from self._settle(stand_in, place, kind, file)
            reference = as_text(stand_in.get("$ref"))
            if not is_key:
                holder[key] = reference
            elif reference:
                renamed = {reference.rpartition("/")[2] if each == key else each: one for each, one in holder.items()}
                holder.clear()
                holder.update(renamed)

    def _adopt(self, holder: dict[str, Json], kind: str, pointer: str, home: Home) -> Iterator[tuple[Json, str, str]]:
        """Turn the target of a reference into a component."""
        key = home.file, kind, pointer
        if key not in self._names:
            self._names[key] = self._free_name(kind, pointer, home)
        reference = holder["$ref"] = join("#/components", kind, self._names[key])
        if reference in self._adopted:
            return
        self._adopted.add(reference)
        is_own = home is self._addresses.document
        self._draft.origins[reference[1:]] = self._draft.at(pointer) if is_own else Location(home.file, pointer)
        members = map_in(map_in(self._draft.data, "components"), kind)
        value = value_at(home.data, pointer)
        if is_own:
            members[self._names[key]] = value
            self._replace(pointer, reference)
            return
        beside = {name: each for name, each in as_map(members.get(self._names[key])).items() if name != "$ref"}
        value = copied(value)
        members[self._names[key]] = {**value, **beside} if is_map(value) else value
        yield members[self._names[key]], reference[1:], home.file

    def _replace(self, fragment: str, reference: str) -> None:
        """Put a reference where the adopted value stood, so that it is not written twice."""
        parent, _, last = fragment.rpartition("/")
        owner = self._draft.get(parent)
        token = next(iter(tokens("/" + last)))
        if is_map(owner):
            owner[token] = {"$ref": reference}
        elif is_list(owner):
            owner[int(token)] = {"$ref": reference}

    def _free_name(self, kind: str, fragment: str, home: Home) -> str:
        taken = as_map(as_map(self._draft.data.get("components")).get(kind))
        words = [part for part in tokens(fragment) if re.search(r"[A-Za-z]", part) and part not in _PLACES]
        stem = "-".join(words[-4:]) or Path(home.file).stem
        base = re.sub(r"[^A-Za-z0-9]+", "_", stem).strip("_") or "Schema"
        name, number = base, 2
        while name in taken:
            name, number = f"{base}{number}", number + 1
        return name

    def _dangling(self, holder: dict[str, Json], place: str, kind: str, reference: str, fault: str) -> None:
        known = as_map(as_map(self._draft.data.get("components")).get(kind or "schemas"))
        near = nearest(reference.rpartition("/")[2], known)
        help = f"did you mean {join('#/components', kind or 'schemas', near)!r}? " if near else ""
        noun = {"requestBodies": "request body", "pathItems": "path item"}.get(kind, kind.rstrip("s"))
        read = {"": "schema", "schemas": "schema", "mediaTypes": "content"}.get(kind)
        help += f"`build` reads the {read} as any value" if read else f"`build` leaves the {noun} out"
        self._report.degraded("E110", f"the reference {reference!r} {fault}", self._at(place), help=help)
        holder.clear()

    def _refuse(self, holder: dict[str, Json], place: str, error: UnfoundError) -> None:
        self._report.add(
            error.code, error.fault, self._at(place), help="copy the part that is needed into the document"
        )
        holder.clear()

    def _at(self, place: str) -> Location:
        return self._draft.at(join(place, "$ref"))

    def _refuse_cycles(self) -> None:
        """Report components that are nothing but references to one another."""
        seen: set[str] = set()
        for kind, members in as_map(self._draft.data.get("components")).items():
            for name in () if kind.startswith("x-") else as_map(members):
                chain = self._chain(join("#/components", kind, name), seen)
                if chain:
                    text = " -> ".join(each.rpartition("/")[2] for each in chain)
                    place = join("/components", kind, name)
                    help = "one of them has to be a value"
                    self._report.add("E114", f"references lead in a circle: {text}", self._at(place), help=help)

    def _chain(self, reference: str, seen: set[str]) -> list[str]:
        chain: list[str] = []
        while reference not in seen:
            seen.add(reference)
            chain.append(reference)
            value = self._draft.get(reference[1:])
            if not (is_map(value) and isinstance(target := value.get("$ref"), str)):
                return []
            reference = target
        return [*chain[chain.index(reference) :], reference] if reference in chain else []


def _may_be_referred_to(parts: list[str], kind: str) -> bool:
    """Say whether a place of the document can hold a component; the root and its own fields cannot."""
    if not parts or parts[0] in ("openapi", "info", "servers", "security", "tags", "externalDocs"):
        return False
    is_path = len(parts) == 2 and kind == "pathItems" and parts[0] != "components"
    return len(parts) > 2 or is_path or parts[0] not in ("components", "paths", "webhooks")


def _last(file: str, kind: str, pointer: str) -> str:
    """Return what the value at a pointer is called there: its key, or the name of its file."""
    return next(tokens(f"/{pointer.rpartition('/')[2]}")) if pointer else Path(file).stem
