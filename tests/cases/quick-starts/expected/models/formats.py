"""Types of the runtime that models are made of."""

from .._runtime.types import Upload

__all__ = ["Upload"]
