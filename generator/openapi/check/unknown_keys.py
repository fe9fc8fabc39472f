"""Unknown keys: those that OpenAPI does not know. They are ignored, so a misspelt one must not pass in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...data import Json, as_list, as_map, is_map
from ...report import Report, nearest
from ..read.document import Draft, join
from ..schema.walk import METHODS, operations

_KNOWN = {
    "document": "openapi info jsonSchemaDialect servers paths webhooks components security tags externalDocs",
    "info": "title summary description termsOfService contact license version",
    "path item": f"$ref summary description servers parameters {' '.join(METHODS)}",
    "operation": "tags summary description externalDocs operationId parameters requestBody responses callbacks "
    "deprecated security servers",
    "parameter": "name in description required deprecated allowEmptyValue style explode allowReserved schema example "
    "examples content",
    "request body": "description content required",
    "response": "description headers content links",
    "media type": "schema itemSchema example examples encoding prefixEncoding itemEncoding",
}
"""Object -> its fixed fields (OpenAPI 3.0 and 3.1, 4.8)."""


def report_unknown_keys(draft: Draft, report: Report) -> None:
    """Add a problem for each key that is neither a fixed field of its object nor an extension."""
    for kind, value, pointer in _objects(draft.data):
        known = _KNOWN[kind].split()
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
        yield "media type", as_map(each), join(pointer, "content", media)
