"""What a document says by itself of the names in a client: extensions of other generators, read as they mean it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from ...data import Json, as_list, as_map, as_text, is_map, maps


class Hint(NamedTuple):
    """group: names of resources, outermost first. name: of the method. Either may be missing."""

    group: tuple[str, ...] = ()
    name: str = ""


_GROUPS = ("x-fern-sdk-group-name", "x-speakeasy-group", "x-sdk-group-name", "x-controller-name")
_NAMES = ("x-fern-sdk-method-name", "x-speakeasy-name-override", "x-sdk-method-name", "x-operation-name")
_SAID = frozenset({"x-stainless-naming", "x-stainless-param", "x-ms-client-name"})

Found: TypeAlias = tuple[str, str, dict[str, Json], dict[str, Json], str]
"""Path, method, path item, operation and its pointer."""


def hint(operation: Mapping[str, Json]) -> Hint:
    """Return what an operation says of its names.

    >>> hint({"x-fern-sdk-group-name": ["chat", "completions"], "x-fern-sdk-method-name": "create"})
    Hint(group=('chat', 'completions'), name='create')
    >>> hint({"x-speakeasy-group": "chat.completions"})
    Hint(group=('chat', 'completions'), name='')
    """
    said = next((operation[each] for each in _GROUPS if operation.get(each)), "")
    parts = [said] if isinstance(said, str) else as_list(said)
    group = tuple(part for each in parts if isinstance(each, str) for part in each.split(".") if part)
    name = next((each for key in _NAMES if isinstance(each := operation.get(key), str) and each), "")
    return Hint(group, name)


def said_of_operations(schemas: Mapping[str, Json]) -> dict[tuple[str, str], str]:
    """Return path and method -> name of the method, where `x-stripeOperations` of components has them: those that the
    client's services have, not its objects.

    >>> row = {"method_name": "retrieve", "method_on": "service", "operation": "get", "path": "/tokens/{token}"}
    >>> said_of_operations({"token": {"x-stripeOperations": [row]}})
    {('/tokens/{token}', 'get'): 'retrieve'}
    """
    rows = (row for each in schemas.values() for row in maps(as_map(each).get("x-stripeOperations")))
    return {
        (as_text(row.get("path")), as_text(row.get("operation")).lower()): as_text(row.get("method_name"))
        for row in rows
        if row.get("method_on") == "service" and row.get("method_name")
    }


def with_names(found: Iterable[Found], schemas: Mapping[str, Json]) -> tuple[tuple[str, str, dict[str, Json]], ...]:
    """Return path, method and operation of each; one that does not say what its method is called says it by itself
    where a component does. found: as `walk.operations` yields them. schemas: the components."""
    said = said_of_operations(schemas)
    return tuple((path, method, _with_name(each, said.get((path, method), ""))) for path, method, _, each, _ in found)


def _with_name(operation: dict[str, Json], name: str) -> dict[str, Json]:
    return operation if not name or hint(operation).name else {**operation, _NAMES[-1]: name}


def said_name(*holders: Json) -> str:
    """Return what a parameter or a property is to be called, "" where nothing says so. holders: it, and its schema.

    >>> said_name({"name": "openai-beta"}, {"x-stainless-param": "betas"})
    'betas'
    """
    for each in (each for each in holders if is_map(each) and not _SAID.isdisjoint(each)):
        python = as_map(as_map(each.get("x-stainless-naming")).get("python"))
        said = (python.get("property_name"), python.get("method_argument"), each.get("x-stainless-param"))
        for name in (*said, each.get("x-ms-client-name")):
            if isinstance(name, str) and any(letter.isalpha() for letter in name):
                return name
    return ""
