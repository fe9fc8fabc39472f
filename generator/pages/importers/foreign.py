"""Foreign: pages of a form that a plug-in reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NoReturn

from ... import Importer
from ...data import Json, is_map
from ...report import Location, Report, SpecError
from .fragment import Fragment
from .openapi import whole
from .pages import Page


class Foreign:
    """The plug-ins that read pages. What one of them raises is told with its name and the page."""

    def __init__(self, importers: Sequence[Importer], report: Report) -> None:
        self._importers = importers
        self._report = report

    def claiming(self, file: str, text: str) -> Importer | None:
        """Return the first plug-in whose form a page has."""
        for importer in self._importers:
            try:
                if importer.claims(file, text):
                    return importer
            except Exception as error:
                self._blame(importer, file, error)
        return None

    def read(self, page: Page) -> Fragment | None:
        """Read a page; None when no plug-in does."""
        importer = self.claiming(page.file, page.text)
        if importer is None:
            return None
        try:
            data: Json = json.loads(json.dumps(dict(importer.read(page.file, page.text))))
        except Exception as error:
            self._blame(importer, page.file, error)
        if not is_map(data) or not ("openapi" in data or "swagger" in data):
            self._blame(importer, page.file, ValueError("it returned no document of OpenAPI"))
        draft = whole(data, page, self._report)
        return Fragment(page, importer.name, draft) if draft else None

    def _blame(self, importer: Importer, file: str, error: Exception) -> NoReturn:
        said = str(error) if type(error) is ValueError else f"{type(error).__name__}: {error}"
        self._report.add("E188", f"the plug-in {importer.name}: {said}", Location(file, line=1, column=1))
        raise SpecError(self._report) from error
