"""An operation -> its entry in the reference of its package: what it does, its arguments, its errors."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..ir import Api, Operation, Param
from .annotations import annotation, symbols, value_facts
from .contents import body_types
from .former import former_lines
from .signatures import own_name
from .text import brief, facts, identifier, markdown, prose, sentence

_MOST = 300
_STATUSES = {
    "400": "BadRequest", "401": "Unauthorized", "403": "Forbidden", "404": "NotFound", "409": "Conflict", "410": "Gone",
    "422": "Unprocessable", "429": "TooManyRequests",
}  # fmt: skip
"""Status -> the exception for it; of any other, that of its class."""


def homes(api: Api) -> dict[str, tuple[str, str]]:
    """Return the name of each model, and that of its fields -> the model, and the path of its module in the package."""
    found: dict[str, tuple[str, str]] = {}
    for each in api.models:
        home = (identifier(each.name), f"{identifier(api.package)}/models/{identifier(each.module)}.py")
        found |= {name: home for name in (each.name, getattr(each, "keywords", "")) if name}
    return found


def reference(operation: Operation, models: Mapping[str, tuple[str, str]]) -> list[str]:
    """Return the lines of Markdown between the heading of an operation and its example; the models that it names are
    links to their modules. models: as `homes` returns them."""
    said = sentence(operation.summary or operation.doc)
    lines = ["", *([markdown(brief(said, _MOST)), ""] if said else [])]
    lines += [f"`{operation.method} {prose(operation.path)}`{' (deprecated)' if operation.deprecated else ''}"]
    lines += [line for each in former_lines(operation) for line in ("", each)]
    rows = [_row(each) for each in operation.params if not each.hidden]
    if operation.body is not None:
        types = " | ".join(annotation(each, sent=True) for each in body_types(operation.body))
        needed = "" if operation.body.required else "May be left out. "
        rows.append(_cells(own_name(operation, "body"), types, f"{needed}{sentence(operation.body.doc)}"))
        if operation.body.keywords:
            name, kind = own_name(operation, "fields"), identifier(operation.body.keywords)
            rows.append(f"| `**{identifier(name)}` | `{kind}` | The fields of the body, in its place. |")
    if rows:
        lines += ["", "| argument | type | |", "|---|---|---|", *rows]
    returned = annotation(operation.result)
    lines += ["", f"Returns {_code(returned)}."] if returned != "None" else []
    if errors := [_error(each.status) for each in operation.errors if each.status.upper() != "DEFAULT"]:
        lines += ["", f"Raises {', '.join(dict.fromkeys(errors))}."]
    named = symbols("\n".join(re.findall(r"`([^`]+)`", "\n".join([*rows, returned and f"`{returned}`"]))))
    links = sorted({models[each] for each in named & models.keys()})
    lines += ["", f"Models: {', '.join(f'[{name}]({path})' for name, path in links)}."] if links else []
    return lines


def _row(param: Param) -> str:
    doc = sentence(param.doc)
    said = [doc, facts(value_facts(param.type), param.default, deprecated=param.deprecated, doc=brief(doc, _MOST))]
    needed = "" if param.required or param.default is not None else "May be left out. "
    return _cells(param.name, annotation(param.type, sent=True), needed + " ".join(each for each in said if each))


def _cells(name: str, types: str, said: str) -> str:
    return f"| `{identifier(name)}` | {_code(types)} | {markdown(brief(said, _MOST))} |"


def _code(text: str) -> str:
    """Spell code within a line, and within a cell of a table."""
    return f"`{text}`".replace("|", "\\|")


def _error(status: str) -> str:
    usual = "ClientFault" if status.startswith("4") else "ServerError" if status.startswith("5") else "StatusError"
    return f"`{_STATUSES.get(status, usual)}` ({markdown(status)})"
