"""What importing a generated package and using a resource cost, beside importing httpx and pydantic.

    .venv/bin/python benchmarks/import_cost.py [--runs 15] [--markdown] [FOLDER[:RESOURCE[:MODEL]] ...]
    .venv/bin/python benchmarks/import_cost.py --peer "NAME|/path/to/python|import openai|openai.OpenAI(..).chat"

Fresh interpreters, one after the other in turns so that a busy machine treats all alike; each measures its own CPU
(user and system): of `import httpx, pydantic`, then of what the package adds, importing it, making its client and
reaching a resource; then of loading a model and building what reads it. Milliseconds are minima of all runs, as
whatever else a machine does only adds; "times" is the median of what single interpreters took in relation to their own
import of httpx and pydantic. FOLDER: of a package; default: generated/*. RESOURCE: by default the first; MODEL: none.
A peer, made by somebody else, is measured whole, in an interpreter of its own with its own httpx and pydantic. Exits
with 1 when a package costs more than the target.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
TARGET = 1.3
TARGET_MODEL = 200.0
"""Milliseconds of a model's first use."""

HEAD = "import json, sys, time\nnow, took = time.process_time, []\nbegun = now()\n"
STEP = "took.append((now() - begun) * 1000)\nbegun = now()\n"
TAIL = "print(json.dumps(took))"


class Measured(NamedTuple):
    """What is measured: name, interpreter, and pieces of code one after the other. own: whether it is one of ours."""

    name: str
    python: str
    steps: tuple[str, ...]
    own: bool


def package(given: str) -> Measured:
    """Return what is measured of a generated package: FOLDER[:RESOURCE[:MODEL]]."""
    folder, _, rest = given.partition(":")
    resource, _, model = rest.partition(":")
    (client,) = Path(folder).resolve().glob("*/client.py")
    name = client.parent.name
    found = re.search(r"^class (\w+)\(Client\)", client.read_text(encoding="utf-8"), re.MULTILINE)
    assert found, f"{client} defines no client"
    resource = resource or min(each.stem for each in (client.parent / "resources").glob("[a-z]*.py"))
    path = f"sys.path.insert(0, {str(client.parents[1])!r})\n"
    use = f"{path}import {name}\n{name}.{found[1]}(base_url='http://127.0.0.1:9').{resource}\n"
    steps = ["import httpx, pydantic\n", use]
    if model:
        read = f"from {name}._runtime.typed import Typed\nfrom {name} import models\n"
        steps.append(f"{read}found = models.{model}\n")
        steps.append("Typed(found).adapter\n")
    return Measured(f"{name}.{resource}" + (f", {model}" if model else ""), sys.executable, tuple(steps), own=True)


def peer(given: str) -> Measured:
    """Return what is measured of a package that is not ours: name|interpreter|import|use."""
    name, python, load, use = given.split("|")
    return Measured(name, python, ("import httpx, pydantic\n", f"{load}\n{use}\n"), own=False)


def once(each: Measured) -> list[float]:
    """Run the steps in a fresh interpreter; return the milliseconds of CPU of each."""
    code = HEAD + "".join(step + STEP for step in each.steps) + TAIL
    done = subprocess.run([each.python, "-I", "-c", code], check=True, capture_output=True, text=True)
    found: list[float] = json.loads(done.stdout)
    return found


def rows(measured: list[Measured], runs: int) -> Iterator[tuple[Measured, list[float], float]]:
    """Yield the minima of all steps, measured in turns, and how many times the first step the first two took."""
    taken: dict[Measured, list[list[float]]] = {each: [] for each in measured}
    for run in range(runs + 1):
        for each in measured:
            found = once(each)
            if run:  # the first run writes the bytecode
                taken[each].append(found)
    for each, found in taken.items():
        ratio = statistics.median((base + added) / base for base, added, *_ in found)
        yield each, [min(step) for step in zip(*found, strict=True)], ratio


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--peer", action="append", default=[], help="name|interpreter|import|use; several times")
    parser.add_argument("--markdown", action="store_true")
    arguments = parser.parse_args()
    folders = arguments.folders or sorted(str(each.parent.parent) for each in ROOT.glob("generated/*/*/client.py"))
    found = list(rows([*map(package, folders), *map(peer, arguments.peer)], arguments.runs))
    base = min(steps[0] for _, steps, _ in found)
    line = "| {:56} | {:>8} | {:>6} | {:>10} | {:>11} |" if arguments.markdown else "{:56} {:>8} {:>6} {:>10} {:>11}"
    print(f"{arguments.runs} interpreters each, ms of CPU; httpx, pydantic: {base:.0f}; target: {TARGET} times\n")
    print(line.format("package and resource", "added", "times", "model load", "model build"))
    if arguments.markdown:
        print(line.format(":---", "---:", "---:", "---:", "---:"))
    missed = False
    for each, steps, ratio in found:
        models = [f"{step:.0f}" for step in steps[2:]] or ["", ""]
        print(line.format(each.name, f"{steps[1]:.0f}", f"{ratio:.2f}", *models))
        missed |= each.own and (round(ratio, 2) > TARGET or any(step > TARGET_MODEL for step in steps[3:]))
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
