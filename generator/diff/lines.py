"""Lines: which value below the place of a finding is the one that changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..data import Json
from ..openapi.read.json_positions import Marks
from ..report import Location
from .changes import Finding

_MOST = 200
"""Members of a list among which one is looked for."""

_KEYS = {
    "type": ("type", "$ref", "items/type", "items/$ref"),
    "format": ("format",),
    "pattern": ("pattern",),
    "default": ("default",),
    "const": ("const", "enum"),
    "discriminator": ("discriminator",),
    "additional": ("additionalProperties",),
    "property-deprecated": ("deprecated",),
    "operation-deprecated": ("deprecated",),
    "readonly": ("readOnly",),
    "writeonly": ("writeOnly",),
    "style": ("style", "explode"),
    "became-nullable": ("nullable", "type"),
    "nullable-lost": ("nullable", "type"),
    "parameter-became": ("required",),
    "body-became": ("required",),
    "sunset": ("x-sunset",),
    "enum-set": ("enum",),
    "enum-dropped": ("enum",),
    "paging-changed": ("x-paging",),
}
"""Rule, or how rules begin -> the keys of what they are about."""


def candidates(finding: Finding, at: Location) -> list[str]:
    """Return the pointers below a place, or beside it, that may be the one that changed."""
    found = [f"{at.pointer}/{key}" for start, keys in _KEYS.items() if finding.rule.startswith(start) for key in keys]
    if finding.rule.startswith("enum-value"):
        found += _members(f"{at.pointer}/enum") + _members(f"{at.pointer}/items/enum")
    owner, inside, _ = at.pointer.rpartition("/properties/")
    if inside and finding.rule in ("became-required", "became-optional"):
        found += _members(f"{owner}/required")
    if finding.rule.startswith(("bounds-", "constraint-")):
        found += [f"{at.pointer}/{word}" for word in _words(finding)]
    return found


def _members(pointer: str) -> list[str]:
    return [f"{pointer}/{index}" for index in range(_MOST)]


def _words(finding: Finding) -> Iterator[str]:
    for text in (finding.old, finding.new, finding.message):
        yield from re.findall(r"\b(?:min|max|exclusive|multiple|unique)[A-Za-z]*", str(text))


def line_of(finding: Finding, at: Location, value: Json, marks: Marks, lines: list[str]) -> int:
    """Return the number of the line that changed, the place's own where none can be told. value: the side's."""
    name = at.pointer.rpartition("/")[2] if finding.rule.startswith("became-") else value
    for pointer in candidates(finding, at):
        if pointer not in marks:
            continue
        (line, _), (start, column) = marks[pointer]
        if not re.search(r"/(enum|required)/\d+$", pointer):
            return line
        if _said(lines[start - 1][column - 1 :]) in {each.strip() for each in str(name).split(",")}:
            return start
    owner = f"{at.pointer}/enum"
    return marks[owner][0][0] if finding.rule.startswith("enum-value") and owner in marks else at.line


def _said(text: str) -> str:
    """Return the scalar that a text begins with, without quotes.

    >>> _said("'a b', c]"), _said("dog, cat]"), _said("dog")
    ('a b', 'dog', 'dog')
    """
    if quoted := re.match(r"""(["'])(.*?)\1""", text):
        return quoted[2]
    return re.split(r"[,\]}]|\s#", text)[0].strip()
