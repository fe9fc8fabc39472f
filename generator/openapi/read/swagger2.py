"""Swagger 2.0 -> OpenAPI 3.0: the same API in the later words. No kept Python library does it offline."""

from __future__ import annotations

import re

from ...data import Json, as_list, as_map, copied, is_list, is_map, maps
from ...report import Report
from .document import Draft, join
from .swagger2_parameters import FORM, MULTIPART, form_body, json_body, parameter

_MOVED = {
    "#/definitions/": "#/components/schemas/",
    "#/parameters/": "#/components/parameters/",
    "#/responses/": "#/components/responses/",
}
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
"""Those of Swagger 2.0."""
_KEPT = ("info", "tags", "externalDocs", "security")
_FLOWS = {"application": "clientCredentials", "accessCode": "authorizationCode"}


def convert(draft: Draft, report: Report) -> Draft:
    """Return the document as OpenAPI 3.0."""
    return _Conversion(draft, report).run()


class _Conversion:
    def __init__(self, draft: Draft, report: Report) -> None:
        self._draft = draft
        self._report = report
        self._data = copied(draft.data)

    def run(self) -> Draft:
        data = self._data
        result: dict[str, Json] = {"openapi": "3.0.3", **{key: data[key] for key in _KEPT if key in data}}
        result.update({key: value for key, value in data.items() if key.startswith("x-")})
        if servers := _servers(data):
            result["servers"] = servers
        paths: dict[str, Json] = {
            path: self._item(as_map(item), join("/paths", path)) for path, item in as_map(data.get("paths")).items()
        }
        result["paths"] = paths
        shared = {name: as_map(each) for name, each in as_map(data.get("parameters")).items()}
        plain = {name: each for name, each in shared.items() if each.get("in") not in ("body", "formData")}
        result["components"] = {
            "schemas": {name: _schema(each) for name, each in as_map(data.get("definitions")).items()},
            "parameters": {name: self._parameter(each, join("/parameters", name)) for name, each in plain.items()},
            "responses": {
                name: self._response(as_map(each), self._media(data, "produces"))
                for name, each in as_map(data.get("responses")).items()
            },
            "securitySchemes": {
                name: _scheme(as_map(each)) for name, each in as_map(data.get("securityDefinitions")).items()
            },
        }
        _move_references(result)
        moved = {"/components/schemas": "/definitions", "/components/securitySchemes": "/securityDefinitions"}
        origins = {new: self._draft.at(old) for new, old in moved.items()}
        return Draft(self._draft.file, result, {**self._draft.origins, **origins})

    def _item(self, item: dict[str, Json], pointer: str) -> dict[str, Json]:
        """Convert a path item; bodies that its operations share become each one's own."""
        shared = [self._followed(each) for each in as_list(item.get("parameters"))]
        bodies = [each for each in shared if each.get("in") in ("body", "formData")]
        result = {key: value for key, value in item.items() if key not in (*_METHODS, "parameters")}
        plain = [each for each in as_list(item.get("parameters")) if self._followed(each) not in bodies]
        if plain:
            result["parameters"] = [self._parameter(each, join(pointer, "parameters")) for each in plain]
        for method in _METHODS:
            if is_map(operation := item.get(method)):
                result[method] = self._operation(operation, bodies, join(pointer, method))
        return result

    def _operation(self, given: dict[str, Json], shared: list[dict[str, Json]], pointer: str) -> dict[str, Json]:
        gone = ("parameters", "consumes", "produces", "responses", "schemes")
        result = {key: value for key, value in given.items() if key not in gone}
        own = as_list(given.get("parameters"))
        followed = [self._followed(each) for each in own]
        bodies = [each for each in followed if each.get("in") in ("body", "formData")] or shared
        plain = [each for each, full in zip(own, followed, strict=True) if full.get("in") not in ("body", "formData")]
        if plain:
            result["parameters"] = [self._parameter(each, join(pointer, "parameters")) for each in plain]
        if bodies:
            result["requestBody"] = self._body(bodies, self._media(given, "consumes"))
        produced = self._media(given, "produces")
        result["responses"] = {
            str(status): self._response(as_map(each), produced)
            for status, each in as_map(given.get("responses")).items()
        }
        if given.get("schemes"):
            result["servers"] = _servers({**self._data, "schemes": given["schemes"]})
        return result

    def _parameter(self, given: Json, pointer: str) -> dict[str, Json]:
        if "$ref" in as_map(given):
            return as_map(given)
        converted, lost = parameter(as_map(given))
        if lost:
            at = self._draft.at(pointer)
            message = (
                f"{as_map(given).get('name')!r} is separated by {lost}, which OpenAPI 3 cannot say; commas are written"
            )
            self._report.degraded("E177", message, at)
        return {**converted, **({"schema": _schema(converted["schema"])} if "schema" in converted else {})}

    def _body(self, bodies: list[dict[str, Json]], consumed: list[str]) -> dict[str, Json]:
        if bodies[0].get("in") == "body":
            body = json_body(bodies[0], consumed or ["application/json"])
        else:
            body = form_body(bodies, [each for each in consumed if each in (FORM, MULTIPART)])
        for media in maps([*as_map(body["content"]).values()]):
            media["schema"] = _schema(media["schema"])
        return body

    def _response(self, given: dict[str, Json], produced: list[str]) -> dict[str, Json]:
        if "$ref" in given:
            return given
        result = {key: value for key, value in given.items() if key not in ("schema", "headers", "examples")}
        result.setdefault("description", "")
        headers: dict[str, Json] = {
            name: parameter(as_map(each))[0] for name, each in as_map(given.get("headers")).items()
        }
        if headers:
            result["headers"] = headers
        examples = as_map(given.get("examples"))
        if "schema" in given:
            schema = _schema(given["schema"])
            is_file = as_map(given["schema"]).get("type") == "file"
            kinds = [each for each in produced if not (is_file and "json" in each)]
            kinds = kinds or ["application/octet-stream" if is_file else "application/json"]
            result["content"] = {
                kind: {"schema": copied(schema), **({"example": examples[kind]} if kind in examples else {})}
                for kind in kinds
            }
        return result

    def _media(self, owner: dict[str, Json], key: str) -> list[str]:
        return [str(each) for each in as_list(owner.get(key, self._data.get(key)))]

    def _followed(self, given: Json) -> dict[str, Json]:
        """Return a parameter, or the shared one that it names."""
        reference = str(as_map(given).get("$ref", ""))
        if not reference.startswith("#/parameters/"):
            return as_map(given)
        return as_map(as_map(self._data.get("parameters")).get(reference.rpartition("/")[2]))


def _servers(data: dict[str, Json]) -> list[Json]:
    base = str(data.get("basePath", "")).rstrip("/")
    host = data.get("host")
    if not host:
        return [{"url": base}] if base else []
    schemes = [str(each) for each in as_list(data.get("schemes"))] or ["https"]
    return [{"url": f"{scheme}://{host}{base}"} for scheme in sorted(schemes, key=lambda each: each != "https")]


def _scheme(given: dict[str, Json]) -> dict[str, Json]:
    if given.get("type") == "basic":
        return {**given, "type": "http", "scheme": "basic"}
    if given.get("type") != "oauth2":
        return given
    flow: dict[str, Json] = {key: given[key] for key in ("authorizationUrl", "tokenUrl") if key in given}
    rest = {key: value for key, value in given.items() if key not in ("flow", "authorizationUrl", "tokenUrl", "scopes")}
    named = str(given.get("flow", "implicit"))
    return {**rest, "flows": {_FLOWS.get(named, named): {**flow, "scopes": as_map(given.get("scopes"))}}}


def _schema(given: Json) -> Json:
    """Convert a schema: the discriminator becomes an object, x-nullable a word of its own, a file a binary string."""
    if is_list(given):
        return [_schema(each) for each in given]
    if not is_map(given):
        return given
    result = dict(given)
    if isinstance(result.get("discriminator"), str):
        result["discriminator"] = {"propertyName": result["discriminator"]}
    if isinstance(result.get("x-nullable"), bool):
        result["nullable"] = result.pop("x-nullable")
    if result.get("type") == "file":
        result.update(type="string", format="binary")
    result.pop("collectionFormat", None)
    for key in ("properties", "patternProperties"):
        if is_map(named := result.get(key)):
            result[key] = {name: _schema(each) for name, each in named.items()}
    for key in ("items", "additionalProperties", "allOf", "not"):
        if key in result:
            result[key] = _schema(result[key])
    return result


def _move_references(value: Json) -> None:
    if is_map(value):
        reference = value.get("$ref")
        if isinstance(reference, str):
            for old, new in _MOVED.items():
                value["$ref"] = re.sub(f"^{re.escape(old)}", new, str(value["$ref"]))
        for each in value.values():
            _move_references(each)
    elif is_list(value):
        for each in value:
            _move_references(each)
