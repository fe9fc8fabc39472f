"""prints: generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime import Resource

if TYPE_CHECKING:
    from .prints_archive import PrintsArchiveResource


class PrintsResource(Resource):
    """Operations of prints."""

    @cached_property
    def archive(self) -> PrintsArchiveResource:
        """Operations of prints.archive."""
        from .prints_archive import PrintsArchiveResource

        return PrintsArchiveResource(self._transport)
