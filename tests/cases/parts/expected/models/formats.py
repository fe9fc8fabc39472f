"""Types of the runtime that models are made of."""

from .._runtime.types import Base64Bytes, Upload

__all__ = ["Base64Bytes", "Upload"]
