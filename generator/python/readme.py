"""An operation -> a snippet for the README of its package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..data import Json
from ..ir import (
    Alias,
    Api,
    Array,
    Body,
    Class,
    Enumeration,
    File,
    Literal,
    Map,
    Model,
    Operation,
    Ref,
    Resource,
    Scalar,
    Type,
    Union,
)
from ..ir.walk import fields_of
from .annotations import symbols
from .clients import usual_arguments
from .contents import body_types
from .signatures import own_name
from .text import identifier, literal

_EXAMPLES = {
    "string": '"..."', "integer": "1", "number": "1.0", "boolean": "True", "null": "None",
    "date-time": "datetime.now(UTC)", "date": "date.today()", "unix-time": "datetime.now(UTC)",
    "decimal": 'Decimal("1.50")', "decimal-number": 'Decimal("1.50")',
    "uuid": "uuid4()", "bytes": 'b"..."', "base64": 'b"..."',
    "base64url": 'b"..."',
}  # fmt: skip


_DEEPEST = 3
"""Levels of dicts that an example has."""


def snippet(
    operation: Operation, resource: Resource, api: Api, *, through: str = "", stream: bool = False, more: str = ""
) -> str:
    """Spell a call with its required arguments; pages are read. through, stream, more: as in `call`."""
    text = call(operation, resource, api, through=through, stream=stream, more=more)
    return text if operation.paging is None else f"for each in {text}:\n    print(each)"


def first_call(api: Api) -> list[str]:
    """Spell how a client is made and asked for something: by the shortest call that reads, else the shortest of all."""
    calls = [(each, one) for one in api.resources for each in one.operations]
    reading = [each for each in calls if each[0].method == "GET"] or calls
    found = min((snippet(*each, api) for each in reading), key=len, default="...")
    told = "\n".join(f"    {line}" for line in found.splitlines())
    told = told if found == "..." or found.startswith("for ") else told.replace("    ", "    found = ", 1)
    client = f"with {identifier(api.client_name)}({usual_arguments(api)}) as client:"
    imported = f"from {identifier(api.package)} import {identifier(api.client_name)}"
    return [*_imports(found, api), imported, "", client, *told.splitlines()]


def paging_readme(api: Api) -> list[str]:
    """Spell the section about pages, and how an iteration goes on from a cursor; nothing where the API has none."""
    operations = ((operation, resource) for resource in api.resources for operation in resource.operations)
    text = next((call(each, resource, api) for each, resource in operations if each.paging is not None), "")
    if not text:
        return []
    return [
        "",
        "## Pages",
        "",
        "Pages are fetched while they are read: item by item, or page by page with `pages()`. Either says at any time",
        "where it stands: its `cursor` is text to store, without credentials, from which the same call with the same",
        "arguments goes on, also in another process.",
        "",
        "```python",
        f"found = {text}",
        "items = found.items()",
        "for each in items:",
        "    print(each)",
        "    saved = items.cursor",
        "",
        "later = found.items(after=saved)",
        "```",
        "",
    ]


def call(
    operation: Operation,
    resource: Resource,
    api: Api,
    *,
    through: str = "",
    stream: bool = False,
    more: str = "",
    body: Sequence[str] = (),
) -> str:
    """Spell a call with its required arguments. through: an attribute of the resource; stream: it asks for a stream;
    more: a further argument; body: what is given of the body, where that is not what it needs."""
    given: list[str] = []
    for param in (each for each in operation.params if each.required and each.first is None):
        value = _example(param.type, param.example, api)
        given.append(value if param.place == "path" else f"{param.name}={value}")
    if operation.body is not None and operation.body.required:
        given += body or _body(operation, operation.body, api)
    given += [more] if more else []
    given += [f"{own_name(operation, 'stream')}=True"] if stream and operation.streaming is not None else []
    return f"client.{resource.name}{through}.{operation.name}({', '.join(given)})"


def _body(operation: Operation, body: Body, api: Api) -> list[str]:
    """Spell the arguments of a body: its fields where it may be given so."""
    if not body.keywords:
        return [f"{own_name(operation, 'body')}={_example(body_types(body)[0], None, api)}"]
    models = {each.name: each for each in api.models}
    return [f"{name}={value}" for name, value in _fields(body.model, models, api, 1)]


def _fields(name: str, models: Mapping[str, Model], api: Api, depth: int) -> list[tuple[str, str]]:
    """Return the fields that an object of a class needs, or one that it may have, each with an example."""
    given = [each for each in fields_of(name, models) if each.access != "read"]
    needed = [each for each in given if each.required and each.fixed is None] or given[:1]
    return [(each.name, _nested(each.type, models, api, depth)) for each in needed]


def _nested(found: Type, models: Mapping[str, Model], api: Api, depth: int) -> str:
    """Spell what stands inside a body: objects as dicts, as far as an example goes."""
    members = found.members if isinstance(found, Union) else (found,)
    model = models.get(members[0].model) if isinstance(members[0], Ref) else None
    if isinstance(found, Array):
        return f"[{_nested(found.item, models, api, depth)}]"
    if isinstance(model, Alias):
        return _nested(model.type, models, api, depth)
    if not isinstance(model, Class) or not model.keywords:
        return _example(found, None, api)
    pairs = _fields(model.name, models, api, depth + 1) if depth < _DEEPEST else []
    keys = [f'"{name}": {value}' for name, value in pairs]
    return f"{{{', '.join(keys) or '...'}}}"


def body_readme(api: Api) -> list[str]:
    """Spell the section about bodies; nothing where none is given by its fields."""
    operations = [(each, one) for one in api.resources for each in one.operations]
    models = {each.name: each for each in api.models}
    calls: list[tuple[str, str, Body]] = []
    for operation, resource in operations:
        if (body := operation.body) and body.required and body.keywords:
            spelt = [f"{each}={value}" for each, value in _shown(body.model, models, api)]
            whole = f"{own_name(operation, 'body')}={body.model}(...)"
            by_field, by_object = (call(operation, resource, api, body=each) for each in (spelt, [whole]))
            calls.append((by_field, by_object, body))
    if not calls:
        return []
    by_field, by_object, body = min(calls, key=lambda each: ("={" not in each[0], len(each[0])))
    return [
        "## Bodies",
        "",
        "A body that is an object is given by its fields, or as an object of its class. Objects inside may be dicts.",
        "A name that the API does not know is refused before anything is sent, and by type checkers: the fields of a",
        f"class are a TypedDict, as `{body.keywords}` of `{body.model}`. They keep their names. An argument that is",
        "called like one has its place behind its name, `id_path`, or `call_` before it, `call_options`.",
        "",
        "```python",
        *_imports(by_object, api),
        "",
        by_field,
        by_object,
        "```",
        "",
        "",
    ]


def _shown(name: str, models: Mapping[str, Model], api: Api) -> list[tuple[str, str]]:
    """Return the fields that an object of a class needs, with one that is an object itself."""
    given = [
        (each.name, _nested(each.type, models, api, 2)) for each in fields_of(name, models) if each.access != "read"
    ]
    needed = _fields(name, models, api, 2)
    inner = [each for each in given if each[1].startswith("{") and "..." not in each[1][:5]]
    return [*needed, *(each for each in inner[:1] if each not in needed)]


def option_readme(api: Api) -> list[str]:
    """Spell the section about options: how they are given to a derived client and to one call, and errors caught."""
    given = 'options={"timeout": 120, "retry": 0}'
    calls = [snippet(each, one, api, more=given) for one in api.resources for each in one.operations]
    call = sorted(calls, key=len)[:1]
    slow = "slow = client.with_options(timeout=Timeouts(connect=5, read=None), deadline=None)"
    caught = "except StatusError as error:\n    print(error.status, error.request_id, error.body)"
    tried = ["try:", *(f"    {line}" for one in call for line in one.splitlines()), caught] if call else []
    return [
        "## Options",
        "",
        "A client, `client.with_options(...)` and, as `options=`, each method take timeouts, retries, headers, hooks",
        f"and more: see `CallOptions`. The base URL is `base_url=`, else the environment variable `{api.base_env}`,",
        "else that of the document. A client also takes `proxy`, `verify` (certificates to trust), `transport` and",
        "`http_client` of the HTTP library.",
        "",
        "```python",
        f"from {api.package} import StatusError, Timeouts",
        "",
        slow,
        *tried,
        "```",
        "",
    ]


def snippet_imports(api: Api) -> list[str]:
    """Spell the imports that the snippets of a README need besides the client's."""
    code = "\n".join(
        snippet(operation, resource, api) for resource in api.resources for operation in resource.operations
    )
    return _imports(code, api)


def _imports(code: str, api: Api) -> list[str]:
    """Spell the imports that code needs besides the client's."""
    used = symbols(code)
    lines: list[str] = []
    for module, names in (("datetime", ("UTC", "date", "datetime")), ("decimal", ("Decimal",)), ("uuid", ("uuid4",))):
        if found := [name for name in names if name in used]:
            lines.append(f"from {module} import {', '.join(found)}")
    models = sorted(model.name for model in api.models if model.name in used)
    return [*lines, *([f"from {api.package}.models import {', '.join(models)}"] if models else [])]


def drift_readme(api: Api) -> list[str]:
    """Spell how the document is corrected by what its answers are like."""
    return [
        "## When answers differ from the document",
        "",
        "An answer that is not as documented is read all the same. `DriftLog` counts such places in a file, over all",
        "runs, threads and processes, and the fields that nobody documented. It holds no values, nor names of such",
        "fields that look like data. With `enum_values=True` it holds unknown constants that look like names.",
        "",
        "```python",
        f"from {identifier(api.package)} import DriftLog",
        "",
        'with DriftLog("drift.jsonl") as log:',
        "    watched = client.with_options(on_mismatch=log)",
        "    ...",
        "```",
        "",
        "Where the package is generated, this corrects the document, for you to review, and makes the package anew:",
        "",
        "```sh",
        "specloom drift PROVIDER drift.jsonl --write",
        "specloom generate PROVIDER",
        "```",
        "",
    ]


def _example(found: Type, shown: Json, api: Api) -> str:
    """Spell a value of a type. shown: one that the document shows, or none."""
    if isinstance(shown, (str, int)):
        return literal(shown)
    match found:
        case Scalar(name):
            return _EXAMPLES[name]
        case File():
            return _EXAMPLES["bytes"]
        case Literal(values):
            return literal(values[0])
        case Array(item):
            return f"[{_example(item, None, api)}]"
        case Union(members):
            return _example(members[0], None, api)
        case Ref(name):
            model = next((each for each in api.models if each.name == name), None)
            return literal(model.values[0].value) if isinstance(model, Enumeration) else f"{name}(...)"
        case Map():
            return "{...}"
        case _:
            return "..."
