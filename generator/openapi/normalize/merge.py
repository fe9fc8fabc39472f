"""Merge: allOf -> base classes where that is sound, else one merged object.

In: components whose schemas may be compositions. Out: a component is an object, an allOf of references to objects with
at most one inline object (which becomes a class with base classes), a union, an alias or a leaf. Closed branches
(`additionalProperties: false`) are opened: taken literally they would reject each other's properties.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set

from ...data import Json, as_list, as_map, copied, is_list, is_map
from ...report import Report
from ..names import PLAIN, fold
from ..read.document import Draft, join
from ..schema.vocabulary import (
    ANNOTATIONS,
    is_base,
    is_null,
    is_object,
    is_reference,
    members,
    needs_name,
    reference,
    split_null,
    target,
    with_null,
)
from ..schema.walk import Spot, components, is_component, schemas
from ..schema.wording import joined, member_word
from .branches import (
    beside_of,
    is_empty,
    notes_of,
    only_demands,
    opened,
    properties_of,
    required_of,
    take_one_union,
)
from .combine import add, join_objects, laid_together
from .kinds import merged_kinds
from .losses import Losses
from .tags import add_to_mapping, tag_property, without_tags

_MOST_VARIANTS = 12


def merge(draft: Draft, report: Report, inline: Set[str] = frozenset()) -> None:
    """Settle the compositions of a draft. inline: the components that the document has inside others."""
    losses = Losses(draft, report)
    spots = list(schemas(draft.data))
    if take_one_union(draft, spots, losses):
        spots = list(schemas(draft.data))
    merger = _Merger(draft, report, losses, inline, Counter(target(spot.schema) for spot in spots))
    # What needs no name, innermost first, and before any component: what is merged is copied, with all that is in it.
    for spot in reversed([each for each in spots if "allOf" in as_map(each.schema)]):
        if not is_component(spot) and spot.steps[:1] != ("allOf",) and not needs_name(spot.schema):
            merger.inline(spot)
    for name in list(components(draft.data)):
        merger.component(name)
    draft.move(merger.moved)


class _Merger:
    """Remembers which components are done, and which are under way. uses: component -> how many references it has."""

    def __init__(self, draft: Draft, report: Report, losses: Losses, inline: Set[str], uses: Mapping[str, int]) -> None:
        self._inline = inline
        self._draft = draft
        self._report = report
        self._losses = losses
        self._components = components(draft.data)
        self.moved: dict[str, str] = {}
        self._done: set[str] = set()
        self._open: list[str] = []
        self._uses = uses

    def component(self, name: str) -> Json:
        """Settle one component, and return it."""
        if name in self._done or name not in self._components:
            return self._components.get(name, {})
        if name in self._open:
            place = self._draft.at(join("/components/schemas", name))
            chain = " -> ".join([*self._open[self._open.index(name) :], name])
            self._report.degraded("E310", f"allOf leads in a circle: {chain}", place, help="the branch is left out")
            return {}
        self._open.append(name)
        self._components[name] = self._settle(self._components[name], name, join("/components/schemas", name))
        self._open.pop()
        self._done.add(name)
        return self._components[name]

    def inline(self, spot: Spot) -> None:
        """Settle a composition that needed no name: a reference with annotations, or leaves."""
        schema = spot.schema
        if is_map(schema) and is_list(schema.get("allOf")) and not is_reference(schema):
            spot.put(self._settle(schema, "", spot.pointer))

    def _settle(self, schema: Json, name: str, pointer: str) -> Json:
        if not is_map(schema):
            return schema
        if is_reference(schema):
            return self._subclass(schema) if name else schema
        rest, null = split_null(schema)
        around, self._losses.pointer = self._losses.pointer, pointer
        settled = self._settled(as_map(rest), name, pointer)
        self._losses.pointer = around
        return with_null(settled) if null else settled

    def _settled(self, schema: dict[str, Json], name: str, pointer: str) -> Json:
        if "allOf" in schema:
            schema = self._all_of(schema, name)
        elif is_reference(schema):
            return schema
        if schema.get("properties") and members(schema)[1]:
            schema = self._spread(schema)
        return merged_kinds(schema, self._report, self._draft.at(pointer))

    def _subclass(self, schema: dict[str, Json]) -> Json:
        """A component that only refers to a class is a class of its own name."""
        if is_base(self._resolve(schema)):
            return {"allOf": [{"$ref": schema["$ref"]}], **beside_of(schema), **notes_of(schema)}
        return schema

    def _all_of(self, schema: dict[str, Json], name: str) -> dict[str, Json]:
        branches = [each for each in self._flatten(schema) if not is_empty(each)]
        notes = notes_of(schema)
        references = [each for each in branches if is_reference(each)]
        inline = [each for each in branches if not is_reference(each)]
        if len(references) == 1 and not inline:
            bare: dict[str, Json] = {"$ref": references[0]["$ref"]}
            inherits = name and is_base(self._resolve(bare))
            return {"allOf": [bare], **notes} if inherits else {**bare, **notes}
        untagged, values = without_tags(inline, self._tags(references))
        if name and self._can_inherit(references, untagged):
            inline = untagged
            for base, value in values:
                add_to_mapping(as_map(self._components[base]), value, name)
            own = join_objects(inline) if inline else None
            for index, each in enumerate(inline):
                self._losses.properties(join_objects(inline[:index]), as_map(each))
            return {"allOf": [*({"$ref": each["$ref"]} for each in references), *([own] if own else [])], **notes}
        return {**self._merged(branches), **notes}

    def _flatten(self, schema: dict[str, Json]) -> list[Json]:
        """Return the branches of an allOf, nested ones spread, the schema's own keywords as the last."""
        branches: list[Json] = []
        for branch in as_list(schema["allOf"]):
            if is_map(branch) and "allOf" in branch and not is_reference(branch):
                branches.extend(self._flatten(branch))
            elif is_reference(branch):
                branches.extend([{"$ref": branch["$ref"]}, *([beside] if (beside := beside_of(branch)) else [])])
            else:
                branches.append(self._opened(branch))
        own = {key: value for key, value in schema.items() if key != "allOf" and key not in ANNOTATIONS}
        if own.pop("unevaluatedProperties", None) is False or own.get("additionalProperties") is False:
            self._losses.closing()
        if set(own) - {"type", "additionalProperties", "discriminator"} or (not branches and own):
            branches.append(self._opened(own))
        return branches

    def _opened(self, branch: Json) -> Json:
        if (result := opened(branch)) != branch:
            self._losses.closing()
        return result

    def _can_inherit(self, references: list[dict[str, Json]], inline: list[Json]) -> bool:
        """Say whether the named branches can be base classes: classes all, no field in two of them, one order."""
        if not references or not all(is_object(each) or only_demands(each) for each in inline):
            return False
        names = [target(each) for each in references]
        if len(set(names)) < len(names):
            return False
        seen: dict[str, str] = {}
        ancestors: set[str] = set()
        for name in names:
            if name in self._open or not is_base(self.component(name)) or name in ancestors:
                return False
            family = self._family(name)
            if family & ancestors:
                return False
            ancestors |= family
            for field in self._properties(name):
                if field in seen:
                    return False
                seen[field] = name
        own = {name for each in inline for name in (*as_map(as_map(each).get("properties")), *required_of(each))}
        return not seen.keys() & own

    def _tags(self, references: list[dict[str, Json]]) -> dict[str, str]:
        """Return the properties that base classes tell their children apart by -> the class that says so."""
        families = [self._family(target(each)) for each in references]
        found = {name: tag_property(self._components.get(name)) for family in families for name in family}
        return {wire: name for name, wire in found.items() if wire}

    def _family(self, name: str) -> set[str]:
        """Return a component and all that it extends."""
        result: set[str] = set()
        pending = [name]
        while pending:
            if (each := pending.pop()) in result:
                continue
            result.add(each)
            branches = as_list(as_map(self._components.get(each)).get("allOf"))
            pending += [target(branch) for branch in branches if is_reference(branch)]
        return result

    def _properties(self, name: str) -> dict[str, Json]:
        return properties_of(self._components[name], self._resolve)

    def _resolve(self, schema: Json) -> Json:
        return self.component(target(schema))

    def _merged(self, branches: list[Json]) -> dict[str, Json]:
        """Return one schema that holds what all branches say; a later branch is more precise than an earlier one."""
        result: dict[str, Json] = {}
        unions: list[tuple[str, list[Json]]] = []
        for branch in branches:
            flat = self._flat(branch)
            keyword, variants = members(flat)
            if variants and not all(only_demands(each) for each in variants):
                unions.append((keyword, variants))
            elif variants:
                self._losses.alternatives()
            self._losses.properties(result, flat)
            self._losses.values(result, flat)
            add(result, {key: value for key, value in flat.items() if key not in ("oneOf", "anyOf")})
        if len(unions) > 1:
            self._losses.union()
        for keyword, variants in unions[-1:]:
            result[keyword] = variants
        return self._spread(result) if unions and result.get("properties") else result

    def _flat(self, branch: Json) -> dict[str, Json]:
        """Return a branch with its reference and base classes written out; what stays a component is copied."""
        seen: dict[str, dict[str, Json]] = {}
        while name := target(branch):
            if name in seen:
                return {}
            seen[name] = copied(beside_of(as_map(branch)))
            branch = self.component(name)
        rest = as_map(split_null(copied(branch) if seen else branch)[0])
        result, rest = (self._flat(rest), {}) if is_reference(rest) else ({}, rest)
        for each in as_list(rest.get("allOf")):
            add(result, self._flat(each))
        own = as_map(opened(rest)).items()
        add(result, {key: value for key, value in own if key != "allOf" and key not in ANNOTATIONS})
        for beside in reversed(seen.values()):
            add(result, beside)
        return result

    def _spread(self, schema: dict[str, Json]) -> dict[str, Json]:
        """Give the properties beside a union to each of its members."""
        keyword, variants = members(schema)
        variants = [each for each in variants if not is_null(each)]
        if len(variants) > _MOST_VARIANTS:
            self._losses.members(len(variants))
            return laid_together(schema, keyword, [self._flat(each) for each in variants])
        if all(only_demands(each) for each in variants):
            self._losses.alternatives()
            return {key: value for key, value in schema.items() if key != keyword}
        shared = {
            key: value for key, value in schema.items() if key != keyword and key not in (*ANNOTATIONS, "discriminator")
        }
        spread: list[Json] = []
        for index, each in enumerate(variants):
            merged = self._flat(each)
            if merged.get("properties") or not members(merged)[1]:
                combined = copied(shared)
                self._losses.properties(shared, merged)
                add(combined, merged)
                spread.append(self._name_variant(each, combined, variants, index))
        notes = {key: value for key, value in schema.items() if key in (*ANNOTATIONS,)}
        if not spread:
            return {**shared, **notes}
        return as_map(spread[0]) | notes if len(spread) == 1 else {**notes, keyword: spread}

    def _name_variant(self, variant: Json, merged: dict[str, Json], variants: list[Json], index: int) -> Json:
        """Make a class of a member of a union that got the properties beside it; one that was inline is that class."""
        if not merged.get("properties"):
            return merged
        name = target(variant)
        if self._uses[name] != 1 or name not in self._inline:
            owner = self._open[-1] if self._open else "Variant"
            name = self._free(joined(owner, name or member_word(variants, index, PLAIN, titles=True)))
            self.moved[join("/components/schemas", name)] = (
                join("/components/schemas", self._open[-1]) if self._open else ""
            )
        self._components[name] = {"type": "object", **merged}
        self._done.add(name)
        return reference(name)

    def _free(self, name: str) -> str:
        """Return a name that no component has."""
        folded, free, number = {fold(each) for each in self._components}, name, 2
        while fold(free) in folded:
            free, number = f"{name}{number}", number + 1
        return free
