"""What a package exports besides its clients: names of the runtime, and how streams are shown in its README."""

from __future__ import annotations

from ..ir import Api, Class, Operation, Resource
from ..ir.walk import streams_of
from .operations import streamed_method
from .readme import snippet
from .resources import import_order
from .text import identifier

_ALWAYS = (
    "OMIT", "AnswerTooLarge", "AsyncSigner", "BadRequest", "CallOptions", "ClientClosed", "ClientFault", "Conflict",
    "ConnectionFailed", "DecodeError", "Error", "ErrorInAnswer", "File", "Forbidden", "Gone", "InvalidArgument",
    "Mismatch", "MissingCredentials", "NotFound", "Omit", "Outgoing", "RawResponse", "Redirected", "RequestInfo",
    "ResponseInfo", "Retry", "Secret", "ServerError", "Signer", "StatusError", "TimedOut", "Timeouts", "TooManyPages",
    "TooManyRequests", "Unauthorized", "Unprocessable", "Upload",
)  # fmt: skip


def runtime_names(api: Api) -> list[str]:
    """Return the names of the runtime that a package exports, in the order of an import."""
    found = set(_ALWAYS)
    for resource in api.resources:
        for operation in resource.operations:
            for stream in streams_of(operation):
                found |= {"AsyncEventStream", "Event", "EventStream"} if stream.events else {"AsyncStream", "Stream"}
            if streamed_method(operation, "sync"):
                found |= {"AsyncStreamedResponse", "StreamedResponse"}
    return sorted(found, key=import_order)


def named(api: Api) -> list[tuple[str, str]]:
    """Return all that the modules of models define, and where: each model, and the fields of a class after it."""
    found: list[tuple[str, str]] = []
    for each in api.models:
        fields = [each.keywords] if isinstance(each, Class) and each.keywords else []
        found += [(name, each.module) for name in (each.name, *fields)]
    return found


def exported(api: Api) -> list[str]:
    """Return all that a package exports, sorted."""
    clients = [identifier(api.client_name), f"Async{identifier(api.client_name)}"]
    return sorted([*runtime_names(api), "DriftLog", *clients], key=import_order)


def stream_lines(api: Api) -> list[str]:
    """Spell how an operation is read as a stream, and how a file is downloaded, as far as the API has such."""
    operations = [(operation, resource) for resource in api.resources for operation in resource.operations]
    found = [next((text for one in operations if (text := kind(*one, api))), "") for kind in (_stream, _download)]
    texts = [each for each in found if each]
    return ["```python", *"\n\n".join(texts).splitlines(), "```"] if texts else []


def _stream(operation: Operation, resource: Resource, api: Api) -> str:
    if not streams_of(operation):
        return ""
    call = snippet(operation, resource, api, stream=True)
    return f"with {call} as stream:\n    for each in stream:\n        print(each)"


def _download(operation: Operation, resource: Resource, api: Api) -> str:
    if not streamed_method(operation, "sync"):
        return ""
    call = snippet(operation, resource, api, through=".with_streaming_response")
    return f'with {call} as answer:\n    answer.to_file("download.bin")'
