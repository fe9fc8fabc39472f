"""Generators of Python clients side by side, over one list of documents; prints the table of docs/comparison.md.

    SHARED=... .venv/bin/python benchmarks/peers.py [tool ...]

Each tool makes a package, with its default settings, of every document of the folder that DOCUMENTS names; without it,
of $SHARED/corpus, where it has at most 250 kB. Counted are: runs that end with exit code 0 and leave one, packages
of which every module imports, operations of the documents (method and path) that stand in the code, packages without an
error of `mypy --strict`, and the CPU of the runs. Peers have environments of their own, in .cache/peers, where results
are kept too, so that an interrupted run goes on where it stopped.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from environments import CACHE, programs
from running import run
from tools import PEERS, ROOT, SPECLOOM, Tool, generate, missing

CORPUS = Path(os.environ.get("SHARED", ROOT.parent / "shared")) / "corpus"
DOCUMENTS = Path(os.environ.get("DOCUMENTS", CORPUS)).resolve()
LARGEST = 10**9 if "DOCUMENTS" in os.environ else 250_000
"""Bytes of a document."""
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
def fail(name): raise
for module in pkgutil.walk_packages(package.__path__, package.__name__ + ".", fail):
    importlib.import_module(module.name)
"""


TOOLS = {"specloom": SPECLOOM, **PEERS}


def documented(path: Path) -> set[tuple[str, str]]:
    """Return method and path of each operation of a document; the names of parameters do not count."""
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    items = {key: item for key, item in data["paths"].items() if isinstance(item, dict)}
    return {(method, plain(key)) for key, item in items.items() for method in METHODS if method in item}


def plain(path: str) -> str:
    return re.sub(r"\{[^}]*\}", "{}", path)


def made(tool: Tool, package: Path) -> Iterator[tuple[str, str]]:
    """Yield method and path of each operation in a package's code."""
    for path in package.glob(tool.files):
        for each in re.finditer(tool.operation, path.read_text(encoding="utf-8"), re.S):
            yield each["method"].lower(), plain(each["path"])


def measure(name: str, document: Path) -> dict[str, Any]:
    """Make a package of a document, and look at it."""
    tool, out = TOOLS[name], CACHE / "out"
    wanted = documented(document)
    ran = generate(name, tool, document, out)
    found: dict[str, Any] = {"wanted": len(wanted), "built": not ran.code, "seconds": ran.seconds, "unchecked": False}
    if ran.code and tool.unchecked:
        ran = generate(name, tool, document, out, tool.unchecked)
        found["unchecked"] = not ran.code
    package = next((each.parent for each in sorted(out.glob(tool.package))), None)
    if ran.code or package is None:
        return found | {"built": False, "said": ran.said[-600:]}
    found["operations"] = len({*made(tool, package)} & wanted)
    loaded = run(["python", "-W", "ignore", "-c", IMPORT_ALL, package.name], out, programs("run"))
    found |= {"imports": not loaded.code} | ({"said": loaded.said[-600:]} if loaded.code else {})
    empty = CACHE / "mypy.ini"
    empty.write_text("[mypy]\n", encoding="utf-8")
    strict = ["python", "-m", "mypy", "--strict", "--config-file", str(empty), "--cache-dir", str(CACHE / "mypy")]
    checked = run([*strict, "-p", package.name], out, programs("run"))
    return found | {"clean": not checked.code, "errors": checked.said.count(": error:")}


def table(results: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield the rows of the Markdown table."""
    yield "| tool | built | all modules import | operations present | `mypy --strict` clean | CPU of a run, median |"
    yield "|---|---|---|---|---|---|"
    for name, found in results.items():
        each = list(found.values())
        built = [one for one in each if "imports" in one]
        checked = [one for one in built if not one["unchecked"]]
        more = f" ({len(built)} with `{TOOLS[name].unchecked[0]}`)" if len(built) > len(checked) else ""
        operations = f"{sum(one['operations'] for one in built):,} of {sum(one['wanted'] for one in each):,}"
        counts = [sum(one[key] for one in built) for key in ("imports", "clean")]
        median = sorted(one["seconds"] for one in each)[len(each) // 2]
        numbers = f"{counts[0]} | {operations} | {counts[1]} | {median:.1f} s"
        yield f"| {name} | {len(checked)} of {len(each)}{more} | {numbers} |"


def main(names: list[str]) -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    kept = CACHE / f"{DOCUMENTS.name}.json"
    results: dict[str, dict[str, Any]] = json.loads(kept.read_text()) if kept.exists() else {}
    documents = sorted(path for path in DOCUMENTS.glob("*.[jy]*") if path.stat().st_size <= LARGEST)
    for name, program in missing().items():
        print(f"{name} was left out: this machine has no {program}.")
    for name in names or [each for each in TOOLS if each not in missing()]:
        for document in documents:
            if document.stem not in results.setdefault(name, {}):
                results[name][document.stem] = measure(name, document)
                print(name, document.stem, results[name][document.stem], file=sys.stderr, flush=True)
                kept.write_text(json.dumps(results, indent=1))
    print("\n".join(table(results)))


if __name__ == "__main__":
    main(sys.argv[1:])
