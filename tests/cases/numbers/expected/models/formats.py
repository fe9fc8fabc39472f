"""Types of the runtime that models are made of."""

from .._runtime.types import DecimalNumber

__all__ = ["DecimalNumber"]
