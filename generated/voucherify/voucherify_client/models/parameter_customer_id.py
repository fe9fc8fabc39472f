"""Models: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypeAliasType

ParameterCustomerId = TypeAliasType("ParameterCustomerId", str)
"""Identifier of a customer."""
