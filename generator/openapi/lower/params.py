"""Parameters -> Param: those of a path item and of its operation, each with its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ...data import Json, as_list, as_map, is_map, maps
from ...ir import Alias, Anything, File, FormContent, JsonContent, Model, Param, Ref, Scalar, Type
from ...ir.demands import held
from ...report import Report
from ..names import Names
from ..read.document import Document, join
from ..schema.hints import said_name
from .aliases import resolved, written_out
from .contents import STRING, Contents, kind_of
from .forms import FORM, fields_alone
from .naming import argument_names
from .types import lower_type

_USUAL = {"query": "form", "cookie": "form"}
"""Place -> the style of a parameter that states none; simple in any other (OpenAPI 3.2, 4.12.2.2)."""
_SHOWN = ("dataValue", "value")
_IGNORED = ("accept", "content-type", "authorization")
"""Headers that are no parameters, though they are written as some (OpenAPI 3.1, 4.8.12.2)."""
_OF_HTTP = (
    "connection",
    "content-length",
    "host",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
)
"""Headers that say how a message travels; whoever sends it writes them (RFC 9110, 6.6, 7.2, 7.6.1 and 8.6)."""


def is_written_elsewhere(header: str) -> bool:
    """Say whether a header is no parameter: what is sent, credentials or HTTP decide it."""
    return header.lower() in _IGNORED + _OF_HTTP


class Params:
    """Lowers parameters: what all operations of a document share."""

    def __init__(
        self, document: Document, models: Mapping[str, Model], names: Names, contents: Contents, report: Report
    ) -> None:
        self._document = document
        self._models = models
        self._names = names
        self._contents = contents
        self._report = report
        self._left_out: set[str] = set()
        """Pointers of parameters that were reported; many operations may refer to one."""

    def of(self, path: str, owners: tuple[tuple[dict[str, Json], str], ...], taken: set[str]) -> tuple[Param, ...]:
        """Return the parameters, those of the path first and in its order. taken: names of other arguments.

        owners: path item and operation, each with its pointer.
        """
        found: dict[tuple[str, str], tuple[dict[str, Json], str]] = {}
        for owner, place in owners:
            for index, each in enumerate(as_list(owner.get("parameters"))):
                value, at = self._document.follow(each, join(place, "parameters", index))
                if is_map(value) and value and not self._is_ignored(value, at):
                    found[(str(value["in"]), str(value["name"]))] = (value, at)
        order = re.findall(r"\{([^{}]+)\}", path)
        in_path = [found[("path", name)] for name in dict.fromkeys(order) if ("path", name) in found]
        rest = [each for (place, _), each in found.items() if place != "path"]
        members = [*in_path, *rest]
        wires = [
            (said_name(value, value.get("schema")) or str(value["name"]), str(value["in"])) for value, _ in members
        ]
        names = argument_names(self._names, wires, taken)
        return tuple(self._param(value, at, name) for (value, at), name in zip(members, names, strict=True))

    def _is_ignored(self, parameter: dict[str, Json], pointer: str) -> bool:
        """Say whether a parameter is a header that no caller gives; report it where only HTTP says so."""
        name = str(parameter.get("name"))
        if parameter.get("in") != "header" or not is_written_elsewhere(name):
            return False
        if name.lower() in _OF_HTTP and pointer not in self._left_out:
            self._left_out.add(pointer)
            message = f"the header {name!r} is no argument: HTTP itself writes it"
            self._report.left_out("E415", message, self._document.at(pointer))
        return True

    def _param(self, value: dict[str, Json], at: str, name: str) -> Param:
        place, wire = str(value["in"]), str(value["name"])
        content = as_map(value.get("content"))
        media = next(iter(content), "")
        schema = as_map(content[media]).get("schema", {}) if content else value.get("schema", {})
        style = str(value.get("style") or _USUAL.get(place, "simple"))
        explode = value.get("explode")
        found = Param(
            name=name,
            wire=wire,
            place=place,
            type=self._plain(lower_type(schema)),
            required=value.get("required") is True,
            default=as_map(schema).get("default"),
            example=_example(value, as_map(schema)),
            style=style,
            explode=explode if isinstance(explode, bool) else style in ("form", "cookie"),
            allow_reserved=value.get("allowReserved") is True,
            content=media,
            deprecated=value.get("deprecated") is True,
            doc=str(value.get("description") or ""),
            first=None,
            hidden=False,
            at=self._document.at(at),
        )
        return self._whole(found, as_map(content.get(media)), at) if place == "querystring" else found

    def _whole(self, param: Param, holder: dict[str, Json], pointer: str) -> Param:
        """Return a parameter that is the whole query string (OpenAPI 3.2, 4.12.1), with the encoding of its fields.

        It is a form, JSON or text, with the usual media type. Any other is text that a caller writes, and so is a form
        of what is no object.
        """
        kind = kind_of(param.content)
        content = kind.content if kind else None
        if content is FormContent:
            fields = fields_alone(param.type, self._models)
            if fields is None:
                message = f"only an object is written as {param.content}; the argument is its text"
                self._report.left_out("E414", message, param.at)
                return replace(param, type=STRING, content=FORM)
            place = join(pointer, "content", param.content)
            return replace(param, type=fields, content=FORM, parts=self._contents.parts(fields, holder, place))
        if content is JsonContent:
            return replace(param, content="application/json")
        if not isinstance(resolved(param.type, self._models), Anything | Scalar):
            message = f"no query string is written as {param.content!r}; the argument is its text"
            self._report.degraded("E413", message, param.at)
        return replace(param, type=STRING, content="text/plain")

    def _plain(self, found: Type) -> Type:
        """Write out a reference to a plain type: an argument reads better as `str` than as an alias of it."""
        found = written_out(found, self._models)
        model = self._models.get(found.model) if isinstance(found, Ref) else None
        if isinstance(model, Alias) and isinstance(model.type, (Scalar, File)):
            return held(model.type, found.facts)
        return found


def _example(parameter: dict[str, Json], schema: dict[str, Json]) -> Json:
    """Return a value that the document shows; none where it shows none (OpenAPI 3.2, 4.19.2)."""
    shown = [each.get(key) for each in maps(list(as_map(parameter.get("examples")).values())) for key in _SHOWN]
    listed = [*as_list(schema.get("examples")), parameter.get("example"), *shown]
    return next((each for each in listed if each is not None), None)
