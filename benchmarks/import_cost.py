"""What importing a generated package costs, beside importing httpx and pydantic.

    .venv/bin/python benchmarks/import_cost.py [--runs 15] [package folder ...]

CPU seconds (user + system) of fresh interpreters, one after the other in turns so that a busy machine treats all alike;
medians. The ratio leaves the start of the interpreter out of both sides. Exits with 1 when a package costs more than
the target.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = 1.5
BASE = "import httpx, pydantic"
FULL = "import httpx\nfrom pydantic import BaseModel"


def cpu(code: str) -> float:
    """Run code in a fresh interpreter; return its CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-I", "-c", code], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def programs(folder: Path) -> dict[str, str]:
    """Return what is measured for a package: importing it, and using its first resource."""
    (package,) = (each.parent.name for each in folder.glob("*/client.py"))
    resources = sorted(each.stem for each in (folder / package / "resources").glob("*.py") if each.stem != "__init__")
    begin = f"import sys; sys.path.insert(0, {str(folder)!r})\nimport {package}"
    return {package: begin, f"{package} + {resources[0]}": f"{begin}\nimport {package}.resources.{resources[0]}"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, help="default: generated/*")
    parser.add_argument("--runs", type=int, default=15)
    arguments = parser.parse_args()
    measured = {"interpreter": "pass", "httpx, pydantic": BASE, "httpx, pydantic.BaseModel": FULL}
    folders = arguments.folders or sorted(each for each in (ROOT / "generated").iterdir() if each.is_dir())
    for folder in folders:
        measured |= programs(folder.resolve())
    times: dict[str, list[float]] = {name: [] for name in measured}
    for run in range(arguments.runs + 1):
        for name, code in measured.items():
            taken = cpu(code)
            if run:  # the first run writes the bytecode
                times[name].append(taken)
    medians = {name: statistics.median(each) for name, each in times.items()}
    start = medians["interpreter"]
    base, full = (medians[name] - start for name in ("httpx, pydantic", "httpx, pydantic.BaseModel"))
    print(f"median CPU of {arguments.runs} fresh interpreters each; target: {TARGET} times httpx, pydantic\n")
    print(f"{'import':36}{'ms':>8}{'net ms':>8}{'x base':>8}{'x BaseModel':>13}")
    for name, value in medians.items():
        net = value - start
        ratios = f"{net / base:8.2f}{net / full:13.2f}" if net else ""
        print(f"{name:36}{value * 1000:8.1f}{net * 1000:8.1f}{ratios}")
    alone = [name for name in medians if name.endswith("_client")]
    return max((medians[name] - start) / base for name in alone) > TARGET


if __name__ == "__main__":
    sys.exit(main())
