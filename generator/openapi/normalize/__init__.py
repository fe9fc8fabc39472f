"""Normalize: Document -> Document in one dialect, with every class-like schema a named component.

In: a validated document, whose schemas `repair` has given a sound shape. The passes, in order: upgrade (3.0 wording ->
3.1), kinds (keywords of other kinds of values taken out), hoist (inline -> named), merge (allOf), nulls (null moves to
the references), discriminate (unions with a tag).
"""

from __future__ import annotations

from collections.abc import Mapping

from ...report import Report
from ..names import Names
from ..read.document import Document
from ..schema.upgrade import upgrade
from .discriminate import discriminate
from .hoist import hoist
from .kinds import settle_kinds
from .merge import merge
from .nulls import move_nulls


def normalize(document: Document, names: Names, report: Report, chosen: Mapping[str, str] | None = None) -> Document:
    """Return the normalized document, its data changed in place. Raises SpecError on errors.

    chosen: pointer in the source -> class name.
    """
    upgrade(document)
    document = settle_kinds(document, report)
    document = hoist(document, chosen or {}, names)
    document = merge(document, report)
    move_nulls(document)
    discriminate(document)
    report.stop_on_error()
    return document
