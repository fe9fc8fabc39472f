"""Generators of Python clients side by side, over one list of documents; prints the table of docs/comparison.md.

    SHARED=... .venv/bin/python benchmarks/peers.py FOLDER [tool ...]

FOLDER holds an environment for each tool, of its name and with that distribution installed, and one more, `run`, with
what made packages need, and mypy. Each tool makes a package, with its default settings, of every document of the folder
that DOCUMENTS names; without it, of $SHARED/corpus, where it has at most 250 kB. Counted are:
runs that end with exit code 0 and leave a package, packages of which every module imports, operations of the documents
(method and path) that stand in the code, packages that are clean under `mypy --strict`, and the CPU of the runs.
Results are kept in FOLDER, so that an interrupted run goes on where it stopped.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
CORPUS = Path(os.environ.get("SHARED", ROOT.parent / "shared")) / "corpus"
DOCUMENTS = Path(os.environ.get("DOCUMENTS", CORPUS)).resolve()
LARGEST = 10**9 if "DOCUMENTS" in os.environ else 250_000
"""Bytes of a document."""
SECONDS = 600
"""What one run may take."""
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
def fail(name): raise
for module in pkgutil.walk_packages(package.__path__, package.__name__ + ".", fail):
    importlib.import_module(module.name)
"""


@dataclass(frozen=True)
class Tool:
    """A generator: its command, with IN and OUT, and where its packages name operations."""

    command: tuple[str, ...]
    package: str
    """Glob of the package's __init__.py below OUT."""
    files: str
    """Glob of the modules with operations, within the package."""
    operation: str
    """Pattern of an operation in code, with the groups method and path."""
    unchecked: tuple[str, ...] = ()
    """Arguments with which a document is taken that the tool refuses at first."""


TOOLS = {
    "specloom": Tool(
        ("specloom", "build", "IN", "--output", "OUT"),
        "*/client.py",
        "resources/**/*.py",
        r'Request\(\s*"(?P<method>\w+)",\s*f?"(?P<path>[^"]*)"',
    ),
    "openapi-python-client": Tool(
        ("openapi-python-client", "generate", "--path", "IN", "--output-path", "OUT"),
        "*/client.py",
        "api/**/*.py",
        r'"method": "(?P<method>\w+)",\s*"url": "(?P<path>[^"]*)"',
    ),
    "openapi-generator-cli": Tool(
        ("openapi-generator-cli", "generate", "-g", "python", "-i", "IN", "-o", "OUT"),
        "*/api_client.py",
        "api/*.py",
        r"method='(?P<method>\w+)',\s*resource_path='(?P<path>[^']*)'",
        ("--skip-validate-spec",),
    ),
    "openapi-python-generator": Tool(
        ("openapi-python-generator", "IN", "OUT/made_client"),
        "*/api_config.py",
        "services/*.py",
        r'path = f"(?P<path>[^"]*)"(?:(?!path = ).)*?request\(\s*"(?P<method>\w+)"',
    ),
}


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


def run(command: list[str], folder: Path, path: str) -> tuple[int, str, float]:
    """Return exit code, output and CPU seconds of a command; a run that takes too long has the code 124."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = os.environ | {"PATH": f"{path}{os.pathsep}{os.environ['PATH']}", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=SECONDS
        )
        code, output = done.returncode, done.stdout + done.stderr
    except subprocess.TimeoutExpired:
        code, output = 124, "took too long"
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return code, output, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(name: str, document: Path, folder: Path) -> dict[str, Any]:
    """Make a package of a document, and look at it."""
    tool, out = TOOLS[name], folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    own, python = str(folder / name / "bin"), str(folder / "run" / "bin" / "python")
    words = [each.replace("IN", str(document)).replace("OUT", str(out)) for each in tool.command]
    if tool.package.startswith("*/api_config"):
        out.mkdir()
    wanted = documented(document)
    code, output, seconds = run(words, folder, own)
    found: dict[str, Any] = {"wanted": len(wanted), "built": code == 0, "seconds": seconds, "unchecked": False}
    if code and tool.unchecked:
        shutil.rmtree(out, ignore_errors=True)
        code, output, _ = run([*words, *tool.unchecked], folder, own)
        found["unchecked"] = code == 0
    package = next((each.parent for each in sorted(out.glob(tool.package))), None)
    if code or package is None:
        return found | {"built": False, "said": output[-600:]}
    found["operations"] = len({*made(tool, package)} & wanted)
    code, output, _ = run([python, "-W", "ignore", "-c", IMPORT_ALL, package.name], out, own)
    found |= {"imports": code == 0} | ({"said": output[-600:]} if code else {})
    empty = folder / "mypy.ini"
    empty.write_text("[mypy]\n", encoding="utf-8")
    strict = [python, "-m", "mypy", "--strict", "--config-file", str(empty), "--cache-dir", str(folder / "cache")]
    code, output, _ = run([*strict, "-p", package.name], out, own)
    return found | {"clean": code == 0, "errors": output.count(": error:")}


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


def main(folder: Path, names: list[str]) -> None:
    kept = folder / f"{DOCUMENTS.name}.json"
    results: dict[str, dict[str, Any]] = json.loads(kept.read_text()) if kept.exists() else {}
    documents = sorted(path for path in DOCUMENTS.glob("*.[jy]*") if path.stat().st_size <= LARGEST)
    for name in names or TOOLS:
        for document in documents:
            if document.stem not in results.setdefault(name, {}):
                results[name][document.stem] = measure(name, document, folder)
                print(name, document.stem, results[name][document.stem], file=sys.stderr, flush=True)
                kept.write_text(json.dumps(results, indent=1))
    print("\n".join(table(results)))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2:])
