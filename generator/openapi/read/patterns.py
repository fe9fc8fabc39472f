"""Patterns: how a user names operations: `tag:billing`, `/v1/customers*`, `GET /v1/*`, `method:get`, `id:list*`,
`webhook:order.*`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase

FORMS = "tag:NAME, id:OPERATION_ID, method:GET, /path, GET /path or webhook:NAME; `*` stands for any text"
"""What a pattern may look like, for messages."""

_KINDS = ("tag", "id", "method", "path", "webhook")
_CALL = re.compile(r"([A-Za-z*]+) +(/.*)")


@dataclass(frozen=True, slots=True)
class Named:
    """What a pattern is compared with: an operation, or a webhook, which has a name alone. method: as it is sent."""

    path: str = ""
    method: str = ""
    identity: str = ""
    tags: tuple[str, ...] = ()
    webhook: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """text: as it was given. kind: what it is compared with; method: of a path, "*" for any."""

    text: str
    kind: str
    glob: str
    method: str = "*"

    def matches(self, named: Named) -> bool:
        """Say whether something is meant. Paths, tags and ids are compared as they are written, methods in any case."""
        if named.webhook or self.kind == "webhook":
            return self.kind == "webhook" and bool(named.webhook) and fnmatchcase(named.webhook, self.glob)
        return fnmatchcase(named.method.upper(), self.method) and any(
            fnmatchcase(each, self.glob) for each in self._said(named)
        )

    def _said(self, named: Named) -> tuple[str, ...]:
        if self.kind == "tag":
            return named.tags
        return ({"id": named.identity, "path": named.path, "method": named.method.upper()}[self.kind],)


def read_pattern(text: str) -> Pattern:
    """Return what a text means; ValueError, which says the forms that there are, when it means nothing.

    >>> read_pattern("get /v1/*")
    Pattern(text='get /v1/*', kind='path', glob='/v1/*', method='GET')
    """
    if text.startswith("/"):
        return Pattern(text, "path", text)
    if found := _CALL.fullmatch(text):
        return Pattern(text, "path", found[2], found[1].upper())
    kind, colon, glob = text.partition(":")
    if not colon or kind not in _KINDS or not glob:
        raise ValueError(f"{text!r} names no operations: {FORMS}")
    return Pattern(text, kind, glob.upper() if kind == "method" else glob)
