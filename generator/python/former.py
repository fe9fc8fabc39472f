"""Former names: what stood under another name before works there as well, and says what it is called now.

A method stands twice, the second time marked as deprecated (PEP 702), so that type checkers report its use. A class
has no mark of that kind that would leave it the same class: its former name is an alias for type checkers, and warns
when it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..ir import Api, Class, Former, Operation, Resource
from .nesting import module_name
from .text import docstring, identifier, literal


@dataclass(frozen=True, slots=True)
class FormerMethod:
    """operation: under its former name, as it stands in a resource. home, now: where it is and what it is called now.

    said: what a warning says of it.
    """

    operation: Operation
    home: Resource
    now: str
    said: str

    @property
    def mark(self) -> str:
        """The decorator that type checkers look for; the module is named, as a method could be called so itself."""
        return f"@typing_extensions.deprecated({literal(self.said)})"

    @property
    def doc(self) -> str:
        return docstring([f"Deprecated: {self.said}."], 8)


def twin(former: FormerMethod, resource: Resource, flavour: str, kind: str) -> str:
    """Spell the assignment that gives a former name its twin in a resource: that of the name now. kind: of the class of
    twins, Raw or Streaming."""
    name, now = identifier(former.operation.name), identifier(former.now)
    if former.home.name == resource.name:
        return f"self.{name} = renamed(self.{now}, {literal(former.said)})"
    twins = f"{'Async' if flavour == 'async' else ''}{identifier(former.home.class_name)}{kind}"
    line = f"self.{name} = renamed({twins}(transport).{now}, {literal(former.said)})"
    return f"from .{module_name(former.home)} import {twins}\n\n        {line}"


def former_methods(api: Api, resource: Resource) -> list[FormerMethod]:
    """Return the operations that were methods of a resource under another name."""
    found: list[FormerMethod] = []
    for home in api.resources:
        for operation in home.operations:
            for each in operation.former:
                place, _, name = each.name.rpartition(".")
                if place == resource.name:
                    said = _said(f"client.{each.name}", f"client.{home.name}.{operation.name}", each)
                    found.append(FormerMethod(replace(operation, name=name), home, operation.name, said))
    return found


def with_former(resource: Resource, former: Sequence[FormerMethod]) -> Resource:
    """Return a resource with all that its module holds."""
    return replace(resource, operations=(*resource.operations, *(each.operation for each in former)))


def former_lines(operation: Operation) -> list[str]:
    """Return what the reference says of the former names of an operation."""
    return [
        f"Deprecated: `client.{each.name}`{f', which goes with version {each.until}' if each.until else ''}."
        for each in operation.former
    ]


def former_aliases(api: Api) -> list[str]:
    """Spell the former names of classes as type checkers know them, each the class itself."""
    found = _former_names(api)
    lines = [
        line
        for old, (now, said) in found.items()
        for line in ("", f"{identifier(old)}: TypeAlias = {identifier(now)}", docstring([f"Deprecated: {said}."], 4))
    ]
    return ["from typing import TypeAlias", *lines] if lines else []


def former_table(api: Api) -> list[str]:
    """Spell the table of the former names of classes; nothing where there are none."""
    found = _former_names(api)
    pairs = [f"    {literal(old)}: ({literal(now)}, {literal(said)})," for old, (now, said) in found.items()]
    return ["", "_FORMER: dict[str, tuple[str, str]] = {", *pairs, "}"] if pairs else []


def former_guard(api: Api) -> list[str]:
    """Spell what is done when a class is asked for by a former name."""
    if not _former_names(api):
        return []
    return [
        "if name in _FORMER:",
        "    from warnings import warn",
        "",
        "    name, said = _FORMER[name]",
        "    warn(said, DeprecationWarning, stacklevel=2)",
    ]


def dependencies(api: Api) -> list[str]:
    """Return what a package imports besides the HTTP library and pydantic."""
    is_marked = any(each.former for resource in api.resources for each in resource.operations)
    return ["typing-extensions>=4.14"] if is_marked else []


def _former_names(api: Api) -> dict[str, tuple[str, str]]:
    """Return each former name of a class, and of its fields -> what it is called now, and what a warning says."""
    found: dict[str, tuple[str, str]] = {}
    for model in api.models:
        for each in model.former:
            found[each.name] = (model.name, _said(each.name, model.name, each))
            if isinstance(model, Class) and each.keywords:
                found[each.keywords] = (model.keywords, _said(each.keywords, model.keywords, each))
    return found


def _said(old: str, now: str, former: Former) -> str:
    end = f"; the old name goes with version {former.until}" if former.until else ""
    return f"{old} is called {now} now{end}"
