"""An OpenAPI document as its publisher wrote it: plain data, references are followed, and
operations have all that they take."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class _Loader(yaml.CSafeLoader):
    """YAML 1.2: what is no number, true, false or null is text."""

    yaml_implicit_resolvers: dict[str, Any] = {}


_PLAIN = {
    "bool": (r"true|True|TRUE|false|False|FALSE", "tTfF"),
    "int": (r"[-+]?[0-9]+", "-+0123456789"),
    "float": (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789."),
    "null": (r"~|null|Null|NULL|", ["~", "n", "N", ""]),
}
for _name, (_pattern, _first) in _PLAIN.items():
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(f"^({_pattern})$"), list(_first))
_Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
_Loader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


def load(path: Path) -> Any:
    """Return the data of a file."""
    text = path.read_text(encoding="utf-8-sig")
    return json.loads(text) if path.suffix == ".json" else yaml.load(text, _Loader)


@dataclass(frozen=True)
class Place:
    """A value of the document, with the pointer that leads to it."""

    value: Any
    pointer: str

    def at(self, *tokens: str | int) -> Place:
        """Return what stands further in; None where nothing does."""
        value, pointer = self.value, self.pointer
        for token in tokens:
            if isinstance(value, dict):
                value = value.get(str(token))
            else:
                value = value[int(token)] if isinstance(value, list) and int(token) < len(value) else None
            pointer += "/" + str(token).replace("~", "~0").replace("/", "~1")
        return Place(value, pointer)


@dataclass(frozen=True)
class Operation:
    """parameters: those of the path as well, in the order in which they are written. body: the request body or None."""

    method: str
    path: str
    data: dict[str, Any]
    parameters: list[Place]
    body: Place | None
    responses: dict[str, Place]
    security: list[dict[str, list[str]]]


class Document:
    """See the module. `old`: it speaks OpenAPI 3.0."""

    def __init__(self, path: Path) -> None:
        whole = load(path)
        self.data: dict[str, Any] = _with_text_keys(whole)
        self.old = str(self.data.get("openapi", "")).startswith("3.0")
        self.root = Place(self.data, "")

    def find(self, pointer: str) -> Any:
        """Return what a pointer leads to, as far as there is something (RFC 6901)."""
        return self.root.at(*(each.replace("~1", "/").replace("~0", "~") for each in pointer.split("/")[1:])).value

    def follow(self, place: Place, kind: str = "") -> Place:
        """Return what a reference refers to, at the end of all of them. kind: of the components that it may be to; {}
        stands for any other."""
        for step in range(50):
            target = place.value.get("$ref") if isinstance(place.value, dict) else None
            if not isinstance(target, str) or not target.startswith("#"):
                way = place.pointer.split("/")
                other = step and kind and way[1] == "components" and way[2] != kind
                return Place({}, place.pointer) if other else place
            pointer = unquote(target[1:])
            place = Place(self.find(pointer), pointer)
        return place

    def operations(self) -> Iterator[Operation]:
        """Yield all operations."""
        for path, item in (self.data.get("paths") or {}).items():
            place = self.follow(self.root.at("paths", path))
            for method in METHODS if isinstance(item, dict) else ():
                if isinstance(place.value, dict) and isinstance(place.value.get(method), dict):
                    yield self._operation(path, method, place, place.at(method))

    def _operation(self, path: str, method: str, item: Place, place: Place) -> Operation:
        found: dict[tuple[str, str], Place] = {}
        for holder in (item.at("parameters"), place.at("parameters")):
            for index in range(len(holder.value or ())):
                each = self.follow(holder.at(index))
                if isinstance(each.value, dict) and "name" in each.value and "in" in each.value:
                    name, where = str(each.value["name"]), each.value["in"]
                    found[name.lower() if where == "header" else name, where] = each
        body = self.follow(place.at("requestBody"))
        responses = {
            status: self.follow(place.at("responses", status), "responses")
            for status in place.value.get("responses") or {}
            if status[:2] != "x-"
        }
        for each in (body, *responses.values()):
            _settle(each.value)
        return Operation(
            method.upper(),
            path,
            place.value,
            list(found.values()),
            body if isinstance(body.value, dict) and body.value.get("content") else None,
            responses,
            place.value.get("security", self.data.get("security") or []) or [],
        )

    def references(self) -> Iterator[str]:
        """Yield what all references of the document refer to, each pointer once."""
        seen: set[str] = set()
        pending: list[Any] = [self.data]
        while pending:
            each = pending.pop()
            if isinstance(each, list):
                pending.extend(each)
            elif isinstance(each, dict):
                target = each.get("$ref")
                if isinstance(target, str) and target.startswith("#") and target not in seen:
                    seen.add(target)
                    yield unquote(target[1:])
                pending.extend(each.values())

    def extended(self) -> Iterator[str]:
        """Yield the pointers that members of an allOf refer to."""
        pending: list[Any] = [self.data]
        while pending:
            each = pending.pop()
            if isinstance(each, dict) and isinstance(branches := each.get("allOf"), list):
                for one in branches:
                    if isinstance(one, dict) and isinstance(one.get("$ref"), str):
                        yield unquote(one["$ref"][1:])
            pending.extend(each.values() if isinstance(each, dict) else each if isinstance(each, list) else ())


def _settle(holder: Any) -> None:
    """Leave out what is no media type of a content (RFC 9110, 8.3.1); one that stands alone is any."""
    content: dict[str, Any] = (holder.get("content") if isinstance(holder, dict) else None) or {}
    for media in [each for each in content if "/" not in each]:
        value = content.pop(media)
        if not content:
            content["*/*"] = value


def _with_text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {_key(key): _with_text_keys(each) for key, each in value.items()}
    return [_with_text_keys(each) for each in value] if isinstance(value, list) else value


def _key(key: object) -> str:
    return str(key).lower() if isinstance(key, bool) else "null" if key is None else str(key)
