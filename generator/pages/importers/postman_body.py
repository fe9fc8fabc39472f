"""Bodies of a Postman collection: what a request sends and what a saved answer holds."""

from __future__ import annotations

from collections.abc import Sequence

from ...data import Json, as_map, as_text, maps
from ...report import Location, Report
from .exchange import BYTES, FORM, MULTIPART, Body, is_json
from .inference import UNKNOWN
from .postman_values import Variables, description

_LANGUAGES = {
    "json": "application/json", "xml": "application/xml", "text": "text/plain", "html": "text/html",
    "javascript": "application/javascript", "auto": "", "plain": "text/plain",
}  # fmt: skip


def sent(given: Json, named: str, known: Variables, at: Location, report: Report) -> Body | None:
    """Return the body of a request; None where there is none. named: the media type that its headers name, or ""."""
    body = as_map(given)
    mode = as_text(body.get("mode"))
    if not mode or body.get("disabled") is True:
        return None
    if mode == "raw":
        options = as_map(as_map(as_map(body.get("options")).get("raw")))
        language = _LANGUAGES.get(as_text(options.get("language")), "")
        return _text(as_text(body.get("raw")), named or language, known, at, report)
    if mode in ("urlencoded", "formdata"):
        return _form(maps(body.get(mode)), FORM if mode == "urlencoded" else MULTIPART, known)
    if mode == "file":
        return Body(named or BYTES)
    if mode == "graphql":
        return Body("application/json", _graphql(as_map(body.get("graphql")), known))
    report.left_out("E185", f"a body of the mode {mode!r} is not known", at)
    return None


def answered(given: dict[str, Json], named: str, known: Variables, at: Location, report: Report) -> Body | None:
    """Return the body of a saved answer; None where there is none."""
    language = _LANGUAGES.get(as_text(given.get("_postman_previewlanguage")), "")
    return _text(as_text(given.get("body")), named or language, known, at, report)


def _text(text: str, media: str, known: Variables, at: Location, report: Report) -> Body | None:
    """Read a text as its media type says; one without any is JSON where it can be read as that."""
    if not text.strip():
        return None
    if media and not is_json(media):
        return Body(media)
    try:
        return Body(media or "application/json", known.json(text))
    except ValueError:
        if media:
            report.left_out("E185", "a body that is called JSON and is none; its schema says nothing", at)
        return Body(media or "text/plain", UNKNOWN)


def _form(fields: Sequence[dict[str, Json]], media: str, known: Variables) -> Body:
    """Return a form; fields that are switched off are fields all the same."""
    values: dict[str, list[Json]] = {}
    for each in fields:
        if name := as_text(each.get("key")):
            values.setdefault(name, []).append(known.text(as_text(each.get("value"))))
    found: dict[str, Json] = {name: each[0] if len(each) == 1 else list(each) for name, each in values.items()}
    found = {name: "" if each == UNKNOWN else each for name, each in found.items()}
    files = {as_text(each.get("key")) for each in fields if each.get("type") == "file"}
    notes = {as_text(each.get("key")): description(each.get("description")) for each in fields}
    return Body(media, found, notes, frozenset(files))


def _graphql(given: dict[str, Json], known: Variables) -> Json:
    """Return the object that carries a query of GraphQL."""
    found: dict[str, Json] = {"query": ""}
    variables = given.get("variables")
    if isinstance(variables, str) and variables.strip():
        try:
            variables = known.json(variables)
        except ValueError:
            variables = UNKNOWN
    if variables:
        found["variables"] = variables
    if given.get("operationName"):
        found["operationName"] = ""
    return found
