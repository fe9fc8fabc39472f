"""Sides: what OLD and NEW name -> a Review of each spec that differs.

A side is a document, the folder of a provider, or a folder of such folders; in the working tree, at a revision of git
(`main:specs`), or where one parted from HEAD (`main...:specs`). What `ir` printed is a document too, so that a change
of the generator itself can be seen. The packages are named by provider.toml; without one, both sides get the names made
from the new side's.
"""

from __future__ import annotations

import datetime
import json
import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..diff import compare, without
from ..diff.accepted import Acceptance, match, read_accepted
from ..diff.changes import Changes, Note
from ..diff.faults import blamed, new_faults
from ..diff.order import ranked
from ..diff.review import Review, Versions
from ..diff.sources import placed
from ..ir import Api
from ..ir.as_json import from_json
from ..openapi.read.provider import Lock, Provider, default_provider
from ..openapi.read.provider_file import read_provider
from ..openapi.read.versions import bumped
from ..pipeline import LOCK, NAMES, Source, front, locked_by, names_in, with_lock
from ..report import Report, SideRefused, SpecError
from .revisions import NotThere, anchored, checkout

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Side:
    """label: OLD or NEW; named: as the user did; path: where it can be read."""

    label: str
    named: str
    path: Path

    @property
    def is_document(self) -> bool:
        return self.path.is_file()

    @property
    def stem(self) -> str:
        return self.path.name.partition(".")[0]

    def inside(self, name: str) -> _Side:
        return replace(self, named=f"{self.named}/{name}", path=self.path / name)


def anchor(label: str, named: str) -> tuple[str, str]:
    """Return a side with a common ancestor named by its commit, and a sentence about it, "" where there is none.

    Raises SideRefused.
    """
    try:
        found, said = anchored(named)
    except NotThere as fault:
        raise SideRefused(f"{label}: {fault}") from None
    return found, f"{label}: {said}" if said else ""


def reviews(old: str, new: str, today: datetime.date, progress: Progress = lambda stage: None) -> list[Review]:
    """Compare two sides; returns a review for each spec whose files differ. Raises SideRefused."""
    with tempfile.TemporaryDirectory(prefix="generator-") as scratch:
        before, after = _side("OLD", old, Path(scratch, "old")), _side("NEW", new, Path(scratch, "new"))
        olds, news = _specs(before), _specs(after)
        if ("" in olds) != ("" in news):
            one, many = (before, after) if "" in olds else (after, before)
            raise SideRefused(f"{one.label} ({one.named}) is one spec, {many.label} ({many.named}) is a folder of them")
        found: list[Review] = []
        for name in sorted({*olds, *news}):
            if name not in olds or name not in news:
                found.append(_alone(name, olds.get(name), news.get(name)))
            elif not name or _differ(olds[name].path, news[name].path):
                found.append(_review(name, olds[name], news[name], today, progress))
        return found


def _side(label: str, named: str, scratch: Path) -> _Side:
    scratch.mkdir()
    try:
        return _Side(label, named.rstrip("/").replace(":./", ":", 1), checkout(named, scratch))
    except NotThere as fault:
        raise SideRefused(f"{label}: {fault}") from None


def _specs(side: _Side) -> dict[str, _Side]:
    """Return name -> spec; the name is empty when the side is one spec."""
    if side.is_document or _is_provider(side.path):
        return {"": side}
    names = sorted(each.name for each in side.path.iterdir() if _is_provider(each))
    if not names:
        raise SideRefused(f"{side.label} ({side.named}) holds no openapi.yaml, neither itself nor one level below")
    return {name: side.inside(name) for name in names}


def _is_provider(path: Path) -> bool:
    return any((path / name).is_file() for name in ("openapi.yaml", "imported.yaml"))


def _differ(old: Path, new: Path) -> bool:
    """Say whether two providers differ; an accepted.toml is looked at either way, as it may be out of date."""
    before, after = _files(old), _files(new)
    locked = LOCK in before and LOCK in after  # one that was just begun changes no name
    return (new / "accepted.toml").is_file() or any(
        before.get(each) != after.get(each) for each in {*before, *after} if each != LOCK or locked
    )


def _files(folder: Path) -> dict[str, bytes]:
    """Return what a spec is made of: its documents, which references may reach, and the local choices."""
    documents = (each for each in folder.rglob("*") if each.suffix in (".yaml", ".yml", ".json"))
    choices = (folder / "provider.toml", folder / LOCK)
    found = [each for each in (*documents, *choices) if each.name != "manifest.json" and each.is_file()]
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in found}


def _alone(name: str, old: _Side | None, new: _Side | None) -> Review:
    """Return the review of a spec that only one side has."""
    old_named, new_named = (each.named if each else "" for each in (old, new))
    changes = Changes((), (Note("none", f"{name} is new"),)) if new else without(name)
    return Review(name, old_named, new_named, changes, {}, {}, {}, None)


def _review(name: str, old: _Side, new: _Side, today: datetime.date, progress: Progress) -> Review:
    title = name or new.stem
    before, old_report = _front(old, new, title, progress, _locked(new))
    after, new_report = _front(new, old, title, progress, locked_by(before))
    progress("compare")
    found, faults = compare(before, after), new_faults(old_report, new_report)
    where = placed(found.findings, old_report.sources, new_report.sources)
    changes = replace(found, findings=ranked(blamed(where.findings, faults)))
    held, expired = _accepted(new, changes, today)
    review = Review(
        title, old.named, new.named, changes, held, expired, where.excerpts, None, faults=faults, near=where.near
    )
    if not (new.path / "provider.toml").is_file():
        return review
    return replace(review, versions=Versions(before.version, after.version, bumped(before.version, review.level)))


def _locked(side: _Side) -> Mapping[str, str]:
    """Return the names that the names.lock of a side holds, where it has one that is sound."""
    return {} if side.is_document else names_in(side.path, "", Report(), shown=side.named).names


def _front(side: _Side, other: _Side, title: str, progress: Progress, known: Mapping[str, str]) -> tuple[Api, Report]:
    """Return the Api of a side. known: the names of the other one, for a side that has no names.lock."""
    report = Report()
    if side.is_document and (printed := _printed(side)):
        return printed, report
    try:
        source = _source(side, other, title, report)
        if not source.provider.locked.names:
            source = replace(source, provider=replace(source.provider, locked=Lock(known)))
        api, _ = front(source, report, lambda stage: progress(f"{side.label} {stage}"))
    except SpecError as error:
        raise SideRefused(f"{side.label} ({side.named}) is refused", error.report) from None
    return api, report


def _printed(side: _Side) -> Api | None:
    """Return the Api of a document that `python -m generator ir` printed; none for any other document."""
    with side.path.open("rb") as file:
        if not re.match(rb'\{\s*"(ir|name)":', file.read(100)):
            return None
    try:
        return from_json(json.loads(side.path.read_text(encoding="utf-8")))
    except ValueError as fault:
        raise SideRefused(f"{side.label} ({side.named}): {fault}") from None


def _source(side: _Side, other: _Side, title: str, report: Report) -> Source:
    """Return what is read for a side: by its own choices, else by the other side's, else by those of the title."""
    own, others = (_choices(each, report) for each in (side, other))
    made = replace(others, file="") if others else default_provider(title, NAMES)
    if side.is_document:
        return Source(side.path, side.named, made)
    source = Source(side.path / "openapi.yaml", f"{side.named}/openapi.yaml", own or made, of_specs=own is not None)
    return with_lock(source, side.path, report, shown=side.named)


def _choices(side: _Side, report: Report) -> Provider | None:
    """Return what provider.toml says, where there is one."""
    path = side.path / "provider.toml"
    return (
        read_provider(path, default_provider(side.path.name, NAMES), NAMES, report, file=f"{side.named}/provider.toml")
        if path.is_file()
        else None
    )


def _accepted(
    side: _Side, changes: Changes, today: datetime.date
) -> tuple[dict[str, Acceptance], dict[str, Acceptance]]:
    """Return the acceptances that hold, and those that are past their day."""
    path = side.path / "accepted.toml"
    if side.is_document or not path.is_file():
        return {}, {}
    report = Report()
    try:
        entries = read_accepted(path, f"{side.named}/accepted.toml", report)
        found = match(entries, changes.findings, report)
        report.stop_on_error()
    except SpecError as error:
        raise SideRefused(f"{side.named}/accepted.toml is refused", error.report) from None
    held = {key: each for key, each in found.items() if each.holds(today)}
    return held, {key: each for key, each in found.items() if key not in held}
