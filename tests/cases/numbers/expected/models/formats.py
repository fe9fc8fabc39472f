"""Types that JSON writes as something else."""

from .._runtime.types import DecimalNumber

__all__ = ["DecimalNumber"]
