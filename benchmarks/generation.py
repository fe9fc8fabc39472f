"""CPU and peak memory of `build`, beside those of the model tool alone; and how both grow.

    .venv/bin/python benchmarks/generation.py api.yaml other.json
    .venv/bin/python benchmarks/generation.py --growth

Each is a command of its own; the least of three is taken, user and system time of all its processes. The tool alone
gets the document as it is and our options, and formats nothing. Growth is measured with documents that are made here,
and said as the exponent of their size. Prints one table in Markdown.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = (100, 300, 1_000, 3_000, 10_000)
OPERATIONS = (10, 100, 1_000, 5_000)
TIMES = 3
TOOL = """
import sys
from pathlib import Path
from generator.python.model_tool import OPTIONS
from datamodel_code_generator import generate
sys.setrecursionlimit(20_000)
generate(Path(sys.argv[1]), **OPTIONS | {"strict_refs": False})
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """seconds: of CPU. megabytes: the most that was held."""

    seconds: float
    megabytes: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="*", type=Path)
    parser.add_argument("--growth", action="store_true", help="measure how the cost grows, with made documents")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        print("| document | build, s CPU | the tool alone | ratio | build, MB | the tool alone | ratio |")
        print("|---|---|---|---|---|---|---|")
        for path in chosen.documents:
            print(row(path.name, built(path, Path(scratch)), alone(path)), flush=True)
        if chosen.growth:
            for line in growth(Path(scratch)):
                print(line, flush=True)


def row(name: str, ours: Cost, tool: Cost) -> str:
    times, sizes = ours.seconds / tool.seconds, ours.megabytes / tool.megabytes
    return (
        f"| {name} | {ours.seconds:.2f} | {tool.seconds:.2f} | {times:.2f} "
        f"| {ours.megabytes:.0f} | {tool.megabytes:.0f} | {sizes:.2f} |"
    )


def built(path: Path, scratch: Path, times: int = TIMES) -> Cost:
    """Return what `build` costs, into a folder that is not there yet."""
    folders = (scratch / f"out{number}" for number in range(times))
    return least([*("-m", "generator", "build", str(path.resolve())), "--output", str(each)] for each in folders)


def alone(path: Path) -> Cost:
    """Return what the model tool costs by itself."""
    return least(["-c", TOOL, str(path.resolve())] for _ in range(TIMES))


def least(commands: Iterator[Sequence[str]]) -> Cost:
    """Run Python several times; returns the least of each cost."""
    costs = [cost(each) for each in commands]
    return Cost(min(each.seconds for each in costs), min(each.megabytes for each in costs))


def cost(arguments: Sequence[str]) -> Cost:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYDANTIC_DISABLE_PLUGINS": "__all__"}
    with tempfile.TemporaryFile() as said:
        running = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=environment, stdout=said, stderr=said)
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode:
            said.seek(0)
            sys.exit(said.read().decode()[-2_000:])
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1_000)


def growth(scratch: Path) -> Iterator[str]:
    """Yield a row for each made document, and one with the exponent for each kind."""
    for kind, sizes in (("schemas", SCHEMAS), ("operations", OPERATIONS)):
        seconds: list[float] = []
        for size in sizes:
            path = scratch / f"{kind}{size}.json"
            path.write_text(json.dumps(made(size, 10) if kind == "schemas" else made(20, size)))
            found = built(path, scratch / path.stem, times=1 if size > 2_000 else 2)
            seconds.append(found.seconds)
            yield f"| {size:,} {kind} | {found.seconds:.2f} | | | {found.megabytes:.0f} | | |"
        yield f"| {kind}: exponent | {exponent(sizes, seconds):.2f} | | | | | |"


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """Fit `start + factor * size ** exponent`; the start is what the least document costs."""
    points = [(math.log(size), math.log(each - seconds[0])) for size, each in zip(sizes[1:], seconds[1:], strict=True)]
    x, y = (sum(each) / len(points) for each in zip(*points, strict=True))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


def made(schemas: int, operations: int) -> dict[str, Any]:
    """Return a document with so many schemas, each of which refers to others, and operations, ten for each tag."""
    content = [{"application/json": {"schema": reference(number % schemas)}} for number in range(operations)]
    paths = {
        f"/group{number // 10}/things{number}/{{id}}": {
            "put": {
                "operationId": f"putThing{number}",
                "tags": [f"Group {number // 10}"],
                "summary": f"Put thing {number}.",
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                    {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 100}},
                ],
                "requestBody": {"required": True, "content": content[number]},
                "responses": {"200": {"description": "The thing.", "content": content[number]}},
            }
        }
        for number in range(operations)
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Made", "version": "1"},
        "servers": [{"url": "https://api.example"}],
        "paths": paths,
        "components": {"schemas": {f"Thing{number}": schema(number, schemas) for number in range(schemas)}},
    }


def schema(number: int, schemas: int) -> dict[str, Any]:
    """Return an object of some ten properties. The first schema leads to all others."""
    texts = {f"text_{index}": {"type": "string", "description": f"Text {index}."} for index in range(5)}
    more = {"count": {"type": "integer"}, "at": {"type": "string", "format": "date-time"}}
    kinds = {"kind": {"enum": ["one", "two"]}, "size": {"type": ["number", "null"]}}
    below = {f"below_{each}": reference(each) for each in (2 * number + 1, 2 * number + 2) if each < schemas}
    return {"type": "object", "required": ["count"], "properties": texts | more | kinds | below}


def reference(number: int) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/Thing{number}"}


if __name__ == "__main__":
    main()
