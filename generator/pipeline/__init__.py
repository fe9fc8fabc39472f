"""The stages from a document to the files of a package, and what a package is made from.

Names are loaded when they are first used: a run that finds nothing to do loads `cache` alone, and none of the stages.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .sources import (
        CHOICES,
        LOCK,
        NAMES,
        Source,
        document_source,
        names_in,
        origin,
        provider_source,
        with_choices,
        with_lock,
    )
    from .stages import RUNTIME, Generated, document, front, generate, locked_by, runtime_files

__all__ = [
    "CHOICES", "LOCK", "NAMES", "RUNTIME", "Generated", "Source", "document", "document_source", "front", "generate",
    "locked_by", "names_in", "origin", "provider_source", "runtime_files", "with_choices", "with_lock",
]  # fmt: skip

_OF_STAGES = {"RUNTIME", "Generated", "document", "front", "generate", "locked_by", "runtime_files"}


def __getattr__(name: str) -> object:
    """Load the module that defines a name, and return what it names. Raises AttributeError for any other."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{'stages' if name in _OF_STAGES else 'sources'}"), name)
