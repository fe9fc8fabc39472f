"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from .._runtime.model import Model
from .all import All, Some
from .is_ import Is
from .value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from .all import AllFields, SomeFields
    from .is_ import IsFields


class Node(Model):
    name: str
    parent: Node | None = None
    children: list[Node] | None = None
    named: dict[str, Node] | None = None
    person: Person | None = None
    value: Value | None = None
    rules: list[All | Some | Is] | None = None


class NodeFields(TypedDict, total=False):
    """The fields of `Node`, given in place of one."""

    name: Required[str]
    parent: Node | NodeFields
    children: Sequence[Node | NodeFields]
    named: Mapping[str, Node | NodeFields]
    person: Person | PersonFields
    value: str | Sequence[Any]
    rules: Sequence[All | AllFields | Some | SomeFields | Is | IsFields]


class Person(Model):
    name: str | None = None
    company: Company | None = None


class PersonFields(TypedDict, total=False):
    """The fields of `Person`, given in place of one."""

    name: str
    company: Company | CompanyFields


class Company(Model):
    staff: list[Person] | None = None
    root: Node | None = None


class CompanyFields(TypedDict, total=False):
    """The fields of `Company`, given in place of one."""

    staff: Sequence[Person | PersonFields]
    root: Node | NodeFields
