"""openapi: a page that is an OpenAPI 3.0 or 3.1 document, or a Swagger 2.0 one, whole or in files of one folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ...data import Json, as_map, is_list, is_map
from ...openapi.read.bundle import bundle
from ...openapi.read.document import Draft
from ...openapi.read.swagger2 import convert as convert_swagger2
from ...report import Location, Report
from .blocks import Block
from .fragment import Fragment
from .pages import Page

NAME = "openapi"


def claims(data: Json, page: Page, block: Block) -> bool:
    """Say whether a description is of this format."""
    del page, block
    return is_map(data) and ("openapi" in data or "swagger" in data)


def read(data: Json, page: Page, block: Block, report: Report, provider: str) -> Fragment | None:
    """Take the document as it is; what it refers to in other files of its folder is brought in."""
    del block, provider
    draft = whole(as_map(data), page, report)
    return Fragment(page, NAME, draft) if draft else None


def whole(data: dict[str, Json], page: Page, report: Report) -> Draft | None:
    """Return a document of OpenAPI 3; None when its version or its paths are wrong, which the report then says."""
    draft = Draft(page.file, data)
    if "swagger" in data and "openapi" not in data:
        if str(data["swagger"]) != "2.0":
            report.add("E167", f"Swagger {data['swagger']!r} is not known", Location(page.file, "/swagger"))
            return None
        draft = convert_swagger2(draft, report)
    elif not re.fullmatch(r"3\.[01](\.\d+.*)?", str(data["openapi"])):
        help = "3.0, 3.1 and Swagger 2.0 can be read"
        report.add("E167", f"OpenAPI {data['openapi']!r} is not known", Location(page.file, "/openapi"), help=help)
        return None
    if not is_map(draft.data.get("paths")) and not is_map(draft.data.get("components")):
        report.add("E167", "the document has neither paths nor components", Location(page.file, ""))
        return None
    if any(_elsewhere(draft.data)):
        bundle(draft, Path(page.path).parent, report)
    return draft


def _elsewhere(value: Json) -> Iterator[str]:
    """Yield the references that lead out of a document."""
    stack: list[Json] = [value]
    while stack:
        each = stack.pop()
        if is_map(each):
            reference = each.get("$ref")
            if isinstance(reference, str) and not reference.startswith("#"):
                yield reference
            stack.extend(each.values())
        elif is_list(each):
            stack.extend(each)
