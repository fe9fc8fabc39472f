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

WIDTH = 120

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
    """Return the first paragraph of a text, as one line that ends with a mark."""
    first = re.split(r"\n\s*\n", text.strip(), maxsplit=1)[0]
    line = prose(re.sub(r"<br\s*/?>.*", "", first, flags=re.DOTALL))
    return line if not line or line[-1] in ".!?:;" else f"{line}."


def brief(text: str, limit: int) -> str:
    """Return the first sentence where the paragraph is longer than `limit` characters, cut at a word if it must be.

    >>> brief("One thing. Another thing.", 15), brief("A very long single sentence", 12)
    ('One thing.', 'A very long ...')
    """
    line = sentence(text)
    if len(line) <= limit:
        return line
    first = re.split(r"(?<=[.!?])\s", line, maxsplit=1)[0]
    return first if len(first) <= limit else line[:limit].rpartition(" ")[0].rstrip(",;: ") + " ..."


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


def facts(found: Facts, default: Json = None, *, deprecated: bool = False) -> str:
    """Say in words what is demanded of a value beyond its type.

    >>> facts(Facts(min_length=20, max_length=20)), facts(Facts(minimum=1, maximum=25), 25)
    ('Length 20.', 'From 1 to 25. Default 25.')
    """
    said = [*_lengths(found), *_bounds(found)]
    if found.pattern:
        said.append(f"Pattern {prose(found.pattern)}")
    if default is not None and not isinstance(default, (dict, list)):
        said.append(f"Default {prose(_plain(default))}.")
    if deprecated:
        said.append("Deprecated.")
    return " ".join(said)


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


def toml(text: str) -> str:
    """Spell text as a TOML string: that of JSON, whose escapes TOML shares."""
    clean = _CONTROL.sub(" ", text.replace("\n", " "))
    return json.dumps(clean, ensure_ascii=True)


def markdown(text: str) -> str:
    """Return text on one line that Markdown shows as it is.

    >>> markdown("a *b* <c> | d")
    'a \\\\*b\\\\* &lt;c&gt; \\\\| d'
    """
    line = prose(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_{}\[\]#|!])", r"\\\1", line)
