"""An operation -> the method that sends it: its definition, its docstring, its statements."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..ir import (
    Answer,
    BytesContent,
    Content,
    JsonContent,
    Operation,
    Param,
    Resource,
    Streaming,
    TextContent,
    XmlContent,
)
from ..ir.walk import spoken
from .annotations import annotation, encoded, read_annotation, value_facts
from .contents import bodies_key, body_text, body_types, decoder, is_typed, query_text, read_as, ways
from .paging import paging_key
from .text import WIDTH, brief, docstring, facts, identifier, literal, sentence

_INDENT = 8
_BUILTINS = frozenset({"bool", "bytes", "dict", "float", "int", "list", "str", "object", "type", "property"})
_MOST_DOC = 220
_REPEATED = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "QUERY"})  # may run twice


def shadowed(resource: Resource) -> frozenset[str]:
    """Return the builtins that the methods of a resource hide in annotations of its class."""
    return _BUILTINS & {operation.name for operation in resource.operations}


def result(operation: Operation, resource: Resource, flavour: str) -> str:
    """Spell what a method returns; where it has two ways, what it returns without a stream."""
    hidden = shadowed(resource)
    found = annotation(operation.result, shadowed=hidden, flavour=flavour)
    if operation.paging is None:
        return found
    pages = "AsyncPages" if flavour == "async" else "Pages"
    return f"{pages}[{annotation(operation.paging.item, shadowed=hidden)}, {found}]"


def definition(operation: Operation, resource: Resource, flavour: str) -> str:
    """Spell the line that defines a method; path parameters may be given by position."""
    further = [_chosen("accept", (each.media for each in operation.choices))] if operation.choices else []
    returned = result(operation, resource, flavour)
    if operation.streaming is not None:
        further.append("stream: bool = False")
        returned = f"{returned} | {_stream(operation.streaming, resource, flavour)}"
    return _definition(operation, resource, flavour, further, returned)


def overloads(operation: Operation, resource: Resource, flavour: str) -> list[str]:
    """Spell what a method returns for what a caller may ask for, a media type or a stream; nothing for one type."""
    whole = result(operation, resource, flavour)
    found: list[tuple[list[str], str]] = []
    kinds: dict[str, list[str]] = {}
    for each in operation.choices:
        kinds.setdefault(annotation(each.type, shadowed=shadowed(resource)), []).append(literal(each.media))
    if kinds.keys() == {whole}:
        found = [([_chosen("accept", kinds[whole])], whole)]
    elif kinds:
        found = [(["accept: None = None"], whole)]
        found += [([f"accept: Literal[{', '.join(media)}]"], kind) for kind, media in kinds.items()]
    if operation.streaming is not None:
        stream = _stream(operation.streaming, resource, flavour)
        found = [([*further, "stream: Literal[False] = False"], kind) for further, kind in found or [([], whole)]]
        found += [(["stream: Literal[True]"], stream), (["stream: bool"], f"{whole} | {stream}")]
    return [_definition(operation, resource, flavour, *each) for each in found] if len(found) > 1 else []


def _chosen(name: str, media: Iterable[str]) -> str:
    return f"{name}: Literal[{', '.join(map(literal, media))}] | None = None"


def _stream(streaming: Streaming, resource: Resource, flavour: str) -> str:
    return annotation(streaming.type, shadowed=shadowed(resource), flavour=flavour)


def _definition(operation: Operation, resource: Resource, flavour: str, further: list[str], returned: str) -> str:
    hidden = shadowed(resource)
    by_position = [each for each in operation.params if each.place == "path"]
    by_name = [each for each in operation.params if each.place != "path" and not each.hidden]
    arguments = ["self", *(_argument(each, hidden) for each in by_position)]
    named = [_argument(each, hidden) for each in by_name]
    named.extend(_body_argument(operation, hidden))
    named.extend(further)
    required = [each for each in named if "=" not in each]
    arguments.extend(["*", *required, *(each for each in named if "=" in each), "options: CallOptions | None = None"])
    prefix = "async def" if flavour == "async" and operation.paging is None else "def"
    return f"{prefix} {identifier(operation.name)}({', '.join(arguments)}) -> {returned}:"


def explained(operation: Operation) -> str:
    """Spell the docstring of a method: what it does, the method and path, and its parameters."""
    head = (
        sentence(operation.summary)
        or brief(operation.doc, _MOST_DOC)
        or sentence(_spoken(operation.id or operation.name))
    )
    lines = [brief(head, WIDTH - 12), "", f"{operation.method} {_path_text(operation.path)}"]
    more = brief(operation.doc, _MOST_DOC)
    if more and more.rstrip(".") != head.rstrip("."):
        lines.extend(["", more])
    if operation.deprecated:
        lines.extend(["", "Deprecated."])
    documented = [(each.name, _param_doc(each, operation)) for each in operation.params if not each.hidden]
    if operation.body is not None and operation.body.doc:
        documented.append(("body", brief(operation.body.doc, 160)))
    if operation.streaming is not None:
        documented.append(("stream", "True returns what is answered as it comes."))
    documented = [(name, text) for name, text in documented if text]
    if documented:
        lines.extend(["", *(f"{name}: {text}" for name, text in documented)])
    return docstring(lines, _INDENT)


def sending(operation: Operation, flavour: str, names: dict[str, str]) -> str:
    """Spell the statements of a method. names: what the module's constants are called, by what they hold.

    Long mappings of the query and the headers stand in statements of their own, so that a parameter is one line.
    """
    mappings = {"query": _mapping(operation, "query"), "headers": _mapping(operation, "header")}
    lines: list[str] = []
    for keyword in ("query", "headers"):
        if len(_request(operation, names, mappings)) + _INDENT > WIDTH and mappings[keyword].count(": ") > 1:
            lines.append(f"{keyword} = {mappings[keyword][:-1]},}}")
            mappings[keyword] = keyword
    lines.append(_request(operation, names, mappings))
    decoder = names[decoder_key(operation)] + (".streamed(stream)" if operation.streaming else "")
    decoder += ".asked(accept)" if operation.choices else ""
    if operation.paging is not None:
        pages = "AsyncPages" if flavour == "async" else "Pages"
        lines.append(f"return {pages}(self._with(options), request, {decoder}, {names[paging_key(operation)]})")
    else:
        wait = "await " if flavour == "async" else ""
        lines.append(f"return {wait}self._with(options).send(request, {decoder})")
    return ("\n" + " " * _INDENT).join(lines)


def streamed_method(operation: Operation, flavour: str) -> str:
    """Spell the assignment that gives a method its twin whose body is still to come; "" where that is of no use."""
    contents = [each for answer in operation.answers for each in spoken(answer)]
    if operation.paging or not any(isinstance(each, (BytesContent, TextContent)) for each in contents):
        return ""
    wrapper = "async_streamed" if flavour == "async" else "streamed"
    return f"self.{identifier(operation.name)} = {wrapper}(resource.{identifier(operation.name)})"


def raw_method(operation: Operation, flavour: str) -> str:
    """Spell the assignment that gives a method its twin with the whole answer."""
    wrapper = ("async_" if flavour == "async" else "") + ("raw_pages" if operation.paging is not None else "raw")
    return f"self.{identifier(operation.name)} = {wrapper}(resource.{identifier(operation.name)})"


def auth_key(operation: Operation) -> str:
    """Spell the alternatives of an operation; "" when it needs none."""
    return literal(operation.auth) if any(operation.auth) else ""


def errors_key(operation: Operation) -> str:
    """Spell how failures are read."""
    known = [each for each in operation.errors if each.status[0] in "45d" and is_typed(each)]
    types = ", ".join(f"{_status(each.status)}: {read_as(_typed(each))}" for each in known)
    when = ""
    if operation.error_when is not None:
        rule = operation.error_when
        when = f"ErrorWhen({literal(rule.pointer)}, {literal(rule.equals)}, {read_annotation(rule.type)})"
    parts = ([f"{{{types}}}"] if types else []) + ([f"when={when}"] if when else [])
    return f"errors({', '.join(parts)})" if parts else ""


def _typed(answer: Answer) -> Content:
    """Return the first content of an answer that is read as a type."""
    return next(each for each in spoken(answer) if isinstance(each, (JsonContent, XmlContent)))


def decoder_key(operation: Operation) -> str:
    """Spell how answers are read."""
    return decoder(operation.answers)


def _status(status: str) -> str:
    return status if status.isdigit() else literal(status)


def _argument(param: Param, hidden: frozenset[str]) -> str:
    name, kind = identifier(param.name), annotation(param.type, sent=True, shadowed=hidden)
    if param.first is not None:
        return f"{name}: {kind} = {literal(param.first)}"
    return f"{name}: {kind}" if param.required else f"{name}: {kind} | Omit = OMIT"


def _body_argument(operation: Operation, hidden: frozenset[str]) -> list[str]:
    if operation.body is None:
        return []
    kinds = dict.fromkeys(annotation(each, sent=True, shadowed=hidden) for each in body_types(operation.body))
    kind = " | ".join(kinds)
    found = [f"body: {kind}" if operation.body.required else f"body: {kind} | Omit = OMIT"]
    if bodies_key(operation.body):
        found.append(_chosen("media", ways(operation.body)))
    return found


def _param_doc(param: Param, operation: Operation) -> str:
    said = brief(param.doc, 160)
    more = facts(value_facts(param.type), param.default, deprecated=param.deprecated, doc=said)
    is_key = param.place == "header" and param.wire == operation.idempotency
    made = "May be left out: a new key is made for each call then." if is_key else ""
    return " ".join(part for part in (said, more, made) if part)


def _spoken(identity: str) -> str:
    """Return a name as words.

    >>> _spoken("list-boats"), _spoken("getBoatById")
    ('List boats', 'Get boat by id')
    """
    return " ".join(re.split(r"[_\W]+|(?<=[a-z0-9])(?=[A-Z])", identity)).strip().capitalize()


def _path_text(path: str) -> str:
    return sentence(path).removesuffix(".") if not path.endswith(".") else sentence(path)


def _request(operation: Operation, names: dict[str, str], mappings: dict[str, str]) -> str:
    arguments = [literal(operation.method), literal(operation.path)]
    places = {"path": _mapping(operation, "path"), **mappings, "cookies": _mapping(operation, "cookie")}
    arguments.extend(f"{keyword}={mapping}" for keyword, mapping in places.items() if mapping)
    whole = (each for each in operation.params if each.place == "querystring")
    arguments.extend(f"querystring={query_text(each, identifier(each.name))}" for each in whole)
    if operation.body is not None:
        arguments.append(f"body={_body(operation, names)}")
    for keyword, key in (("auth", auth_key(operation)), ("errors", errors_key(operation))):
        if key:
            arguments.append(f"{keyword}={names[key]}")
    if operation.asks:
        arguments.append(f"scopes={literal(dict(operation.asks))}")
    if operation.idempotency:
        arguments.append(f"idempotency={literal(operation.idempotency)}")
    if operation.idempotent != (operation.method in _REPEATED):
        arguments.append(f"idempotent={operation.idempotent}")
    if operation.servers:
        arguments.append(f"server={literal(operation.servers[0].url)}")
    return f"request = Request({', '.join(arguments)})"


def _body(operation: Operation, names: dict[str, str]) -> str:
    assert operation.body is not None
    asks = operation.streaming is not None and operation.streaming.flag == "body"
    return body_text(operation.body, names, "flagged(body, stream)" if asks else "body")


def _mapping(operation: Operation, place: str) -> str:
    members = [
        f"{literal(each.wire)}: {_value(each)}" for each in operation.params if each.place == place and not each.hidden
    ]
    if operation.streaming is not None and operation.streaming.flag == place:
        members.append("'stream': stream or OMIT")
    return f"{{{', '.join(members)}}}" if members else ""


def _value(param: Param) -> str:
    """Spell a parameter's value as it goes into the request, with its style where that is not the usual one."""
    text = encoded(identifier(param.name), param.type, json=bool(param.content))
    if param.content:
        return f"as_json({text})"
    usual = {"query": "form", "cookie": "form"}.get(param.place, "simple")
    options = [literal(param.style)]
    if param.explode != (param.style in ("form", "cookie")):
        options.append(f"explode={param.explode}")
    if param.allow_reserved:
        options.append("allow_reserved=True")
    return text if options == [literal(usual)] else f"styled({text}, {', '.join(options)})"
