"""Shares: some modules of models for a run of the model tool, which writes them as a run for all would.

What the tool writes for a class comes of its own schema, of those that it extends, and of what others are called. So a
share has its modules whole, with what their classes extend and the aliases that they name; any other class that they
name is an empty one in it. Where a circle keeps the tool from settling such a class, the empty one leads into a circle
too: the tool puts what it cannot settle last.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ..data import Json, as_list, as_map
from .order import settled, targets

_CIRCLE = ("_circle.One", "_circle.Other")
"""Components that refer to each other; no module of ours begins so."""


@dataclass(frozen=True, slots=True)
class Share:
    """Components in the order of all; and the files that are written of its modules, others are left aside."""

    components: Mapping[str, Json]
    files: frozenset[str]

    def own(self, written: Mapping[str, str]) -> dict[str, str]:
        """Return what the tool wrote of it, without the files of other shares."""
        return {name: text for name, text in written.items() if name in self.files}


class Modules:
    """The modules that components are written to. files: file -> its components, in the order of all.

    components: `module.Class` -> schema; from here on in the order of the tool. prefix: of a reference, before its
    name. No modules need each other in a circle.
    """

    def __init__(self, components: Mapping[str, Json], prefix: str) -> None:
        self._needs = {name: targets(schema, prefix) for name, schema in components.items()}
        first, last = settled(self._needs)
        self._settled = frozenset(first)
        self.components: Mapping[str, Json] = {name: components[name] for name in (*first, *last)}
        self.files: dict[str, list[str]] = {}
        for name in self.components:
            self.files.setdefault(f"{name.partition('.')[0]}.py", []).append(name)
        self._prefix = prefix
        self._places = {name: place for place, name in enumerate(self.components)}

    def cost(self, files: Collection[str]) -> float:
        """Return about how many seconds the tool takes for some files."""
        return sum(_cost(self.components[name]) for file in files for name in self.files[file])

    def shares(self, files: Collection[str], count: int) -> list[Share]:
        """Return at most so many shares, of which each takes the tool about as long. files: to be written.

        Each has modules that stand one after the other, as these mostly refer to each other.
        """
        found: dict[int, list[str]] = {}
        whole, taken = self.cost(files), 0.0
        for file in self.files:
            if file in files:
                own = self.cost([file])
                found.setdefault(int((taken + own / 2) / whole * count), []).append(file)
                taken += own
        return [self.share(each) for each in found.values()]

    def share(self, files: Collection[str]) -> Share:
        """Return what the tool has to be given for some files."""
        if len(files) == len(self.files):
            return Share(self.components, frozenset(files))
        whole = {name for file in files for name in self.files[file]}
        named: set[str] = set()
        pending = [*whole]
        while pending:
            name = pending.pop()
            for each in self._needs[name] - whole:
                if _is_class(self.components[each]) and each not in _bases(self.components[name], self._prefix):
                    named.add(each)
                else:
                    whole.add(each)
                    pending.append(each)
        one, other = (_empty(f"{self._prefix}{each}") for each in _CIRCLE)
        found = {
            name: self.components[name] if name in whole else _empty() if name in self._settled else one
            for name in sorted(whole | named, key=self._places.__getitem__)
        }
        return Share({**found, _CIRCLE[0]: other, _CIRCLE[1]: one}, frozenset(files))


def _cost(schema: Json) -> float:
    """Return about how many seconds the tool takes for a schema, as was measured: most for fields, above all unions."""
    own = [as_map(each) for each in (schema, *as_list(as_map(schema).get("allOf")))]
    fields = [each for part in own for each in as_map(part.get("properties")).values()]
    unions = sum("anyOf" in as_map(each) for each in fields)
    return (5 + 3 * len(fields) + 30 * unions) / 10_000


def _empty(reference: str = "") -> dict[str, Json]:
    """Return a class without fields, or with one that leads somewhere."""
    return {"type": "object", **({"properties": {"to": {"$ref": reference}}} if reference else {})}


def _is_class(schema: Json) -> bool:
    """Say whether a component is written as a class, as `Schemas` spells one."""
    found = as_map(schema)
    return "allOf" in found or (found.get("type") == "object" and "additionalProperties" not in found)


def _bases(schema: Json, prefix: str) -> set[str]:
    """Return the components that a class extends."""
    branches = map(as_map, as_list(as_map(schema).get("allOf")))
    return {str(each["$ref"]).removeprefix(prefix) for each in branches if "$ref" in each}
