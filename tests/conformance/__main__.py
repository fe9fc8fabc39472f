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
    rows, wrong, beyond = [], dict[str, str](), Counter[str]()
    for version in VERSIONS:
        with TemporaryDirectory() as folder:
            made = packages(version, Path(folder))
            for flavour in FLAVOURS:
                results = run(version, flavour, made, only)
                failed = faults(results)
                wrong |= {f"{version} {flavour} {name}": what for name, what in failed.items()}
                expressible = sum(not each.beyond for each in results)
                passed = sum(not each.beyond and not each.wrong for each in results)
                rows.append((version, flavour, len(results), expressible, passed, ", ".join(failed) or "none"))
            beyond.update(f"{version}: {each.beyond}" for each in results if each.beyond)
    print("| OpenAPI | client | scenarios | expressible | passed | failing |\n|---|---|---|---|---|---|")
    for row in rows:
        print("|", " | ".join(map(str, row)), "|")
    print("\nnot expressible:")
    for each, count in beyond.items():
        print(f"  {count:3} {each}")
    for name, what in wrong.items():
        print(f"failed: {name}: {what}")
    return 1 if wrong else 0


sys.exit(main(*sys.argv[1:2]))
