"""The lines of pyproject.toml that say whose a package is."""

from __future__ import annotations

from collections.abc import Mapping

from ..data import Json
from .text import prose, toml


def project_lines(project: Mapping[str, Json], title: str) -> list[str]:
    """Spell keys of [project]: a description, of the API's title where none is given, and the owner's keys in order.

    >>> project_lines({"license": "MIT", "urls": {"Source": "https://x.example"}}, "Pets")
    ['description = "Typed client for Pets"', 'license = "MIT"', 'urls = { "Source" = "https://x.example" }']
    """
    keys = {"description": f"Typed client for {prose(title)}"} | dict(project)
    return [f"{key} = {toml(value)}" for key, value in keys.items()]
