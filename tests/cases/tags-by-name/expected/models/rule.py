"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from typing_extensions import TypeAliasType

from .._runtime.model import Model
from .all import All
from .bank import Bank
from .card import Card
from .pet import Pet
from .some import Some

if TYPE_CHECKING:
    from .all import AllFields
    from .bank import BankFields
    from .card import CardFields
    from .dog import DogFields
    from .pet import PetFields
    from .some import SomeFields


RulePayment = TypeAliasType("RulePayment", Card | Bank)


class Rule(Model):
    branch: All | Some | None = None
    payment: RulePayment | None = None
    pet: Pet | None = None


class RuleFields(TypedDict, total=False):
    """The fields of `Rule`, given in place of one."""

    branch: All | AllFields | Some | SomeFields
    payment: Card | CardFields | Bank | BankFields
    pet: Pet | PetFields | DogFields
