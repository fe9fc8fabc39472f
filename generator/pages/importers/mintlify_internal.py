"""The internal form of older Mintlify pages -> OpenAPI.

`paths` is one operation: {path, method, servers, request: {security, parameters, body}, response}. Schemas stand in
lists of alternatives, `required` beside a parameter's type, enumerations under `enum<string>`, each property in an
allOf of one, and examples of `<string>` and 123 are the site's inventions.
"""

from __future__ import annotations

import re

from ...data import Json, as_map, as_text, is_list, is_map, maps
from ...openapi.read.document import Document, join
from ...openapi.schema.walk import METHODS
from ...report import Location, Report
from .fragment import version_of
from .pages import Page

_INVENTED_TEXT = re.compile(
    r"<\w+>|2023-11-07(T05:31:56Z)?|3c90c3cc-0d44-4b50-8888-8dd25736052a|jsmith@example.com|aSDinaTvuI8gbWludGxpZnk="
)
_NOTHING = "_mintlify/placeholder"
_HEADING = re.compile(r"^# +(.+?)\s*$(?:\n+((?:> ?.*\n?)+))?", re.M)


def is_internal(data: Json) -> bool:
    """Say whether a description is in this form."""
    paths = as_map(as_map(data).get("paths"))
    return isinstance(paths.get("path"), str) and isinstance(paths.get("method"), str)


def convert(data: dict[str, Json], page: Page, report: Report, provider: str) -> tuple[Document | None, frozenset[str]]:
    """Return the document, and the names of components that are known from a repetition in full only."""
    given = as_map(data["paths"])
    path, method = as_text(given["path"]), as_text(given["method"]).lower()
    if method not in METHODS or not path.startswith("/"):
        wrong = "path" if method in METHODS else "method"
        report.add("E168", f"{wrong} {given[wrong]!r} cannot be read", Location(page.file, f"/paths/{wrong}"))
        return None, frozenset()
    conversion = _Conversion(data)
    operation = {**_titles(page.text), **conversion.operation(given)}
    components: dict[str, Json] = {**as_map(data.get("components")), "schemas": conversion.components}
    if conversion.schemes:
        components["securitySchemes"] = conversion.schemes
    document: dict[str, Json] = {
        "openapi": "3.1.0",
        "info": {"title": provider, "version": version_of(path)},
        "paths": {path: {method: operation}},
        "components": components,
    }
    if given.get("servers"):
        document["servers"] = given["servers"]
    if "security" in as_map(given.get("request")):
        document["security"] = [*conversion.security]
    origins = {join("/paths", path, method): Location(page.file, "/paths")}
    return Document(page.file, document, origins), frozenset(conversion.expanded)


class _Conversion:
    """Converts one operation; collects components and security schemes on the way."""

    def __init__(self, data: dict[str, Json]) -> None:
        known = as_map(as_map(data.get("components")).get("schemas"))
        self.components: dict[str, Json] = {name: _schema(each) for name, each in known.items()}
        self.expanded: set[str] = set()
        self.schemes: dict[str, Json] = {}
        self.security: list[dict[str, Json]] = []

    def operation(self, given: dict[str, Json]) -> dict[str, Json]:
        request = as_map(given.get("request"))
        self.security = [self._requirement(each) for each in maps(request.get("security"))]
        operation: dict[str, Json] = {"deprecated": True} if given.get("deprecated") is True else {}
        parameters: list[Json] = [
            self._parameter(name, place, as_map(each))
            for place in ("path", "query", "header", "cookie")
            for name, each in as_map(as_map(request.get("parameters")).get(place)).items()
        ]
        if parameters:
            operation["parameters"] = parameters
        if body := as_map(request.get("body")):
            operation["requestBody"] = self._body(body)
        responses = as_map(given.get("response")).items()
        operation["responses"] = {str(status): self._response(as_map(each)) for status, each in responses}
        return operation

    def _requirement(self, given: dict[str, Json]) -> dict[str, Json]:
        """Return one alternative; several parameters in it are sent together, each under a scheme of its own."""
        sent = [
            (place, name, as_map(each))
            for place in ("query", "header", "cookie")
            for name, each in as_map(as_map(given.get("parameters")).get(place)).items()
        ]
        required: dict[str, Json] = {}
        for place, name, each in sent:
            title = str(given.get("title") or name) if len(sent) == 1 else name
            key = re.sub(r"[^A-Za-z0-9._-]+", "-", title).strip("-")
            doc = {"description": each["description"]} if "description" in each else {}
            if each.get("type") == "apiKey":
                self.schemes[key] = {"type": "apiKey", "name": name, "in": place, **doc}
            else:
                self.schemes[key] = {"type": "http", "scheme": each.get("scheme", "bearer"), **doc}
            required[key] = []
        return required

    def _parameter(self, name: str, place: str, given: dict[str, Json]) -> dict[str, Json]:
        rest = {key: value for key, value in given.items() if key != "schema"}
        alternatives = maps(given.get("schema"))
        schema = self._alternatives(alternatives, lift=("required", "description", "deprecated"))
        first = alternatives[0] if alternatives else {}
        said = {key: first[key] for key in ("description", "deprecated") if first.get(key)}
        required = place == "path" or first.get("required") is True
        return {"name": name, "in": place, **said, "required": required, **rest, "schema": schema}

    def _body(self, given: dict[str, Json]) -> dict[str, Json]:
        first = [each for media in given.values() for each in maps(as_map(media).get("schemaArray"))[:1]]
        body: dict[str, Json] = {"content": self._content(given)}
        if any(each.get("required") is True for each in first):
            body["required"] = True
        return body

    def _response(self, given: dict[str, Json]) -> dict[str, Json]:
        texts = [as_map(each).get("description") for each in given.values()]
        response: dict[str, Json] = {"description": next((text for text in texts if isinstance(text, str)), "")}
        if content := self._content(given):
            response["content"] = content
        return response

    def _content(self, given: dict[str, Json]) -> dict[str, Json]:
        content: dict[str, Json] = {}
        for media, each in given.items():
            if media == _NOTHING or not is_map(each):
                continue
            schema = self._alternatives(maps(each.get("schemaArray")))
            kept = {name: one for name, one in as_map(each.get("examples")).items() if not _is_invented(name, one)}
            content[media] = {"schema": schema, **({"examples": kept} if kept else {})}
        return content

    def _alternatives(self, given: list[dict[str, Json]], lift: tuple[str, ...] = ()) -> Json:
        schemas = [self._named({key: value for key, value in each.items() if key not in lift}) for each in given]
        return schemas[0] if len(schemas) == 1 else {"anyOf": schemas} if schemas else {}

    def _named(self, given: dict[str, Json]) -> Json:
        """Convert a schema of a list; one that repeats a component becomes a reference to it."""
        schema = _schema(given)
        reference = str(given.get("refIdentifier", ""))
        if not reference.startswith("#/components/schemas/"):
            return schema
        name = reference.rpartition("/")[2]
        if name not in self.components:
            self.components[name] = schema
            self.expanded.add(name)
        return {"$ref": reference}


def _schema(given: Json) -> Json:
    """Return a schema in JSON Schema's words."""
    if is_list(given):
        return [_schema(each) for each in given]
    if not is_map(given):
        return given
    given = dict(given)
    given.pop("refIdentifier", None)
    if isinstance(given.get("required"), bool):
        del given["required"]
    if "requiredProperties" in given:
        given["required"] = given.pop("requiredProperties")
    kind = given.get("type")
    if kind == "any":
        del given["type"]
    elif isinstance(kind, str) and (match := re.fullmatch(r"enum<(\w+)>", kind)):
        given["type"] = match[1]
    elif kind == "file":
        given.update(type="string", format="binary")
    for key in ("properties", "patternProperties"):
        if is_map(named := given.get(key)):
            given[key] = {name: _schema(each) for name, each in named.items()}
    for key in ("items", "additionalProperties", "not", "allOf", "anyOf", "oneOf", "prefixItems"):
        if key in given:
            given[key] = _schema(given[key])
    branches = given.get("allOf")
    return branches[0] if is_list(branches) and len(branches) == 1 and set(given) == {"allOf"} else given


def _is_invented(name: str, example: Json) -> bool:
    """Say whether the site made an example up: named so, with a placeholder in it or nothing but stock values."""
    if name != "example":
        return False
    leaves = list(_leaves(as_map(example).get("value")))
    return all(_is_stock(each) for each in leaves) or any(
        isinstance(each, str) and re.fullmatch(r"<\w+>", each) for each in leaves
    )


def _leaves(value: Json) -> list[Json]:
    if is_map(value):
        return [leaf for each in value.values() for leaf in _leaves(each)]
    return [leaf for each in value for leaf in _leaves(each)] if is_list(value) else [value]


def _is_stock(value: Json) -> bool:
    if isinstance(value, str):
        return _INVENTED_TEXT.fullmatch(value) is not None
    return value is True or value is None or value == 123


def _titles(text: str) -> dict[str, str]:
    """Return the page's heading and the quotation below it as summary and description."""
    match = _HEADING.search(text)
    if match is None:
        return {}
    quoted = "\n".join(line.lstrip(">").strip() for line in (match[2] or "").strip().split("\n")).strip()
    return {"summary": match[1], **({"description": quoted} if quoted else {})}
