"""Types that JSON writes as something else."""

from .._runtime.types import Upload

__all__ = ["Upload"]
