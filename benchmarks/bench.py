"""All benchmarks, one after the other, as tables in Markdown: `make bench`.

    .venv/bin/python benchmarks/bench.py [--documents FOLDER] [--growth] [--peers] [--check] [--write FILE]

Generation is measured on three documents of FOLDER, one of each size, three times; with --peers on all of them, once,
beside other generators. With --growth it is on made documents too. With --check the exit code is 1 when a figure is
past its target (targets.toml). --write keeps the figures: of docs/pictures/bench.json the README's picture is made.
It takes minutes, with --peers an hour; an idle machine tells more.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

from environments import versions

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from generator import __version__  # noqa: E402

DOCUMENTS = ("swagger-petstore__v3.yaml", "shipengine__main.yaml", "stripe__main.yaml")
VERSIONS = ("datamodel-code-generator", "httpx", "pydantic", "ruff")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path)
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--write", type=Path)
    chosen = parser.parse_args()
    found: dict[str, Any] = about(chosen.peers)
    print(f"{found['date']}; {found['machine']}; {', '.join(found['versions'])}")
    failed: list[str] = []
    for title, command in commands(chosen).items():
        print(f"\n## {title}\n", flush=True)
        figures, past = measured(command)
        found |= {title.lower(): figures} if figures else {}
        failed += [title] if past else []
    if chosen.write:
        found.get("generating", {}).pop("documents", None)
        chosen.write.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(f"\nPast their targets, or failed: {', '.join(failed)}." if failed else "\nAll within their targets.")
    return 1 if failed and chosen.check else 0


def about(peers: bool) -> dict[str, Any]:
    """Say when, where and with what is measured."""
    own = [f"specloom {__version__}", *(f"{name} {version(name)}" for name in VERSIONS)]
    return {
        "date": datetime.date.today().isoformat(),
        "machine": f"{platform.system()}, {os.cpu_count()} cores, CPython {platform.python_version()}",
        "versions": own + [each for each in versions() if peers and each not in own],
    }


def commands(chosen: argparse.Namespace) -> dict[str, list[str]]:
    """Return the benchmarks that are run: title -> script and arguments."""
    folder: Path | None = chosen.documents
    there = sorted(folder.glob("*.[jy]*")) if folder else []
    documents = [each for each in there if chosen.peers or each.name in DOCUMENTS]
    more = ["--peers"] if chosen.peers else []
    found: dict[str, list[str]] = {}
    if documents:
        found["Generating"] = ["generation.py", "--times", "1" if chosen.peers else "3", *more, *map(str, documents)]
    else:
        print("\nWithout --documents nothing says what `build` costs on real documents.")
    if chosen.growth:
        found["Growing"] = ["growth.py"]
    found["Importing"] = ["import_cost.py", *(["--documents", str(folder)] if folder else []), *more]
    found["Calling"] = ["call_overhead.py", *more]
    return found


def measured(command: list[str]) -> tuple[Any, bool]:
    """Run a benchmark, whose tables go on to the output; returns its figures, and whether it or one of them failed."""
    with tempfile.NamedTemporaryFile("r", suffix=".json") as file:
        done = subprocess.run([sys.executable, str(HERE / command[0]), *command[1:], "--json", file.name])
        text = file.read()
    if not text:
        print(f"{command[0]} ended with an error; its figures are left out.", flush=True)
    return json.loads(text or "null"), bool(done.returncode) or not text


if __name__ == "__main__":
    sys.exit(main())
