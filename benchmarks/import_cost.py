"""CPU and peak memory of importing a package, using a resource and a first call, as ratios to httpx and pydantic.

    .venv/bin/python benchmarks/import_cost.py [--runs 15] [--documents FOLDER] [--peers] [--json FILE]

Fresh interpreters, in turns; each measures its own CPU (user and system) and its peak memory: of importing the
package, making its client and reaching a resource, and then with a first call over a socket, which loads a model and
builds what reads it; both are said apart for the largest model of a document. Beside each stands, by the same
interpreter, importing httpx and pydantic, and a first call by the two with a model of one field. Ratios are medians of
pairs of interpreters. Packages and peers stand in packages.toml; those of a document are measured where FOLDER has it.
Exits with 1 when a package of generated/ is past its target, or the largest model.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from answering import served
from environments import python
from reporting import TARGETS, arguments, finish, table
from tools import ROOT, SPECLOOM, generate

PACKAGES: dict[str, dict[str, str]] = tomllib.loads((ROOT / "benchmarks/packages.toml").read_text(encoding="utf-8"))
HEAD = ("package", "ms more", "import and use", "with a first call", "memory", "memory after it")
BASE = (
    "import httpx, pydantic",
    "class Thing(pydantic.BaseModel):\n    id: str | None = None\n"
    "answer = httpx.Client().get(URL + '/things/abc')\n"
    "try:\n    Thing.model_validate_json(answer.content)\nexcept ValueError:\n    pass",
)
STEP = (
    "took.append([(time.process_time() - begun) * 1000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000])\n"
)


@dataclass(frozen=True)
class Package:
    """python: the interpreter that has it. url: of a server with its answer. own: whether it stands in generated/.
    model: code that loads its largest model, or "".
    """

    name: str
    python: str
    steps: tuple[str, str]
    url: str
    path: str = ""
    own: bool = False
    model: str = ""


def main() -> int:
    parser = arguments(__doc__)
    parser.add_argument("--documents", type=Path)
    parser.add_argument("--runs", type=int, default=15)
    chosen = parser.parse_args()
    with ExitStack() as open_:
        scratch = Path(open_.enter_context(tempfile.TemporaryDirectory()))
        packages = list(found_in(chosen.documents, chosen.peers, scratch, open_))
        figures = {each.name: measured for each, measured in measure(packages, chosen.runs)}
        models = {each.name: validation(each, chosen.runs) for each in packages if each.model}
    print("\n".join(table(HEAD, rows(figures))))
    print(f"\n{chosen.runs} interpreters each; all in relation to httpx and pydantic by the same interpreter.")
    print("" if chosen.peers else "\nPackages of others were left out: PEERS=1 sets them up and measures them.")
    past = [
        f"importing {each.name}" for each in packages if each.own and figures[each.name]["import"] > TARGETS["import"]
    ]
    for name, (load, build) in models.items():
        figures[name] |= {"load": load, "build": build}
        print(f"\nThe largest model of {name}: {load} ms to load its classes, {build} ms to build what reads it.")
        past += [f"the first validation of {name}"] if build > TARGETS["validation"] else []
    return finish(figures, past, chosen.json)


def found_in(documents: Path | None, peers: bool, scratch: Path, open_: ExitStack) -> Iterator[Package]:
    """Yield what is measured, with servers that run until open_ is left."""
    for name, each in PACKAGES.items():
        path, own = each.get("path", ""), "path" in each
        if "document" in each:
            document = documents / each["document"] if documents else Path()
            if not document.is_file():
                continue
            path = str(scratch / "made")
            if generate(name, SPECLOOM, document, Path(path)).code:
                sys.exit(f"{document} does not build")
        elif not own and not peers:
            continue
        url = open_.enter_context(served(each["answer"].encode()))
        interpreter = sys.executable if path else python(name)
        yield Package(
            name,
            interpreter,
            (each["use"], each["call"]),
            url,
            str(ROOT / path) if path else "",
            own,
            each.get("model", ""),
        )


def once(each: Package, steps: tuple[str, str]) -> tuple[tuple[float, float], tuple[float, float]]:
    """Run two steps in a fresh interpreter; returns milliseconds of CPU and megabytes, from its start, after each."""
    head = f"import json, resource, sys, time\nURL, took = {each.url!r}, []\n"
    head += f"sys.path.insert(0, {each.path!r})\n" if each.path else ""
    code = f"{head}begun = time.process_time()\n" + "".join(f"{step}\n{STEP}" for step in steps)
    command = [each.python, "-I", "-c", f"{code}print(json.dumps(took))"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    used, called = json.loads(done.stdout)
    return (used[0], used[1]), (called[0], called[1])


def validation(each: Package, runs: int) -> tuple[int, int]:
    """Return the least milliseconds of loading the largest model, and of building what reads it."""
    steps = (each.model, "Typed(model).adapter")
    found = [once(each, steps) for _ in range(runs)]
    base = min(loaded for (loaded, _), _ in (once(each, (each.steps[0], "")) for _ in range(runs)))
    built = min(built - loaded for (loaded, _), (built, _) in found)
    return round(min(loaded for (loaded, _), _ in found) - base), round(built)


def measure(packages: list[Package], runs: int) -> Iterator[tuple[Package, dict[str, Any]]]:
    """Yield the ratios of each package, measured in turns; the first run of each writes bytecode and does not count."""
    taken: dict[str, list[Any]] = {each.name: [] for each in packages}
    for run in range(runs + 1):
        for each in packages:
            pair = once(each, BASE), once(each, each.steps)
            taken[each.name] += [pair] if run else []
    for each in packages:
        pairs = taken[each.name]
        added = min(its[0][0] for _, its in pairs) - min(base[0][0] for base, _ in pairs)
        ratios = {
            name: statistics.median(its[step][kind] / base[step][kind] for base, its in pairs)
            for name, step, kind in (("import", 0, 0), ("call", 1, 0), ("memory", 0, 1), ("memory_of_call", 1, 1))
        }
        yield each, {"added": round(added)} | {name: round(value, 2) for name, value in ratios.items()}


def rows(figures: dict[str, dict[str, Any]]) -> Iterator[list[str]]:
    for name, each in figures.items():
        ratios = (each[key] for key in ("import", "call", "memory", "memory_of_call"))
        yield [name, str(each["added"]), *(f"{ratio:.2f}" for ratio in ratios)]


if __name__ == "__main__":
    sys.exit(main())
