"""How many cases prove each promise, counted from the marks of the tests, and the page that says so.

python -m runtime.promises  # in the folder tests: writes docs/reliability.md
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PAGE = ROOT / "docs/reliability.md"
FLAVOURS = ("sync", "asyncio", "trio")
LIBRARIES = ("httpx", "httpx2")
"""The HTTP libraries that a package can be built with: each test is run with each of them."""
Counts = Mapping[tuple[int, str], int]
"""(number of a promise, flavour) -> number of cases."""


def promises() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((HERE / "promises.yaml").read_text(encoding="utf-8"))
    return found


def flavour_of(item: pytest.Item) -> str:
    """Return the flavour of client that a test drives; one without parameters for it drives the one without await."""
    params: Mapping[str, Any] = getattr(getattr(item, "callspec", None), "params", {})
    return str(params.get("flavour") or params.get("backend") or "sync")


def counted(items: Iterable[pytest.Item]) -> Counter[tuple[int, str]]:
    """Count the cases of each promise; those that fail today, by their mark, do not count."""
    found: Counter[tuple[int, str]] = Counter()
    for item in items:
        if item.get_closest_marker("xfail") is None:
            numbers = {number for mark in item.iter_markers("promise") for number in mark.args}
            found.update((number, flavour_of(item)) for number in numbers)
    return found


class _Collector:
    def pytest_collection_finish(self, session: pytest.Session) -> None:
        for (number, flavour), count in counted(session.items).items():
            print("promise", number, flavour, count)


def collected() -> Counts:
    """Collect all tests of this folder in a process of its own, and count their cases."""
    code = "from runtime.promises import print_counts; print_counts()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(HERE.parent)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    rows = [line.split() for line in done.splitlines() if line.startswith("promise ")]
    return {(int(number), flavour): int(count) for _, number, flavour, count in rows}


def print_counts() -> None:
    """Print a line for each number and flavour, among what pytest prints."""
    pytest.main(["--collect-only", "-qq", "-p", "no:cacheprovider", str(HERE)], plugins=[_Collector()])


_HEAD = """\
# What a made client promises

Each promise is tested through a package that the generator made of `tests/runtime/probe.yaml`, over real sockets, with
servers on the loopback that misbehave on purpose. The same calls are made in the three flavours of client: without
await, under asyncio and under trio. A case is one test with one set of values; one that is known to fail does not
count. `make reliability` runs all of them with either HTTP library that a package can be built with, httpx and httpx2,
and writes this page, from `tests/runtime/promises.yaml` and the marks of the tests; `make test` runs all with httpx,
and the core of them with httpx2. `STRESS=full make reliability` has the crowds make all of their calls.

| number | promise | httpx: sync | asyncio | trio | httpx2: sync | asyncio | trio |
|---|---|---|---|---|---|---|---|
"""


def page(counts: Counts) -> str:
    """Return the text of docs/reliability.md."""
    lines = [*_HEAD.splitlines()]
    for each in promises():
        numbers = " | ".join([str(counts.get((each["number"], flavour), 0)) for flavour in FLAVOURS] * len(LIBRARIES))
        lines.append(f"| {each['number']} | {each['name']} | {numbers} |")
    for each in promises():
        lines += ["", f"## {each['number']}. {each['name']}", "", each["promise"], "", f"*Tested by:* {each['tested']}"]
    return "\n".join(lines) + "\n"


def run(library: str) -> bool:
    """Run all tests of this folder with an HTTP library; say whether they pass."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(HERE)]
    command += ["--deselect", f"{HERE.relative_to(ROOT)}/test_promises.py::test_the_page_is_current"]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "HTTP_LIBRARY": library}, check=False).returncode == 0


if __name__ == "__main__":
    if failing := [each for each in LIBRARIES if not run(each)]:
        sys.exit(f"some promises do not hold with {' and '.join(failing)}")
    PAGE.write_text(page(collected()), encoding="utf-8")
