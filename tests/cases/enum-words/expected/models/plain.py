"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

Plain = TypeAliasType("Plain", Literal["a", "b"])
"""Nothing more is said."""
