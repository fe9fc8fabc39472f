"""Types of the runtime that models are made of."""

from .._runtime.types import UnixTime

__all__ = ["UnixTime"]
