"""Kept: operations of an earlier import that no page has now stay, with the components they lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...data import Json, as_list, as_map, copied, is_list, is_map, map_in, maps
from ...openapi.read.document import child, tokens
from .fragment import operations


@dataclass(slots=True)
class Kept:
    """operations: (path, method, operation). items: what stands beside them. components: (kind, name) -> component."""

    operations: list[tuple[str, str, dict[str, Json]]] = field(default_factory=list[tuple[str, str, dict[str, Json]]])
    items: dict[str, dict[str, Json]] = field(default_factory=dict[str, dict[str, Json]])
    components: dict[tuple[str, str], Json] = field(default_factory=dict[tuple[str, str], Json])

    @property
    def schemas(self) -> dict[str, Json]:
        return {name: value for (kind, name), value in self.components.items() if kind == "schemas"}

    def add_to(self, data: dict[str, Json]) -> None:
        """Add what is kept to a new document; a component that the new pages have is theirs."""
        for path, method, operation in self.operations:
            item = map_in(map_in(data, "paths"), path)
            for key, value in self.items[path].items():
                item.setdefault(key, value)
            item[method] = operation
        for (kind, name), value in self.components.items():
            map_in(map_in(data, "components"), kind).setdefault(name, value)

    def notes(self, data: Json) -> list[str]:
        """Say what was kept, and which of its components are now others."""
        now = _schemas(data)
        changed = sorted(name for name, value in self.schemas.items() if now[name] != value)
        tail = f"; changed since: {', '.join(changed)}" if changed else ""
        return [f"{method.upper()} {path} has no page; kept as it was{tail}" for path, method, _ in self.operations]


def kept(old: Json, new: dict[str, Json]) -> Kept:
    """Return what an earlier document has and the new one lacks."""
    result = Kept()
    old = as_map(old)
    now = {(path, method) for path, method, _ in operations(new)}
    for path, method, operation in operations(old):
        if (path, method) in now:
            continue
        operation = copied(operation)
        for key in ("servers", "security"):
            if key not in operation and old.get(key) != new.get(key):
                operation[key] = copied(old.get(key, []))
        whole = as_map(as_map(old.get("paths")).get(path))
        item: dict[str, Json] = {key: value for key, value in whole.items() if not is_map(value)}
        result.operations.append((path, method, operation))
        result.items[path] = copied(item)
        _follow([operation, item], old, result)
    return result


def refers(data: Json, pointer: str, name: str) -> bool:
    """Say whether a pointer, with a parameter's name for its index, leads to a reference to the component `name`."""
    value = data
    try:
        for token in tokens(pointer):
            named = [each for each in as_list(value) if as_map(each).get("name") == token]
            value = named[0] if named else child(value, token)
    except KeyError:
        return list(tokens(pointer))[:2] == ["components", "schemas"] and name in _schemas(data)
    return any(
        as_map(each).get("$ref") == f"#/components/schemas/{name}"
        for each in [value, *as_list(as_map(value).get("anyOf"))]
    )


def _schemas(data: Json) -> dict[str, Json]:
    return as_map(as_map(as_map(data).get("components")).get("schemas"))


def _follow(values: list[Json], old: dict[str, Json], result: Kept) -> None:
    """Collect the components that values lead to."""
    pending = [each for value in values for each in _targets(value)]
    while pending:
        kind, name = pending.pop()
        members = as_map(as_map(old.get("components")).get(kind))
        if (kind, name) not in result.components and name in members:
            result.components[kind, name] = copied(members[name])
            pending.extend(_targets(members[name]))
    names = {name for each in values for one in maps(as_map(each).get("security")) for name in one}
    names |= {name for one in maps(old.get("security")) for name in one}
    schemes = as_map(as_map(old.get("components")).get("securitySchemes"))
    result.components.update(
        {("securitySchemes", name): copied(schemes[name]) for name in sorted(names & set(schemes))}
    )


def _targets(value: Json) -> Iterator[tuple[str, str]]:
    """Yield kind and name of each component that a value refers to."""
    stack = [value]
    while stack:
        each = stack.pop()
        if is_map(each):
            reference = each.get("$ref")
            if isinstance(reference, str) and reference.startswith("#/components/"):
                kind, name = list(tokens(reference[1:]))[1:3]
                yield kind, name
            stack.extend(each.values())
        elif is_list(each):
            stack.extend(each)
