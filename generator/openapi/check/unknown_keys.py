"""Unknown keys: those that OpenAPI does not know, and those that no package can speak. None passes in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...data import Json, as_list, as_map, is_map
from ...report import Report, nearest
from ..read.document import Draft, join
from ..schema.walk import METHODS, components, operations

_KNOWN = {
    "document": "openapi $self info jsonSchemaDialect servers paths webhooks components security tags externalDocs",
    "info": "title summary description termsOfService contact license version",
    "path item": f"$ref summary description servers parameters additionalOperations {' '.join(METHODS)}",
    "operation": "tags summary description externalDocs operationId parameters requestBody responses callbacks "
    "deprecated security servers",
    "parameter": "name in description required deprecated allowEmptyValue style explode allowReserved schema example "
    "examples content",
    "request body": "description content required",
    "response": "summary description headers content links",
    "media type": "schema itemSchema example examples encoding prefixEncoding itemEncoding",
}
"""Object -> its fixed fields (OpenAPI 3.0 to 3.2, 4)."""


_UNSPOKEN = {
    "tag": {"kind": "a resource has no kind"},
    "security scheme": {"oauth2MetadataUrl": "a client does not ask it, and takes its addresses from `flows`"},
    "oauth flows": {"deviceAuthorization": "a client takes the token that its user got in this way"},
    "media type": dict.fromkeys(("prefixEncoding", "itemEncoding"), "parts go by their names, not by their order"),
    "encoding": dict.fromkeys(("encoding", "prefixEncoding", "itemEncoding"), "the members of a part are not parts"),
}
"""Object -> its fields that are known and not spoken, each with the reason."""


def report_unknown_keys(draft: Draft, report: Report) -> None:
    """Add a problem for each key that is neither a fixed field of its object nor an extension."""
    for kind, value, pointer in _objects(draft.data):
        for key, reason in _UNSPOKEN.get(kind, {}).items():
            if key in value:
                place = replace(draft.at(join(pointer, key)), is_key=True)
                report.left_out("E226", f"`{key}` is not spoken: {reason}", place)
        known = _KNOWN[kind].split() if kind in _KNOWN else list(value)
        for key in value:
            if key in known or key.startswith("x-") or "$ref" in value:
                continue
            near = nearest(key, known)
            help = f"did you mean `{near}`?" if near else f"an extension begins with x-: `x-{key}`"
            place = replace(draft.at(join(pointer, key)), is_key=True)
            article = "an" if kind[0] in "aeiou" else "a"
            report.repaired("E212", f"`{key}` is no field of {article} {kind}; `build` ignores it", place, help=help)


def _objects(data: Json) -> Iterator[tuple[str, dict[str, Json], str]]:
    yield "document", as_map(data), ""
    yield "info", as_map(as_map(data).get("info")), "/info"
    for index, each in enumerate(as_list(as_map(data).get("tags"))):
        yield "tag", as_map(each), join("/tags", index)
    for name, each in components(as_map(data), "securitySchemes").items():
        yield "security scheme", as_map(each), join("/components/securitySchemes", name)
        yield "oauth flows", as_map(as_map(each).get("flows")), join("/components/securitySchemes", name, "flows")
    for name, each in components(as_map(data), "mediaTypes").items():
        yield from _media_type(each, join("/components/mediaTypes", name))
    for path, item in as_map(as_map(data).get("paths")).items():
        if is_map(item):
            yield "path item", item, join("/paths", path)
            yield from _parameters(item, join("/paths", path))
    for _, _, _, operation, pointer in operations(as_map(data)):
        yield "operation", operation, pointer
        yield from _parameters(operation, pointer)
        yield from _contents("request body", operation.get("requestBody"), join(pointer, "requestBody"))
        for status, response in as_map(operation.get("responses")).items():
            yield from _contents("response", response, join(pointer, "responses", status))


def _parameters(owner: dict[str, Json], pointer: str) -> Iterator[tuple[str, dict[str, Json], str]]:
    for index, parameter in enumerate(as_list(owner.get("parameters"))):
        yield "parameter", as_map(parameter), join(pointer, "parameters", index)


def _contents(kind: str, value: Json, pointer: str) -> Iterator[tuple[str, dict[str, Json], str]]:
    yield kind, as_map(value), pointer
    for media, each in as_map(as_map(value).get("content")).items():
        yield from _media_type(each, join(pointer, "content", media))


def _media_type(value: Json, pointer: str) -> Iterator[tuple[str, dict[str, Json], str]]:
    yield "media type", as_map(value), pointer
    for name, each in as_map(as_map(value).get("encoding")).items():
        yield "encoding", as_map(each), join(pointer, "encoding", name)
