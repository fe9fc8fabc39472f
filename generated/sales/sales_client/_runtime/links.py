"""Links: the one to the next page in a Link header, and when two URLs are the same. No I/O."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from .address import origin


def normal(url: str) -> str:
    """Spell a URL so that those which differ in the order of the query or in encoding are equal."""
    parts = urlsplit(url)
    pairs = sorted(parse_qsl(parts.query, keep_blank_values=True))
    return repr((origin(url), parts.path or "/", pairs))


_PARAM = r"\s*;\s*(?:([^\s=;,\"<>]+)\s*(?:=\s*(?:\"((?:[^\"\\]|\\.)*)\"|([^\s;,\"]*)))?)?"
_LINK = re.compile(rf"\s*<([^>]*)>((?:{_PARAM})*)\s*(?:,|$)")
_PARAMS = re.compile(_PARAM)
_NOT_A_LINK = re.compile(r"(?:[^,\"]|\"(?:[^\"\\]|\\.)*\"|\")*?(?:,|$)")


def next_link(header: str) -> str:
    """Return the target of rel=next in a Link header (RFC 8288, 3), or "". An anchor makes it a link of another page.

    >>> next_link('</b>; rel="prev", </c?x=1,2>; title="a, b"; REL="last NEXT"')
    '/c?x=1,2'
    """
    at = 0
    while at < len(header):
        link = _LINK.match(header, at)
        if link is not None:
            params = [
                (each[1].lower(), each[2] if each[3] is None else each[3])
                for each in _PARAMS.finditer(link[2])
                if each[1]
            ]
            relations = next((value or "" for name, value in params if name == "rel"), "")
            if "next" in relations.lower().split() and "anchor" not in dict(params):
                return link[1].strip()
        skipped = link or _NOT_A_LINK.match(header, at)
        at = skipped.end() if skipped is not None and skipped.end() > at else len(header)
    return ""
