"""Record: the files beside imported.yaml: hashes of the pages in SOURCES.md, and what a new provider begins with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...data import Json
from ...openapi.names import PLAIN
from .fragment import Fragment, operations

_HEAD = "| page | operation | sha256 |"
_RULE = "|---|---|---|"
_ROW = re.compile(r"^\| *(?P<page>[^|]+?) *\|(?P<middle>.*)\| *`(?P<hash>[0-9a-f]{64})` *\|\s*$")

OVERLAY = """overlay: 1.1.0
info:
  title: {title}, corrections and our own words
  version: 1.0.0
extends: imported.yaml
actions:
  - target: $.info
    description: a first action, to be replaced; each says here why it is needed
    update: {{}}
"""
"""An overlay that changes nothing yet."""


def sources(text: str, title: str, fragments: Sequence[Fragment]) -> str:
    """Return SOURCES.md with the hashes of the pages that were read; all else stays. text: "" for a new file."""
    text = text or f"# {title}: where each fact comes from\n"
    lines = text.rstrip("\n").split("\n")
    if _HEAD not in lines:
        lines += ["", _HEAD, _RULE]
    start = lines.index(_HEAD) + 2
    end = next((index for index in range(start, len(lines)) if not lines[index].startswith("|")), len(lines))
    rows = lines[start:end]
    names = [fragment.page.path.name for fragment in fragments]
    for fragment in sorted(fragments, key=lambda each: each.page.path.name):
        path = fragment.page.path
        _enter(rows, fragment, path.name if names.count(path.name) == 1 else f"{path.parent.name}/{path.name}")
    return "\n".join([*lines[:start], *rows, *lines[end:]]) + "\n"


def provider_toml(provider: str) -> str:
    """Return the local choices of a new provider: names from its key."""
    stem = PLAIN.module(provider)
    return f'package = "{stem}_client"\nclient = "{PLAIN.pascal(stem)}Client"\nversion = "0.1.0"\n'


def _enter(rows: list[str], fragment: Fragment, page: str) -> None:
    """Enter one page: the hash changes in its row, or a row is added."""
    page = page.replace("|", "%7C")
    for index, row in enumerate(rows):
        match = _ROW.match(row)
        if match and match["page"] == page:
            rows[index] = f"| {page} |{match['middle']}| `{fragment.page.sha256}` |"
            return
    named = [str(each.get("operationId") or f"{method.upper()} {path}") for path, method, each in _listed(fragment)]
    said = ", ".join(named) if len(named) <= 3 else f"{len(named)} operations"
    rows.append(f"| {page} | {said} | `{fragment.page.sha256}` |")


def _listed(fragment: Fragment) -> list[tuple[str, str, dict[str, Json]]]:
    return list(operations(fragment.document.data))
