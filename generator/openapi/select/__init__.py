"""Select: a bundled draft keeps the operations that somebody wants, and the components that these reach.

In: a bundled draft and the choices `include`, `exclude` and `skip`. Out: the same without the other operations. What
an operation is called depends on those beside it, so that the draft keeps a list of all (`Draft.whole`): a package
of a part has the names of the whole.
"""

from __future__ import annotations

from collections.abc import Callable

from ...data import Json, as_list, as_map, as_text
from ...report import Location, Report
from ..read.document import Draft, join
from ..read.patterns import FORMS, Named
from ..read.provider import Provider
from ..read.provider_file import line_of
from ..schema.hints import with_names
from ..schema.walk import components, methods, operations, sent, way, webhooks
from .prune import prune

_COMMAND_LINE = "command line"


def select(draft: Draft, provider: Provider, report: Report) -> None:
    """Take out what the choices leave out; raises SpecError where one of them matches nothing.

    Components that nothing refers to go where operations were chosen by patterns; a skip alone leaves all of them.
    """
    if not (provider.include or provider.exclude or provider.skip):
        return
    found = list(operations(draft.data))
    draft.whole = with_names(found, components(draft.data))  # a component may go with what nobody wants
    calls = [_named(path, method, operation) for path, method, operation in draft.whole]
    events = [Named(webhook=name) for name, _, _ in webhooks(draft.data)]
    is_wanted = _judge(provider, [*calls, *events], report)
    report.stop_on_error()
    for (path, method, _, _, pointer), one in zip(found, calls, strict=True):
        if not is_wanted(one):
            _remove(draft, path, method, pointer)
    for name in [one.webhook for one in events if not is_wanted(one)]:
        for key in ("webhooks", "x-webhooks"):
            as_map(draft.data.get(key)).pop(name, None)
    wanted = sum(map(is_wanted, calls))
    report.notes.append(f"{wanted} of {len(calls)} operations are chosen")
    if provider.include or provider.exclude:
        prune(draft.data)


def _named(path: str, method: str, operation: dict[str, Json]) -> Named:
    tags = tuple(each for each in as_list(operation.get("tags")) if isinstance(each, str))
    return Named(path, sent(method), as_text(operation.get("operationId")), tags)


def _judge(provider: Provider, every: list[Named], report: Report) -> Callable[[Named], bool]:
    """Return what says whether something is wanted, once each choice was seen to match."""
    for key, patterns in (("include", provider.include), ("exclude", provider.exclude)):
        for each in patterns:
            if not any(map(each.matches, every)):
                _refuse(provider, f"{key}: {each.text!r} matches nothing", each.text, f"a pattern is {FORMS}", report)
    for skip in provider.skip:
        if not any(skip == _identity(one) for one in every):
            _refuse(provider, f"the skip {skip!r} skips nothing", skip, "remove it, or name an operationId", report)

    def is_wanted(one: Named) -> bool:
        is_in = not provider.include or any(each.matches(one) for each in provider.include)
        is_out = any(each.matches(one) for each in provider.exclude)
        return is_in and not is_out and _identity(one) not in provider.skip

    if every and not any(map(is_wanted, every)) and not list(report.errors):
        place = Location(provider.file or _COMMAND_LINE)
        report.add("E401", "include, exclude and skip leave no operation", place)
    return is_wanted


def _identity(one: Named) -> str:
    """Return what a skip calls an operation: its operationId, or its method and path."""
    return one.identity or f"{one.method} {one.path}"


def _refuse(provider: Provider, message: str, text: str, help: str, report: Report) -> None:
    """Report a choice that matches nothing, at its line where it stands in a file."""
    if f'"{text}"' in report.sources.get(provider.file, ""):
        line, column = line_of(report.sources[provider.file], f'"{text}"')
        place = Location(provider.file, line=line, column=column)
    else:
        place = Location(_COMMAND_LINE)
    report.add("E401", message, place, help=help)


def _remove(draft: Draft, path: str, method: str, pointer: str) -> None:
    """Take an operation out of its path; what other paths hold by the same reference stays."""
    paths = as_map(draft.data["paths"])
    item = as_map(paths[path])
    if "$ref" in item:
        around = pointer.removesuffix(join("", *way(method)))
        item = paths[path] = {**as_map(draft.get(around)), **{key: each for key, each in item.items() if key != "$ref"}}
        draft.move({join("/paths", path): around})
    if method in item:
        del item[method]
    else:
        item["additionalOperations"] = {
            key: each for key, each in as_map(item["additionalOperations"]).items() if key != method
        }
    if not list(methods(item)):
        del paths[path]
