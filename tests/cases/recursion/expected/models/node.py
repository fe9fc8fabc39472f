"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .all import All, Some
from .is_ import Is
from .value import Value


class Node(Model):
    name: str
    parent: Node | None = None
    children: list[Node] | None = None
    named: dict[str, Node] | None = None
    person: Person | None = None
    value: Value | None = None
    rules: list[All | Some | Is] | None = None


class Person(Model):
    name: str | None = None
    company: Company | None = None


class Company(Model):
    staff: list[Person] | None = None
    root: Node | None = None
