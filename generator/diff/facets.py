"""Facets: constants, formats, bounds and whatever else restricts a schema of one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..data import Json
from ..openapi.lower.types import FORMATS
from ..openapi.schema.vocabulary import ANNOTATIONS
from .findings import Findings, Spot
from .shapes import Shape, meaning

if TYPE_CHECKING:
    from .schemas import Schemas

_LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
_UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
_OTHER_BOUNDS = ("multipleOf", "uniqueItems")
_JUDGED = {
    *_LOWER,
    *_UPPER,
    *_OTHER_BOUNDS,
    *ANNOTATIONS,
    "type",
    "enum",
    "const",
    "format",
    "pattern",
    "items",
    "properties",
    "required",
    "additionalProperties",
    "allOf",
    "anyOf",
    "oneOf",
    "discriminator",
    "nullable",
    "example",
    "$ref",
}


def compare_facets(walk: Schemas, before: Shape, after: Shape, spot: Spot, direction: str) -> None:
    """Compare what restricts two shapes of the same kind."""
    findings = walk.findings
    compare_values(walk, before, after, spot, direction)
    _format(walk, before, after, spot, direction)
    _bounds(findings, before, after, spot, direction)
    old, new = before.schema, after.schema
    if old.get("pattern") != new.get("pattern"):
        rule = "pattern-changed" if "pattern" in new else "pattern-dropped"
        findings.add(rule, spot, direction, old=old.get("pattern"), new=new.get("pattern"))
    others = [key for key in dict.fromkeys([*old, *new]) if key not in _JUDGED and not key.startswith("x-")]
    changed = [key for key in others if meaning(old.get(key), {}) != meaning(new.get(key), {})]
    if changed:
        words = [", ".join(key for key in changed if key in side) or "none" for side in (old, new)]
        findings.add("constraint-changed", spot, direction, old=words[0], new=words[1])


def compare_values(walk: Schemas, before: Shape, after: Shape, spot: Spot, direction: str) -> None:
    """Compare the constants that two shapes are restricted to."""
    old, new, findings = before.values, after.values, walk.findings
    gone, came = _without(old or [], new or []), _without(new or [], old or [])
    if not gone and not came:
        return
    kinds = walk.kinds(before, after, direction)
    if old is None or new is None:
        if new is not None:
            findings.add("enum-set", spot, direction, new=_listed(new), kinds=kinds)
        elif old is not None:
            findings.add("enum-dropped", spot, direction, old=_listed(old), kinds=("types",))
        return
    another = "const" in before.schema and came and direction == "received"
    if another or ("const" in before.schema and "const" in after.schema and gone):
        kinds = ("types", "wire")
        findings.add("const-changed", spot, direction, old=_listed(old), new=_listed(new), kinds=kinds)
        return
    if gone:
        findings.add("enum-value-removed", spot, direction, old=_listed(gone))
    if came and before.kind != after.kind:
        findings.add("type-widened", spot, direction, new=_listed(came), kinds=kinds)
    elif came:
        findings.add("enum-value-added", spot, direction, new=_listed(came))


def _without(values: list[Json], others: list[Json]) -> list[Json]:
    keys = {(type(each).__name__, str(each)) for each in others}
    return [each for each in values if (type(each).__name__, str(each)) not in keys]


def _listed(values: list[Json]) -> str:
    return ", ".join(str(each) for each in values)


def _format(walk: Schemas, before: Shape, after: Shape, spot: Spot, direction: str) -> None:
    old, new = before.schema.get("format"), after.schema.get("format")
    if old == new or before.values is not None or after.values is not None:
        return
    visible = FORMATS.get((before.kind, str(old)), "") != FORMATS.get((after.kind, str(new)), "")
    words = (str(each) if each else "none" for each in (old, new))
    rule = "format-changed" if visible else "format-noted" if new else "format-dropped"
    kinds = walk.kinds(before, after, direction) if visible else ()
    walk.findings.add(rule, spot, direction, old=next(words), new=next(words), kinds=kinds)


def _bounds(findings: Findings, before: Shape, after: Shape, spot: Spot, direction: str) -> None:
    """Report all tightened bounds as one finding, and all loosened ones as another."""
    moved: dict[str, list[str]] = {"bounds-tightened": [], "bounds-loosened": []}
    for key in (*_LOWER, *_UPPER, *_OTHER_BOUNDS):
        old, new = before.schema.get(key), after.schema.get(key)
        if key in ("minLength", "minItems", "minProperties", "uniqueItems"):
            old, new = old or None, new or None
        if old != new:
            rule = "bounds-tightened" if _is_tighter(key, old, new) else "bounds-loosened"
            moved[rule].append(f"{key} {_or_none(old)} -> {_or_none(new)}")
    for rule, words in moved.items():
        if words:
            findings.add(rule, spot, direction, new=", ".join(words))


def _is_tighter(key: str, old: Json, new: Json) -> bool:
    if new is None or old is None:
        return new is not None
    try:
        if key in _LOWER:
            return bool(new > old)
        if key in _UPPER:
            return bool(new < old)
        return key == "uniqueItems" or bool(old % new)
    except (TypeError, ZeroDivisionError):
        return True


def _or_none(value: Json) -> str:
    return "none" if value is None else str(value)
