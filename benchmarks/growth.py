"""How the CPU of `build` grows with schemas and with operations, as an exponent: 1 is as much again for as much again.

    .venv/bin/python benchmarks/growth.py [--json FILE]

Documents are made here; the least of runs is taken, user and system time of all processes. Fitted is
`start + factor * more ** exponent`: the start is what the smallest document costs, more is what others have beyond it.
Exits with 1 past a target.
"""

from __future__ import annotations

import json
import math
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from reporting import TARGETS, arguments, finish, table
from tools import SPECLOOM, generate

SCHEMAS = (100, 300, 1_000, 3_000, 10_000)
OPERATIONS = (10, 100, 1_000, 5_000)
_NOISE = 0.2
"""What a document has to cost beyond the least, as a part of that."""


def main() -> int:
    chosen = arguments(__doc__).parse_args()
    found: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for kind, sizes in (("schemas", SCHEMAS), ("operations", OPERATIONS)):
            costs = [cost(kind, size, Path(scratch)) for size in sizes]
            fitted = [exponent(sizes, each) for each in zip(*costs, strict=True)]
            found[kind] = {"sizes": sizes, "costs": costs, "seconds": fitted[0], "megabytes": fitted[1]}
    print("\n".join(table(("document", "s CPU", "MB"), rows(found))))
    past = [f"growth by {kind}" for kind, each in found.items() if each["seconds"] > TARGETS["growth"]]
    return finish(found, past, chosen.json)


def rows(found: dict[str, dict[str, Any]]) -> Iterator[list[str]]:
    for kind, each in found.items():
        for size, (seconds, megabytes) in zip(each["sizes"], each["costs"], strict=True):
            yield [f"{size:,} {kind}", f"{seconds:.2f}", f"{megabytes:.0f}"]
        fitted = (each["seconds"], each["megabytes"])
        yield [f"{kind}: exponent", *(f"{exponent:.2f}" if exponent else "" for exponent in fitted)]


def cost(kind: str, size: int, scratch: Path) -> tuple[float, float]:
    """Return seconds and megabytes of `build`, for a made document."""
    path = scratch / f"{kind}{size}.json"
    path.write_text(json.dumps(made(size, 10) if kind == "schemas" else made(20, size)), encoding="utf-8")
    times = 1 if size > 2_000 else 3 if size > 300 else 6  # what all others are compared with has to be certain
    runs = [generate("specloom", SPECLOOM, path, scratch / "out") for _ in range(times)]
    if any(each.code for each in runs):
        sys.exit(runs[0].said)
    return min(each.seconds for each in runs), min(each.megabytes for each in runs)


def exponent(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """Fit `start + factor * more ** exponent`, where the start is what the least document costs, and more what others
    have beyond it.

    Documents that cost hardly more than the least say nothing, as that is noise; 0 where fewer than two are left.
    """
    least, start = sizes[0], costs[0]
    pairs = zip(sizes, costs, strict=True)
    above = [(size - least, each - start) for size, each in pairs if each - start >= _NOISE * start and size > least]
    if len(above) < 2:
        return 0.0
    points = [(math.log(size), math.log(each)) for size, each in above]
    x, y = (sum(each) / len(points) for each in zip(*points, strict=True))
    return float(sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points))


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
    sys.exit(main())
