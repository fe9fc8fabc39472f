"""Naming: what else something is called."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Former:
    """A name from before that still works: of a class, or of an operation as `resource.method`.

    until: the version of the package in which it goes, or "". keywords: what the fields of a class were called, or "".
    """

    name: str
    until: str
    keywords: str = ""
