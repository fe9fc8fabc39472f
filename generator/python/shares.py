"""Shares: the schemas of a large document for several runs of the model tool, which write what a single one would.

What the tool writes for a class comes of its own schema, of those that it extends, and of what others are called. So a
share has some modules whole, with what their classes extend and the aliases that they name; any other class that they
name is an empty one in it. Where a circle keeps the tool from settling such a class, the empty one leads into a circle
too: the tool puts what it cannot settle last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from ..data import Json, as_list, as_map
from .order import rounds_of, targets

_CIRCLE = ("_circle.One", "_circle.Other")
"""Components that refer to each other; no module of ours begins so."""


@dataclass(frozen=True, slots=True)
class Share:
    """Components in the order of all. files: that are its own; those of other modules are left aside. None: all are."""

    components: Mapping[str, Json]
    files: frozenset[str] | None

    def own(self, written: Mapping[str, str]) -> dict[str, str]:
        """Return what the tool wrote of it, without the files of other shares."""
        return {name: text for name, text in written.items() if self.files is None or name in self.files}


def shares(components: Mapping[str, Json], prefix: str, count: int) -> list[Share]:
    """Return about so many shares, at least one, of which each takes the tool about as long.

    components: `module.Class` -> schema, in the order of the tool. prefix: of a reference, before the name.
    """
    needs = {name: targets(schema, prefix) for name, schema in components.items()}
    settled = rounds_of(needs).keys()
    return [
        Share(_with_empty(own, components, needs, settled, prefix), frozenset(map(_file, own)))
        for own in _modules(components, count)
    ]


def cost(components: Mapping[str, Json]) -> float:
    """Return about how many seconds the tool takes."""
    return sum(map(_cost, components.values()))


def _modules(components: Mapping[str, Json], count: int) -> list[list[str]]:
    """Return the components of some modules after the other; what stands together mostly refers to each other."""
    modules: dict[str, list[str]] = {}
    for name in components:
        modules.setdefault(_file(name), []).append(name)
    found: dict[int, list[str]] = {}
    whole, taken = cost(components), 0.0
    for names in modules.values():
        own = sum(_cost(components[name]) for name in names)
        found.setdefault(int((taken + own / 2) / whole * count), []).extend(names)
        taken += own
    return [*found.values()]


def _cost(schema: Json) -> float:
    """Return about how many seconds the tool takes for a schema: most of them for its fields, and for unions.
    Measured."""
    own = [as_map(each) for each in (schema, *as_list(as_map(schema).get("allOf")))]
    fields = [each for part in own for each in as_map(part.get("properties")).values()]
    unions = sum("anyOf" in as_map(each) for each in fields)
    return (5 + 3 * len(fields) + 30 * unions) / 10_000


def _with_empty(
    own: Sequence[str],
    components: Mapping[str, Json],
    needs: Mapping[str, set[str]],
    settled: Set[str],
    prefix: str,
) -> dict[str, Json]:
    """Return what stands in a share."""
    whole = set(own)
    named: set[str] = set()
    pending = list(own)
    while pending:
        name = pending.pop()
        for each in needs[name] - whole:
            if _is_class(components[each]) and each not in _bases(components[name], prefix):
                named.add(each)
            else:
                whole.add(each)
                pending.append(each)
    one, other = (_empty(f"{prefix}{each}") for each in _CIRCLE)
    found = {
        name: components[name] if name in whole else _empty() if name in settled else one
        for name in components
        if name in whole or name in named
    }
    return {**found, _CIRCLE[0]: other, _CIRCLE[1]: one}


def _empty(reference: str = "") -> dict[str, Json]:
    """Return a class without fields, or with one that leads somewhere."""
    return {"type": "object", **({"properties": {"to": {"$ref": reference}}} if reference else {})}


def _file(name: str) -> str:
    return f"{name.partition('.')[0]}.py"


def _is_class(schema: Json) -> bool:
    """Say whether a component is written as a class, as `Schemas` spells one."""
    found = as_map(schema)
    return "allOf" in found or (found.get("type") == "object" and "additionalProperties" not in found)


def _bases(schema: Json, prefix: str) -> set[str]:
    """Return the components that a class extends."""
    return {
        str(as_map(each)["$ref"]).removeprefix(prefix)
        for each in as_list(as_map(schema).get("allOf"))
        if "$ref" in as_map(each)
    }
