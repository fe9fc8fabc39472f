"""What all tests share: property tests are bounded in number, never in time, and keep no database."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("project", deadline=None, database=None, derandomize=True)
settings.load_profile("project")

collect_ignore_glob = ["cases/*/*.py"]
"""What test_cases.py imports itself: pytest's search for doctests must not come first."""
