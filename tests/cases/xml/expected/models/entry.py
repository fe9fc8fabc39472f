"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

from .loan import Loan
from .sale import Sale

Entry = TypeAliasType("Entry", Annotated[Loan | Sale, Field(discriminator="kind")])
