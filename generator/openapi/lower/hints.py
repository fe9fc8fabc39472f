"""What a document says by itself of the names in a client: extensions of other generators, read as they mean it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...data import Json, as_list


class Hint(NamedTuple):
    """group: names of resources, outermost first. name: of the method. Either may be missing."""

    group: tuple[str, ...] = ()
    name: str = ""


_GROUPS = ("x-fern-sdk-group-name", "x-speakeasy-group", "x-sdk-group-name", "x-controller-name")
_NAMES = ("x-fern-sdk-method-name", "x-speakeasy-name-override", "x-sdk-method-name", "x-operation-name")


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
