"""A resource -> the imports and constants of its module."""

from __future__ import annotations

import re

from ..ir import Operation, Ref, Resource
from ..ir.walk import references
from .annotations import annotation, symbols
from .contents import argument, is_json
from .operations import auth_key, decoder_key, definition, errors_key, paging_key, raw_method, sending
from .text import WIDTH, identifier

_RUNTIME = frozenset({
    "OMIT", "AsyncPages", "AsyncResource", "AsyncTransport", "ByCursor", "ByLink", "ByOffset", "ByPage", "Decoder",
    "Encoding", "ErrorWhen", "Omit", "Pages", "Request", "Resource", "Transport", "Upload", "as_json", "async_raw",
    "async_raw_pages", "binary", "by_status", "errors", "form_body", "json", "json_body", "multipart_body", "nothing",
    "raw", "raw_body", "raw_pages", "styled", "text", "unix_time", "unix_times",
})  # fmt: skip
_LIBRARY = {
    "Any": "typing", "Literal": "typing", "Sequence": "collections.abc", "Mapping": "collections.abc",
    "datetime": "datetime", "date": "datetime", "Decimal": "decimal", "UUID": "uuid",
}  # fmt: skip


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
        ):
            if key and key not in found:
                found[key] = _free(name, taken)
    return found


def declarations(resource: Resource) -> list[str]:
    """Spell the constants of a module."""
    typed = {decoder_key(each): _declared(each) for each in resource.operations}
    return [f"{name}{typed.get(key, '')} = {key}" for key, name in constants(resource).items()]


def _declared(operation: Operation) -> str:
    return f": Decoder[{annotation(operation.result)}]"


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


def methods(resource: Resource) -> list[tuple[Operation, dict[str, str]]]:
    """Return each operation with the names of the module's constants, which are settled once."""
    names = constants(resource)
    return [(operation, names) for operation in resource.operations]


def resource_imports(resource: Resource, flavour: str) -> list[str]:
    """Spell the import lines of a module, those that its code uses."""
    code = [*declarations(resource)]
    for operation, names in methods(resource):
        code.append(definition(operation, resource, flavour))
        code.append(sending(operation, flavour, names))
        code.append(raw_method(operation, flavour))
    used = symbols("\n".join(code)) | {
        ("Async" if flavour == "async" else "") + each for each in ("Resource", "Transport")
    }
    models = _models(resource, used)
    lines = ["import builtins"] if re.search(r"\bbuiltins\.", "\n".join(code)) else []
    for module in sorted({module for name, module in _LIBRARY.items() if name in used}):
        members = sorted(name for name, home in _LIBRARY.items() if home == module and name in used)
        lines.append(f"from {module} import {', '.join(members)}")
    runtime = sorted((name for name in _RUNTIME & used), key=_import_order)
    lines.extend([""] if lines else [])
    lines.extend(_packed("from .._runtime import ", runtime))
    lines.extend(_packed("from ..models import ", [identifier(name) for name in models]))
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


def _import_order(name: str) -> tuple[int, str]:
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


def _models(resource: Resource, used: set[str]) -> list[str]:
    """Return the models that the code of a module uses."""
    found: set[str] = set()
    for operation in resource.operations:
        answers = [each for each in (*operation.answers, *operation.errors) if is_json(each)]
        types = [*(each.type for each in operation.params), operation.result]
        types += [each.contents[0].type for each in answers]
        types += [each.item for each in (operation.paging,) if each]
        types += [each.type for each in (operation.error_when,) if each]
        types += [argument(each) for each in (operation.body,) if each]
        found |= {name for each in types for name in references(each)}
    return sorted(found & used)
