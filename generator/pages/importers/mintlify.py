"""mintlify: Markdown whose fenced block names file, method and path, and holds a small OpenAPI document.

Older pages hold the site's internal form instead (see mintlify_internal).
"""

from __future__ import annotations

from ...data import Json, as_map, is_map
from ...report import Location, Report
from . import mintlify_internal
from .blocks import Block, named_operation
from .fragment import Fragment
from .openapi import whole
from .pages import Page

NAME = "mintlify"


def claims(data: Json, page: Page, block: Block) -> bool:
    """Say whether a description is of this format."""
    del page
    if not is_map(data):
        return False
    return mintlify_internal.is_internal(data) or ("openapi" in data and named_operation(block) is not None)


def read(data: Json, page: Page, block: Block, report: Report, provider: str) -> Fragment | None:
    """Return the document; it has to hold the operation that its fence names."""
    if mintlify_internal.is_internal(data):
        document, expanded = mintlify_internal.convert(as_map(data), page, report, provider)
    else:
        document, expanded = whole(as_map(data), page, report), frozenset[str]()
    if document is None:
        return None
    named = named_operation(block)
    if named and not is_map(as_map(as_map(document.data.get("paths")).get(named[1])).get(named[0])):
        report.sources[page.file] = page.text
        message = f"the block is headed {named[0]} {named[1]}, and holds no such operation"
        report.add("E167", message, Location(page.file, line=block.fence, column=1), help="save the page again")
        return None
    return Fragment(page, NAME, document, expanded)
