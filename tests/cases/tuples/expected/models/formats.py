"""Types of the runtime that models are made of."""

from .._runtime.types import Base64Bytes, Base64UrlBytes, DecimalNumber, UnixTime

__all__ = ["Base64Bytes", "Base64UrlBytes", "DecimalNumber", "UnixTime"]
