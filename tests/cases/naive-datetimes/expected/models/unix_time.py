"""Seconds since 1970, as a datetime."""

from .._runtime.types import UnixTime

__all__ = ["UnixTime"]
