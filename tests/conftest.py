"""What all tests share: property tests are bounded in number, never in time, and keep no database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings
from shared import CHOSEN, Made

from generator.openapi.read.load import load
from generator.openapi.schema.walk import operations
from generator.pipeline import cache, document_source, generate
from generator.report import Report

settings.register_profile("project", deadline=None, database=None, derandomize=True)
settings.load_profile("project")

collect_ignore_glob = ["cases/*/*.py"]
"""What test_cases.py imports itself: pytest's search for doctests must not come first."""


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let no command that a test runs here read or write what the repository keeps."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "folder", lambda: folder)
        yield


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Generate the chosen documents side by side, each twice."""
    root = tmp_path_factory.mktemp("corpus")
    apis: dict[str, Any] = {}
    for path in CHOSEN:
        made = generate(document_source(path), Report())
        again = generate(document_source(path), Report())
        assert made.files == again.files, f"{path.stem}: a second run gives other bytes"
        expected = sum(1 for _ in operations(load(path, Report()).data))
        assert sum(len(each.operations) for each in made.api.resources) == expected, path.stem
        for name, text in made.files.items():
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        apis[path.stem] = made.api
    return Made(root, apis)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say what was not run and why, a line for each reason; and how much of real documents was driven."""
    driven: Counter[str] = Counter()
    for each in [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]:
        if each.when == "call":
            driven.update({name: count for name, count in each.user_properties if name.startswith("drive ")})
    for name, count in driven.items():
        terminalreporter.write_line(f"{count} {name}")
    reasons = Counter(
        str(each.longrepr[2]).removeprefix("Skipped: ") for each in terminalreporter.getreports("skipped")
    )
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"{count} skipped: {reason}")
