"""Normalize: a draft gets one dialect, and every class-like schema becomes a named component.

In: a validated draft, whose schemas `repair` has given a sound shape. The passes, in order: event data (what the data
of events stands for), upgrade (3.0 wording -> 3.1), kinds (keywords of other kinds of values taken out), hoist (inline
-> named), media types (those of the components written out), merge (allOf), nulls (null moves to the references),
discriminate (unions with a tag).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ...report import Report
from ..names import Names
from ..read.document import Draft
from ..read.provider import NO_LOCK, Lock
from ..schema.upgrade import upgrade
from .discriminate import discriminate
from .event_data import settle_event_data
from .hoist import hoist
from .kinds import settle_kinds
from .media_types import write_out_media_types
from .merge import merge
from .nulls import move_nulls


def normalize(
    draft: Draft,
    names: Names,
    report: Report,
    chosen: Mapping[str, str] = MappingProxyType({}),
    locked: Lock = NO_LOCK,
) -> None:
    """Bring a draft into the normal form, which `form` describes. Raises SpecError on errors.

    chosen: pointer in the source -> class name. locked: what names.lock holds.
    """
    for _ in passes(draft, names, report, chosen, locked):
        pass
    report.stop_on_error()


def class_names(draft: Draft, names: Names, chosen: Mapping[str, str], locked: Lock) -> dict[str, str]:
    """Return what classes would be called: place, as names.lock calls it -> class. The draft is used up."""
    for each in passes(draft, names, Report(), chosen, locked):
        if each == "hoist":
            break
    shared = Counter(place for places in draft.places.values() for place in places)
    return {place: name for name, places in draft.places.items() for place in places if shared[place] == 1}


def passes(draft: Draft, names: Names, report: Report, chosen: Mapping[str, str], locked: Lock) -> Iterator[str]:
    """Do one pass after the other, and yield the name of each when it is done."""
    settle_event_data(draft)
    yield "event data"
    upgrade(draft, report)
    yield "upgrade"
    settle_kinds(draft, report)
    yield "kinds"
    inline = hoist(draft, chosen, locked, names, report)
    yield "hoist"
    write_out_media_types(draft)
    yield "media types"
    merge(draft, report, inline)
    yield "merge"
    move_nulls(draft)
    yield "nulls"
    discriminate(draft)
    yield "discriminate"
