"""What all tests share: property tests are bounded in number, never in time, and keep no database."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import settings

settings.register_profile("project", deadline=None, database=None, derandomize=True)
settings.load_profile("project")

collect_ignore_glob = ["cases/*/*.py"]
"""What test_cases.py imports itself: pytest's search for doctests must not come first."""


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say what was not run and why, a line for each reason."""
    reasons = Counter(
        str(each.longrepr[2]).removeprefix("Skipped: ") for each in terminalreporter.getreports("skipped")
    )
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"{count} skipped: {reason}")
