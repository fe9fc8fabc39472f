"""What all tests share: property tests are bounded in number, never in time, and keep no database."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("project", deadline=None, database=None, derandomize=True)
settings.load_profile("project")
