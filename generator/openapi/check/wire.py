"""Wire: styles of parameters that their place does not admit, and tags that no list declares."""

from __future__ import annotations

from collections.abc import Iterator

from ...data import Json, as_list, as_map, maps
from ...report import Report, nearest
from ..read.document import Draft, join
from ..schema.walk import around, incoming, methods, operations, way

_STYLES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
}
"""Place of a parameter -> its styles, the default first (OpenAPI 3.2, 4.12.3)."""


def settle_styles(draft: Draft, report: Report) -> None:
    """Take out the styles that a parameter cannot have, in place."""
    for parameter, pointer in parameters(draft.data):
        allowed = _STYLES.get(str(parameter.get("in")))
        style = parameter.get("style")
        if style is None or allowed is None or style in allowed:
            continue
        known = any(style in each for each in _STYLES.values())
        fault = f"is not for a {parameter['in']} parameter" if known else "is not known"
        near = nearest(str(style), allowed)
        help = f"did you mean {near!r}?" if near else f"`style` is one of {', '.join(allowed)}"
        message = f"the style {style!r} {fault}; `build` takes {allowed[0]!r}"
        report.repaired("E215", message, draft.at(join(pointer, "style")), help=help)
        del parameter["style"]


def report_tags(draft: Draft, report: Report) -> None:
    """Name the tags that operations use and that a document, which declares some, does not."""
    declared = {str(as_map(each).get("name")) for each in as_list(draft.data.get("tags"))}
    if not declared:
        return
    for index, each in enumerate(maps(draft.data.get("tags"))):
        if "parent" in each and str(each["parent"]) not in declared:
            message = f"the tag {each['parent']!r}, a parent, is not declared in `tags`"
            report.left_out("E216", message, draft.at(join("/tags", index, "parent")))
    for _, _, _, operation, pointer in operations(draft.data):
        for index, tag in enumerate(as_list(operation.get("tags"))):
            if str(tag) in declared:
                continue
            declared.add(str(tag))
            near = nearest(str(tag), sorted(declared - {str(tag)}), 0.8)
            help = f"did you mean {near!r}?" if near else ""
            message = f"the tag {tag!r} is not declared in `tags`; its resource has no description"
            report.left_out("E216", message, draft.at(join(pointer, "tags", index)), help=help)


def parameters(data: dict[str, Json]) -> Iterator[tuple[dict[str, Json], str]]:
    """Yield each parameter that stands in a document, or the reference to one, with its pointer."""
    components = as_map(data.get("components"))
    for name, each in as_map(components.get("parameters")).items():
        yield as_map(each), join("/components/parameters", name)
    owners: list[tuple[Json, str]] = []
    for _, method, item, operation, pointer in operations(data):
        owners += [(item, around(pointer, method)), (operation, pointer)]
    for value, pointer, _ in incoming(data):
        owners += [(value, pointer), *((each, join(pointer, *way(method))) for method, each in methods(value))]
    for owner, pointer in owners:
        for index, each in enumerate(as_list(as_map(owner).get("parameters"))):
            yield as_map(each), join(pointer, "parameters", index)
