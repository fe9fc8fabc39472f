"""The providers of specs/ that a command is about."""

from __future__ import annotations

from pathlib import Path

import typer

from .. import PROGRAM
from ..report import nearest


def there(specs: Path) -> list[str]:
    """Return the names of all providers: folders with a document, or with what was imported."""
    return sorted({path.parent.name for name in ("openapi", "imported") for path in specs.glob(f"*/{name}.yaml")})


def chosen(providers: list[str] | None, specs: Path) -> list[str]:
    """Return the providers asked for; each has to have a folder with a document."""
    known = there(specs)
    for name in providers or ():
        if name not in known:
            near = nearest(name, known)
            hint = f"; did you mean {near!r}?" if near else ""
            raise typer.BadParameter(f"{name!r} is not one of: {', '.join(known)}{hint}", param_hint="PROVIDER")
    if not known:
        help = f"`{PROGRAM} import NAME PAGES...` makes one of saved pages; or put an openapi.yaml into {specs}/NAME/"
        raise typer.BadParameter(f"no provider in {specs}/; {help}", param_hint="--specs")
    return list(providers or known)
