"""What an API sends -> what is said of it: the docstrings of the module that reads it, and the README's lines."""

from __future__ import annotations

from textwrap import wrap

from ..ir import Api, Callback
from ..ir.walk import events
from .annotations import annotation
from .text import WIDTH, brief, docstring, literal, markdown
from .webhooks import Event, is_any_signed, payload, told

_RAISES = (
    "Raises WebhookError: InvalidSignature; UnknownEvent where nothing says which event it is, or one that is not "
    "known; InvalidPayload where the body cannot be read."
)


def event_about(api: Api, source: str) -> str:
    """Spell the docstring of the module: what it is for, and the events."""
    lines = [f"What the API sends by itself, and how it is read: generated from {source}; do not edit.", ""]
    lines += ["In a server that the API calls, with the body as it came:", "", _usage(api, "secret=secret"), ""]
    lines += [
        "`parse` reads a request; `verify` checks a signature alone, as Standard Webhooks has it, and `sign` makes one "
        "for tests; EVENTS has the payload, method and documentation of each event.",
        "",
    ]
    if any(isinstance(each, Callback) for each in events(api)):
        lines += ["A callback is named after the method that asks for it: resource.method.callback.", ""]
    for each in events(api):
        lines.append(f"{each.event}: {_payload(each)}. {_about(each, 100)}".rstrip())
    return docstring(lines, 0)


def event_doc(api: Api) -> str:
    """Spell the docstring of `parse`."""
    lines = ["Read a request that the API sent; return the payload of its event, typed.", ""]
    lines.append("body: its bytes or text as they came over HTTP.")
    lines.append(f"event: one of EVENTS. {_left_out(api)}")
    lines.append("headers: a mapping or pairs; the case of their names does not matter.")
    if is_any_signed(api):
        env = api.signing.env
        several = "whsec_ and base64, or several of which one has to fit."
        more = f" When left out, the variable {env} has it, or several with spaces between." if env else ""
        lines.append(f"secret: what the API signs with, {several}{more}")
    lines.append("strict: raise where the body is not as its type says; else what came is kept.")
    lines.append("on_mismatch: called with each such place and the event.")
    return docstring([*lines, "", _signature(api), "", _RAISES], 4)


def event_readme(api: Api) -> list[str]:
    """Spell the lines of the README about what the API sends; none where it sends nothing."""
    if not events(api):
        return []
    secret = "" if api.signing.env else 'secret="whsec_..."'
    return [
        "",
        "## Webhooks",
        "",
        "What the API sends by itself is read from the bytes and headers that came:",
        "",
        "```python",
        f"from {api.package} import webhooks",
        "",
        _usage(api, secret),
        "```",
        "",
        *wrap(markdown(f"The event: {_left_out(api)} {_signature(api)} A refusal is a webhooks.WebhookError."), WIDTH),
        "",
        *(f"- **{markdown(each.event)}** {markdown(f'{_payload(each)}. {_about(each, 160)}')}" for each in events(api)),
        "",
    ]


def _usage(api: Api, secret: str) -> str:
    first = events(api)[0]
    arguments = [
        "body",
        f"event={literal(first.event)}",
        "headers=headers",
        *([secret] if first.signed and secret else []),
    ]
    return f"payload = webhooks.parse({', '.join(arguments)})"


def _payload(event: Event) -> str:
    return annotation(payload(event))


def _about(event: Event, limit: int) -> str:
    goes = f" Sent to {event.expression}." if isinstance(event, Callback) else ""
    return (brief(event.doc, limit) + goes).strip()


def _left_out(api: Api) -> str:
    """Say whether the name of an event may be left out."""
    telling = api.telling
    if telling is None:
        return "It has to be given, as nothing in a request is known to say which it is."
    if not telling.place:
        return f"It may be left out, as {'all are read alike' if len(telling.values) > 1 else 'there is only one'}."
    place = f"the property {telling.wire} of the body" if telling.place == "body" else f"the header {telling.wire}"
    few = "" if len(told(api)) == len(events(api)) else "; that of a callback has to be given"
    return f"It may be left out, as {place} says it{few}."


def _signature(api: Api) -> str:
    """Say what becomes of signatures."""
    signed = [each.event for each in events(api) if each.signed]
    if not signed:
        return (
            "No signature is looked for, as nothing says that requests are signed; where they are as Standard Webhooks "
            "has it, call verify before."
        )
    which = "" if len(signed) == len(events(api)) else f" of {', '.join(signed)}, and of any request without a name,"
    return (
        f"The signature{which} is verified before the body is read, as Standard Webhooks has it. A request is refused "
        f"that has none, that is signed with another secret, or more than {api.signing.tolerance} seconds ago."
    )
