"""Valid values made from a type, for tests: what is required and no more, the same at each run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from pydantic_core import SchemaValidator, ValidationError, to_json

from .access import marks
from .dump import dump_typed
from .model import fixed
from .shapes import is_dict, is_mapping
from .typed import Typed

T = TypeVar("T")

_LEAVES: dict[str, Any] = {
    "any": None, "none": None, "str": "text", "int": 1, "float": 1.5, "bool": True, "decimal": "1.5", "bytes": "text",
    "date": "2024-01-31", "datetime": "2024-01-31T12:00:00Z", "time": "12:00:00Z", "timedelta": "PT1S",
    "uuid": "00000000-0000-4000-8000-000000000001", "url": "https://example.com/", "list": [], "set": [],
    "frozenset": [], "dict": {},
}  # fmt: skip
"""Kind of a schema -> a value of it, as JSON has it."""
_GUESSES: tuple[Any, ...] = (1, "text", True, {}, [], None)
"""What is tried where only a function says what is valid."""


class _Endless(Exception):
    """A value that would hold another of its own class, without end."""


def sample(type: type[T], /, **fields: object) -> T:
    """Return a valid value of a type, by default with what is required alone. fields: what is to be set, by name.

    Lists and maps are empty, an enumeration has its first value, a union is its first member. Bounds and patterns that
    the document demands are not kept. Raises TypeError for what is not as the type says, AttributeError for a field
    that it does not have.
    """
    typed = Typed(type)
    try:
        data = _Maker().value(typed.adapter.core_schema, fields)
    except _Endless:
        raise TypeError(
            f"{type.__name__} holds itself, so that no value of it ends: give the field that does"
        ) from None
    value, mismatches = typed.read(to_json(data))
    if fields:
        for name, each in fields.items():
            setattr(value, name, each)
        value, mismatches = typed.read(dump_typed(typed.adapter, value))
    if mismatches:
        raise TypeError(f"no valid {type.__name__}: {'; '.join(map(str, mismatches))}")
    return cast("T", value)


class _Maker:
    """Makes JSON data from the schemas of pydantic. within: the classes that are being made."""

    def __init__(self) -> None:
        self._known: dict[str, Any] = {}
        self._within: list[Any] = []

    def value(self, node: Any, given: Mapping[str, object] = {}) -> Any:
        """Make a value. given: the fields of the outermost class that need none, by name. Raises _Endless."""
        kind = node["type"]
        self._known |= {node["ref"]: node} if "ref" in node else {}
        if kind == "definitions":
            self._known |= {each["ref"]: each for each in node["definitions"]}
        elif kind == "definition-ref":
            return self.value(self._known[node["schema_ref"]], given)
        elif kind in ("literal", "enum"):
            first = node["expected" if kind == "literal" else "members"][0]
            return getattr(first, "value", first)
        elif kind == "function-plain":
            return _accepted(node)
        elif kind in ("union", "tagged-union", "nullable"):
            return self._first(_choices(node), given)
        elif kind == "model":
            return self._model(node, given)
        elif kind == "tuple":
            return [self.value(each) for each in node["items_schema"]]
        elif kind in _LEAVES:
            return _LEAVES[kind]
        inner = node.get("schema") or node.get("json_schema") or node.get("strict_schema") or node["steps"][0]
        return self.value(inner, given)

    def _first(self, choices: list[Any], given: Mapping[str, object]) -> Any:
        """Make the first that ends."""
        for each in choices[:-1]:
            try:
                return self.value(each, given)
            except _Endless:
                continue
        return self.value(choices[-1], given)

    def _model(self, node: Any, given: Mapping[str, object]) -> Any:
        cls, fields = node["cls"], node["schema"]
        if cls in self._within:
            raise _Endless
        while "fields" not in fields:
            if "schema" not in fields:
                return self.value(fields)
            fields = fields["schema"]
        told, (_, written) = fixed(cls), marks(cls)
        self._within.append(cls)
        try:
            found: dict[str, Any] = {}
            for name, field in fields["fields"].items():
                wire, schema = str(field.get("validation_alias", name)), field["schema"]
                if name in told:
                    found[wire] = schema["default"]
                elif name not in given and (schema["type"] != "default" or wire in written):
                    found[wire] = self.value(schema)
            return found
        finally:
            self._within.pop()


def _choices(node: Any) -> list[Any]:
    """Return what a value may be, in the order in which it is tried: a child before the class that it extends."""
    if node["type"] == "nullable":
        return [node["schema"], {"type": "none"}]
    listed = node["choices"]
    if is_dict(listed):
        listed = sorted(listed.items(), key=lambda each: each[0] == "")
        return [each for _, each in listed if is_mapping(each)]
    return [each[0] if isinstance(each, tuple) else each for each in listed]


def _accepted(node: Any) -> Any:
    validator = SchemaValidator(node)
    for each in _GUESSES:
        try:
            validator.validate_json(to_json(each))
        except ValidationError:
            continue
        return each
    raise _Endless
