"""What a file of a multipart body is made from."""

from .._runtime.types import Upload

__all__ = ["Upload"]
