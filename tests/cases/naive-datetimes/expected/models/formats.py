"""Types that JSON writes as something else."""

from .._runtime.types import UnixTime

__all__ = ["UnixTime"]
