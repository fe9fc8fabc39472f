"""An operation -> a snippet for the README of its package."""

from __future__ import annotations

from ..data import Json, as_list, as_map, is_list, is_map
from ..ir import Api, Array, Literal, Map, Operation, Ref, Resource, Scalar, Type, Union
from .annotations import symbols
from .text import literal

_EXAMPLES = {
    "string": '"..."', "integer": "1", "number": "1.0", "boolean": "True", "null": "None",
    "date-time": "datetime.now(UTC)", "date": "date.today()", "unix-time": "datetime.now(UTC)",
    "decimal": 'Decimal("1.50")',
    "uuid": "uuid4()", "bytes": 'b"..."',
}  # fmt: skip


def snippet(operation: Operation, resource: Resource, api: Api) -> str:
    """Spell a call with its required arguments."""
    arguments: list[str] = []
    for param in operation.params:
        if param.required and not _has_default(operation, param.name):
            value = _example(param.type, param.schema, api)
            arguments.append(value if param.place == "path" else f"{param.name}={value}")
    if operation.bodies and operation.bodies[0].required:
        arguments.append(f"body={_example(operation.bodies[0].type, {}, api)}")
    call = f"client.{resource.name}.{operation.name}({', '.join(arguments)})"
    if operation.paging is not None:
        return f"for each in {call}:\n    print(each)"
    return call


def snippet_imports(api: Api) -> list[str]:
    """Spell the imports that the snippets of a README need besides the client's."""
    code = "\n".join(
        snippet(operation, resource, api) for resource in api.resources for operation in resource.operations
    )
    used = symbols(code)
    lines: list[str] = []
    for module, names in (("datetime", ("UTC", "date", "datetime")), ("decimal", ("Decimal",)), ("uuid", ("uuid4",))):
        if found := [name for name in names if name in used]:
            lines.append(f"from {module} import {', '.join(found)}")
    models = sorted(model.name for model in api.models if model.name in used)
    return [*lines, *([f"from {api.package}.models import {', '.join(models)}"] if models else [])]


def _has_default(operation: Operation, name: str) -> bool:
    return operation.paging is not None and name in (
        getattr(operation.paging, "page", ""),
        getattr(operation.paging, "size", ""),
        getattr(operation.paging, "offset", ""),
    )


def _example(found: Type, schema: Json, api: Api) -> str:
    examples = schema.get("examples") if is_map(schema) else None
    if is_list(examples) and examples and isinstance(examples[0], (str, int)):
        return literal(examples[0])
    if isinstance(found, Scalar):
        return _EXAMPLES[found.name]
    if isinstance(found, Literal):
        return literal(found.values[0])
    if isinstance(found, Array):
        return f"[{_example(found.item, {}, api)}]"
    if isinstance(found, Union):
        return _example(found.members[0], {}, api)
    if isinstance(found, Ref):
        model = next((each for each in api.models if each.name == found.model), None)
        values = as_list(as_map(model.schema).get("enum")) if model else []
        return literal(values[0]) if values else f"{found.model}(...)"
    return "{...}" if isinstance(found, Map) else "..."
