"""redocly diff, which knows documents and no packages: it calls a change major where we do, but for a list of reasons.

Each start takes half a second, so that the file takes a minute or two; it runs only where redocly is installed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from .battery import PAIRS, Pair, changes
from .disagreements import REDOCLY

VERSION = "2.77.0"
HOW = f"redocly {VERSION} is not there: npm install @redocly/cli@{VERSION}, then REDOCLY=node_modules/.bin/redocly"
PROCESSES = 2


def run(folder: Path, *arguments: str) -> str:
    """Return what redocly writes; it is told to ask nobody anything."""
    found = shutil.which(os.environ.get("REDOCLY", "redocly"))
    if found is None:
        pytest.skip(HOW)
    quiet = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
    command = [os.path.abspath(found), *arguments]
    done = subprocess.run(command, cwd=folder, env=os.environ | quiet, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def bumps(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Return pair -> the part of the version that redocly would raise."""
    folder = tmp_path_factory.mktemp("redocly")
    if run(folder, "--version").strip() != VERSION:
        pytest.skip(HOW)
    for number, pair in enumerate(PAIRS):
        for side, data in (("old", pair.old), ("new", pair.new)):
            (folder / f"{number}-{side}.json").write_text(json.dumps(data), encoding="utf-8")

    def bump(number: int) -> str:
        sides = f"{number}-old.json", f"{number}-new.json"
        found = json.loads(run(folder, "diff", *sides, "--format=json", "--fail-on=none"))
        return str(found.get("bump", "none"))  # none where it sees no change

    with ThreadPoolExecutor(PROCESSES) as pool:
        found = pool.map(bump, range(len(PAIRS)))
        return {pair.name: each for pair, each in zip(PAIRS, found, strict=True)}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_major(pair: Pair, bumps: Mapping[str, str]) -> None:
    level = changes(pair.old, pair.new).level
    agree = (level == "major") == (bumps[pair.name] == "major")
    assert agree != (pair.name in REDOCLY), (level, bumps[pair.name])


def test_disagreements_are_of_pairs() -> None:
    assert set(REDOCLY) - {pair.name for pair in PAIRS} == set()
