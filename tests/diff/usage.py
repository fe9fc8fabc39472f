"""Usage: the Python of a caller who uses all that a package offers: each method, argument, class and attribute.

What is sent is typed as the package types it, aliases written out: a caller's own function that takes a status of
three values goes on to pass them all. What is received is read into the type it had; enumerations are open, so a caller
reads them as text that stands in some program. Only classes that somebody named are named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.data import Json, as_list, as_map, is_map
from generator.ir import Anything, Api, Array, Literal, Map, Model, Operation, Ref, Resource, Type, Union
from generator.openapi.lower.types import NULL, lower_type, union
from generator.openapi.schema.vocabulary import is_reference
from generator.python.annotations import annotation, symbols
from generator.python.clients import arguments, credentials, variables
from generator.python.operations import paged_default, result_type

_MODULES = {
    "collections.abc": ("Mapping", "Sequence"),
    "datetime": ("date", "datetime"),
    "decimal": ("Decimal",),
    "typing": ("Any", "Literal", "LiteralString"),
    "uuid": ("UUID",),
}
_OPEN = {bool: "bool", int: "int", str: "LiteralString", type(None): "None"}
"""Type of a constant -> how an enumeration of such is read: any text of a programmer's, known or not, and no other."""


def usage(api: Api) -> str:
    """Return a module of a caller of the package: strict type checkers find nothing in it."""
    models = _Models(api)
    functions = [_client(api)]
    for number, (resource, operation) in enumerate((one, each) for one in api.resources for each in one.operations):
        functions.append(_call(api, resource, operation, models, optional=True))
        functions.append(_call(api, resource, operation, models, optional=False))
        if number == 0:
            functions.append(_call(api, resource, operation, models, optional=True, flavour="async"))
    for model in models.reached(_received(api)):
        functions.append(_read(model, models))
    for model in models.reached(_sent(api)):
        functions.append(_make(model, models, optional=True))
        functions.append(_make(model, models, optional=False))
    return "\n\n\n".join([_imports(api, functions), *functions]) + "\n"


@dataclass(frozen=True)
class _Attribute:
    name: str
    type: Type
    required: bool
    schema: Json


class _Models:
    """The classes and aliases of a package."""

    def __init__(self, api: Api) -> None:
        self._models = {model.name: model for model in api.models}

    def reached(self, types: Iterable[Type]) -> list[Model]:
        """Return the named classes that types lead to."""
        found: dict[str, None] = {}
        pending = list(types)
        while pending:
            for name in _references(pending.pop()):
                if name not in found:
                    found[name] = None
                    model = self._models[name]
                    own = [each.type for each in self.attributes(model)] if _is_class(model) else []
                    pending.extend(own or [lower_type(model.schema)])
        return [self._models[name] for name in found if self._models[name].given and _is_class(self._models[name])]

    def attributes(self, model: Model) -> list[_Attribute]:
        """Return the attributes of a class with those of its bases."""
        found: dict[str, _Attribute] = {}
        names = {field.wire: field.name for field in model.fields}
        schema = as_map(model.schema)
        branches = as_list(schema.get("allOf"))
        for base in branches:
            if is_reference(base):
                found |= {each.name: each for each in self.attributes(self._models[_target(base)])}
        parts = [schema, *(as_map(each) for each in branches if not is_reference(each))]
        required = {wire for part in parts for wire in as_list(part.get("required"))}
        for part in parts:
            for wire, each in as_map(part.get("properties")).items():
                own = lower_type(each) if wire in required else union([lower_type(each), NULL])
                found[names[wire]] = _Attribute(names[wire], own, wire in required, as_map(each))
        return list(found.values())

    def plain(self, found: Type, inside: frozenset[str] = frozenset()) -> Type:
        """Return a type with aliases written out, and anything in the place of a class that nobody named."""
        if isinstance(found, Ref):
            model = self._models[found.model]
            if _is_class(model):
                return found if model.given else Anything()
            within = inside | {found.model}
            return Anything() if found.model in inside else self.plain(lower_type(model.schema), within)
        if isinstance(found, Array):
            return Array(self.plain(found.item, inside))
        if isinstance(found, Map):
            return Map(self.plain(found.value, inside))
        return union([self.plain(each, inside) for each in found.members]) if isinstance(found, Union) else found


def _is_class(model: Model) -> bool:
    schema = as_map(model.schema)
    is_map_of_values = is_map(schema.get("additionalProperties"))
    return bool(model.fields or schema.get("allOf")) or (schema.get("type") == "object" and not is_map_of_values)


def _target(reference: Json) -> str:
    return str(reference["$ref"]).rpartition("/")[2]


def _references(found: Type) -> Iterator[str]:
    if isinstance(found, Ref):
        yield found.model
    elif isinstance(found, Array):
        yield from _references(found.item)
    elif isinstance(found, Map):
        yield from _references(found.value)
    elif isinstance(found, Union):
        for each in found.members:
            yield from _references(each)


def _operations(api: Api) -> Iterator[Operation]:
    for resource in api.resources:
        yield from resource.operations


def _sent(api: Api) -> Iterator[Type]:
    for operation in _operations(api):
        yield from (each.type for each in operation.params)
        yield from (each.type for each in operation.bodies)


def _received(api: Api) -> Iterator[Type]:
    for operation in _operations(api):
        yield from (each.type for each in operation.returns)
        yield from (each.type for each in operation.errors)
        if operation.error_when:
            yield operation.error_when.type


def _imports(api: Api, functions: list[str]) -> str:
    used = symbols(re.sub(r"\b\w+=", "", "\n".join(functions)))
    lines = ["from __future__ import annotations", ""]
    for module, names in _MODULES.items():
        if kept := [name for name in names if name in used]:
            lines.append(f"from {module} import {', '.join(kept)}")
    clients = [f"Async{api.client_name}", api.client_name, *(["Upload"] if "Upload" in used else [])]
    lines.extend(["", f"from {api.package} import {', '.join(each for each in clients if each in used)}"])
    models = [model.name for model in api.models if model.given]
    if models:
        lines.append(f"from {api.package}.models import {', '.join(models)}")
        lines.extend(["", f"models: list[object] = [{', '.join(models)}]"])
    return "\n".join(lines)


def _client(api: Api) -> str:
    """Spell functions that make a client: with every credential and variable of the server, and with what it needs."""
    names = [each.name for auth in api.auth for each in credentials(auth)]
    names = [*dict.fromkeys([*names, *(each.name for each in variables(api)), "base_url"])]
    needed = ["base_url"] if "base_url: str," in arguments(api, "sync") else []
    functions: list[str] = []
    for name, given in (("connect", names), ("connect_required", needed)):
        parameters = ", ".join(f"{each}_: str" for each in given)
        call = f"{api.client_name}({', '.join(f'{each}={each}_' for each in given)})"
        functions.append(f"def {name}({parameters}) -> {api.client_name}:\n    return {call}")
    return "\n\n\n".join(functions)


def _call(
    api: Api, resource: Resource, operation: Operation, models: _Models, *, optional: bool, flavour: str = ""
) -> str:
    """Spell a function that calls a method and reads the result. optional: with all arguments, those of the path by
    name too; else with those that have to be given, by position where that is allowed."""
    cursor = getattr(operation.paging, "cursor", "")
    parameters = [f"client: {'Async' if flavour else ''}{api.client_name}"]
    arguments: list[str] = []
    for each in sorted(operation.params, key=lambda each: each.place != "path"):
        needed = each.required and paged_default(each, operation) is None
        if needed or (optional and each.name != cursor):
            kind, value = _building(models.plain(each.type), f"{each.name}_", sent=True)
            parameters.append(f"{each.name}_: {kind}")
            arguments.append(value if each.place == "path" and not optional else f"{each.name}={value}")
    if operation.bodies and (optional or operation.bodies[0].required):
        kind, value = _building(models.plain(operation.bodies[0].type), "body_", sent=True)
        parameters.append(f"body_: {kind}")
        arguments.append(f"body={value}")
    call = f"client.{resource.name}.{operation.name}({', '.join(arguments)})"
    name = f"{resource.name}__{operation.name}" + ("" if optional else "_required") + (f"_{flavour}" if flavour else "")
    define = "async def" if flavour else "def"
    return f"{define} {name}({', '.join(parameters)}) -> None:\n{_result(operation, models, call, flavour)}"


def _result(operation: Operation, models: _Models, call: str, flavour: str) -> str:
    if operation.paging is None:
        wait = "await " if flavour else ""
        return f"    _result: {_reading(models.plain(result_type(operation)))} = {wait}{call}"
    item = _reading(models.plain(operation.paging.item))
    return f"    {'async ' if flavour else ''}for each in {call}:\n        _item: {item} = each"


def _read(model: Model, models: _Models) -> str:
    """Spell a function that reads each attribute; a constant is nothing else."""
    lines = [f"def read_{model.name}(model: {model.name}) -> None:"]
    for each in models.attributes(model):
        if each.schema.get("writeOnly") is not True:
            place, found = f"model.{each.name}", models.plain(each.type)
            kind = annotation(found) if "const" in each.schema else _reading(found)
            lines.append(f"    _{each.name}: {kind} = {place}")
    return "\n".join(lines if len(lines) > 1 else [*lines, "    print(model)"])


def _make(model: Model, models: _Models, *, optional: bool) -> str:
    """Spell a function that makes an object of a class, with all its attributes or the required ones."""
    parameters: list[str] = []
    arguments: list[str] = []
    for each in models.attributes(model):
        if each.schema.get("readOnly") is not True and (optional or each.required):
            kind, value = _building(models.plain(each.type), f"{each.name}_")
            parameters.append(f"{each.name}_: {kind}")
            arguments.append(f"{each.name}={value}")
    name = f"make_{model.name}" + ("" if optional else "_required")
    return f"def {name}({', '.join(parameters)}) -> {model.name}:\n    return {model.name}({', '.join(arguments)})"


def _reading(found: Type) -> str:
    """Spell the type of what is received: lists and maps that are only read, values of enumerations as plain ones."""
    if isinstance(found, Array):
        return f"Sequence[{_reading(found.item)}]"
    if isinstance(found, Map):
        return f"Mapping[str, {_reading(found.value)}]"
    if isinstance(found, Literal):
        return " | ".join(dict.fromkeys(_OPEN[type(each)] for each in found.values))
    if isinstance(found, Union):
        return " | ".join(dict.fromkeys(_reading(each) for each in found.members))
    return annotation(found)


def _building(found: Type, name: str, depth: int = 0, *, sent: bool = False) -> tuple[str, str]:
    """Spell the type of an argument and the value made of it, a new list or map where one is taken: those that the
    caller has may hold narrower items than a list of the package. sent: for a method, not for an attribute."""
    each = f"each{depth}"
    if isinstance(found, Array):
        kind, value = _building(found.item, each, depth + 1, sent=sent)
        return f"Sequence[{kind}]", f"[{value} for {each} in {name}]"
    if isinstance(found, Map):
        kind, value = _building(found.value, each, depth + 1, sent=sent)
        return f"Mapping[str, {kind}]", f"{{key{depth}: {value} for key{depth}, {each} in {name}.items()}}"
    if isinstance(found, Union) and len(found.members) == 2 and found.members[1] == NULL:
        kind, value = _building(found.members[0], name, depth, sent=sent)
        return f"{kind} | None", value if value == name else f"None if {name} is None else {value}"
    return annotation(found, sent=sent), name
