"""Mutants: kept one-line faults, each of which has to make the tests of its room fail.

    .venv/bin/python -m tests.mutants.run [--third] [--workers N] [WORD ...]

A word picks the mutants whose file or reason holds it. The working tree is never touched: each worker has a copy of
what the tests need, applies one mutant, runs its tests until the first failure, and takes the mutant back. In the end
the tests that failed run on the code as it is: a test that fails anyway kills nothing.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

import yaml

from .warm import pytest

ROOT = Path(__file__).resolve().parents[2]
TABLE = Path(__file__).parent / "mutants.yaml"
COPIED = ("generator", "templates", "tests", "specs", "pyproject.toml", "requirements.lock")
_FAILED = 1
"""What pytest returns when tests failed. Anything else is no verdict: nothing was collected, or nothing imports."""


@dataclass(frozen=True)
class Mutant:
    """file: relative to the repository. old: stands in it once. tests: what pytest is given. why: what goes wrong."""

    file: str
    old: str
    new: str
    tests: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Result:
    """fault: why the mutant lives, or cannot be judged; "" when it was killed.
    by: the tests that did; none where it took too long.
    """

    mutant: Mutant
    fault: str
    by: tuple[str, ...] = ()


def load() -> list[Mutant]:
    """Return the mutants of the table: room (its tests) -> those that they have to kill."""
    return [
        Mutant(tests=tuple(shlex.split(each.get("tests", group["tests"]))), **{key: each[key] for key in _KEYS})
        for group in yaml.safe_load(TABLE.read_text(encoding="utf-8"))
        for each in group["mutants"]
    ]


_KEYS = ("file", "old", "new", "why")


def third(mutants: list[Mutant]) -> list[Mutant]:
    """Return every third mutant: always the same, of all rooms."""
    return mutants[::3]


def faults(mutants: Iterable[Mutant]) -> list[str]:
    """Return what is wrong with entries: a text that is gone or not the only one, a test that is not there."""
    found: list[str] = []
    for each in mutants:
        path = ROOT / each.file
        count = path.read_text(encoding="utf-8").count(each.old) if path.is_file() else 0
        if count != 1:
            found.append(f"{each.file}: {each.old.strip()!r} stands there {count} times ({each.why})")
        if each.old == each.new:
            found.append(f"{each.file}: {each.old.strip()!r} is not changed ({each.why})")
        paths = [test for test in each.tests if test.startswith("tests/")]
        missing = [test for test in paths if not (ROOT / test.partition("::")[0]).exists()]
        found.extend(f"{test} is not there ({each.why})" for test in missing or ([] if paths else ["no test"]))
    return found


def run(mutants: list[Mutant], workers: int) -> list[Result]:
    """Judge each mutant, in the order of the table. Raises RuntimeError when a test fails on the code as it is, too."""
    with TemporaryDirectory(prefix="mutants") as scratch, ThreadPoolExecutor(workers) as pool:
        first = Path(scratch, "0")
        copy(first)
        folders: SimpleQueue[Path] = SimpleQueue()
        folders.put(first)
        for number in range(1, workers):
            shutil.copytree(first, Path(scratch, str(number)))
            folders.put(Path(scratch, str(number)))

        def judged(mutant: Mutant) -> Result:
            folder = folders.get()
            try:
                return judge(mutant, folder)
            finally:
                folders.put(folder)

        results = list(pool.map(judged, mutants))
        killers = sorted({name for each in results for name in each.by})
        asked = {tuple(killers[number::workers]) for number in range(workers)} - {()}
        asked |= {each.mutant.tests for each in results if not each.fault and not each.by}
        if broken := [each.output for each in pool.map(lambda tests: pytest(tests, first), asked) if each.code != 0]:
            raise RuntimeError("the tests fail on the code as it is:\n" + "\n".join(broken))
        return results


def copy(folder: Path) -> None:
    """Copy what the tests need. Compiled files are told apart by their sources, as two faults may share a second."""
    ignored = shutil.ignore_patterns("__pycache__", ".*")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy2(source, folder / name)
    compiling = ["compileall", "-q", "-x", "/expected/", "--invalidation-mode", "checked-hash", "generator", "tests"]
    subprocess.run([sys.executable, "-m", *compiling], cwd=folder, check=True)


def judge(mutant: Mutant, folder: Path) -> Result:
    """Apply one mutant, run its tests, and take it back."""
    path, begun = folder / mutant.file, time.monotonic()
    sound = path.read_text(encoding="utf-8")
    path.write_text(sound.replace(mutant.old, mutant.new), encoding="utf-8")
    try:
        done = pytest(("-x", *mutant.tests), folder)
    finally:
        path.write_text(sound, encoding="utf-8")
    fault = {0: "survives", _FAILED: "", None: ""}.get(done.code, f"no verdict: {done.output[-1000:]}")
    seconds = time.monotonic() - begun
    print(f"{seconds:5.1f} s  {mutant.file}: {mutant.why}: {fault[:10] or 'killed'}", file=sys.stderr, flush=True)
    return Result(mutant, fault, done.failed)


def main() -> int:
    parser = argparse.ArgumentParser(description="apply each kept fault and see the tests fail")
    parser.add_argument("words", nargs="*", help="of the file or the reason of the mutants to run")
    parser.add_argument("--third", action="store_true", help="every third mutant")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    mutants = third(load()) if given.third else load()
    words: list[str] = given.words
    chosen = [each for each in mutants if all(word in f"{each.file} {each.why}" for word in words)]
    if stale := faults(chosen):
        print("\n".join(stale))
        return 2
    begun = time.monotonic()
    try:
        results = run(chosen, given.workers)
    except RuntimeError as error:
        print(error)
        return 2
    for each in results:
        if each.fault:
            print(f"{each.mutant.file}: {each.mutant.new.strip()!r} {each.fault}: {each.mutant.why}")
    killed = len([each for each in results if not each.fault])
    print(f"{killed} of {len(results)} mutants killed in {time.monotonic() - begun:.0f} s")
    return 0 if killed == len(results) else 1


if __name__ == "__main__":
    sys.exit(main())
