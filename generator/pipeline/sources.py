"""Sources: what a package is made from: the document, the choices of provider.toml, and the names that are in use."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from ..openapi.lower import names_lock
from ..openapi.names import Names
from ..openapi.read.provider import Lock, Provider, default_provider
from ..openapi.read.provider_file import read_provider
from ..python.reserved import RESERVED
from ..report import Location, Report

NAMES = Names(RESERVED)
"""How names are spelt, whatever Python and the runtime have taken."""

LOCK = names_lock.FILE
"""The file that holds the names that are in use."""

CHOICES = "provider.toml"
"""The file of choices that is read where it stands beside a document."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a spec stands. path: the document; name: what messages call it. lock: where names.lock is, if anywhere.

    choices: the file that the provider was read from, if any. of_specs: whether it is a folder of specs/, in which
    openapi.yaml may be built from an overlay and CHANGELOG.md goes into the package. url: where it was fetched, or "".
    """

    path: Path
    name: str
    provider: Provider
    lock: Path | None = None
    choices: Path | None = None
    of_specs: bool = False
    url: str = ""

    @property
    def templates(self) -> Path | None:
        """The folder of templates that are used before ours."""
        if self.choices is None or not self.provider.templates:
            return None
        return self.choices.parent / self.provider.templates


def provider_source(specs: Path, name: str, report: Report, shown: str = "specs") -> Source:
    """Return the source of a provider of specs/."""
    folder = specs / name
    usual = default_provider(name, NAMES)
    provider = read_provider(folder / CHOICES, usual, NAMES, report, file=f"{shown}/{name}/{CHOICES}")
    path, called = folder / "openapi.yaml", f"{shown}/{name}/openapi.yaml"
    source = Source(path, called, provider, choices=folder / CHOICES, of_specs=True)
    return with_lock(source, folder, report, shown=f"{shown}/{name}")


def document_source(path: Path, *, package: str = "", client: str = "", http_library: str = "httpx") -> Source:
    """Return the source of any document. Unless they are given, the package is named after the file, and the client
    after the document's title."""
    chosen = default_provider(path.name.partition(".")[0], NAMES, package=package)
    return Source(path, path.as_posix(), replace(chosen, client=client, prefix="", http_library=http_library))


def with_choices(source: Source, choices: Path, report: Report, *, is_named: bool) -> Source:
    """Return the source of a document with what a file chooses.

    is_named: whether the user has named the file; one that was just found beside a document, which may have come with
    it, makes nothing run.
    """
    shown = choices.as_posix()
    provider = read_provider(choices, source.provider, NAMES, report, file=shown)
    if (provider.after or provider.templates) and not is_named:
        key = "after" if provider.after else "templates"
        message = f"`{key}` makes a run do what this file says, and the file was found beside the document"
        report.add("E122", message, Location(shown, line=1, column=1), help=f"name it: --config {shown}")
        report.stop_on_error()
    return replace(source, provider=provider, choices=choices)


def with_lock(source: Source, folder: Path, report: Report, *, shown: str) -> Source:
    """Return a source with the names that names.lock of a folder holds, which may not be there yet."""
    locked = names_in(folder, source.provider.version, report, shown=shown)
    return replace(source, provider=replace(source.provider, locked=locked), lock=folder / LOCK)


def names_in(folder: Path, version: str, report: Report, *, shown: str) -> Lock:
    """Return the names that names.lock of a folder holds. version: of the package."""
    return names_lock.read_lock(folder / LOCK, f"{shown}/{LOCK}", version, NAMES, report)


def fingerprint(source: Source, spec: str, lock: str) -> str:
    """Return the hash of what a package is made from: the document, the names that are locked, the choices, and the
    templates that they name. spec: the text of openapi.yaml where an overlay builds it."""
    digest = hashlib.sha256(spec.encode() if spec else source.path.read_bytes())
    digest.update(lock.encode())
    if source.choices and source.choices.is_file():
        digest.update(source.choices.read_bytes())
    for path in sorted(source.templates.glob("*")) if source.templates else []:
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def origin(source: Source) -> dict[str, str]:
    """Return what a manifest says of a document that was fetched: its address, and the SHA-256 of what came."""
    if not source.url:
        return {}
    return {"url": source.url, "sha256": hashlib.sha256(source.path.read_bytes()).hexdigest()}
