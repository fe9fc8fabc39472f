"""Usage: the Python of a caller who uses all that a package offers: each method, argument, class and attribute.

What is sent is typed as the package types it, aliases written out: a caller's own function that takes a status of
three values goes on to pass them all. What is received is read into the type it had; enumerations are open, so a caller
reads them as text that stands in some program. Only classes that somebody named are named; the attributes of others are
read through what holds them. A comment says what a line is about, where it can break: `Class.attribute`, or the
operation and, behind it, the argument.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ir import (
    NULL,
    Api,
    Array,
    Callback,
    Class,
    Literal,
    Map,
    Operation,
    Other,
    Ref,
    Resource,
    Stream,
    Type,
    Union,
    Webhook,
)  # fmt: skip
from generator.ir.walk import events, streams_of
from generator.python.annotations import annotation, symbols
from generator.python.auth import credentials, spoken
from generator.python.clients import is_absolute, variables
from generator.python.contents import body_types
from generator.python.signatures import own_name
from generator.python.webhooks import payload, told

from .named import Models

_MODULES = {
    "collections.abc": ("AsyncIterable", "Iterable", "Mapping", "Sequence"),
    "datetime": ("date", "datetime"),
    "decimal": ("Decimal",),
    "typing": ("Any", "Literal", "LiteralString"),
    "uuid": ("UUID",),
}
_DEEPEST = 40
"""Columns to which a line is indented."""
_OPEN = {bool: "bool", int: "int", float: "float", str: "LiteralString", type(None): "None"}
"""Type of a constant -> how an enumeration of such is read: any text of a programmer's, known or not, and no other."""


def usage(api: Api) -> str:
    """Return a module of a caller of the package: strict type checkers find nothing in it."""
    models = Models(api)
    functions = [_client(api)]
    for number, (resource, operation) in enumerate((one, each) for one in api.resources for each in one.operations):
        functions.append(_call(api, resource, operation, models, optional=True))
        functions.append(_call(api, resource, operation, models, optional=False))
        if operation.body and operation.body.keywords:
            functions.append(_call(api, resource, operation, models, optional=True, by="fields"))
            functions.append(_call(api, resource, operation, models, optional=False, by="fields"))
        if number == 0:
            functions.append(_call(api, resource, operation, models, optional=True, flavour="async"))
    functions.extend(_event(number, each, api, models) for number, each in enumerate(events(api)))
    if api.telling is not None:
        functions.append(_told(api))
    received = [*_received(api), *(payload(each) for each in events(api))]
    for model in models.reached(received, "received"):
        functions.append(_read(model, models))
    for model in models.reached(_sent(api), "sent"):
        functions.append(_make(model, models, optional=True))
        functions.append(_make(model, models, optional=False))
        if model.keywords:
            functions.append(_fields(model, models))
    return "\n\n\n".join([_imports(api, functions), *functions]) + "\n"


def _operations(api: Api) -> Iterator[Operation]:
    for resource in api.resources:
        yield from resource.operations


def _sent(api: Api) -> Iterator[Type]:
    for operation in _operations(api):
        yield from (each.type for each in operation.params)
        if operation.body:
            yield from body_types(operation.body)


def _received(api: Api) -> Iterator[Type]:
    for operation in _operations(api):
        yield operation.result
        yield from streams_of(operation)
        yield from (each.contents[0].type for each in operation.errors)
        if operation.error_when:
            yield operation.error_when.type


def _event(number: int, event: Webhook | Callback, api: Api, models: Models) -> str:
    """Spell a function that reads an event by its name."""
    arguments = ["body", f"event={event.event!r}", *_signed(event.signed, api)]
    result = _reading(models.plain(payload(event)))
    parameters = "body: bytes, headers: dict[str, str], secret: str"
    lines = [f"def event_{number}({parameters}) -> None:", f"    result = webhooks.parse({', '.join(arguments)})"]
    lines = [*lines, f"    _result: {result} = result", *_deep("result", payload(event), models)]
    return "\n".join(lines)


def _told(api: Api) -> str:
    """Spell a function that reads an event without its name."""
    by_header = api.telling is not None and api.telling.place == "header"
    signed = _signed(any(each.signed for each in told(api)), api) or (["headers=headers"] if by_header else [])
    parameters = "body: bytes, headers: dict[str, str], secret: str"
    return f"def told({parameters}) -> None:\n    print(webhooks.parse({', '.join(['body', *signed])}))"


def _signed(signed: bool, api: Api) -> list[str]:
    return ["headers=headers", *([] if api.signing.env else ["secret=secret"])] if signed else []


def _imports(api: Api, functions: list[str]) -> str:
    used = symbols(re.sub(r"  # .*|\b\w+=", "", "\n".join(functions)))
    lines = ["from __future__ import annotations", ""]
    for module, names in _MODULES.items():
        if kept := [name for name in names if name in used]:
            lines.append(f"from {module} import {', '.join(kept)}")
    clients = [f"Async{api.client_name}", api.client_name, "EventStream", "Signer", "Stream", "Upload", "webhooks"]
    lines.extend(["", f"from {api.package} import {', '.join(each for each in clients if each in used)}"])
    models = [model.name for model in api.models if model.given]
    models += [model.keywords for model in api.models if isinstance(model, Class) and model.given and model.keywords]
    if models:
        lines.append(f"from {api.package}.models import {', '.join(models)}")
        lines.extend(["", f"models: list[object] = [{', '.join(models)}]"])
    return "\n".join(lines)


def _client(api: Api) -> str:
    """Spell functions that make a client: with every credential and variable of the server, and with what it needs."""
    hooks = {each.name for auth in spoken(api) for each in credentials(auth) if isinstance(auth, Other)}
    names = [each.name for auth in spoken(api) for each in credentials(auth)]
    names = [*dict.fromkeys([*names, *(each.name for each in variables(api)), "base_url"])]
    needed = [] if is_absolute(api) else ["base_url"]
    functions: list[str] = []
    for name, given in (("connect", names), ("connect_required", needed)):
        parameters = ", ".join(f"{each}_: {'Signer' if each in hooks else 'str'}" for each in given)
        call = f"{api.client_name}({', '.join(f'{each}={each}_' for each in given)})"
        functions.append(f"def {name}({parameters}) -> {api.client_name}:\n    return {call}")
    return "\n\n\n".join(functions)


def _call(
    api: Api,
    resource: Resource,
    operation: Operation,
    models: Models,
    *,
    optional: bool,
    flavour: str = "",
    by: str = "",
) -> str:
    """Spell a function that calls a method and reads the result. optional: with all arguments, those of the path by
    name too; else with those that have to be given, by position where that is allowed. by: `fields` for a body that is
    given field by field."""
    parameters = [f"client: {'Async' if flavour else ''}{api.client_name}"]
    arguments: list[str] = []
    for each in sorted(operation.params, key=lambda each: each.place != "path"):
        needed = each.required and each.first is None
        if needed or (optional and not each.hidden):
            kind, value = _building(models.plain(each.type), f"{each.name}_", sent=True)
            parameters.append(f"{each.name}_: {kind}")
            arguments.append(value if each.place == "path" and not optional else f"{each.name}={value}")
    if by and operation.body:
        for field in models.sent(operation):
            if optional or field.required:
                kind, value = _building(models.plain(field.type), f"{field.name}_field", sent=True)
                parameters.append(f"{field.name}_field: {kind}")
                arguments.append(f"{field.name}={value}")
    elif operation.body and (optional or operation.body.required):
        kind, value = _building(models.plain(body_types(operation.body)[0]), "body_", sent=True)
        parameters.append(f"body_: {kind}")
        arguments.append(f"{own_name(operation, 'body')}={value}")
    key = f"{operation.method} {operation.path}"
    call = f"client.{resource.name}.{operation.name}({_lines(arguments, key)})"
    name = "_".join(
        filter(
            None, (f"{resource.name.replace('.', '_')}__{operation.name}", "" if optional else "required", flavour, by)
        )
    )
    define = "async def" if flavour else "def"
    return f"{define} {name}({', '.join(parameters)}) -> None:  # {key}\n{_result(operation, models, call, flavour)}"


def _result(operation: Operation, models: Models, call: str, flavour: str) -> str:
    wait, begin = ("await ", "async ") if flavour else ("", "")
    if operation.paging is None:
        lines = [f"    result = {wait}{call}", f"    _result: {_reading(models.plain(operation.result))} = result"]
        lines.extend(_deep("result", operation.result, models))
        if operation.streaming is not None:
            lines.append(f"    _stream = {wait}{call.removesuffix(')')}stream=True)")
        for stream in streams_of(operation):
            name = "_stream" if operation.streaming is not None else "result"
            if operation.streaming is not None or isinstance(operation.result, Stream):
                item = _reading(models.plain(stream.item))
                lines.append(f"    {begin}for each in {name}:\n        _item: {item} = each")
                lines.extend(_deep("each", stream.item, models, "        "))
        return "\n".join(lines)
    item = _reading(models.plain(operation.paging.item))
    lines = [f"    {begin}for each in {call}:", f"        _item: {item} = each"]
    return "\n".join([*lines, *_deep("each", operation.paging.item, models, "        ")])


def _lines(arguments: list[str], subject: str) -> str:
    """Spell arguments, each on a line of its own which says what it is about."""
    lines = [f"        {each},  # {subject}{' ' + each.partition('=')[0] if '=' in each else ''}" for each in arguments]
    return "\n".join(["", *lines, "    "]) if lines else ""


def _read(model: Class, models: Models) -> str:
    """Spell a function that reads each attribute, a constant being nothing else, and takes it for each of its bases."""
    lines = [f"def read_{model.name}(model: {model.name}) -> None:"]
    for each in models.attributes(model):
        if each.access != "write":
            place, found = f"model.{each.name}", models.read(each)
            kind = annotation(found) if _is_constant(each.type) else _reading(found)
            lines.append(f"    _{each.name}: {kind} = {place}  # {models.subject(model, each)}")
            lines.extend(_deep(place, each.type, models, name=each.name))
    lines.extend(f"    _as_{base}: {base} = model  # {model.name}." for base in models.bases(model))
    return "\n".join(lines if len(lines) > 1 else [*lines, "    print(model)"])


def _make(model: Class, models: Models, *, optional: bool) -> str:
    """Spell a function that makes an object of a class, with all its attributes or the required ones."""
    parameters: list[str] = []
    arguments: list[str] = []
    owners: list[str] = []
    for each in models.attributes(model):
        if each.access != "read" and (optional or each.required):
            kind, value = _building(models.read(each), f"{each.name}_")
            parameters.append(f"{each.name}_: {kind}")
            arguments.append(f"{each.name}={value}")
            owners.append(models.subject(model, each))
    name = f"make_{model.name}" + ("" if optional else "_required")
    lines = [f"def {name}({', '.join(parameters)}) -> {model.name}:", f"    made = {model.name}(  # {model.name}."]
    lines.extend(f"        {each},  # {owner}" for each, owner in zip(arguments, owners, strict=True))
    lines.append("    )")
    lines.extend(f"    _as_{base}: {base} = made  # {model.name}." for base in models.bases(model))
    return "\n".join([*lines, "    return made"])


def _fields(model: Class, models: Models) -> str:
    """Spell a function that makes what may be given in place of an object of a class."""
    parameters: list[str] = []
    lines: list[str] = []
    for each in models.given(model):
        kind, value = _building(models.plain(each.type), f"{each.name}_", sent=True)
        parameters.append(f"{each.name}_: {kind}")
        lines.append(f'        "{each.name}": {value},  # {models.subject(model, each)}')
    start = f"def fields_{model.name}({', '.join(parameters)}) -> {model.keywords}:\n    return {{  # {model.name}."
    return "\n".join([start, *lines, "    }"])


def _deep(
    place: str, found: Type, models: Models, indent: str = "    ", name: str = "in", seen: tuple[str, ...] = ()
) -> list[str]:
    """Spell how the attributes of a class that nobody named are read, through the place that holds it.

    name: of the variables, which say the way; seen: the classes on it.
    """
    members = found.members if isinstance(found := models.target(found), Union) else (found,)
    kept = [each for each in map(models.target, members) if each != NULL]
    if len(kept) != 1 or len(indent) > _DEEPEST:
        return []
    (one,), inner = kept, f"{indent}    "
    lines: list[str] = []
    if isinstance(one, (Array, Map)):
        item, values = (one.item, place) if isinstance(one, Array) else (one.value, f"{place}.values()")
        lines = _deep(f"{name}_one", item, models, f"{inner}    ", f"{name}_one", seen)
        lines = [f"{inner}for {name}_one in {values}:", *lines] if lines else []
    elif isinstance(one, Ref) and one.model not in seen and (model := models.unnamed(one.model)):
        for each in models.attributes(model):
            if each.access != "write":
                inside = f"{place}.{each.name}"
                kind, subject = _reading(models.read(each)), models.subject(model, each)
                lines.append(f"{inner}_{name}__{each.name}: {kind} = {inside}  # {subject}")
                lines.extend(_deep(inside, each.type, models, inner, f"{name}__{each.name}", (*seen, model.name)))
    return [f"{indent}if {place}:", *lines] if lines else []


def _is_constant(found: Type) -> bool:
    members = found.members if isinstance(found, Union) else (found,)
    return any(isinstance(each, Literal) and each.fixed for each in members)


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
