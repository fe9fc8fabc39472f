"""HTML in descriptions -> Markdown, as editors and pages show docstrings.

Only the elements that HTML has are taken for such: `<id>` in a sentence is a placeholder and stays. A library for pages
would take it for an element, and drop it.
"""

from __future__ import annotations

import re
from html import unescape

_BLOCKS = {
    "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_MARKS = {"b": "**", "strong": "**", "em": "*", "i": "*", "code": "`", "kbd": "`", "samp": "`", "tt": "`"}
_INLINE = {
    "a", "abbr", "acronym", "big", "cite", "del", "dfn", "font", "img", "ins", "label", "mark", "q", "s", "small",
    "span", "strike", "sub", "sup", "u", "wbr",
}  # fmt: skip
_ELEMENT = re.compile(
    rf"<(?P<close>/?)(?P<name>{'|'.join(sorted({*_BLOCKS, *_MARKS, *_INLINE, 'br'}))})"
    r"(?P<rest>(?:\s[^<>]*)?/?)>",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?-->|<(script|style)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_CODE = re.compile(r"(```.*?```|`[^`\n]*`)", re.DOTALL)
_LINK = re.compile(
    r"<a\s[^<>]*?href\s*=\s*[\"']?(https?://[^\"'\s<>]+)[\"']?[^<>]*>(.*?)</a\s*>", re.DOTALL | re.IGNORECASE
)
_ENTITY = re.compile(r"&(#\d+|#x[0-9a-f]+|[a-z]+\d*);", re.IGNORECASE)


def markdown_of(text: str) -> str:
    """Return a description in Markdown. Text without HTML is returned as it is; what stands in backticks is code.

    >>> markdown_of("<p>A <b>new</b> one.</p><ul><li>Red</li><li>Blue</li></ul> For /x/<id>.")
    'A **new** one.\\n\\n- Red\\n- Blue\\n\\nFor /x/<id>.'
    >>> markdown_of('See <a href="https://a.example/b">the guide</a>, 1 &lt; 2, `<p>`')
    'See [the guide](https://a.example/b), 1 < 2, `<p>`'
    """
    if "<" not in text and "&" not in text:
        return text
    pieces = _CODE.split(_COMMENT.sub("", text))
    pieces[::2] = [_piece(each) for each in pieces[::2]]
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in "".join(pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _piece(text: str) -> str:
    """Return a stretch without code in Markdown."""
    text = _LINK.sub(lambda found: f"[{found[2].strip()}]({found[1]})", text)
    return _ENTITY.sub(lambda found: unescape(found[0]), _ELEMENT.sub(_spelt, text))


def _spelt(found: re.Match[str]) -> str:
    """Return what stands in the place of a tag."""
    name, is_end = found["name"].lower(), bool(found["close"])
    if name == "br":
        return "\n"
    if name == "li":
        return "" if is_end else "\n- "
    if name in ("td", "th"):
        return " " if is_end else "| "
    if name == "tr":
        return "" if is_end else "\n"
    if name in _MARKS:
        return _MARKS[name]
    return "\n\n" if name in _BLOCKS else ""
