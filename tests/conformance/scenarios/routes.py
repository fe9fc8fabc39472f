"""Routes: the value that the text of a scenario names stands in a path or a query, in all styles."""

from __future__ import annotations

from typing import Any

from ..play import Play
from .registry import plays

_VALUES: dict[str, Any] = {"primitive": "a", "array": ["a", "b"], "record": {"a": 1, "b": 2}}


@plays("Routes_PathParameters_*Expansion_Standard_*", "Routes_PathParameters_*Expansion_Explode_*")
def _path(play: Play) -> None:
    _, _, style, mode, kind = play.scenario.name.split("_")
    template = f"/routes/path/{style.removesuffix('Expansion').lower()}/{mode.lower()}/{kind}{{param}}"
    play.call("GET", template, param=_value(play, template, kind))


@plays("Routes_PathParameters_ReservedExpansion_*")
def _reserved(play: Play) -> None:
    template = f"/routes/path/reserved-expansion/{play.scenario.name.rpartition('_')[2]}/{{param}}"
    play.call("GET", template, param="foo/bar baz")


@plays("Routes_QueryParameters_QueryExpansion_Explode_model")
def _model(play: Play) -> None:
    play.call("GET", play.first.uri, param=play.models.ExpandParameters(field="status", value="active"))


@plays("Routes_QueryParameters_*_Standard_*", "Routes_QueryParameters_*_Explode_*")
def _query(play: Play) -> None:
    _, _, style, mode, kind = play.scenario.name.split("_")
    fixed: dict[str, Any] = {"fixed": "true"} if style == "QueryContinuation" else {}
    name = "query-continuation" if fixed else "query-expansion"
    uri = f"/routes/query/{name}/{mode.lower()}/{kind}"
    play.call("GET", uri, param=_value(play, uri, kind), **fixed)


@plays("Parameters_Path_optional")
def _optional(play: Play) -> None:
    play.call("GET", "/parameters/path/optional")
    play.call("GET", "/parameters/path/optional/foo", name="foo")


def _value(play: Play, uri: str, kind: str) -> Any:
    """Return the value, of the type that the method asks for."""
    operation = play.package.find("GET", uri).operation
    param = next(each for each in operation.params if each.name == "param")
    return play.package.arguments.python(param.type, _VALUES[kind])
