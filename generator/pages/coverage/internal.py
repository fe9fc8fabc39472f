"""Internal: the older form of Mintlify's block, `paths: {path, method, request, response}`, as an OpenAPI document.

Only what holds the schemas is moved; the schemas themselves stay as they are and are read by `shapes`. The examples of
this form are made up by the tool that wrote it, and are no facts.
"""

from __future__ import annotations

from ...data import Json, as_list, as_map, as_text, list_in, map_in
from ...openapi.read.document import Document, join
from ...report import Location


def is_internal(data: Json) -> bool:
    """Say whether data has the older form."""
    paths = as_map(as_map(data).get("paths"))
    return isinstance(paths.get("path"), str) and isinstance(paths.get("method"), str)


def internal_document(data: Json, file: str) -> Document:
    """Return a document in which each schema knows where it stood."""
    paths = as_map(as_map(data)["paths"])
    path, method = as_text(paths["path"]), as_text(paths["method"]).lower()
    request, moved = as_map(paths.get("request")), dict[str, Location]()
    pointer = join("/paths", path, method)
    operation: dict[str, Json] = {"deprecated": paths.get("deprecated") is True}
    parameters, responses = list_in(operation, "parameters"), map_in(operation, "responses")
    for place, named in as_map(request.get("parameters")).items():
        for name, given in as_map(named).items():
            at = join("/paths/request/parameters", place, name)
            moved[join(pointer, "parameters", len(parameters))] = Location(file, at)
            schemas = as_list(as_map(given).get("schema"))
            required = any(as_map(each).get("required") is True for each in schemas)
            parameter: Json = {"name": name, "in": place, "required": required, "schema": _any(schemas)}
            parameters.append(parameter)
    if as_map(request.get("body")):
        operation["requestBody"] = {"content": _content(request["body"])}
        moved[join(pointer, "requestBody")] = Location(file, "/paths/request/body")
    for status, given in as_map(paths.get("response")).items():
        responses[status] = {"content": _content(given)}
        moved[join(pointer, "responses", status)] = Location(file, join("/paths/response", status))
    components = as_map(as_map(data).get("components"))
    whole: Json = {
        "components": components,
        "paths": {path: {method: operation}},
        "servers": as_list(paths.get("servers")),
    }
    moved[pointer], moved["/servers"] = Location(file, "/paths"), Location(file, "/paths/servers")
    moved.update(_places(operation, pointer, moved))
    return Document(file, whole, moved)


def _content(given: Json) -> dict[str, Json]:
    return {media: {"schema": _any(as_list(as_map(each).get("schemaArray")))} for media, each in as_map(given).items()}


def _any(schemas: list[Json]) -> Json:
    return {"anyOf": schemas}


def _places(operation: dict[str, Json], pointer: str, known: dict[str, Location]) -> dict[str, Location]:
    """Return where the schemas stood: below `schema` of a parameter, below `schemaArray` of a media type."""
    found: dict[str, Location] = {}
    for index, _ in enumerate(as_list(operation["parameters"])):
        at = join(pointer, "parameters", index)
        home = known[at]
        found[join(at, "schema", "anyOf")] = Location(home.file, join(home.pointer, "schema"))
    bodies = {join(pointer, "requestBody"): operation.get("requestBody")}
    bodies |= {join(pointer, "responses", key): value for key, value in as_map(operation["responses"]).items()}
    for at, body in bodies.items():
        for media in as_map(as_map(body).get("content")):
            home = known[at]
            there = Location(home.file, join(home.pointer, media))
            found[join(at, "content", media)] = there
            found[join(at, "content", media, "schema", "anyOf")] = Location(
                home.file, join(there.pointer, "schemaArray")
            )
    return found
