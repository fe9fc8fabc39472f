"""What all benchmarks print and keep: tables in Markdown, figures in JSON, and what is past its target."""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

TARGETS: dict[str, float] = tomllib.loads((Path(__file__).parent / "targets.toml").read_text(encoding="utf-8"))


def arguments(doc: str | None) -> argparse.ArgumentParser:
    """Return a parser with what every benchmark takes."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, help="a file for the figures")
    parser.add_argument("--peers", action="store_true", help="measure the peers of peers.toml too")
    return parser


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table; the first column is text, the others are figures."""
    yield f"| {' | '.join(head)} |"
    yield f"|---|{'---:|' * (len(head) - 1)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def finish(found: Any, past: Sequence[str], file: Path | None) -> int:
    """Write the figures, and say what is past its target; returns the exit code."""
    if file:
        file.write_text(json.dumps(found), encoding="utf-8")
    if past:
        print(f"\nPast the target: {', '.join(past)}.")
    return int(bool(past))
