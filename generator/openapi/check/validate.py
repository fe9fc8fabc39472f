"""Validate: a draft becomes one in which every operation has the shape the later stages rely on.

Each fault is answered in one of three ways (see `report`): repaired, degraded, refused. Schemas are looked after by
`schema.repair`, here already, since its words are clearer than those of the published schema of OpenAPI, which
`standard` checks afterwards where the caller asks for it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...data import Json, as_list, as_map, is_list, is_map, list_in, map_in, maps
from ...report import Location, Report
from ..read.document import Draft, join
from ..read.json_positions import Marks
from ..read.load import position, positions
from ..schema.repair import repair
from ..schema.walk import around, operations
from .media_types import settle_media_types
from .methods import settle_methods
from .query_strings import settle_query_strings
from .schemas import check_schemas
from .unknown_keys import report_unknown_keys
from .wire import report_tags, settle_styles

_VERSION = re.compile(r"3\.[012](?:\.\d+)?(?:-[\w.]+)?\Z")
_STATUS = re.compile(r"[1-5](?:\d\d|XX)\Z")
_PLACES = ("path", "query", "querystring", "header", "cookie")


def validate(draft: Draft, report: Report) -> None:
    """Settle the faults of a bundled draft; problems go to the report. Raises SpecError on errors."""
    _check_version(draft, report)
    report.stop_on_error()
    report_unknown_keys(draft, report)
    settle_methods(draft, report)
    settle_query_strings(draft, report)
    settle_media_types(draft, report)
    _Settler(draft, report).run()
    settle_styles(draft, report)
    report_tags(draft, report)
    repair(draft, report)
    check_schemas(draft, report)
    report.stop_on_error()


def _check_version(draft: Draft, report: Report) -> None:
    version = draft.data.get("openapi")
    if "swagger" in draft.data:
        help = "convert it to OpenAPI 3.1 first"
        report.add("E201", f"the document is Swagger {draft.data['swagger']}", draft.at("/swagger"), help=help)
    elif not (isinstance(version, str) and _VERSION.match(version)):
        message = f"the OpenAPI version {version!r} is not known" if version is not None else "`openapi` is missing"
        report.add("E201", message, draft.at("/openapi"), help="3.0, 3.1 and 3.2 are read, written as text: '3.1.0'")


class _Settler:
    """Goes through the operations of a document and mends them in place."""

    def __init__(self, draft: Draft, report: Report) -> None:
        self._draft = draft
        self._data = draft.data
        self._report = report
        self._ids: dict[str, str] = {}
        self._marks: Marks = {}

    def run(self) -> None:
        self._root()
        self._components()
        for _, method, item, operation, pointer in list(operations(self._data)):
            self._operation(method, item, operation, pointer)
        for path, method, item, operation, pointer in list(operations(self._data)):
            self._path_parameters(path, ((item, around(pointer, method)), (operation, pointer)))

    def _root(self) -> None:
        for key in ("info", "paths", "components"):
            if key in self._data and not is_map(self._data[key]):
                self._repaired("E202", f"`{key}` is not an object; `build` reads it as empty", f"/{key}")
                self._data[key] = {}
        info = map_in(self._data, "info")
        if not isinstance(info.get("title"), str):
            message = f"`info.title` is {'not text' if 'title' in info else 'missing'}; `build` reads it as 'API'"
            self._repaired("E202", message, "/info/title" if "title" in info else "/info")
            info["title"] = "API"
        if not isinstance(info.get("version"), str):
            known = info.get("version") is not None
            text = str(info["version"]) if known else "0"
            message = f"`info.version` is {'not text' if known else 'missing'}; `build` reads it as {text!r}"
            self._repaired("E202", message, "/info/version" if known else "/info", help=f'version: "{text}"')
            info["version"] = text
        if "paths" not in self._data:
            if str(self._data["openapi"]).startswith("3.0"):
                self._repaired("E202", "`paths` is missing; the document offers no operation", "")
            self._data["paths"] = {}
        paths = as_map(self._data.get("paths"))
        for path, item in list(paths.items()):
            if path.startswith("x-"):
                del paths[path]
            elif not is_map(item):
                message = f"the path item {path} is not an object; `build` leaves it out"
                self._repaired("E202", message, join("/paths", path))
                del paths[path]
            elif not path.startswith("/"):
                message = f"the path {path!r} does not begin with a slash"
                self._repaired("E214", message, join("/paths", path), key=True, help=f"write /{path}")
                renamed = {("/" + key if key == path else key): each for key, each in paths.items()}
                self._data["paths"] = paths = renamed

    def _components(self) -> None:
        components = map_in(self._data, "components")
        for kind, members in list(components.items()):
            if not is_map(members):
                if not kind.startswith("x-"):
                    message = f"`components.{kind}` is not an object; `build` reads it as empty"
                    self._repaired("E202", message, join("/components", kind))
                components[kind] = {}
        for name, parameter in list(as_map(components.get("parameters")).items()):
            self._parameter(parameter, join("/components/parameters", name))

    def _operation(self, method: str, item: dict[str, Json], operation: dict[str, Json], pointer: str) -> None:
        self._identity(operation, pointer)
        self._responses(operation, pointer)
        self._boolean(operation, "deprecated", pointer)
        if not is_list(operation.get("tags", [])):
            self._repaired("E209", "`tags` is not a list; `build` ignores it", join(pointer, "tags"))
            del operation["tags"]
        self._parameters(item, around(pointer, method))
        self._parameters(operation, pointer)
        body, place = operation.get("requestBody"), join(pointer, "requestBody")
        if body is not None and not is_map(body):
            self._repaired("E209", "`requestBody` is not an object; `build` leaves it out", place)
            del operation["requestBody"]
        elif is_map(body):
            self._boolean(body, "required", place)
        self._security(operation, pointer)

    def _identity(self, operation: dict[str, Json], pointer: str) -> None:
        identity, place = operation.get("operationId"), join(pointer, "operationId")
        if identity is None:
            return
        if not isinstance(identity, str) or not identity.strip():
            self._repaired("E209", "`operationId` is not text; `build` ignores it", place)
            del operation["operationId"]
        elif identity in self._ids:
            number = 2
            while f"{identity}_{number}" in self._ids:
                number += 1
            free = operation["operationId"] = f"{identity}_{number}"
            self._ids[free] = place
            first = self._first(self._draft.at(self._ids[identity]))
            help = f"rename one of the two; `build` reads this one as {free!r}"
            message = f"operationId {identity!r} is used twice"
            self._report.repaired("E203", message, self._draft.at(place), note=first, help=help)
        else:
            self._ids[identity] = place

    def _first(self, at: Location) -> str:
        """Say where the first of two was found."""
        if not self._marks and self._draft.file in self._report.sources:
            wanted = [self._draft.at(join(each[4], "operationId")).pointer for each in operations(self._data)]
            self._marks = positions(self._report.sources[self._draft.file], wanted)
        line, column = position(self._marks, at) if at.file == self._draft.file else (1, 1)
        return f"here, and first at {line}:{column} ({at.pointer.rpartition('/')[0]})"

    def _responses(self, operation: dict[str, Json], pointer: str) -> None:
        responses = operation.get("responses")
        place = join(pointer, "responses")
        if not is_map(responses) or not responses:
            help = "add `responses`; `build` takes any success and leaves its body unread"
            self._report.repaired("E205", "the operation has no responses", self._draft.at(pointer), help=help)
            operation["responses"] = {}
            return
        for status, response in list(responses.items()):
            if status.startswith("x-"):
                del responses[status]
            elif not (status == "default" or _STATUS.match(status.upper())) or not is_map(response):
                named = status == "default" or _STATUS.match(status.upper())
                message = f"the response {status!r} " + ("is not an object" if named else "is not a status code")
                help = "" if named else "a status is three digits like '404', a range like '4XX', or default"
                self._repaired("E213", f"{message}; `build` leaves it out", join(place, status), key=True, help=help)
                del responses[status]

    def _parameters(self, owner: dict[str, Json], pointer: str) -> None:
        members = owner.get("parameters")
        if members is None:
            return
        place = join(pointer, "parameters")
        if not is_list(members):
            self._repaired("E207", "`parameters` is not a list; `build` leaves it out", place)
            del owner["parameters"]
            return
        seen: set[tuple[str, str]] = set()
        for index, parameter in enumerate(list(members)):
            self._parameter(parameter, join(place, index))
            value = self._follow(parameter)
            key = (str(value.get("name")), str(value.get("in")))
            if key in seen and value:
                message = f"the {key[1]} parameter {key[0]!r} stands twice; `build` takes the first"
                self._repaired("E210", message, join(place, index), help="remove one of the two")
                members[index] = {}
            seen.add(key)
        owner["parameters"] = [each if self._follow(each) else {} for each in members]

    def _parameter(self, parameter: Json, pointer: str) -> None:
        if is_map(parameter) and ("$ref" in parameter or not parameter):
            return
        if not is_map(parameter) or not isinstance(parameter.get("name"), str):
            self._report.degraded("E207", "the parameter has no name; `build` leaves it out", self._draft.at(pointer))
            if is_map(parameter):
                parameter.clear()
            return
        if parameter.get("in") not in _PLACES:
            found = f"is in {parameter['in']!r}" if "in" in parameter else "lacks `in`"
            message = f"the parameter {parameter['name']!r} {found}; `build` leaves it out"
            place = join(pointer, "in") if "in" in parameter else pointer
            help = "`in` is one of " + ", ".join(_PLACES)
            self._report.degraded("E207", message, self._draft.at(place), help=help)
            parameter.clear()
            return
        for key in ("required", "deprecated", "explode", "allowReserved"):
            self._boolean(parameter, key, pointer)
        if parameter["in"] == "path" and parameter.get("required") is not True:
            message = f"the path parameter {parameter['name']!r} is not marked required"
            place = join(pointer, "required") if "required" in parameter else pointer
            self._repaired("E208", message, place, help="add `required: true`")
            parameter["required"] = True
        if "schema" not in parameter and not is_map(parameter.get("content")):
            known: dict[str, Json] = {
                key: parameter.pop(key) for key in ("type", "format", "items", "enum", "default") if key in parameter
            }
            message = f"the parameter {parameter['name']!r} has no schema; `build` reads it as " + (
                "if its type stood in one" if known else "text"
            )
            self._repaired("E207", message, pointer)
            parameter["schema"] = known or {"type": "string"}

    def _path_parameters(self, path: str, owners: tuple[tuple[dict[str, Json], str], ...]) -> None:
        """Compare the names in a path template with the declared parameters (OpenAPI 3.1, 4.8.8.2).

        owners: the path item and the operation, each with its pointer.
        """
        wanted = re.findall(r"\{([^{}]+)\}", path)
        declared: dict[str, tuple[dict[str, Json], int, str]] = {}
        for owner, place in owners:
            for index, each in enumerate(as_list(owner.get("parameters"))):
                value = self._follow(each)
                if value.get("in") == "path":
                    declared[str(value["name"])] = (owner, index, join(place, "parameters", index))
        operation, pointer = owners[-1]
        for name in dict.fromkeys(wanted):
            if name not in declared:
                message = f"the path {path} names {{{name}}}, which no parameter declares"
                help = f"add to `parameters`: {{name: {name}, in: path, required: true, schema: {{type: string}}}}"
                self._report.repaired("E204", message, self._draft.at(pointer), help=help)
                added: Json = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
                list_in(operation, "parameters").append(added)
        for name, (owner, index, place) in declared.items():
            if name not in wanted:
                message = f"the path parameter {name!r} is not in the path {path}; `build` leaves it out"
                self._repaired("E206", message, place, help=f"remove it, or write {{{name}}} into the path")
                if owner is operation:
                    list_in(owner, "parameters")[index] = {}

    def _security(self, operation: dict[str, Json], pointer: str) -> None:
        for owner, place in ((operation, join(pointer, "security")), (self._data, "/security")):
            required = owner.get("security")
            if required is None:
                continue
            if not is_list(required) or not all(is_map(each) for each in required):
                self._repaired("E209", "`security` is not a list of objects; `build` leaves it out", place)
                del owner["security"]
                continue
            known = as_map(as_map(self._data["components"]).get("securitySchemes"))
            for index, each in enumerate(maps(required)):
                for name in [name for name in each if name not in known]:
                    message = f"the security scheme {name!r} is not defined; `build` leaves it out"
                    help = f"components.securitySchemes has {', '.join(known)}" if known else ""
                    self._repaired("E211", message, join(place, index, name), key=True, help=help)
                    del each[name]

    def _boolean(self, owner: dict[str, Json], key: str, pointer: str) -> None:
        value = owner.get(key)
        if value is None or isinstance(value, bool):
            return
        meant = str(value).strip().lower() in ("true", "yes", "1")
        message = f"`{key}` is {value!r}, not a boolean; `build` reads it as {str(meant).lower()}"
        self._repaired("E209", message, join(pointer, key), help="write true or false, without quotes")
        owner[key] = meant

    def _follow(self, value: Json) -> dict[str, Json]:
        for _ in range(20):
            if not (is_map(value) and isinstance(reference := value.get("$ref"), str)):
                return as_map(value)
            value = self._draft.get(reference[1:])
        return {}

    def _repaired(self, code: str, message: str, pointer: str, *, key: bool = False, help: str = "") -> None:
        location = replace(self._draft.at(pointer), is_key=key)
        self._report.repaired(code, message, location, help=help)
