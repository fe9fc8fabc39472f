"""What `specloom diff` prints of a change of docs/acme.yaml -> docs/pictures/diff.svg."""

from __future__ import annotations

import datetime
import io
import os
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from generator.command.reviews import reviews
from generator.diff.reports.terminal import terminal

DOCUMENT = Path(__file__).parents[2] / "docs/acme.yaml"
CHANGES = {
    "required: [id, status]": "required: [id]",
    "- { name: city, in: query": "- { name: town, in: query",
}
"""What the new edition of the document says in place of the old one."""
WIDTH = 100
THEME = TerminalTheme((24, 26, 32), (222, 224, 230), [(24, 26, 32), (255, 123, 114), (126, 231, 135), (242, 204, 96)])
FORMAT = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{unique_id}-title">
<title id="{unique_id}-title">What specloom diff prints of a changed document</title>
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, monospace; font-size: {char_height}px;
line-height: {line_height}px; }}
{styles}
</style>
<defs>{lines}<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath></defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}<g class="{unique_id}-matrix">
{matrix}
</g></g>
</svg>
"""
"""As that of rich, without fonts from elsewhere, and with a title for whoever does not see it."""


def picture() -> str:
    """Return the picture as text."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text("$ specloom diff old.yaml new.yaml", "dim"))
    for style, line in _printed():
        console.print(line, markup=False, highlight=False, soft_wrap=True, style=style)
    text = console.export_svg(title="", theme=THEME, code_format=FORMAT, unique_id="diff")
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def _printed() -> list[tuple[str, str]]:
    old = DOCUMENT.read_text(encoding="utf-8")
    new = old
    for before, after in CHANGES.items():
        assert before in new, before
        new = new.replace(before, after)
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            for name, text in (("old.yaml", old), ("new.yaml", new)):
                Path(name).write_text(text, encoding="utf-8")
            return terminal(reviews("old.yaml", "new.yaml", datetime.date(2000, 1, 1)), WIDTH - 2)
        finally:
            os.chdir(here)
