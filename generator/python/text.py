"""Text of a document -> Python text: literals, identifiers, docstrings.

Nothing of a document reaches generated code in another way.
"""

from __future__ import annotations

import json
import keyword
import math
import re
import textwrap

from ..data import Json, is_list, is_map, is_tuple
from ..ir import Facts
from .html import markdown_of

WIDTH = 120

_WHOLE = 2
"""How many times longer than asked for a first sentence may be, to stay whole."""
_END = re.compile(r"[.!?][)\"'`*_\]]*(?=\s)")
_ABBREVIATED = {
    "approx.", "ca.", "cf.", "dr.", "e.g.", "eg.", "etc.", "fig.", "i.e.", "ie.", "incl.", "inc.", "max.", "min.",
    "mr.", "mrs.", "ms.", "no.", "nr.", "vs.",
}  # fmt: skip
"""Words with a full stop that does not end a sentence."""

_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def literal(value: object) -> str:
    """Spell plain data as an expression, in ASCII.

    >>> literal('a"b\\\\n'), literal([None, True, 1.5]), literal({"é": "x"})
    ('\\'a"b\\\\\\\\n\\'', '[None, True, 1.5]', "{'\\\\xe9': 'x'}")
    """
    if isinstance(value, str):
        return ascii(value)
    if is_map(value):
        return "{" + ", ".join(f"{literal(key)}: {literal(each)}" for key, each in value.items()) + "}"
    if is_list(value):
        return f"[{', '.join(literal(each) for each in value)}]"
    if is_tuple(value):
        return f"({', '.join(literal(each) for each in value)}{',' if len(value) == 1 else ''})"
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("a number that is not finite has no literal")
    if not isinstance(value, (int, float, bool, type(None))):
        raise TypeError(f"{type(value).__name__} has no literal")
    return ascii(value)


def identifier(name: str) -> str:
    """Return the name; ValueError when it is no identifier or a keyword."""
    if not name.isidentifier() or keyword.iskeyword(name):
        raise ValueError(f"{name!r} is not an identifier")
    return name


def prose(text: str) -> str:
    """Return text on one line, without control characters.

    >>> prose('a \\n b\\x00')
    'a b'
    """
    clean = _CONTROL.sub(" ", text.replace("\r", "\n"))
    return " ".join(clean.encode("utf-8", "replace").decode("utf-8").split())


def inside_docstring(text: str) -> str:
    """Return text on one line as it may stand between the quotes of a docstring: it ends nothing and escapes nothing.

    >>> inside_docstring('say \\"\\"\\"'), inside_docstring('end\\\\'), inside_docstring('"')
    ("say \'\'\'", 'end\\\\\\\\', '" ')
    """
    return _escaped(prose(text))


def _escaped(line: str) -> str:
    line = line.replace("\\", "\\\\").replace('"""', "'''")
    return f"{line} " if line.endswith('"') else line


def sentence(text: str) -> str:
    """Return the first paragraph of a text in Markdown or HTML, as one line of Markdown that ends with a mark."""
    first = re.split(r"\n\s*\n", markdown_of(text).strip(), maxsplit=1)[0]
    return ended(prose(first))


def ended(line: str) -> str:
    """Return a line with a mark at its end.

    >>> ended("One"), ended("One (or two.)"), ended("`a`:")
    ('One.', 'One (or two.)', '`a`:')
    """
    return line if not line or line.rstrip("*_)]'\"")[-1:] in tuple(".!?:;") else f"{line}."


def brief(text: str, limit: int) -> str:
    """Return the first sentence where the paragraph is longer than `limit` characters, cut at a word if it must be.

    >>> brief("One thing. Another thing.", 15), brief("A very long single sentence", 12)
    ('One thing.', 'A very long ...')
    """
    line = sentence(text)
    if len(line) <= limit:
        return line
    first = _first(line)
    return first if len(first) <= _WHOLE * limit else line[:limit].rpartition(" ")[0].rstrip(",;: ") + " ..."


def _first(line: str) -> str:
    """Return the first sentence of a line.

    >>> _first("Either one, e.g. both. It is optional."), _first("Up to v1.2. 7 is the most.")
    ('Either one, e.g. both.', 'Up to v1.2.')
    """
    for end in _END.finditer(line):
        word = line[: end.start() + 1].rpartition(" ")[2].lstrip("(*_`\"'")
        if word.lower() not in _ABBREVIATED and not re.fullmatch(r"[A-Za-z]\.", word):
            return line[: end.end()].rstrip()
    return line


def docstring(lines: list[str], indent: int) -> str:
    """Spell lines of text as a docstring, indented but for its first line; `name: ...` hangs.

    >>> docstring(["Fetch.", "size: " + "long " * 24], 0).splitlines()[2]
    '    long'
    """
    pad = " " * indent
    wrapped: list[str] = []
    for line in (prose(each) for each in lines):
        hanging = "    " if re.match(r"\w+: ", line) else ""
        wrapped.extend(textwrap.wrap(line, WIDTH - indent, subsequent_indent=hanging, break_long_words=False) or [""])
    if not wrapped:
        wrapped = ["No description."]
    safe = [_escaped(line) for line in wrapped]
    text = "\n".join(f"{pad}{line}" if number and line else line for number, line in enumerate(safe))
    return f'"""{text}"""' if len(wrapped) == 1 else f'"""{text}\n{pad}"""'


def facts(found: Facts, default: Json = None, *, deprecated: bool = False, doc: str = "") -> str:
    """Say in words what is demanded of a value beyond its type, and its description does not say.

    >>> facts(Facts(min_length=20, max_length=20)), facts(Facts(minimum=1, maximum=25), 25)
    ('Length 20.', 'From 1 to 25. Default 25.')
    >>> facts(Facts(minimum=1, maximum=25), 10, doc="Up to 25 at once, at least 1. Default: 20.")
    'Default 10.'
    """
    said = [each for each in (*_lengths(found), *_bounds(found)) if not _is_told(each, doc)]
    if found.pattern and found.pattern not in doc:
        said.append(f"Pattern {prose(found.pattern)}")
    if default is not None and not isinstance(default, (dict, list)):
        text = f"Default {prose(_plain(default))}."
        said.extend([] if "default" in doc.lower() and _is_told(text, doc) else [text])
    if deprecated and "deprecated" not in doc.lower():
        said.append("Deprecated.")
    return " ".join(said)


def _is_told(fact: str, doc: str) -> bool:
    """Say whether a description has all values of a fact."""
    words = set(re.findall(r"[\w.+-]*\w", doc.replace(",", "")))
    values = [each.rstrip(".") for each in fact.split() if re.search(r"\d", each)] or fact.rstrip(".").split()[1:]
    return bool(values) and words >= {*values}


def _plain(value: Json) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _lengths(found: Facts) -> list[str]:
    low, high = found.min_length, found.max_length
    if low is not None and low == high:
        return [f"Length {low}."]
    if high is not None:
        return [f"Length {low} to {high}." if low else f"At most {high} characters."]
    return [f"At least {low} characters."] if low else []


def _bounds(found: Facts) -> list[str]:
    said: list[str] = []
    if found.minimum is not None and found.maximum is not None:
        said.append(f"From {found.minimum} to {found.maximum}.")
    elif found.minimum is not None or found.maximum is not None:
        said.append(f"At least {found.minimum}." if found.minimum is not None else f"At most {found.maximum}.")
    if found.above is not None:
        said.append(f"More than {found.above}.")
    if found.below is not None:
        said.append(f"Less than {found.below}.")
    low, high = found.min_items, found.max_items
    if low or high is not None:
        said.append(f"{low or 0} to {high} items." if high is not None else f"At least {low} items.")
    return said


def toml(value: Json) -> str:
    """Spell a value in TOML on one line; a text as that of JSON, whose escapes TOML shares, but for letters beyond
    16 bits, which are written as they are.

    >>> print(toml({"name": "Zoe \\U0001f680", "keywords": ["a"]}))
    { "name" = "Zoe \U0001f680", "keywords" = ["a"] }
    """
    if is_map(value):
        return "{ " + ", ".join(f"{toml(key)} = {toml(each)}" for key, each in value.items()) + " }"
    if is_list(value):
        return f"[{', '.join(toml(each) for each in value)}]"
    return json.dumps(_CONTROL.sub(" ", str(value).replace("\n", " ")), ensure_ascii=False)


def markdown(text: str) -> str:
    """Return text on one line that Markdown shows as it is, but for code in backticks, which it shows as such.

    >>> print(markdown("a *b* <c> | `d_e|<f>`"))
    a \\*b\\* &lt;c&gt; \\| `d_e\\|<f>`
    """
    pieces = re.split(r"(`[^`]+`)", prose(text))
    pieces[::2] = [_shown(each) for each in pieces[::2]]
    pieces[1::2] = [each.replace("|", "\\|") for each in pieces[1::2]]
    return "".join(pieces)


def _shown(text: str) -> str:
    line = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_{}\[\]#|!])", r"\\\1", line)
