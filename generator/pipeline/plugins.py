"""Plug-ins: what other distributions add by their entry points. A plug-in that fails is blamed by its name."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import EntryPoint, entry_points
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeGuard

from .. import PLUGIN_VERSION, Importer, Output
from ..ir import Api
from ..openapi.read.provider_file import line_of
from ..report import Location, Report, SpecError, nearest

if TYPE_CHECKING:
    from .sources import Source

IMPORTERS, OUTPUTS = "specloom.importers", "specloom.outputs"
_METHODS = {IMPORTERS: ("claims", "read"), OUTPUTS: ("files",)}


def importers(report: Report) -> list[Importer]:
    """Return the readers of pages that are installed, by name; raises SpecError when one cannot be used."""
    found = [(point, _loaded(point, Location(_of(point), line=1, column=1), report)) for point in _points(IMPORTERS)]
    report.stop_on_error()
    return [plugin for _, plugin in found if _is_importer(plugin)]


def further_files(source: Source, api: Api, taken: Sequence[str], report: Report) -> dict[str, str]:
    """Return the files of the outputs that provider.toml names, in its order; raises SpecError when one fails.

    taken: the files that the package has already.
    """
    files: dict[str, str] = {}
    points = {point.name: point for point in _points(OUTPUTS)} if source.provider.outputs else {}
    for name in source.provider.outputs:
        line, column = line_of(report.sources.get(source.provider.file, ""), f'"{name}"')
        place = Location(source.provider.file, line=line, column=column)
        if name not in points:
            near = nearest(name, points)
            known = f"installed are: {', '.join(sorted(points)) or 'none'}"
            help = f"did you mean `{near}`?" if near else f"install the distribution that has it; {known}"
            report.add("E125", f"there is no output {name!r}", place, help=help)
            raise SpecError(report)
        plugin = _loaded(points[name], place, report)
        report.stop_on_error()
        if _is_output(plugin):
            files |= _files(plugin, points[name], api, {*taken, *files}, place, report)
    return files


def installed_outputs() -> list[tuple[str, str]]:
    """Return the outputs that are installed, each with the version of its distribution."""
    return [(point.name, point.dist.version if point.dist else "") for point in _points(OUTPUTS)]


def _files(
    plugin: Output, point: EntryPoint, api: Api, taken: set[str], place: Location, report: Report
) -> dict[str, str]:
    """Return the files of one output, each in the package's folder and none of ours."""
    try:
        files = {str(name): str(text) for name, text in plugin.files(api).items()}
    except Exception as error:
        report.add("E125", f"{_of(point)} failed: {type(error).__name__}: {error}", place)
        raise SpecError(report) from error
    for name in files:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name or path.as_posix() != name:
            report.add("E125", f"{_of(point)} makes {name!r}, which is no path in the folder of the package", place)
        elif name in taken:
            report.add("E125", f"{_of(point)} makes {name}, which is there already", place)
    report.stop_on_error()
    return files


def _points(group: str) -> list[EntryPoint]:
    return sorted(entry_points(group=group), key=lambda point: point.name)


def _of(point: EntryPoint) -> str:
    """Return what a plug-in is called in messages."""
    return f"the plug-in {point.name} of {point.dist.name if point.dist else 'an unknown distribution'}"


def _loaded(point: EntryPoint, place: Location, report: Report) -> object:
    """Load a plug-in; None, and an error in the report, when it cannot be used."""
    try:
        plugin: object = point.load()
        version: object = getattr(plugin, "version", None)
    except Exception as error:
        report.add("E125", f"{_of(point)} cannot be loaded: {type(error).__name__}: {error}", place)
        return None
    if version != PLUGIN_VERSION:
        help = "take a release of it, or of this program, that fits the other"
        report.add("E125", f"{_of(point)} is for version {version} of plug-ins, not {PLUGIN_VERSION}", place, help=help)
        return None
    for method in _METHODS[point.group]:
        if not callable(getattr(plugin, method, None)):
            report.add(
                "E125", f"{_of(point)} has no {method}()", place, help="docs/plugins.md says what it has to have"
            )
            return None
    return plugin


def _is_importer(plugin: object) -> TypeGuard[Importer]:
    return plugin is not None


def _is_output(plugin: object) -> TypeGuard[Output]:
    return plugin is not None
