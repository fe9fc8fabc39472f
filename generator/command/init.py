"""init: a repository for the specs of one's own, in which generate, check, diff and import work.

Its files stand in starter/, where a leading `dot_` is a dot, so that they mean nothing to the tools of this repository.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from .. import PROGRAM, __version__
from .console import file_count, say

STARTER = Path(__file__).parent / "starter"


def init(
    folder: Annotated[Path, typer.Argument(help="Where the repository begins; made when it is not there.")],
) -> None:
    """Make a repository for the specs of your own. Files that are there are never overwritten."""
    from ..pipeline.write import write_text

    files = starter()
    if folder.exists() and not folder.is_dir():
        raise typer.BadParameter(f"{folder} is a file", param_hint="FOLDER")
    if there := [name for name in files if (folder / name).exists()]:
        names = ", ".join(there[:5]) + (" ..." if len(there) > 5 else "")
        raise typer.BadParameter(f"{folder} has {names} already; nothing was written", param_hint="FOLDER")
    for name, text in files.items():
        write_text(folder / name, text)
    say(f"{folder.as_posix()}: {file_count(len(files))} written; README.md there says how to go on")
    say(f"next: cd {folder.as_posix()}; git init; {PROGRAM} import NAME PAGES...; {PROGRAM} generate")


def starter() -> Mapping[str, str]:
    """Return path in the new repository -> text."""
    from importlib.metadata import version

    from ..pipeline.cache import TOOLS

    pins = [f"specloom=={__version__}", *(f"{name}=={version(name)}" for name in TOOLS)]
    files: dict[str, str] = {}
    for path in sorted(each for each in STARTER.rglob("*") if each.is_file()):
        parts = [
            part.replace("dot_", ".", 1) if part.startswith("dot_") else part
            for part in path.relative_to(STARTER).parts
        ]
        files["/".join(parts)] = path.read_text(encoding="utf-8").replace("@PINS@", "\n".join(pins))
    return files
