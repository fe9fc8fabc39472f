"""Types of the runtime that models are made of."""

from .._runtime.types import DecimalNumber, UnixTime

__all__ = ["DecimalNumber", "UnixTime"]
