"""Query strings: a parameter that is all of the query has a name, a content, and no other beside it."""

from __future__ import annotations

from ...data import Json, as_list, as_map, is_map
from ...report import Report
from ..read.document import Draft, join
from ..schema.vocabulary import is_reference, name_of
from ..schema.walk import around, components, operations
from .wire import parameters

_FORM = "application/x-www-form-urlencoded"


def settle_query_strings(draft: Draft, report: Report) -> None:
    """Settle the querystring parameters of a draft, in place."""
    for parameter, pointer in parameters(draft.data):
        if parameter.get("in") == "querystring":
            _settle(parameter, pointer, draft, report)
    for _, method, item, operation, pointer in operations(draft.data):
        members = [
            (owner, index, join(place, "parameters", index), _followed(each, draft))
            for owner, place in ((item, around(pointer, method)), (operation, pointer))
            for index, each in enumerate(as_list(owner.get("parameters")))
        ]
        whole = [each for each in members if each[3].get("in") == "querystring"]
        if whole and any(each[3].get("in") == "query" for each in members):
            message = "a querystring parameter is all of the query; `build` sends the other parameters before it"
            report.repaired("E224", message, draft.at(whole[0][2]))
        for owner, index, place, parameter in whole[1:]:
            if parameter.get("name") != whole[0][3].get("name"):
                message = f"{parameter.get('name')!r} is a second querystring parameter; `build` leaves it out"
                report.repaired("E224", message, draft.at(place))
                as_list(owner["parameters"])[index] = {}


def _settle(parameter: dict[str, Json], pointer: str, draft: Draft, report: Report) -> None:
    if not isinstance(parameter.get("name"), str):
        parameter["name"] = "query_string"
        message = "the querystring parameter has no name; `build` calls it 'query_string'"
        report.repaired("E224", message, draft.at(pointer))
    if not is_map(parameter.get("content")):
        message = f"the querystring parameter {parameter['name']!r} has no `content`; `build` reads it as a form"
        report.repaired("E224", message, draft.at(pointer), help=f"put its schema under `content: {{{_FORM}: ...}}`")
        parameter["content"] = {_FORM: {"schema": parameter.pop("schema", {"type": "object"})}}
        draft.move({join(pointer, "content", _FORM, "schema"): join(pointer, "schema")})


def _followed(value: Json, draft: Draft) -> dict[str, Json]:
    named = components(draft.data, "parameters")
    for _ in range(20):
        if not is_reference(value):
            break
        value = named.get(name_of(str(value["$ref"])))
    return as_map(value)
