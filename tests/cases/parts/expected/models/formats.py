"""Types that JSON writes as something else."""

from .._runtime.types import Base64Bytes, Upload

__all__ = ["Base64Bytes", "Upload"]
