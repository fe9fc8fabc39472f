"""What an API sends, webhooks and callbacks -> the module of a package that reads it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from ..ir import (
    NULL,
    USUAL_SIGNING,
    Anything,
    Api,
    Callback,
    Content,
    EventsContent,
    FormContent,
    JsonContent,
    NoContent,
    Part,
    Scalar,
    TextContent,
    Type,
    Union,
    Webhook,
    XmlContent,
)
from ..ir.walk import events
from .annotations import annotation, read_annotation, runtime_types, symbols
from .resources import from_library
from .text import brief, literal
from .xml import text_kind

Event: TypeAlias = Webhook | Callback

_HOME = "models."
_LONG = 100
"""Members of a union; basedpyright parses some 250 with `|`."""
_READING = "strict: bool = False, on_mismatch: MismatchHook | None = None"
_READS: dict[type[Content], str] = {
    JsonContent: "json",
    FormContent: "form",
    TextContent: "text",
    XmlContent: "text",
    EventsContent: "text",
    NoContent: "nothing",
}
"""Content -> how the runtime reads a request of it; what no row names is bytes."""


def has_events(api: Api) -> bool:
    """Say whether a package needs the module."""
    return bool(events(api))


def event_imports(api: Api) -> list[str]:
    """Spell the imports of the module."""
    code = "\n".join([*event_overloads(api), *event_table(api)])
    used = symbols(code) | {"Any", "Mapping", "MappingProxyType", "overload"}
    ours = sorted({name for each in events(api) for name in runtime_types(payload(each))})
    incoming = ["Events", *(["Telling"] if api.telling else [])]
    errors = ["InvalidPayload", "InvalidSignature", "UnknownEvent", "WebhookError"]
    signatures = ["Headers", *(["Secrets", "secret_sources"] if is_any_signed(api) else []), "sign", "verify"]
    return [
        *from_library(used),
        "",
        *(["from . import models"] if "models" in used else []),
        *([f"from ._runtime import {', '.join(ours)}"] if ours else []),
        *(f"from ._runtime.errors import {each} as {each}" for each in errors),
        "from ._runtime.incoming import Event as Event",
        f"from ._runtime.incoming import {', '.join(incoming)}",
        "from ._runtime.options import MismatchHook",
        f"from ._runtime.standard_webhooks import {', '.join(signatures)}",
    ]


def event_table(api: Api) -> list[str]:
    """Spell what the runtime has to know of the events."""
    lines = [f"{_spelt(each, api)}," for each in events(api)]
    found = [literal(api.package), "[", *lines, "]"]
    rest: list[str] = []
    if api.telling is not None:
        values = literal(dict(api.telling.values))
        rest.append(f"Telling({literal(api.telling.place)}, {literal(api.telling.wire)}, {values})")
    if api.signing.env:
        rest.append(f"env={literal(api.signing.env)}")
    if api.signing.tolerance != USUAL_SIGNING.tolerance:
        rest.append(f"tolerance={api.signing.tolerance}")
    return ["_EVENTS = Events(", f"{found[0]},", *found[1:-1], "],", *(f"{each}," for each in rest), ")"]


def _spelt(event: Event, api: Api) -> str:
    """Spell one event."""
    reads = _reads(event)
    forms = [each for each in _contents(event) if isinstance(each, FormContent)]
    kinds = {part.wire: kind for each in forms for part in each.parts if (kind := _kind(part, api)) != "string"}
    more = {
        "headers": tuple(dict.fromkeys(each.wire for each in event.headers)),
        "url": event.expression if isinstance(event, Callback) else "",
        "signed": event.signed,
        "reads": reads if reads != "json" else "",
        "form": kinds,
    }
    options = "".join(f", {name}={literal(value)}" for name, value in more.items() if value)
    doc = literal(brief(event.doc, 300))
    made = read_annotation(payload(event), home=_HOME)
    return f"Event({literal(event.event)}, {literal(event.method)}, {doc}, lambda: {made}{options})"


def _contents(event: Event) -> list[Content]:
    """Return the contents of a request that are read: JSON and forms, else the first."""
    contents = list(event.body.contents) if event.body else []
    return [each for each in contents if isinstance(each, (JsonContent, FormContent))] or contents[:1]


def _reads(event: Event) -> str:
    """Return how the runtime reads a request."""
    kinds = {type(each) for each in _contents(event)}
    if kinds == {JsonContent, FormContent}:
        return "either"
    return _READS.get(kinds.pop(), "bytes") if kinds else "nothing"


def payload(event: Event) -> Type:
    """Return the type of what a request is read as."""
    match _reads(event):
        case "nothing":
            return NULL
        case "text":
            return Scalar("string")
        case "bytes":
            return Scalar("bytes")
        case _:
            return _any_of(each.type for each in _contents(event))


def _any_of(types: Iterable[Type]) -> Type:
    members = [one for each in types for one in (each.members if isinstance(each, Union) else (each,))]
    several = tuple(dict.fromkeys(members))
    if any(isinstance(each, Anything) for each in several):
        return Anything()
    return several[0] if len(several) == 1 else Union(several)


def _kind(part: Part, api: Api) -> str:
    """Return how a field of a form is read (OpenAPI 3.1, 4.8.15): objects are JSON."""
    kind = text_kind(part.type, api)
    return "json" if not kind or any("json" in each for each in part.media) else kind


def event_overloads(api: Api) -> list[str]:
    """Spell the ways to call `parse`: one for each event, then with a name that is not known before, or with none."""
    every = events(api)
    lines = [_definition(f"event: Literal[{literal(each.event)}]", [each], api) for each in every]
    known = told(api)
    by_header = api.telling is not None and api.telling.place == "header"
    if known == list(every) and not by_header:
        return [*lines, _definition("event: str | None = None", known, api)]
    none = [_definition("event: None = None", known, api, headed=by_header)] if known else []
    return [*lines, *none, _definition("event: str", list(every), api)]


def told(api: Api) -> list[Event]:
    """Return the events that a request can say it is."""
    names = {name for _, name in api.telling.values} if api.telling else set[str]()
    return [each for each in events(api) if each.event in names]


def _definition(event: str, found: list[Event], api: Api, *, headed: bool = False) -> str:
    """Spell the line that defines `parse`. headed: headers are needed to tell the event."""
    signed = any(each.signed for each in found)
    arguments = ["body: bytes | str", "*", event]
    arguments.append("headers: Headers" if signed or headed else "headers: Headers | None = None")
    if signed:
        arguments.append(f"secret: Secrets{' | None = None' if api.signing.env else ''}")
    return f"def parse({', '.join([*arguments, _READING])}) -> {_result([payload(each) for each in found])}:"


def _result(payloads: list[Type]) -> str:
    """Spell the type of what several events are read as; a long union in brackets, as type checkers parse one with `|`
    only so deep."""
    found = _any_of(payloads)
    if isinstance(found, Union) and len(found.members) > _LONG:
        return f"Union[{', '.join(annotation(each, home=_HOME) for each in found.members)}]"
    return annotation(found, home=_HOME)


def is_any_signed(api: Api) -> bool:
    return any(each.signed for each in events(api))


def event_definition(api: Api) -> str:
    """Spell the line that defines `parse` for all that its overloads allow."""
    secret = "secret: Secrets | None = None, " if is_any_signed(api) else ""
    return (
        "def parse(body: bytes | str, *, event: str | None = None, headers: Headers | None = None, "
        f"{secret}{_READING}) -> Any:"
    )


def event_call(api: Api) -> list[str]:
    """Spell what `parse` does; a plain secret is not left in its locals, which a traceback may show."""
    if not is_any_signed(api):
        return ["return _EVENTS.parse(body, event, headers, None, strict, on_mismatch)"]
    return [
        "sources = secret_sources(secret)",
        "del secret",
        "return _EVENTS.parse(body, event, headers, sources, strict, on_mismatch)",
    ]
