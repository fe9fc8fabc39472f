"""Bundle: a draft becomes one file, and every reference leads to a value of the right kind.

In: a document whose references may lead to other files of its folder or to any place in the document. Out: the same
API with references to components only. References that leave the folder, need the network, or go round in circles are
errors; one that leads nowhere costs its schema (it becomes any value).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from ...data import Json, as_map, as_text, copied, is_list, is_map, map_in
from ...report import Location, Report, nearest
from .document import Draft, join, tokens, value_at
from .load import load_data

_KINDS = {
    "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links",
    "callbacks", "pathItems", "mediaTypes",
}  # fmt: skip
_NOT_REFERENCES = {"example", "examples", "default", "enum", "const", "mapping"}


def bundle(draft: Draft, folder: Path, report: Report) -> None:
    """Resolve references to files below `folder`, settle the others; raises SpecError on errors."""
    _Bundle(draft, folder.resolve(), report).run()
    report.stop_on_error()


@dataclass(frozen=True, slots=True)
class _Home:
    """A file that references lead to."""

    file: str
    data: Json


class _Bundle:
    """The draft, what its references were found to lead to, and the files they led to."""

    def __init__(self, draft: Draft, folder: Path, report: Report) -> None:
        self._draft = draft
        self._folder = folder
        self._report = report
        self._names: dict[tuple[str, str], str] = {}
        self._files: dict[str, _Home] = {}

    def run(self) -> None:
        pending: list[tuple[Json, str, str]] = [(self._draft.data, "", self._draft.file)]
        while pending:
            value, pointer, file = pending.pop()
            for holder, place, kind in list(references(value, pointer)):
                pending.extend(self._settle(holder, place, kind, file))
        self._refuse_cycles()

    def _settle(self, holder: dict[str, Json], place: str, kind: str, file: str) -> Iterator[tuple[Json, str, str]]:
        """Make one reference lead to a component; yields the values that this brought in."""
        reference = as_text(holder["$ref"])
        target, _, fragment = reference.partition("#")
        fragment = unquote(fragment).rstrip("/") if "%" in fragment else fragment
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", target):
            self._refuse(holder, place, f"the reference {reference!r} needs the network", "E111")
            return
        home = self._open(target, file, holder, place) if target or file != self._draft.file else None
        if home is None and (target or file != self._draft.file):
            return
        try:
            value = _walk(home.data if home else self._draft.data, fragment)
        except KeyError:
            self._dangling(holder, place, kind, reference)
            return
        parts = list(tokens(fragment))
        if home is None and not _may_be_referred_to(parts, kind):
            self._dangling(holder, place, kind, reference, "does not lead to a value of its kind")
            return
        if home is None and len(parts) == 3 and parts[0] == "components" and parts[1] in _KINDS:
            holder["$ref"] = f"#{fragment}"
            if kind not in ("", parts[1]):
                self._dangling(holder, place, kind, reference, f"is to one of components.{parts[1]}")
            return
        yield from self._adopt(holder, kind, fragment, value, home)

    def _adopt(
        self, holder: dict[str, Json], kind: str, fragment: str, value: Json, home: _Home | None
    ) -> Iterator[tuple[Json, str, str]]:
        """Turn the target of a reference into a component."""
        kind = kind or "schemas"
        key = (home.file if home else self._draft.file, f"{kind}:{fragment}")
        known = key in self._names
        name = self._names.setdefault(key, "" if known else self._free_name(kind, fragment, home))
        reference = holder["$ref"] = join("#/components", kind, name)
        if known:
            return
        pointer = join("/components", kind, name)
        self._draft.origins[pointer] = Location(home.file, fragment) if home else self._draft.at(fragment)
        if home is not None:
            value = copied(value)
        map_in(map_in(self._draft.data, "components"), kind)[name] = value
        if home is None:
            self._replace(fragment, reference)
        else:
            yield value, pointer, home.file

    def _replace(self, fragment: str, reference: str) -> None:
        """Put a reference where the adopted value stood, so that it is not written twice."""
        parent, _, last = fragment.rpartition("/")
        owner = _walk(self._draft.data, parent)
        token = next(iter(tokens("/" + last)))
        if is_map(owner):
            owner[token] = {"$ref": reference}
        elif is_list(owner):
            owner[int(token)] = {"$ref": reference}

    def _free_name(self, kind: str, fragment: str, home: _Home | None) -> str:
        taken = as_map(as_map(self._draft.data.get("components")).get(kind))
        parts = [part for part in tokens(fragment) if re.search(r"[A-Za-z]", part)]
        words = [
            part for part in parts if part not in ("paths", "components", "content", "schema", "properties", *_KINDS)
        ]
        stem = "-".join(words[-4:]) or (Path(home.file).stem if home else "Schema")
        base = re.sub(r"[^A-Za-z0-9]+", "_", stem).strip("_") or "Schema"
        name, number = base, 2
        while name in taken:
            name, number = f"{base}{number}", number + 1
        return name

    def _open(self, target: str, file: str, holder: dict[str, Json], place: str) -> _Home | None:
        root = Path(self._draft.file).parent
        relative = (Path(file).parent / unquote(target)) if target else Path(file)
        path = (self._folder / relative.relative_to(root)) if relative.is_relative_to(root) else self._folder / "/"
        resolved = path.resolve()
        if not resolved.is_relative_to(self._folder) or not relative.is_relative_to(root):
            self._refuse(holder, place, f"the reference {holder['$ref']!r} leaves the folder of the document", "E112")
            return None
        name = (root / resolved.relative_to(self._folder)).as_posix()
        if name not in self._files:
            if not resolved.is_file():
                self._refuse(holder, place, f"the reference {holder['$ref']!r} names a file that is not there", "E113")
                return None
            self._files[name] = _Home(name, load_data(resolved, self._report, name=name))
        return self._files[name]

    def _dangling(
        self, holder: dict[str, Json], place: str, kind: str, reference: str, fault: str = "leads to nothing"
    ) -> None:
        known = as_map(as_map(self._draft.data.get("components")).get(kind or "schemas"))
        near = nearest(reference.rpartition("/")[2], known)
        help = f"did you mean {join('#/components', kind or 'schemas', near)!r}? " if near else ""
        noun = {"requestBodies": "request body", "pathItems": "path item"}.get(kind, kind.rstrip("s"))
        read = {"": "schema", "schemas": "schema", "mediaTypes": "content"}.get(kind)
        help += f"`build` reads the {read} as any value" if read else f"`build` leaves the {noun} out"
        self._report.degraded("E110", f"the reference {reference!r} {fault}", self._at(place), help=help)
        holder.clear()

    def _refuse(self, holder: dict[str, Json], place: str, message: str, code: str) -> None:
        self._report.add(code, message, self._at(place), help="copy the part that is needed into the document")
        holder.clear()

    def _at(self, place: str) -> Location:
        return self._draft.at(join(place, "$ref"))

    def _refuse_cycles(self) -> None:
        """Report components that are nothing but references to one another."""
        seen: set[str] = set()
        for kind, members in as_map(self._draft.data.get("components")).items():
            for name in as_map(members):
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
            value = _walk(self._draft.data, reference[1:])
            if not (is_map(value) and isinstance(target := value.get("$ref"), str)):
                return []
            reference = target
        return [*chain[chain.index(reference) :], reference] if reference in chain else []


def references(value: Json, pointer: str) -> Iterator[tuple[dict[str, Json], str, str]]:
    """Yield each object with a `$ref`, its pointer, and the kind of component that belongs there."""
    stack: list[tuple[Json, str, str]] = [(value, pointer, _kind_of_root(pointer))]
    while stack:
        value, pointer, kind = stack.pop()
        if is_list(value):
            stack.extend((each, f"{pointer}/{index}", kind) for index, each in reversed(list(enumerate(value))))
        if not is_map(value):
            continue
        if isinstance(value.get("$ref"), str) and kind != "map:properties":
            yield value, pointer, kind
        if kind == "examples":
            continue
        is_named = kind.startswith("map:")
        for key, each in reversed(value.items()):
            if isinstance(each, str):
                continue
            is_extension = str(key).startswith("x-") and (pointer or key != "x-webhooks")
            if is_named or (key not in _NOT_REFERENCES and not is_extension):
                stack.append((each, join(pointer, key), _kind_below(kind, str(key), pointer)))
            elif key == "examples" and kind != "schemas" and is_map(each):
                stack.extend((one, join(pointer, key, name), "examples") for name, one in each.items())


_BELOW = {
    "parameters": "parameters", "requestBody": "requestBodies", "responses": "map:responses", "headers": "map:headers",
    "links": "map:links", "callbacks": "map:callbacks", "schema": "schemas", "itemSchema": "schemas",
    "paths": "map:pathItems", "webhooks": "map:pathItems", "x-webhooks": "map:pathItems", "components": "components",
    "content": "map:content",
}  # fmt: skip
_SCHEMA_MAPS = {"properties", "patternProperties", "$defs", "definitions", "dependentSchemas"}


def _kind_of_root(pointer: str) -> str:
    parts = list(tokens(pointer))
    return parts[1] if len(parts) == 3 and parts[0] == "components" else ""


def _kind_below(kind: str, key: str, pointer: str) -> str:
    if kind == "components":
        return f"map:{key}"
    if kind == "map:properties":
        return "schemas"
    if kind.startswith("map:"):
        return {"content": "mediaTypes"}.get(kind[4:], kind[4:])
    if kind == "schemas":
        return "map:properties" if key in _SCHEMA_MAPS else "schemas"
    return _BELOW.get(key, "")


def _may_be_referred_to(parts: list[str], kind: str) -> bool:
    """Say whether a place of the document can hold a component; the root and its own fields cannot."""
    if not parts or parts[0] in ("openapi", "info", "servers", "security", "tags", "externalDocs"):
        return False
    is_path = len(parts) == 2 and kind == "pathItems" and parts[0] != "components"
    return len(parts) > 2 or is_path or parts[0] not in ("components", "paths", "webhooks")


def _walk(value: Json, fragment: str) -> Json:
    if fragment and not fragment.startswith("/"):
        raise KeyError(fragment)
    return value_at(value, fragment)
