"""What `make bench PEERS=1 WRITE=1` measured, docs/pictures/bench.json -> docs/pictures/bench.svg."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

FIGURES = Path(__file__).parents[2] / "docs/pictures/bench.json"
COLD, WARM = "specloom, cold", "specloom, warm"
ALONE = "datamodel-code-generator"
WIDTH, LABELS, BARS = 430, 180, 140
"""Of a column, of the names in it, and of the longest bar."""
ROW, HEAD = 26, 46
STYLE = """
text { font: 12px system-ui, sans-serif; fill: #1f2328 }
.title { font-weight: 600; font-size: 14px } .note { fill: #59636e; font-size: 11px }
.card { fill: #ffffff; stroke: #d1d9e0 } .one { stroke: #59636e; stroke-dasharray: 3 3 }
.other { fill: #a5aeb8 } .ours { fill: #0969da } .second { opacity: .55 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 } .note { fill: #9198a1 } .card { fill: #151b23; stroke: #3d444d } .one { stroke: #9198a1 }
.other { fill: #656c76 } .ours { fill: #4493f8 }
}
"""


class Row(NamedTuple):
    """Of a panel: a name, a ratio with a thick bar, another one with a thin bar, and what is said beside them."""

    name: str
    first: float | None
    second: float | None = None
    said: str = ""


class Panel(NamedTuple):
    title: str
    note: str
    rows: list[Row]


def chart() -> str:
    """Return the picture as text."""
    found = json.loads(FIGURES.read_text(encoding="utf-8"))
    columns = [
        list(_generating(found["generating"]["classes"])),
        [_importing(found["importing"]), _calling(found["calling"])],
    ]
    height = max(sum(HEAD + ROW * len(panel.rows) for panel in column) for column in columns) + 40
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH} {height}" role="img" '
        'aria-labelledby="bench-title bench-text">',
        '<title id="bench-title">What generating, importing and calling cost, as ratios of CPU</title>',
        f'<desc id="bench-text">{escape(" ".join(_told(panel) for column in columns for panel in column))}</desc>',
        f"<style>{STYLE}</style>",
        f'<rect class="card" x="0.5" y="0.5" width="{2 * WIDTH - 1}" height="{height - 1}" rx="8"/>',
    ]
    for number, column in enumerate(columns):
        top = 10
        for panel in column:
            lines += _drawn(panel, number * WIDTH + 16, top)
            top += HEAD + ROW * len(panel.rows)
    about = f"CPU, less is better. {found['date']}; {found['machine']}."
    lines += [f'<text class="note" x="16" y="{height - 12}">{escape(about)}</text>', "</svg>"]
    return "\n".join(lines) + "\n"


def _generating(classes: dict[str, Any]) -> Iterator[Panel]:
    """Yield a panel for each size of documents."""
    for title, tools in classes.items():
        count = tools[COLD]["documents"]
        rows = [Row("specloom", tools[COLD]["to_alone"][0], tools[WARM]["to_alone"][0])]
        for name, each in tools.items():
            if name not in (COLD, WARM, ALONE):
                rows.append(Row(name, each["to_alone"][0], None, f"{each['fails']} fail" if each["fails"] else ""))
        yield Panel(f"Generating: {count} documents, {title}", f"1 is {ALONE} alone; thin: specloom, warm", rows)


def _importing(found: dict[str, Any]) -> Panel:
    own = [each for name, each in found.items() if name.endswith("generated/")]
    middle = sorted(own, key=lambda each: each["import"])[len(own) // 2]
    rows = [Row(f"specloom, {len(own)} packages", middle["import"], middle["call"])]
    rows += [
        Row(name.replace("Stripe's document", "stripe"), each["import"], each["call"])
        for name, each in found.items()
        if each not in own
    ]
    return Panel("Importing and using a resource", "1 is httpx and pydantic; thin: with a first call", rows)


def _calling(found: dict[str, Any]) -> Panel:
    ratios = {name: each["client"] / each["bare"] for name, each in found.items()}
    names = [name.removesuffix(", async") for name in ratios if name.endswith(", async")]
    rows = [Row(name, ratios[f"{name}, sync"], ratios[f"{name}, async"]) for name in names]
    return Panel("Calling", "1 is bare httpx and pydantic; thin: async", rows)


def _told(panel: Panel) -> str:
    """Say what a panel shows."""
    rows = (f"{row.name} {_figures(row)}" for row in panel.rows)
    return f"{panel.title} ({panel.note}): {'; '.join(rows)}."


def _figures(row: Row) -> str:
    if row.first is None:
        return row.said
    more = f" ({row.second:.2f})" if row.second is not None else ""
    return f"{row.first:.2f}{more}" + (f", {row.said}" if row.said else "")


def _drawn(panel: Panel, left: int, top: int) -> Iterator[str]:
    most = max(value for row in panel.rows for value in (row.first or 1, row.second or 1))
    scale, start, first = BARS / most, left + LABELS, top + HEAD
    yield f'<text class="title" x="{left}" y="{top + 18}">{escape(panel.title)}</text>'
    yield f'<text class="note" x="{left}" y="{top + 34}">{escape(panel.note)}</text>'
    for number, row in enumerate(panel.rows):
        y, kind = first + ROW * number, "ours" if "specloom" in row.name else "other"
        yield f'<text x="{left}" y="{y + 13}">{escape(row.name)}</text>'
        for value, offset, height, more in ((row.first, 3, 10, ""), (row.second, 14, 4, " second")):
            if value is not None:
                size = f'width="{value * scale:.1f}" height="{height}"'
                yield f'<rect class="{kind}{more}" x="{start}" y="{y + offset}" {size}/>'
        end = start + max(row.first or 1, row.second or 0) * scale
        yield f'<text x="{end + 6:.1f}" y="{y + 13}">{escape(_figures(row))}</text>'
    x, end = start + scale, first + ROW * len(panel.rows) - 4
    yield f'<line class="one" x1="{x:.1f}" x2="{x:.1f}" y1="{first - 2}" y2="{end}"/>'
