"""`python -m conformance [PREFIX]`: sets TypeSpec up, plays all scenarios, prints a table. Exits with 1 where one fails
that should pass; with 0 and the reason where TypeSpec cannot be had."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from .play import FLAVOURS
from .run import VERSIONS, faults, packages, run
from .tools import Absent, set_up


def main(only: str = "") -> int:
    try:
        set_up()
    except Absent as why:
        print(f"skipped: {why}")
        return 0
    print("| OpenAPI | client | scenarios | expressible | passed | failing |\n|---|---|---|---|---|---|")
    wrong: dict[str, str] = {}
    beyond: Counter[str] = Counter()
    for version in VERSIONS:
        with TemporaryDirectory() as folder:
            made = packages(version, Path(folder))
            for flavour in FLAVOURS:
                results = run(version, flavour, made, only)
                failed = faults(results)
                wrong |= {f"{version} {flavour} {name}": what for name, what in failed.items()}
                beyond |= Counter(f"{version}: {each.beyond}" for each in results if each.beyond)
                expressible = [each for each in results if not each.beyond]
                passed = sum(not each.wrong for each in expressible)
                row = (version, flavour, len(results), len(expressible), passed, ", ".join(failed) or "none")
                print("|", " | ".join(map(str, row)), "|", flush=True)
    print("\nnot expressible:")
    for each, count in beyond.items():
        print(f"  {count:3} {each}")
    for name, what in wrong.items():
        print(f"failed: {name}: {what}")
    return 1 if wrong else 0


sys.exit(main(*sys.argv[1:2]))
