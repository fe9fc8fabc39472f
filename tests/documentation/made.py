"""The files of docs/ that are made: from the program, and from what was measured."""

from __future__ import annotations

from pathlib import Path

from . import command_line, errors
from .chart import chart
from .picture import picture

FOLDER = Path(__file__).parents[2] / "docs"


def made() -> dict[str, str]:
    """Return file name, below docs/ -> text."""
    pages = {"command-line.md": command_line.page(), **errors.pages()}
    pictures = {"pictures/diff.svg": picture(), "pictures/bench.svg": chart()}
    return {f"reference/{name}": text for name, text in pages.items()} | pictures
