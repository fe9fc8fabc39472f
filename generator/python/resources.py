"""A resource -> the module of its operations, sync and async: imports, constants, methods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..ir import Operation, Ref, Resource
from .annotations import MODELS, annotation, symbols
from .contents import bodies_key
from .former import FormerMethod, twin, with_former
from .nesting import module_name
from .operations import (
    auth_key,
    decoder_key,
    errors_key,
    explained,
    raw_method,
    sending,
    streamed_method,
)
from .paging import paging_key
from .signatures import definition, overloads
from .text import WIDTH, identifier

_RUNTIME = frozenset({
    "OMIT", "AsyncEventStream", "AsyncPages", "AsyncResource", "AsyncStream", "AsyncTransport", "Base64Bytes",
    "Base64UrlBytes", "Bodies", "ByCursor", "ByLink", "ByOffset", "ByPage", "CallOptions", "DecimalNumber", "Decoder",
    "Encoding", "ErrorWhen", "EventStream", "InXml", "Omit", "Pages", "Request", "Resource", "Stream", "Transport",
    "UnixTime", "Upload", "Way", "as_base64", "as_base64url", "as_json", "as_number", "as_unix_time", "async_raw",
    "async_raw_pages", "async_streamed", "binary", "by_status", "by_type", "errors", "events", "flagged", "for_each",
    "form_body", "in_places", "json", "json_body", "lines", "lines_body", "made", "multipart_body", "nothing", "raw",
    "raw_body", "raw_pages", "renamed", "streamed", "styled", "text", "xml", "xml_body",
})  # fmt: skip
_LIBRARY = {
    "Any": "typing", "Literal": "typing", "Unpack": "typing", "overload": "typing", "AsyncIterable": "collections.abc",
    "Iterable": "collections.abc", "Mapping": "collections.abc", "Sequence": "collections.abc",
    "date": "datetime", "datetime": "datetime", "Decimal": "decimal", "UUID": "uuid",
    "MappingProxyType": "types", "TYPE_CHECKING": "typing", "Union": "typing", "cached_property": "functools",
}  # fmt: skip


_ARGUMENT = re.compile(r"\b\w+(?=: )")
"""The name of an argument where a method is defined: it hides what the module calls so."""


@dataclass(frozen=True, slots=True)
class Method:
    """The code of one operation: overloads, definition, docstring, statements, and its raw twin.

    marks: decorators, of a former name.
    """

    overloads: list[str]
    definition: str
    doc: str
    sending: str
    raw: str
    marks: list[str] = field(default_factory=list[str])


@dataclass(frozen=True, slots=True)
class Module:
    """What stands in the module of a resource, line by line. streamed: the twins whose body is to come; own_streamed:
    whether some of them are of operations that the resource has now."""

    imports: list[str]
    constants: list[str]
    methods: list[Method]
    streamed: list[str]
    own_streamed: bool


def modules(
    resource: Resource, inner: Sequence[Resource] = (), former: Sequence[FormerMethod] = ()
) -> dict[str, Module]:
    """Return flavour -> the module of a resource. inner: the resources right within it. former: methods that it had."""
    whole = with_former(resource, former)
    names = constants(whole)
    stood: list[tuple[Operation, str, FormerMethod | None]] = [
        (each, explained(each), None) for each in resource.operations
    ]
    stood += [(each.operation, each.doc, each) for each in former]
    found: dict[str, Module] = {}
    for flavour in ("sync", "async"):
        lines = declarations(whole, names, flavour)
        methods = [
            Method(
                overloads(operation, whole, flavour),
                definition(operation, whole, flavour),
                doc,
                sending(operation, flavour, names),
                twin(old, resource, flavour, "Raw") if old else raw_method(operation, flavour),
                [old.mark] if old else [],
            )
            for operation, doc, old in stood
        ]
        streamed = [line for each in resource.operations if (line := streamed_method(each, flavour))]
        later = [each for each in former if streamed_method(each.operation, flavour)]
        own_streamed = bool(streamed)
        streamed += [twin(each, resource, flavour, "Streaming") for each in later]
        imports = _imports(whole, inner, flavour, lines, methods, streamed)
        found[flavour] = Module(imports, lines, methods, streamed, own_streamed)
    return found


def constants(resource: Resource) -> dict[str, str]:
    """Return what a module holds once -> its name: authentication, errors, decoders, rules of paging."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for operation in resource.operations:
        for key, name in (
            (auth_key(operation), _auth_name(operation)),
            (errors_key(operation), "_ERRORS"),
            (decoder_key(operation), _decoder_name(operation)),
            (paging_key(operation), f"_{operation.name.upper().strip('_')}_PAGES"),
            (bodies_key(operation.body), f"_{operation.name.upper().strip('_')}_BODY"),
        ):
            if key and key not in found:
                found[key] = _free(name, taken)
    return found


def declarations(resource: Resource, names: dict[str, str], flavour: str) -> list[str]:
    """Spell the constants of a module. names: what they hold -> what they are called."""
    typed = {decoder_key(each): _declared(each, flavour) for each in resource.operations}
    return [f"{name}{typed.get(key, '')} = {key}" for key, name in names.items()]


def _declared(operation: Operation, flavour: str) -> str:
    types = [operation.result, *([operation.streaming.type] if operation.streaming else [])]
    return f": Decoder[{' | '.join(annotation(each, flavour=flavour, home=f'{MODELS}.') for each in types)}]"


def _auth_name(operation: Operation) -> str:
    if len(operation.auth) == 1 and len(operation.auth[0]) == 1:
        name = re.sub(r"\W+", "_", operation.auth[0][0]).strip("_").upper()
        if name.isascii() and name.isidentifier():
            return f"_{name}"
    return "_AUTH"


def _decoder_name(operation: Operation) -> str:
    found = operation.result
    if isinstance(found, Ref):
        words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", found.model)
        return f"_{words.upper().strip('_')}"
    if decoder_key(operation) in ("nothing()", "text()", "binary()"):
        return f"_{decoder_key(operation).removesuffix('()').upper()}"
    return f"_{operation.name.upper().strip('_')}_RESULT"


def _free(name: str, taken: set[str]) -> str:
    free, number = name, 2
    while free in taken:
        free, number = f"{name}_{number}", number + 1
    taken.add(free)
    return free


def _imports(
    resource: Resource,
    inner: Sequence[Resource],
    flavour: str,
    constants: list[str],
    methods: list[Method],
    streamed: list[str],
) -> list[str]:
    """Spell the import lines of a module, those that its code uses."""
    twins = [*(each.raw for each in methods), *streamed]
    parts = [*twins, *(part for each in methods for part in (*each.overloads, each.definition, each.sending))]
    code = "\n".join([*constants, *parts])
    used = symbols("\n".join([*constants, *twins]))
    used |= {"overload"} if any(each.overloads for each in methods) else set()
    for each in methods:
        for line in (each.definition, *each.overloads):
            used |= symbols(_ARGUMENT.sub("", line))
        used |= symbols(each.sending) - set(_ARGUMENT.findall(each.definition))
    prefix = "Async" if flavour == "async" else ""
    used |= {prefix + each for each in (("Resource", "Transport") if methods else ("Resource",))}
    used |= {"cached_property"} if inner else set()
    used |= {"TYPE_CHECKING"} if inner else set()
    lines = ["import builtins"] if re.search(r"\bbuiltins\.", code) else []
    lines.extend(from_library(used))
    if any(each.marks for each in methods):
        lines.extend([*([""] if lines else []), "import typing_extensions"])
    runtime = sorted((name for name in _RUNTIME & used), key=import_order)
    lines.extend([""] if lines else [])
    lines.extend([f"from .. import models as {MODELS}"] if MODELS in used else [])
    lines.extend(_packed("from .._runtime import ", runtime))
    typed = [f"    from .{module_name(one)} import {prefix}{identifier(one.class_name)}Resource" for one in inner]
    return [*lines, "", "if TYPE_CHECKING:", *typed] if typed else lines


def from_library(used: set[str]) -> list[str]:
    """Spell the imports of what code uses of the standard library."""
    lines: list[str] = []
    for module in sorted({module for name, module in _LIBRARY.items() if name in used}):
        members = sorted(name for name, home in _LIBRARY.items() if home == module and name in used)
        lines.append(f"from {module} import {', '.join(members)}")
    return lines


def _packed(start: str, names: list[str]) -> list[str]:
    """Spell an import in as few lines as fit."""
    lines: list[str] = []
    for name in names:
        if lines and len(lines[-1]) + len(name) + 2 <= WIDTH:
            lines[-1] += f", {name}"
        else:
            lines.append(start + name)
    return lines


def import_order(name: str) -> tuple[int, str]:
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)
