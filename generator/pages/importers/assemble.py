"""Assemble: exchanges -> one OpenAPI document.

Those of one method and path are one operation; schemas are inferred from all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from ...data import Json, as_list, as_map, list_in, map_in
from ...openapi.read.document import Draft, join
from ...report import Location
from .credentials import Schemes, is_noise
from .exchange import FORM, MULTIPART, Body, Exchange, Given
from .grammar import rebuild
from .inference import UNKNOWN, Seen, read_text

_PLACES = ("path", "query", "header")
_FILE: Mapping[str, Json] = {"type": "string", "format": "binary"}
_EVIDENCE = 2
"""Requests that have to be seen before a parameter that all of them have is required."""

_T = TypeVar("_T", bound=Hashable)


def assembled(exchanges: Sequence[Exchange], info: dict[str, Json], file: str, schemes: Schemes) -> Draft:
    """Return the document of some exchanges. info: of the document."""
    draft = Draft(file, {"openapi": "3.1.0", "info": info, "paths": {}})
    groups: dict[tuple[str, str], list[Exchange]] = {}
    for each in exchanges:
        groups.setdefault((each.path, each.method), []).append(each)
    servers = {key: _most([each.server for each in group]) for key, group in groups.items()}
    security = {key: _security(group) for key, group in groups.items()}
    server, secured = _most(servers.values()), _most(security.values())
    if server:
        draft.data["servers"] = [{"url": server}]
    if secured:
        draft.data["security"] = _spelled(secured)
    names = _Names(groups.values())
    for (path, method), group in groups.items():
        operation = _operation(group, names)
        if servers[path, method] not in ("", server):
            operation["servers"] = [{"url": servers[path, method]}]
        if security[path, method] != secured and (security[path, method] is not None or secured):
            operation["security"] = _spelled(security[path, method] or ())
        map_in(map_in(draft.data, "paths"), path)[method] = operation
        draft.origins[join("/paths", path, method)] = Location(group[0].at.file, group[0].at.pointer)
    used = {name for each in security.values() for names in each or () for name in names}
    if used:
        known = {name: scheme for name, scheme in schemes.data.items() if name in used}
        draft.data["components"] = {"securitySchemes": known}
    draft.data = as_map(rebuild(draft.data, _without_secrets(schemes)))
    return draft


def _without_secrets(schemes: Schemes) -> Callable[[str, dict[str, Json], str], dict[str, Json]]:
    def edit(kind: str, value: dict[str, Json], pointer: str) -> dict[str, Json]:
        del kind, pointer
        return {
            key: schemes.redacted(each) if key in ("description", "summary") and isinstance(each, str) else each
            for key, each in value.items()
        }

    return edit


class _Names:
    """operationIds: the name of the first request; with its folders before it, then a number, where two are alike."""

    def __init__(self, groups: Iterable[list[Exchange]]) -> None:
        self._count = Counter(_plain([group[0].name]) for group in groups if group[0].name)
        self._taken: set[str] = set()

    def of(self, exchange: Exchange) -> str:
        """Return the operationId of an operation, by its first request; "" for one without a name."""
        name = _plain([exchange.name])
        if self._count[name] > 1:
            name = _plain([*exchange.tags, exchange.name])
        free, number = name, 2
        while free and free in self._taken:
            free, number = f"{name}{number}", number + 1
        self._taken.add(free)
        return free


def _plain(texts: Sequence[str]) -> str:
    """Spell texts as one name, as in `listOrders`."""
    words = [word for text in texts for word in "".join(each if each.isalnum() else " " for each in text).split()]
    name = "".join(word[0].upper() + word[1:] for word in words)
    return name[:1].lower() + name[1:]


def _operation(group: list[Exchange], names: _Names) -> dict[str, Json]:
    first = group[0]
    operation: dict[str, Json] = {"tags": list(first.tags), "operationId": names.of(first)}
    operation |= {"summary": first.name, "description": next((each.note for each in group if each.note), "")}
    operation["parameters"] = [*_parameters(group)]
    operation = {key: value for key, value in operation.items() if value}
    bodies = [each.body for each in group if each.body]
    if bodies:
        counting = [each for each in group if each.counts] or group
        content = _content(bodies, always=first.counts)
        operation["requestBody"] = {"required": all(each.body for each in counting), "content": content}
    operation["responses"] = _responses(group)
    return operation


def _parameters(group: list[Exchange]) -> Iterable[dict[str, Json]]:
    """Yield the parameters of an operation: those of the path as they stand there, others as they were first seen."""
    found: dict[tuple[str, str], list[list[Given]]] = {}
    counting = sum(1 for each in group if each.counts)
    for each in group:
        here: dict[tuple[str, str], list[Given]] = {}
        for given in each.given:
            key = given.place, given.name.lower() if given.place == "header" else given.name
            here.setdefault(key, []).append(given)
        for key, values in here.items():
            found.setdefault(key, []).append(values)
    for place, name in sorted(found, key=lambda key: _PLACES.index(key[0])):
        uses = found[place, name]
        always = place == "path" or (len(uses) == counting == len(group) and counting >= _EVIDENCE)
        parameter: dict[str, Json] = {"name": uses[0][0].name, "in": place}
        if note := next((each.note for values in uses for each in values if each.note), ""):
            parameter["description"] = note
        if always:
            parameter["required"] = True
        parameter["schema"] = _parameter_schema(uses)
        yield parameter


def _parameter_schema(uses: list[list[Given]]) -> dict[str, Json]:
    seen = Seen()
    is_list = any(len(values) > 1 or values[0].name.endswith("[]") for values in uses)
    for values in uses:
        plain = [_read(each.value) for each in values if each.value not in (None, "", UNKNOWN)]
        for one in plain:
            seen.add(one)
    schema: dict[str, Json] = {"type": "string"} if seen.is_empty else seen.schema()
    return {"type": "array", "items": schema} if is_list else schema


def _read(value: Json) -> Json:
    return read_text(value) if isinstance(value, str) else value


def _responses(group: list[Exchange]) -> dict[str, Json]:
    """Return the answers by status; of an operation without any, that it succeeds with something."""
    answers = [each.answer for each in group if each.answer]
    responses: dict[str, Json] = {}
    for status in sorted({each.status for each in answers}):
        alike = [each for each in answers if each.status == status]
        response: dict[str, Json] = {"description": next((each.note for each in alike if each.note), "")}
        if headers := _headers([each.headers for each in alike]):
            response["headers"] = headers
        if bodies := [each.body for each in alike if each.body]:
            response["content"] = _content(bodies, always=True)
        responses[status] = response
    return responses or {"2XX": {"description": "", "content": {"application/json": {}}}}


def _headers(given: Iterable[Sequence[tuple[str, str]]]) -> dict[str, Json]:
    found: dict[str, tuple[str, Seen]] = {}
    for headers in given:
        for name, value in headers:
            if not is_noise(name):
                found.setdefault(name.lower(), (name, Seen()))[1].add(read_text(value))
    return {name: {"schema": seen.schema()} for name, seen in found.values()}


def _content(bodies: list[Body], *, always: bool) -> dict[str, Json]:
    """Return media types with their schemas. always: whether what all of them have may be called required."""
    content: dict[str, Json] = {}
    for media in dict.fromkeys(each.media for each in bodies):
        alike = [each for each in bodies if each.media == media]
        if alike[0].is_json or media in (FORM, MULTIPART):
            seen = Seen()
            for each in alike:
                if each.value != UNKNOWN:
                    seen.add(each.value)
            schema = seen.schema()
            content[media] = {"schema": schema if always else _without_required(schema)}
            _describe(schema, alike)
        else:
            is_text = media.startswith("text/") or media.endswith(("xml", "javascript", "yaml"))
            content[media] = {"schema": {"type": "string"} if is_text else dict(_FILE)}
    return content


def _describe(schema: dict[str, Json], bodies: list[Body]) -> None:
    """Enter what a form says of its fields: which are files, and notes."""
    fields = as_map(schema.get("properties"))
    for body in bodies:
        for name in body.files & fields.keys():
            many = as_map(fields[name]).get("type") == "array"
            fields[name] = {"type": "array", "items": dict(_FILE)} if many else dict(_FILE)
    for body in bodies:
        for name, note in body.notes.items():
            if note and name in fields:
                as_map(fields[name])["description"] = note


def _without_required(schema: dict[str, Json]) -> dict[str, Json]:
    """Return a schema that demands no field of the outermost object: one example does not tell."""
    schema.pop("required", None)
    return schema


def _security(group: list[Exchange]) -> tuple[tuple[str, ...], ...] | None:
    """Return the alternatives of schemes that were seen. A request without any counts only where it succeeded."""
    said = [each for each in group if each.security is not None]
    kept = [each for each in said if each.security or not each.answer or each.answer.status < "3"]
    found = tuple(dict.fromkeys(each.security or () for each in kept or said))
    return None if not said or (found == ((),) and said[0].counts) else found


def _spelled(alternatives: tuple[tuple[str, ...], ...]) -> list[Json]:
    if alternatives == ((),):
        return []
    return [{name: [] for name in names} for names in alternatives]


def _most(values: Iterable[_T]) -> _T | None:
    """Return the value that is there most often, the first of equals; None where there is none."""
    counted = Counter(values)
    return max(counted, key=lambda each: counted[each]) if counted else None


def with_tags(draft: Draft, notes: Mapping[str, str]) -> None:
    """Describe the tags of a document that have a description. notes: tag -> description."""
    used = [
        tag
        for item in as_map(draft.data["paths"]).values()
        for each in as_map(item).values()
        for tag in as_list(as_map(each).get("tags"))
    ]
    for tag in dict.fromkeys(str(each) for each in used):
        if notes.get(tag):
            list_in(draft.data, "tags").append({"name": tag, "description": notes[tag]})
