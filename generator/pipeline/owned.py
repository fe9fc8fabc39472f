"""Owned: what the owner of a package adds to a run: templates in the place of ours, and commands for its files.

A command sees a folder that holds the package alone, so that what it changes is part of what is compared and written,
all or nothing, and no file looks edited afterwards.
"""

from __future__ import annotations

import shlex
import subprocess
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ..openapi.read.provider_file import line_of
from ..report import Location, Report, SpecError
from .sources import Source

_SHOWN = 20
"""Lines of what a command printed that are shown."""


class _CommandFault(Exception):
    """A command failed. output: what it printed."""

    def __init__(self, why: str, output: str = "") -> None:
        super().__init__(why)
        self.output = output


@contextmanager
def blamed_on_templates(source: Source, report: Report) -> Generator[None]:
    """Raise SpecError for what fails inside with templates of the user; without any, it is a bug of ours."""
    from ..python.format import FormatFault
    from ..python.render import TemplateFault
    from ..python.verify import VerifyFault

    for path in sorted(source.templates.glob("*.jinja")) if source.templates else []:
        report.sources[path.as_posix()] = path.read_text(encoding="utf-8", errors="replace")
    try:
        yield
    except (TemplateFault, FormatFault, VerifyFault) as fault:
        if source.templates is None:
            raise
        name, line = (fault.name, fault.line) if isinstance(fault, TemplateFault) else ("", 0)
        place = Location((source.templates / name).as_posix(), line=max(line, 1), column=1)
        report.add(
            "E123", f"the templates make no package: {fault}", place, help="docs/templates.md says what they see"
        )
        raise SpecError(report) from fault


def after(source: Source, files: Mapping[str, str], report: Report) -> dict[str, str]:
    """Return the files as the commands of a source leave them, those included that they add; SpecError when one fails.

    Each command is split as a shell would and run without one, in the folder of the package, where pyproject.toml is.
    """
    provider = source.provider
    with tempfile.TemporaryDirectory(prefix="generator-") as folder:
        root = Path(folder)
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(text.encode("utf-8"))
        command = ""
        try:
            for command in provider.after:
                _run(command, root)
            return dict(each for path in sorted(root.rglob("*")) for each in _kept(path, root))
        except _CommandFault as fault:
            line, column = line_of(report.sources.get(provider.file, ""), f'"{command}"')
            place = Location(provider.file, line=line, column=column)
            output = "\n         ".join(fault.output.splitlines()[-_SHOWN:])
            report.add("E124", f"after: {fault}", place, help=output)
            raise SpecError(report) from None


def _run(command: str, folder: Path) -> None:
    try:
        done = subprocess.run(
            shlex.split(command), cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
    except (ValueError, OSError) as error:
        raise _CommandFault(f"{command!r} cannot be run: {getattr(error, 'strerror', None) or error}") from None
    if done.returncode:
        output = (done.stdout + done.stderr).strip().replace(f"{folder}/", "")
        raise _CommandFault(f"{command!r} ended with exit code {done.returncode}", output)


def _kept(path: Path, root: Path) -> list[tuple[str, str]]:
    """Return name and text of a file; nothing for what Python and tools keep for themselves."""
    name = path.relative_to(root)
    if not path.is_file() or any(part == "__pycache__" or part.endswith("_cache") for part in name.parts):
        return []
    try:
        return [(name.as_posix(), path.read_text(encoding="utf-8"))]
    except UnicodeDecodeError:
        raise _CommandFault(f"{name.as_posix()} is no text in UTF-8") from None
