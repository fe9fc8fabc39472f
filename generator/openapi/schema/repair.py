"""Repair: every schema gets the shape JSON Schema asks for, or becomes any value with a word about it."""

from __future__ import annotations

from ...data import Json, as_list, as_map, is_list, is_map
from ...report import Report
from ..read.document import Draft, join
from .vocabulary import target
from .walk import Spot, schemas

TYPES = ("null", "boolean", "object", "array", "number", "integer", "string")
_ONE_OF = "types are " + ", ".join(TYPES)
_MEANT = {
    "int": "integer", "int32": "integer", "int64": "integer", "long": "integer", "float": "number", "double": "number",
    "decimal": "number", "bool": "boolean", "str": "string", "text": "string", "date": "string", "datetime": "string",
    "uuid": "string", "dict": "object", "map": "object", "list": "array",
}  # fmt: skip
_COUNTS = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
_BOUNDS = ("minimum", "maximum", "multipleOf")
_PLAIN = frozenset({"type", "format", "title", "description", "default", "example", "examples", "pattern"})
"""Keywords that are taken as they are."""


def repair(draft: Draft, report: Report) -> None:
    """Mend the schemas of a draft."""
    for spot in schemas(draft.data):
        schema = spot.schema
        if isinstance(schema, bool):
            continue
        if not is_map(schema):
            report.degraded(
                "E301", "the schema is not an object; `build` reads it as any value", draft.at(spot.pointer)
            )
            spot.put({})
        elif not isinstance(schema.get("$ref"), str) and not _is_plain(schema):
            _Mender(draft, report, spot, schema).run()
    _open_circles(draft, report)


def _is_plain(schema: dict[str, Json]) -> bool:
    """Say whether a schema has a type that is known and nothing that a document gets wrong: most of them are so."""
    kind = schema.get("type")
    return isinstance(kind, str) and kind in TYPES and _PLAIN.issuperset(schema)


def _open_circles(draft: Draft, report: Report) -> None:
    """Take out the branches of allOf that lead back to the component they stand in: no value could satisfy them."""
    components = as_map(as_map(draft.data.get("components")).get("schemas"))
    done: set[str] = set()

    def visit(name: str, chain: list[str]) -> None:
        if name not in done and name in components:
            branches(components[name], join("/components/schemas", name), [*chain, name])
            done.add(name)

    def branches(schema: Json, pointer: str, chain: list[str]) -> None:
        members = as_list(as_map(schema).get("allOf"))
        for index, branch in reversed(list(enumerate(members))):
            place = join(pointer, "allOf", index)
            name = target(branch)
            if name in chain:
                circle = " -> ".join([*chain[chain.index(name) :], name])
                help = "a schema cannot be a part of itself; `build` leaves the branch out"
                report.degraded("E310", f"allOf leads in a circle: {circle}", draft.at(place), help=help)
                members[index] = {}
            elif name:
                visit(name, chain)
            else:
                branches(branch, place, chain)

    for name in components:
        visit(name, [])


class _Mender:
    """Looks at the keywords of one schema."""

    def __init__(self, draft: Draft, report: Report, spot: Spot, schema: dict[str, Json]) -> None:
        self._draft = draft
        self._report = report
        self._schema = schema
        self._spot = spot

    def run(self) -> None:
        if "$ref" in self._schema:
            self._degraded("E303", "`$ref` is not text; `build` leaves it out", "$ref")
            del self._schema["$ref"]
        self._type()
        self._containers()
        self._lists()
        self._numbers()
        for key in ("nullable", "readOnly", "writeOnly", "deprecated", "uniqueItems"):
            self._boolean(key)

    def _type(self) -> None:
        value = self._schema.get("type")
        if value is None:
            if "type" in self._schema:
                del self._schema["type"]
            return
        if is_list(value) and None in value:
            self._repaired("E302", "the type null is not text; `build` reads it as 'null'", "type", help="write 'null'")
            value = self._schema["type"] = ["null" if each is None else each for each in value]
        members = value if is_list(value) else [value]
        if members and all(isinstance(each, str) and each in TYPES for each in members):
            return
        meant = _MEANT.get(value.lower()) if isinstance(value, str) else None
        message = f"the type {value!r} is not known"
        if isinstance(value, str) and value.lower() in TYPES:
            self._repaired("E302", f"{message}; `build` reads it as {value.lower()!r}", "type")
            self._schema["type"] = value.lower()
        elif value == "file":
            self._repaired("E302", f"{message}; `build` reads it as a binary string", "type")
            self._schema.update(type="string", format="binary")
        elif meant:
            self._degraded("E302", f"{message}; `build` reads it as {meant!r}", "type", help=_ONE_OF)
            self._schema["type"] = meant
        else:
            self._degraded("E302", f"{message}; `build` reads the schema as any value", "type", help=_ONE_OF)
            for key in ("type", "properties", "items", "enum", "required"):
                self._schema.pop(key, None)

    def _containers(self) -> None:
        for key in ("properties", "patternProperties"):
            value = self._schema.get(key)
            if key in self._schema and not is_map(value):
                self._degraded("E303", f"`{key}` is not an object; `build` leaves it out", key)
                del self._schema[key]
        for key in ("items", "additionalProperties", "not"):
            value = self._schema.get(key)
            if key in self._schema and is_list(value) and key == "items":
                self._degraded("E303", "`items` is a list; `build` reads the items as any value", key)
                self._schema["items"] = {}
            elif key in self._schema and not isinstance(value, (dict, bool)):
                self._degraded("E303", f"`{key}` is not a schema; `build` leaves it out", key)
                del self._schema[key]
        discriminator = self._schema.get("discriminator")
        if "discriminator" in self._schema and not (
            is_map(discriminator) and isinstance(discriminator.get("propertyName"), str)
        ):
            self._degraded("E303", "`discriminator` names no property; `build` leaves it out", "discriminator")
            del self._schema["discriminator"]

    def _lists(self) -> None:
        for key in ("allOf", "anyOf", "oneOf"):
            if key in self._schema and not (is_list(self._schema[key]) and self._schema[key]):
                self._degraded("E303", f"`{key}` is not a list of schemas; `build` leaves it out", key)
                del self._schema[key]
        if "enum" in self._schema and not (is_list(self._schema["enum"]) and self._schema["enum"]):
            self._degraded("E303", "`enum` is not a list of values; `build` leaves it out", "enum")
            del self._schema["enum"]
        required = self._schema.get("required")
        if required is None:
            self._schema.pop("required", None)
        elif isinstance(required, (bool, str)):
            self._repaired(
                "E304",
                "`required` of a schema is a list of property names; `build` leaves it out",
                "required",
                help="name the property in `required` of the object around it",
            )
            del self._schema["required"]
        elif not (is_list(required) and all(isinstance(each, str) for each in required)):
            self._repaired("E304", "`required` holds something else than names; `build` leaves it out", "required")
            del self._schema["required"]

    def _numbers(self) -> None:
        for key in (*_COUNTS, *_BOUNDS):
            value = self._schema.get(key)
            if value is None or (isinstance(value, (int, float)) and not isinstance(value, bool)):
                continue
            self._repaired("E305", f"`{key}` is {value!r}, not a number; `build` leaves it out", key)
            del self._schema[key]

    def _boolean(self, key: str) -> None:
        value = self._schema.get(key)
        if value is None or isinstance(value, bool):
            return
        meant = str(value).strip().lower() in ("true", "yes", "1")
        self._repaired("E305", f"`{key}` is {value!r}, not a boolean; `build` reads it as {str(meant).lower()}", key)
        self._schema[key] = meant

    def _repaired(self, code: str, message: str, key: str, *, help: str = "") -> None:
        self._report.repaired(code, message, self._draft.at(join(self._spot.pointer, key)), help=help)

    def _degraded(self, code: str, message: str, key: str, *, help: str = "") -> None:
        self._report.degraded(code, message, self._draft.at(join(self._spot.pointer, key)), help=help)
