"""Plain data -> YAML text, always the same for the same data.

Keys keep their order, sequences are indented under their key, lines break at 120, text of several lines is a literal
block, and nothing is shared by alias. A string is quoted when YAML 1.1 or YAML 1.2 would read it as something else, so
that any parser gives back the string.
"""

from __future__ import annotations

import re

import yaml

_WIDTH = 120
_ODD_BREAKS = re.compile("[\r\x85\u2028\u2029\ufeff]")
# What PyYAML writes bare although another parser reads it otherwise: the one-letter booleans of YAML 1.1, and the
# exponents and octals of YAML 1.2.
_NOT_A_STRING = re.compile(
    r"[yYnN]|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|[-+]?0[xb][0-9a-fA-F_]+"
)


class _Dumper(yaml.SafeDumper):
    """PyYAML's safe dumper in our form."""

    def ignore_aliases(self, data: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)  # pyright: ignore[reportUnknownMemberType]


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Choose the quotes of a string; None leaves the choice to PyYAML."""
    style = None
    if _ODD_BREAKS.search(text):
        style = '"'
    elif "\n" in text:
        style = "|"
    elif _NOT_A_STRING.fullmatch(text):
        style = "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)  # pyright: ignore[reportUnknownMemberType]


_Dumper.add_representer(str, _represent_text)


def dump(document: object, *, comment: str = "") -> str:
    """Write a document as YAML text; `comment` becomes its first line."""
    text: str = yaml.dump(  # pyright: ignore[reportUnknownMemberType]
        document,
        Dumper=_Dumper,
        sort_keys=False,
        default_flow_style=False,
        allow_unicode=True,
        width=_WIDTH,
    )
    return f"# {comment}\n{text}" if comment else text
