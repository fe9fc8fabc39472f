"""The providers of specs/ that a command is about."""

from __future__ import annotations

from pathlib import Path

import typer

from .. import PROGRAM
from ..report import nearest


def chosen(providers: list[str] | None, specs: Path) -> list[str]:
    """Return the providers asked for; each has to have a folder with a document."""
    known = sorted(path.parent.name for path in specs.glob("*/openapi.yaml"))
    known = sorted({*known, *(path.parent.name for path in specs.glob("*/imported.yaml"))})
    for name in providers or ():
        if name not in known:
            near = nearest(name, known)
            hint = f"; did you mean {near!r}?" if near else ""
            raise typer.BadParameter(f"{name!r} is not one of: {', '.join(known)}{hint}", param_hint="PROVIDER")
    if not known:
        help = f"`{PROGRAM} import NAME PAGES...` makes one of saved pages; or put an openapi.yaml into {specs}/NAME/"
        raise typer.BadParameter(f"no provider in {specs}/; {help}", param_hint="--specs")
    return list(providers or known)
