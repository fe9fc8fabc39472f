"""Types of the runtime that models are made of."""

from .._runtime.types import UnixTime, Upload

__all__ = ["UnixTime", "Upload"]
