"""An operation -> the method that sends it: its definition, its docstring, its statements."""

from __future__ import annotations

import re

from ..ir import (
    Answer,
    BytesContent,
    Content,
    JsonContent,
    Operation,
    Param,
    TextContent,
    XmlContent,
)
from ..ir.walk import spoken
from .annotations import MODELS, encoded, later, value_facts
from .contents import bodies_key, body_text, decoder, is_typed, query_text, read_as
from .paging import paging_key
from .signatures import own_name
from .text import WIDTH, brief, docstring, facts, identifier, literal, sentence

_INDENT = 8
_MOST_DOC = 220
_REPEATED = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "QUERY"})  # may run twice


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
    documented = [(name, text) for name, text in _documented(operation) if text]
    if documented:
        lines.extend(["", *(f"{name}: {text}" for name, text in documented)])
    return docstring(lines, _INDENT)


def sending(operation: Operation, flavour: str, names: dict[str, str]) -> str:
    """Spell the statements of a method. names: what the module's constants are called, by what they hold.

    Long mappings of the query and the headers stand in statements of their own, so that a parameter is one line.
    """
    mappings = {"query": _mapping(operation, "query"), "headers": _mapping(operation, "header")}
    lines: list[str] = []
    request = _request(operation, names, mappings)
    for keyword in ("query", "headers"):
        if len(request) + _INDENT > WIDTH and mappings[keyword].count(": ") > 1:
            lines.append(f"{keyword} = {mappings[keyword][:-1]},}}")
            mappings[keyword] = keyword
            request = _request(operation, names, mappings)
    lines.append(request)
    options, decoder = own_name(operation, "options"), names[decoder_key(operation)]
    decoder += f".streamed({own_name(operation, 'stream')})" if operation.streaming else ""
    decoder += f".asked({own_name(operation, 'accept')})" if operation.choices else ""
    if operation.paging is not None:
        pages = "AsyncPages" if flavour == "async" else "Pages"
        lines.append(f"return {pages}(self._with({options}), request, {decoder}, {names[paging_key(operation)]})")
    else:
        wait = "await " if flavour == "async" else ""
        lines.append(f"return {wait}self._with({options}).send(request, {decoder})")
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
        when = f"ErrorWhen({literal(rule.pointer)}, {literal(rule.equals)}, {later(rule.type)})"
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


def _documented(operation: Operation) -> list[tuple[str, str]]:
    """Return what arguments mean. One that gave its name to a field of the body says so."""
    said = [(each.name, _param_doc(each, operation)) for each in operation.params if not each.hidden]
    if operation.body is not None:
        fields = f"Its fields may be given instead: {operation.body.keywords}." if operation.body.keywords else ""
        said.append((own_name(operation, "body"), " ".join(filter(None, (brief(operation.body.doc, 160), fields)))))
    if operation.streaming is not None:
        said.append((own_name(operation, "stream"), "True returns what is answered as it comes."))
    said += [(own_name(operation, "media"), "")] if bodies_key(operation.body) else []
    said += [(own_name(operation, "accept"), "")] if operation.choices else []
    said += [(own_name(operation, "options"), "")]
    away = {argument: f"`{name}` is a field of the body." for name, argument in operation.given_way}
    return [(name, " ".join(filter(None, (text, away.get(name, ""))))) for name, text in said]


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
    argument, stream = own_name(operation, "body"), own_name(operation, "stream")
    if operation.body.keywords:
        optional = "" if operation.body.required else ", optional=True"
        rest = own_name(operation, "fields")
        others = {name: other for name, other in operation.given_way if other not in ("", rest)}
        more = f"{optional}, others={literal(others)}" if others else optional
        argument = f"made({MODELS}.{operation.body.model}, {argument}, {rest}{more})"
    if operation.streaming is not None and operation.streaming.flag == "body":
        argument = f"flagged({argument}, {stream})"
    return body_text(operation.body, names, argument, own_name(operation, "media"))


def _mapping(operation: Operation, place: str) -> str:
    members = [
        f"{literal(each.wire)}: {_value(each)}" for each in operation.params if each.place == place and not each.hidden
    ]
    if operation.streaming is not None and operation.streaming.flag == place:
        members.append(f"'stream': {own_name(operation, 'stream')} or OMIT")
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
