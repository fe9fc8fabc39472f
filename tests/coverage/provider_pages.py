"""Where the providers' pages are, where they are at hand, and one run of coverage."""

from __future__ import annotations

from pathlib import Path

import pytest
from shared import ABSENT, SEEDS

from generator.pages.coverage import Coverage, coverage
from generator.report import Report

ROOT = Path(__file__).parent.parent.parent
PAGES = {"capillary": ["004_*"], "revcent": ["000_*", "001_*"], "sales": ["003_*"], "voucherify": ["002_*"]}


def pages(provider: str) -> list[Path]:
    """Return the pages of a provider; the test is skipped where they are missing."""
    found = [path for pattern in PAGES[provider] for path in sorted(SEEDS.glob(f"{pattern}.txt"))]
    if len(found) != len(PAGES[provider]):
        pytest.skip(ABSENT)
    return found


def run(folder: Path, files: list[Path], before: list[Path] | None = None) -> Coverage:
    """Compare pages with the spec of a folder."""
    return coverage(folder, files, before or [], Report(), shown=f"specs/{folder.name}")


def unexplained(found: Coverage) -> list[str]:
    """Return the lines of a text that are marked."""
    return [line.strip() for line in found.text.split("\n") if line.lstrip().startswith("!")]
