"""The stages in order. `generate` returns a map of files; `check` compares it with the disk; nothing here writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..data import as_map
from ..ir import Api
from ..openapi.check.validate import validate
from ..openapi.lower import lower, names_lock
from ..openapi.normalize import normalize
from ..openapi.read.bundle import bundle
from ..openapi.read.document import Draft
from ..openapi.read.load import begin, load, load_data
from ..openapi.read.provider import titled
from ..openapi.select import select
from ..report import Report
from . import cache
from .owned import after, blamed_on_templates
from .part import with_names_of_the_whole
from .plugins import further_files
from .sources import NAMES, Source, fingerprint

RUNTIME = Path(__file__).parent.parent / "runtime"
_LIBRARY = "_http.py"
"""The module of the runtime that imports the HTTP library."""
_BUILT = "Built from imported.yaml and overlay.yaml by `generate`; change the overlay instead."

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Generated:
    """The files of one package; openapi.yaml where it is built from an overlay ("" otherwise); names.lock."""

    api: Api
    files: Mapping[str, str]
    spec: str
    inputs: str
    lock: str


def locked_by(api: Api) -> dict[str, str]:
    """Return the names that a package of an Api locks: of operations by method and path, of classes by their places."""
    return names_lock.names_of(api)


def document(source: Source, report: Report) -> Draft:
    """Return a document as it is written, with its overlay applied. Raises SpecError."""
    return _load(source, report)[0]


def front(source: Source, report: Report, progress: Progress = lambda stage: None) -> tuple[Api, str]:
    """Run the stages from text to Api; returns it with the text of openapi.yaml where an overlay builds it.

    A document of Swagger 2.0 is converted, but for those of specs/, which people review as they are.
    """
    progress("load")
    draft, spec = _load(source, report)
    if not source.of_specs and str(draft.data.get("swagger")) == "2.0":
        from ..openapi.read.swagger2 import convert

        draft = convert(draft, report)
        report.notes.append("Swagger 2.0, read as OpenAPI 3.0")
    progress("bundle")
    bundle(draft, source.path.parent, report)
    progress("select")
    locked = with_names_of_the_whole(draft, source.provider)
    select(draft, source.provider, report)
    progress("validate")
    validate(draft, report)
    if report.strict:
        from ..openapi.check.standard import validate_against_standard

        validate_against_standard(draft, report)
    progress("normalize")
    normalize(draft, NAMES, report, source.provider.schemas, locked)
    progress("lower")
    provider = titled(source.provider, str(as_map(draft.data["info"])["title"]), NAMES)
    api = lower(draft.freeze(), provider, NAMES, report)
    report.stop_on_error()
    return api, spec


def generate(
    source: Source, report: Report, progress: Progress = lambda stage: None, *, cached: bool = False
) -> Generated:
    """Run all stages but `write`. Raises SpecError when the spec is refused.

    cached: whether what the model tool wrote in earlier runs is used again, and compiled templates are.
    """
    from ..python.format import format_files  # the back end and its tools are loaded only where they are needed
    from ..python.models import models
    from ..python.render import render
    from ..python.verify import verify

    api, spec = front(source, report, progress)
    progress("models")
    library = source.provider.http_library
    shown = source.name if source.name.startswith("specs/") else source.path.name
    made = models(api, shown, cache.texts) if cached else models(api, shown)
    files = {f"{api.package}/models/{name}": text for name, text in made.items()}
    progress("render")
    compiled = cache.templates() if cached else None
    with blamed_on_templates(source, report):
        files |= render(api, shown, library, source.templates, source.provider.project, compiled)
        files |= further_files(source, api, [*files], report)
        files = format_files(files)
        progress("verify")
        verify(api, files)
    files |= runtime_files(api.package, library)
    files |= _changelog(source, files["README.md"])
    if source.provider.after:
        progress("after")
        files = after(source, files, report)
    lock = names_lock.lock_text(api)
    return Generated(api, dict(sorted(files.items())), spec, fingerprint(source, spec, lock), lock)


def _changelog(source: Source, readme: str) -> dict[str, str]:
    """Return the CHANGELOG.md of a provider, and a README that names it; nothing where there is none."""
    path = source.path.parent / "CHANGELOG.md"
    if not source.of_specs or not path.is_file():
        return {}
    line = "[CHANGELOG.md](CHANGELOG.md) says what each version changed for code that imports this package."
    text = path.read_text(encoding="utf-8")
    return {"CHANGELOG.md": text, "README.md": f"{readme.rstrip()}\n\n## Changes\n\n{line}\n"}


def runtime_files(package: str, http_library: str) -> dict[str, str]:
    """Return the runtime as it goes into a package: the same bytes, but for the library's name."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(RUNTIME.glob("*.py"))}
    texts[_LIBRARY] = re.sub(r"\bhttpx\b", http_library, texts[_LIBRARY])
    return {f"{package}/_runtime/{name}": text for name, text in texts.items()}


def _load(source: Source, report: Report) -> tuple[Draft, str]:
    """Load the document; build it from imported.yaml and overlay.yaml where they are."""
    folder = source.path.parent
    imported, corrections = folder / "imported.yaml", folder / "overlay.yaml"
    if not (source.of_specs and imported.is_file() and corrections.is_file()):
        return load(source.path, report, name=source.name), ""
    from ..openapi.read import canonical, overlay  # a library for JSONPath is loaded, which no other document needs

    shown = source.name.rpartition("/")[0]
    base = load_data(imported, report, name=f"{shown}/imported.yaml")
    changes = load_data(corrections, report, name=f"{shown}/overlay.yaml")
    data = overlay.apply(base, changes, file=f"{shown}/overlay.yaml", report=report)
    report.stop_on_error()
    text = canonical.dump(data, comment=_BUILT)
    report.sources[source.name] = text
    return begin(data, source.name, report), text
