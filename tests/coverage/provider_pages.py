"""Where the providers' pages are, where they are at hand, and one run of coverage."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.pages.coverage import Coverage, coverage
from generator.report import Report

ROOT = Path(__file__).parent.parent.parent
SHARED = Path(os.environ.get("SHARED") or "nowhere")
SEEDS = (SHARED if SHARED.is_absolute() else ROOT / SHARED) / "seeds"
PAGES = {"capillary": ["004_*"], "revcent": ["000_*", "001_*"], "sales": ["003_*"], "voucherify": ["002_*"]}


def pages(provider: str) -> list[Path]:
    """Return the pages of a provider; the test is skipped where they are missing."""
    found = [path for pattern in PAGES[provider] for path in sorted(SEEDS.glob(f"{pattern}.txt"))]
    if len(found) != len(PAGES[provider]):
        pytest.skip(f"the providers' pages are not at {SEEDS}; SHARED says where the documents are")
    return found


def run(folder: Path, files: list[Path], before: list[Path] | None = None) -> Coverage:
    """Compare pages with the spec of a folder."""
    return coverage(folder, files, before or [], Report(), shown=f"specs/{folder.name}")


def unexplained(found: Coverage) -> list[str]:
    """Return the lines of a text that are marked."""
    return [line.strip() for line in found.text.split("\n") if line.lstrip().startswith("!")]
