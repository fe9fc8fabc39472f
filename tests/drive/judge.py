"""What is wrong with a request, by the document and by what the caller gave."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from runtime.multipart import messages
from runtime.server import Received

from .alike import difference
from .arrived import ABSENT, Arrived, alternatives, coerced, in_path, parameter, read_query, shape, split_pairs
from .dialect import Dialect
from .document import Operation, Place
from .sample import Sampler
from .streams import EVENTS, streamed, values_of
from .xml import differs, written


@dataclass(frozen=True)
class Given:
    """What the caller gave. parameters: by wire name and place; media: of the body, None where none was given."""

    parameters: dict[tuple[str, str], Any]
    media: str | None = None
    body: Any = None


def faults(dialect: Dialect, operation: Operation, given: Given, request: Received) -> list[str]:
    """Say what is wrong with a request."""
    path, _, query = request.target.partition("?")
    template, _, fixed = operation.path.partition("?")
    found = in_path(template, path)
    if request.method != operation.method or found is None:
        return [f"{request.method} {path} is not {operation.method} {template}"]
    headers = {name.lower(): value.encode("latin-1").decode("utf-8") for name, value in request.headers}
    pairs = split_pairs(query, "&")
    for each in split_pairs(fixed, "&"):
        if each in pairs:
            pairs.remove(each)
    arrived = Arrived(pairs, found, headers, split_pairs(headers.get("cookie", ""), ";"))
    said = _parameters(dialect, operation, given, arrived)
    keys, problems = _credentials(dialect, operation, arrived)
    left = {name for name, _ in arrived.query} - arrived.taken - keys
    return (
        said
        + problems
        + [f"{name} is not documented" for name in sorted(left)]
        + _body(dialect, operation, given, request)
    )


def _parameters(dialect: Dialect, operation: Operation, given: Given, arrived: Arrived) -> list[str]:
    said: list[str] = []
    names = {str(each.value["name"]) for each in operation.parameters if each.value["in"] == "query"}
    for each in operation.parameters:
        name, where = str(each.value["name"]), each.value["in"]
        if where not in ("path", "query", "header", "cookie") or (name.lower(), where) in _NOT_PARAMETERS:
            continue
        if where == "path" and name not in arrived.path:
            continue  # the template has no place for it
        came = parameter(dialect, each, arrived, names - {name})
        trace = _whole if each.value.get("content") else _traced
        wanted = trace(given.parameters.get((name, where), ABSENT))
        if came is ABSENT:
            if not _leaves_no_trace(wanted):
                said.append(f"{where} {name} did not come")
            elif wanted is ABSENT and each.value.get("required") is True:
                said.append(f"{where} {name} is required")
        elif wanted is ABSENT and each.value.get("required") is not True:
            said.extend([] if _comes_by_itself(name.lower(), where) else [f"{where} {name} came and was not given"])
        else:
            content = next(iter(each.value.get("content") or ()), "")
            schema = each.at("content", content, "schema") if content else each.at("schema")
            wrong = [difference(trace(came), wanted)] if wanted is not ABSENT else []  # else it has a default
            wrong += dialect.faults(schema, came)
            said.extend(f"{where} {name}: {text}" for text in wrong if text)
    return said


_OF_HTTP = (
    *("connection", "content-length", "host", "keep-alive", "proxy-connection"),
    *("te", "trailer", "transfer-encoding", "upgrade"),
)
_NOT_PARAMETERS = {(name, "header") for name in ("accept", "content-type", "authorization", *_OF_HTTP)}
"""What is no parameter, though it is written as one (OpenAPI 3.1, 4.8.12.1), and what HTTP itself writes."""


def _comes_by_itself(name: str, where: str) -> bool:
    """Say whether a client may send a parameter that nobody gave: what HTTP sends whether or not it is one as well, and
    keys by which a server knows a request that it had before."""
    return where == "header" and (name == "user-agent" or "idempoten" in name)


def _leaves_no_trace(value: Any) -> bool:
    return value is ABSENT or value is None or value in ([], {})


def _whole(value: Any) -> Any:
    return value


def _traced(value: Any) -> Any:
    """Return what of a value a query or a form can hold: no empty list and no empty object, however deep."""
    if isinstance(value, list):
        return [_traced(each) for each in value]
    if not isinstance(value, dict):
        return value
    inside = {key: _traced(each) for key, each in value.items()}
    return {key: each for key, each in inside.items() if not _leaves_no_trace(each)}


def _credentials(dialect: Dialect, operation: Operation, arrived: Arrived) -> tuple[set[str], list[str]]:
    """Return the names of keys in the query, and a sentence where no alternative of security is met."""
    document = dialect.document
    root = document.root.at("components", "securitySchemes")
    schemes = {name: document.follow(root.at(name)).value or {} for name in root.value or ()}
    known = [each for each in operation.security if isinstance(each, dict) and each.keys() <= schemes.keys()]
    keys = {str(each.get("name")) for each in schemes.values() if each.get("in") == "query"}
    cookies = {name for name, _ in arrived.cookies}

    def met(scheme: dict[str, Any]) -> bool:
        name, authorization = str(scheme.get("name", "")), arrived.headers.get("authorization", "")
        if scheme.get("type") == "apiKey":
            where = {"header": {*arrived.headers}, "query": {key for key, _ in arrived.query}, "cookie": cookies}
            return (name.lower() if scheme.get("in") == "header" else name) in where.get(str(scheme.get("in")), {name})
        if scheme.get("type") == "http" and str(scheme.get("scheme")).lower() == "basic":
            return authorization.startswith("Basic ")
        if scheme.get("type") in ("oauth2", "openIdConnect") or str(scheme.get("scheme")).lower() == "bearer":
            return authorization.startswith("Bearer ")
        return scheme.get("type") == "mutualTLS" or bool(authorization)

    if known and not any(all(met(schemes[name]) for name in each) for each in known):
        return keys, [f"none of the alternatives of security is met: {[sorted(each) for each in known]}"]
    return keys, []


# Bodies


def kind_of(media: str) -> str:
    """Return how a media type is written: json, form, multipart, xml, text, stream or bytes."""
    name = media.partition(";")[0].strip().lower()
    for pattern, kind in _KINDS:
        if re.fullmatch(pattern, name):
            return kind
    return "bytes"


_KINDS = (
    (r"text/event-stream|application/(x-)?(ndjson|jsonl|jsonlines|json-seq|json-lines)", "stream"),
    (r"(application|text)/(json|[\w.+-]+\+json|jsonp?|x-json)|\*/\*|application/\*", "json"),
    (r"application/x-www-form-urlencoded", "form"),
    (r"multipart/.*", "multipart"),
    (r"(application|text)/([\w.+-]+\+)?xml", "xml"),
    (r"text/.*|application/([\w.+-]+\+)?(yaml|x-yaml|javascript|graphql|jwt)", "text"),
)


def body_kinds(dialect: Dialect, body: Place | None) -> dict[str, str]:
    """Return the media types in which a body can be written, and how each is.

    OpenAPI 3.1, 4.8.15, says how the properties of an object are written as a form, and no more: any other form is not
    to be written where there is another media type, and is text or bytes where it is the only one.
    """
    content: dict[str, Any] = body.value["content"] if body else {}
    kinds = {media: "bytes" if body and _is_file(dialect, body, media) else kind_of(media) for media in content}
    plain = {"form": "text", "multipart": "bytes"}
    formless = {
        media: plain[kind]
        for media, kind in kinds.items()
        if body and kind in plain and not _has_fields(dialect, body.at("content", media, "schema"))
    }
    return {media: kind for media, kind in kinds.items() if media not in formless} or formless


def _is_file(dialect: Dialect, body: Place, media: str) -> bool:
    """Say whether a body of any media type is a file by its schema (OpenAPI 3.0, 4.7.14.2)."""
    return "*" in media and dialect.at(body.at("content", media, "schema")).get("format") == "binary"


def _has_fields(dialect: Dialect, schema: Place) -> bool:
    """Say whether a value may be an object."""
    known = alternatives(dialect, dialect.at(schema))
    return any(shape(each) == "object" or not each.keys() & {"type", "items", "enum", "const"} for each in known)


def _body(dialect: Dialect, operation: Operation, given: Given, request: Received) -> list[str]:
    if given.media is None or operation.body is None:
        if operation.body is not None and operation.body.value.get("required") is True:
            return ["the body is required"]
        return ["a body came and none was given"] if request.body else []
    place = operation.body.at("content", given.media)
    sent = request.header("Content-Type") or ""
    kind = body_kinds(dialect, operation.body)[given.media]
    if not _admits(given.media, sent, kind):
        return [f"the body came as {sent!r}, and was to be {given.media!r}"]
    schema = place.at("schema")
    if kind == "stream" and given.media != EVENTS:
        said = difference(values_of(given.media, request.body), given.body)
        return [f"body: {said}"] if said else []
    if kind in ("bytes", "text", "stream") or (kind == "xml" and isinstance(given.body, str)):
        body = streamed(EVENTS, given.body) if kind == "stream" else given.body
        wanted = body if isinstance(body, bytes) else str(body).encode()
        return [] if request.body == wanted else [f"the body is {request.body[:80]!r}, not {wanted[:80]!r}"]
    if kind == "xml":
        said = differs(request.body, written(dialect, schema, given.body))
        return [f"body: {said}"] if said else []
    try:
        came = _read(kind, dialect, place, request)
    except (ValueError, AssertionError) as error:
        return [f"the body cannot be read: {error}"]
    trace = _traced if kind in ("form", "multipart") else _whole
    wrong = [difference(trace(came), trace(given.body)), *dialect.faults(schema, came)]
    return [f"body: {text}" for text in wrong if text]


def _admits(stated: str, sent: str, kind: str) -> bool:
    stated, sent = (each.partition(";")[0].strip().lower() for each in (stated, sent))
    if "*" in stated:
        return stated == "*/*" or sent.startswith(stated.partition("*")[0])
    return stated == sent or (kind == "json" and "json" not in stated)


def _read(kind: str, dialect: Dialect, place: Place, request: Received) -> Any:
    if kind == "json":
        return json.loads(request.body)
    fields = Sampler(dialect).flat(dialect.at(place.at("schema")))
    known = dict.fromkeys(fields.get("properties", {}))
    if kind == "form":
        return _form(dialect, place, fields, [*known], request)
    return _multipart(dialect, place, fields, request)


def _form(dialect: Dialect, place: Place, fields: dict[str, Any], known: list[str], request: Received) -> Any:
    """Read application/x-www-form-urlencoded: each field is like a parameter of a query (OpenAPI 3.1, 4.8.15)."""
    arrived = Arrived(split_pairs(request.body.decode(), "&"), {}, {}, [])
    found: dict[str, Any] = {}
    for name in [*known, *(name for name, _ in arrived.query if name not in known and "[" not in name)]:
        encoding = place.at("encoding", name).value or {}
        inner = fields.get("properties", {}).get(name, fields.get("additionalProperties", True))
        whole = Sampler(dialect).flat(inner)
        styled = encoding.keys() & {"style", "explode", "allowReserved"}
        as_json = "json" in encoding.get("contentType", "") or (not styled and shape(whole) == "object")
        value = read_query(dialect, inner, name, {} if as_json else encoding, arrived, {*known} - {name}, as_json)
        if value is not ABSENT:
            found[name] = value
    left = {name for name, _ in arrived.query} - arrived.taken
    assert not left, f"fields that are not documented: {sorted(left)}"
    return found


def _multipart(dialect: Dialect, place: Place, fields: dict[str, Any], request: Received) -> Any:
    """Read the parts; a list is a part for each member, unless one part holds all of it as JSON."""
    found: dict[str, Any] = {}
    styled: list[tuple[str, str]] = []
    known = fields.get("properties", {})
    if re.fullmatch(rb"--\S+--\s*", request.body):  # no part, as browsers write it
        return found
    for message in messages(request):
        name = str(message.get_param("name", header="content-disposition")).encode("latin-1").decode()
        payload = message.get_payload()
        assert isinstance(payload, str)
        text = payload.encode("latin-1").decode("utf-8")
        if name not in known and "[" in name:
            styled.append((name, quote(text)))
            continue
        inner = known.get(name, fields.get("additionalProperties", True))
        is_json = "json" in (message["content-type"] or "")
        several = shape(Sampler(dialect).flat(inner)) == "array"
        if is_json:
            value = json.loads(text)
        else:
            member = Sampler(dialect).flat(inner).get("items", True) if several else inner
            value = text if message.get_filename() else coerced(dialect, member, text)
        whole = several and is_json and isinstance(value, list)
        found[name] = [*found.get(name, ()), value] if several and not whole else value
    for name in {name.partition("[")[0] for name, _ in styled}:
        encoding = place.at("encoding", name).value or {}
        found[name] = read_query(dialect, known[name], name, encoding, Arrived(styled, {}, {}, []), set(), False)
    return found
