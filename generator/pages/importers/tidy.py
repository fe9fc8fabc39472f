"""Tidy: a fragment -> the same facts in the words of OpenAPI 3.1; and the finished document -> its canonical form."""

from __future__ import annotations

import re

from ...data import Json, as_list, as_map, copied, is_map
from ...openapi.names import PLAIN
from ...openapi.read.document import Draft, join
from ...openapi.schema.repair import repair
from ...openapi.schema.upgrade import upgrade
from ...openapi.schema.vocabulary import is_reference
from ...openapi.schema.walk import is_component, schemas
from ...report import Report
from .grammar import FIELDS, rebuild

_SITE = re.compile(r"x-(readme|mint|code-?samples|samples-languages|codeSamples)", re.I)
_EMPTY = {"parameters", "tags", "encoding", "headers", "examples", "links", "callbacks", "variables", "webhooks"}
_PROSE = {"description", "summary", "$comment"}
_PROSE_EXTENSION = re.compile(r"x-.*(descr|doc|summary|comment|note)", re.I)
_MOST_WORDS = 7


def tidied(draft: Draft, report: Report) -> Draft:
    """Drop what is no part of the API, give schemas a sound shape, and spell them as OpenAPI 3.1 does."""

    def edit(kind: str, value: dict[str, Json], pointer: str) -> dict[str, Json]:
        for key in [key for key in value if _is_stray(kind, key)]:
            report.repaired(
                "E170", f"{key!r} is no field of OpenAPI here; it was left out", draft.at(join(pointer, key))
            )
        kept = {key: each for key, each in value.items() if not _is_stray(kind, key) and not _is_noise(kind, key, each)}
        return {"description": "", **kept} if kind == "response" and "$ref" not in kept else kept

    result = Draft(draft.file, as_map(rebuild(copied(draft.data), edit)), draft.origins)
    result.data.setdefault("paths", {})
    repair(result, report)
    upgrade(result, report)
    _unwrap(result.data)
    result.data["openapi"] = "3.1.0"
    return result


def without_prose(data: Json) -> Json:
    """Return a document without descriptions and summaries. A response keeps an empty one, for it has to have one."""

    def edit(kind: str, value: dict[str, Json], pointer: str) -> dict[str, Json]:
        del pointer
        kept = {key: each for key, each in value.items() if not _is_prose(kind, key, each)}
        if kind == "response" and "$ref" not in value:
            kept["description"] = ""
        if kind == "flow" and is_map(scopes := kept.get("scopes")):
            kept["scopes"] = dict[str, Json].fromkeys(scopes, "")
        return kept

    return rebuild(data, edit)


def ordered(data: Json) -> Json:
    """Return a document in canonical order.

    Fields as in FIELDS, extensions last; paths and components by name, for a new one then moves no other; properties,
    parameters, statuses, servers, tags and values as their page has them.
    """

    def edit(kind: str, value: dict[str, Json], pointer: str) -> dict[str, Json]:
        del pointer
        fields = FIELDS[kind]
        known = {key: value[key] for key in fields if key in value}
        rest = {key: each for key, each in value.items() if key not in fields}
        if kind == "components":
            known = {key: dict(sorted(each.items())) if is_map(each) else each for key, each in known.items()}
        if kind == "root" and is_map(paths := known.get("paths")):
            known["paths"] = dict(sorted(paths.items()))
        return {**known, **rest}

    return rebuild(data, edit)


def _is_stray(kind: str, key: str) -> bool:
    """Say whether a key is nothing that OpenAPI knows here. JSON Schema allows any keyword."""
    return not key.startswith("x-") and kind not in ("schema", "callback") and key not in FIELDS[kind]


def _is_noise(kind: str, key: str, value: Json) -> bool:
    """Say whether a field says nothing: it is the site's, or empty, or the default."""
    if _SITE.match(key):
        return True
    if value in ({}, []) and ((key in _EMPTY and kind != "schema") or kind == "components"):
        return True
    return key == "deprecated" and value is False


def _is_prose(kind: str, key: str, value: Json) -> bool:
    if key in _PROSE:
        return kind != "callback"
    if _PROSE_EXTENSION.match(key):
        return True
    return kind == "schema" and key == "title" and isinstance(value, str) and len(value.split()) > _MOST_WORDS


def _unwrap(data: dict[str, Json]) -> None:
    """Replace an allOf of one schema, with nothing beside it, by that schema: it means the same.

    A component that is nothing but another one under a name of its own stays.
    """
    for spot in reversed(list(schemas(data))):
        schema = spot.schema
        branches = as_list(as_map(schema).get("allOf"))
        if len(branches) == 1 and set(as_map(schema)) == {"allOf"}:
            only = branches[0]
            if is_map(only) and not (is_component(spot) and is_reference(only)):
                spot.put(only)


def component_key(name: str) -> str:
    """Return a name as a key of components; OpenAPI allows letters, digits, dot, hyphen and underscore.

    >>> component_key("Pet.v1"), component_key("Set of Pets")
    ('Pet.v1', 'SetOfPets')
    """
    return name if re.fullmatch(r"[A-Za-z0-9._-]+", name) else PLAIN.pascal(name)
