"""All benchmarks, one after the other, as tables in Markdown: `make bench`.

    .venv/bin/python benchmarks/bench.py [--documents FOLDER] [--growth] [--check]

Generation is measured on three documents of FOLDER, a small, a middle and a large one, and on made ones with --growth.
With --check the exit code is 1 when a figure is past its target: those of targets.toml, and those in import_cost.py and
call_overhead.py. It takes minutes; an idle machine tells more.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).resolve().parent
DOCUMENTS = ("swagger-petstore__v3.yaml", "pagerduty__rest.json", "stripe__main.yaml")
LARGE = 100_000
"""Bytes from which on the target of `build` holds: below, starting Python is most of it."""
VERSIONS = ("datamodel-code-generator", "httpx", "pydantic", "ruff")
_RATIO = re.compile(r"\| (?P<name>\S+) \| [\d.]+ \| [\d.]+ \| (?P<cpu>[\d.]+) \| \d+ \| \d+ \| (?P<memory>[\d.]+) \|")
_EXPONENT = re.compile(r"\| (?P<kind>\w+): exponent \| (?P<value>-?[\d.]+)")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path)
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    documents = [chosen.documents / name for name in DOCUMENTS] if chosen.documents else []
    documents = [each for each in documents if each.is_file()]
    machine = f"{platform.system()}, {os.cpu_count()} cores, CPython {platform.python_version()}"
    print(f"{datetime.date.today()}; {machine}; {', '.join(f'{name} {version(name)}' for name in VERSIONS)}")
    if not documents:
        print("\nWithout --documents nothing says what `build` costs on real documents.")
    failed: list[str] = []
    for title, command in (
        ("Generating", ["generation.py", *map(str, documents), *(["--growth"] if chosen.growth else [])]),
        ("Importing", ["import_cost.py", "--markdown"]),
        ("Calling", ["call_overhead.py", "--markdown"]),
    ):
        print(f"\n## {title}\n", flush=True)
        done = subprocess.run([sys.executable, str(HERE / command[0]), *command[1:]], stdout=subprocess.PIPE, text=True)
        print(done.stdout, end="", flush=True)
        failed += [title] if done.returncode else []
        failed += missed(done.stdout, {each.name for each in documents if each.stat().st_size >= LARGE})
    print(f"\nPast their targets: {', '.join(failed)}" if failed else "\nAll within their targets.")
    return 1 if failed and chosen.check else 0


def missed(table: str, large: set[str]) -> Iterator[str]:
    """Yield what of the table of generation.py is past a target. large: documents that the targets are about."""
    most = tomllib.loads((HERE / "targets.toml").read_text(encoding="utf-8"))
    for row in _RATIO.finditer(table):
        if row["name"] in large and float(row["cpu"]) > most["build"]:
            yield f"build of {row['name']}"
        if row["name"] in large and float(row["memory"]) > most["memory"]:
            yield f"memory for {row['name']}"
    for row in _EXPONENT.finditer(table):
        if float(row["value"]) > most["growth"]:
            yield f"growth by {row['kind']}"


if __name__ == "__main__":
    sys.exit(main())
