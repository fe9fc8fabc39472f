"""A schema -> a value that it admits, the same one always.

Optional properties are there to a bounded depth and as long as the budget lasts; then the required ones alone. A value
that the schema does not admit in the end is refused by its validator, and other branches of its unions are tried.
"""

from __future__ import annotations

import math
from typing import Any

from .dialect import Dialect, Schema, urn
from .document import Place
from .text import USUAL, NoValue, text

_OPTIONAL_DEPTH = 3
_DEEPEST = 14
_BUDGET = 250
_TRIES = 4


class Sampler:
    """full: with optional properties. usual: the text where no rule is stated. traces: no object is empty that has
    properties, as an empty one cannot be written in a query or a form."""

    def __init__(self, dialect: Dialect, *, full: bool = True, usual: str = USUAL, traces: bool = False) -> None:
        self.dialect = dialect
        self._full = full
        self._usual = usual
        self._traces = traces
        self._budget = 0
        self._choice = 0

    def value(self, place: Place) -> Any:
        """Return a value for the schema at a place. Raises NoValue."""
        faults: list[str] = []
        for choice in range(_TRIES):
            self._choice, self._budget = choice, _BUDGET
            try:
                made = self._make(self.dialect.at(place), 0, 0)
            except NoValue as error:
                faults = faults or [str(error)]
                continue
            if not (found := self.dialect.faults(place, made)):
                return made
            faults = faults or found
        raise NoValue(f"{place.pointer}: {faults[0]}")

    def _make(self, schema: Schema, depth: int, salt: int) -> Any:
        if schema is False or depth > _DEEPEST:
            raise NoValue("the schema admits nothing" if schema is False else "the schema never ends")
        self._budget -= 1
        merged = self.flat(schema)
        if "const" in merged:
            return merged["const"]
        if "enum" in merged:
            return self._listed(merged, salt)
        kind = _kind(merged)
        if kind == "object":
            return self._object(merged, depth)
        if kind == "array":
            return self._array(merged, depth)
        if kind in ("integer", "number"):
            return _number(merged, kind, salt)
        if kind == "string":
            return text(merged, salt, self._usual)
        return {"boolean": True, "null": None}.get(kind, "any")

    @staticmethod
    def _listed(schema: dict[str, Any], salt: int) -> Any:
        kinds: dict[str, Any] = {
            "string": str,
            "integer": int,
            "number": int | float,
            "boolean": bool,
            "array": list,
            "object": dict,
        }
        wanted = [kinds[each] for each in schema.get("type", ()) if each in kinds] or [object]
        fitting = [
            each for each in schema["enum"] if each is not None and any(isinstance(each, kind) for kind in wanted)
        ]
        values = fitting or schema["enum"]
        return values[salt % len(values)]

    # Objects and lists

    def _object(self, schema: dict[str, Any], depth: int) -> dict[str, Any]:
        properties: dict[str, Any] = schema.get("properties", {})
        required, hidden = schema.get("required", []), schema.get("x-hidden", ())
        found: dict[str, Any] = {}
        for name in dict.fromkeys([*properties, *required]):
            needed = name in required
            lone = self._traces and not found and not required
            if name in hidden or not (needed or lone or self._may_add(depth)):
                continue
            try:
                found[name] = self._make(properties.get(name, schema.get("additionalProperties", True)), depth + 1, 0)
            except NoValue:
                if needed:
                    raise
        for name, value in schema.get("x-tags", ()):
            if name in properties and name not in hidden and self.dialect.fits(properties[name], value):
                found[name] = value
        self._free(schema, found, depth)
        return found

    def _may_add(self, depth: int) -> bool:
        return self._full and depth < _OPTIONAL_DEPTH and self._budget > 0

    def _free(self, schema: dict[str, Any], found: dict[str, Any], depth: int) -> None:
        """Add keys that no property names, where there are too few or nothing else."""
        least = schema.get("minProperties", 0)
        more = schema.get("additionalProperties", True)
        if not schema.get("properties") and self._may_add(depth):
            least = max(least, 1)
        if "patternProperties" in schema and len(found) < least:
            (pattern, inner), *_ = schema["patternProperties"].items()
            found[text({"pattern": pattern}, 0, self._usual)] = self._make(inner, depth + 1, 0)
        while len(found) < least and more is not False:
            name = text({**self.flat(schema.get("propertyNames", True))}, len(found), "key")
            if name in found:
                raise NoValue("too few names for properties")
            try:
                found[name] = self._make(more, depth + 1, len(found))
            except NoValue:
                if schema.get("minProperties", 0) > len(found):
                    raise
                return

    def _array(self, schema: dict[str, Any], depth: int) -> list[Any]:
        least, most = schema.get("minItems", 0), schema.get("maxItems", math.inf)
        found = [self._make(each, depth + 1, 0) for each in schema.get("prefixItems", ())]
        wanted = min(max(least, len(found) + (2 if depth < 2 else 1)), most)
        try:
            while len(found) < wanted:
                made = self._make(schema.get("items", True), depth + 1, len(found))
                if schema.get("uniqueItems") and made in found:
                    break
                found.append(made)
        except NoValue:
            if len(found) < least:
                raise
        return found

    # One schema of several

    def flat(self, schema: Schema, owner: str = "", depth: int = 0) -> dict[str, Any]:
        """Return a schema with its references, its allOf and one branch of its anyOf as one. owner: the pointer of the
        class that it is a part of, which tells what its tag says."""
        if depth > 30:
            raise NoValue("the schema refers to itself")
        if not isinstance(schema, dict):
            return {}
        own = {key: value for key, value in schema.items() if key not in ("$ref", "allOf", "anyOf")}
        parts = [own]
        if "$ref" in schema:
            pointer = self._child(schema["$ref"]) if not owner else schema["$ref"]
            parts.append(self.flat(self.dialect.target(pointer), owner or pointer, depth + 1))
        parts.extend(self.flat(each, owner, depth + 1) for each in schema.get("allOf", ()))
        rule = schema.get("x-discriminator")
        if "anyOf" in schema:
            branch = self._branch(schema["anyOf"])
            parts.append(self.flat(branch, "", depth + 1))
            if rule and "$ref" in branch:
                own["x-tags"] = [(rule.get("propertyName"), self._tag(rule, branch["$ref"]))]
        elif rule and owner:
            own["x-tags"] = [(rule.get("propertyName"), self._tag(rule, owner))]
        whole: dict[str, Any] = {}
        for each in parts:
            whole = merged(whole, each)
        return whole

    def _branch(self, branches: list[Schema]) -> Schema:
        def is_null(each: Schema) -> bool:
            return isinstance(each, dict) and each.get("type") == ["null"]

        real = [each for each in branches if not is_null(each) and each is not False] or branches
        return real[self._choice % len(real)]

    def _child(self, reference: str) -> str:
        """Return the first class that a base is told apart from, or what was asked for."""
        target = self.dialect.target(reference)
        rule = target.get("x-discriminator") if isinstance(target, dict) and "anyOf" not in target else None
        mapped = [self._pointed(each) for each in ((rule or {}).get("mapping") or {}).values()]
        names = [each for each in mapped if each != reference and self.dialect.target(each) != {}]
        return names[self._choice % len(names)] if names else reference

    def _tag(self, rule: dict[str, Any], reference: str) -> str:
        for key, target in (rule.get("mapping") or {}).items():
            if self._pointed(target) == reference:
                return str(key)
        return reference.rpartition("%2F")[2]

    def _pointed(self, target: str) -> str:
        pointer = target[1:] if target.startswith("#") else f"/components/schemas/{target}"
        return urn(pointer)


def merged(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return what two schemas demand together, the first being the outer one."""
    found = {**one, **other}
    for key in one.keys() & other.keys():
        a, b = one[key], other[key]
        if key == "properties":
            both = {name: {"allOf": [a[name], b[name]]} for name in a.keys() & b.keys() if a[name] != b[name]}
            found[key] = {**a, **b, **both}
        elif key in ("required", "x-hidden", "x-tags"):
            found[key] = [*a, *(each for each in b if each not in a)]
        elif key == "type":
            found[key] = [each for each in a if each in b or (each == "number" and "integer" in b)] or b
            found[key] = ["integer"] if "number" in a and "integer" in b else found[key]
        elif key == "enum":
            found[key] = [each for each in a if each in b] or b
        elif key in ("minimum", "minLength", "minItems", "minProperties", "exclusiveMinimum"):
            found[key] = max(a, b)
        elif key in ("maximum", "maxLength", "maxItems", "maxProperties", "exclusiveMaximum"):
            found[key] = min(a, b)
        elif key in ("x-xml", "x-discriminator"):
            found[key] = {**b, **a}
        elif key == "additionalProperties" and (a is False or b is True):
            found[key] = a
    return found


def _kind(schema: dict[str, Any]) -> str:
    """Return the first type that a schema names, or that its keywords speak of."""
    for each in schema.get("type", ()):
        if each != "null":
            return str(each)
    if "type" in schema:
        return "null"
    for kind, keys in _SPEAKS.items():
        if schema.keys() & keys:
            return kind
    return ""


_SPEAKS = {
    "object": {"properties", "additionalProperties", "required", "patternProperties", "minProperties"},
    "array": {"items", "prefixItems", "minItems", "maxItems"},
    "string": {"pattern", "minLength", "maxLength", "format"},
    "number": {"minimum", "maximum", "multipleOf"},
}


def _number(schema: dict[str, Any], kind: str, salt: int) -> int | float:
    step = schema.get("multipleOf") or (1 if kind == "integer" else 0)
    low = max(schema.get("minimum", -math.inf), schema.get("exclusiveMinimum", -math.inf))
    high = min(schema.get("maximum", math.inf), schema.get("exclusiveMaximum", math.inf))
    usual = (
        1700000000 if schema.get("format") in ("unix-time", "unixtime") else 3 if kind == "integer" else 2.5
    ) + salt
    made = usual if low <= usual <= high else low + 1 if low + 1 <= high else low if low > -math.inf else high - 1
    if made == schema.get("exclusiveMinimum") or made == schema.get("exclusiveMaximum"):
        made = (low + high) / 2 if math.isfinite(low + high) else made + 1
    if step and made % step:
        made = math.ceil(made / step) * step
        made = made if made <= high else math.floor(high / step) * step
    return int(made) if kind == "integer" or (isinstance(made, float) and made.is_integer() and step == 1) else made
