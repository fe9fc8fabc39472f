"""CPU and peak memory of generating, as ratios: `build`, and peers, to the model tool alone, by size of the document.

    .venv/bin/python benchmarks/generation.py [--times 3] [--peers] [--json FILE] api.yaml ...

Each run is a command of its own, in turns, with default settings, and the formatter that a peer runs by default; the
least of runs is taken, user and system time of all its processes. A run that fails, or leaves no package, costs
nothing: its document is not in the medians of that tool. Exits with 1 when a class is past a target.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from reporting import TARGETS, arguments, finish, table
from tools import AGAIN, MODELS, PEERS, SPECLOOM, generate, missing

CLASSES = {"below 100 kB": 100_000, "100 kB to 1 MB": 1_000_000, "over 1 MB": sys.maxsize}
"""Sizes of documents: name -> bytes, which are in the next."""
ALONE = "datamodel-code-generator"
OURS = "specloom, cold"
WARM = "specloom, warm"
HEAD = ("tool", "documents", "CPU", "memory", "specloom's CPU", "its memory", "quicker", "tool fails")
Cost = tuple[float, float]
"""Seconds of CPU, megabytes."""


def main() -> int:
    parser = arguments(__doc__)
    parser.add_argument("documents", nargs="*", type=Path)
    parser.add_argument("--times", type=int, default=3)
    chosen = parser.parse_args()
    absent = missing() if chosen.peers else {}
    names = [name for name in PEERS if name not in absent] if chosen.peers else []
    found: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for document in chosen.documents[:1]:  # so that nothing is compiled or set up later
            measure(document, names, 1, Path(scratch))
        for document in sorted(chosen.documents, key=lambda path: path.stat().st_size):
            costs = measure(document, names, chosen.times, Path(scratch))
            found[document.name] = {"bytes": document.stat().st_size, "costs": costs}
            print(document.name, document.stat().st_size, costs, file=sys.stderr, flush=True)
    classes = {title: of_class(list(each)) for title, each in split(found)}
    for title, figures in classes.items():
        print(f"{title}:\n\n" + "\n".join(table(HEAD, rows(figures))), end="\n\n")
    print(explained(absent, chosen.peers))
    past = [f"{what} of {title}" for title, each in classes.items() for what in missed(title, each[OURS])]
    return finish({"classes": classes, "documents": found}, past, chosen.json)


def measure(document: Path, peers: Sequence[str], times: int, scratch: Path) -> dict[str, Cost | None]:
    """Return what each tool costs for a document; None where it fails."""
    tools = {ALONE: MODELS, OURS: SPECLOOM, WARM: AGAIN, **{name: PEERS[name] for name in peers}}
    taken: dict[str, list[Cost]] = {name: [] for name in tools}
    generate(WARM, AGAIN, document, scratch / "out")
    for _ in range(times):
        for name, tool in tools.items():
            ran = generate(name, tool, document, scratch / "out")
            if not ran.code and (tool is MODELS or any((scratch / "out").glob(tool.package))):
                taken[name].append((ran.seconds, ran.megabytes))
    return {name: (min(s for s, _ in each), min(m for _, m in each)) if each else None for name, each in taken.items()}


def split(found: dict[str, dict[str, Any]]) -> Iterator[tuple[str, Iterator[dict[str, Cost | None]]]]:
    """Yield the costs of the documents of each class that has any."""
    least = 0
    for title, most in CLASSES.items():
        those = [each["costs"] for each in found.values() if least <= each["bytes"] < most]
        if those:
            yield title, iter(those)
        least = most


def of_class(documents: Sequence[dict[str, Cost | None]]) -> dict[str, dict[str, Any]]:
    """Return, for each tool, its medians to the model tool alone, and those of ours to it."""
    return {
        name: {
            "documents": len(documents),
            "fails": sum(each[name] is None for each in documents),
            "quicker": sum(ratio < 1 for ratio in ratios(documents, OURS, name, 0)),
            "to_alone": [median(ratios(documents, name, ALONE, index)) for index in (0, 1)],
            "ours_to_it": [median(ratios(documents, OURS, name, index)) for index in (0, 1)],
        }
        for name in documents[0]
    }


def ratios(documents: Sequence[dict[str, Cost | None]], over: str, under: str, index: int) -> list[float]:
    """Return one cost in relation to another, of documents that both tools take."""
    pairs = ((each[over], each[under]) for each in documents)
    return [one[index] / other[index] for one, other in pairs if one and other]


def median(values: Sequence[float]) -> float | None:
    return round(statistics.median(values), 3) if values else None


def rows(figures: dict[str, dict[str, Any]]) -> Iterator[list[str]]:
    for name, each in figures.items():
        ours = ["", "", ""] if name in (OURS, WARM) else [*map(shown, each["ours_to_it"]), str(each["quicker"])]
        yield [name, str(each["documents"]), *map(shown, each["to_alone"]), *ours, str(each["fails"])]


def shown(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2f}"


def explained(absent: dict[str, str], peers: bool) -> str:
    """Say what the columns are, and who is not there."""
    lines = [
        f"CPU, memory: medians of the tool in relation to {ALONE} alone, which writes models only. Cold is `specloom "
        "build --no-cache`; warm is `specloom build` where an earlier run of the same document has kept its models. "
        "specloom's CPU, its memory: medians of cold in relation to the tool. Quicker: documents for which cold takes "
        "less CPU than the tool."
    ]
    lines += [f"{name} was left out: this machine has no {program}." for name, program in absent.items()]
    lines += [] if peers else ["Other generators were left out: PEERS=1 sets them up and measures them."]
    return "\n".join(lines)


def missed(title: str, ours: dict[str, Any]) -> Iterator[str]:
    """Yield what of a class is past a target; small documents have none, as starting Python is most of their cost."""
    cpu, memory = ours["to_alone"]
    if title != next(iter(CLASSES)):
        if cpu and cpu > TARGETS["build"]:
            yield "CPU"
        if memory and memory > TARGETS["memory"]:
            yield "memory"


if __name__ == "__main__":
    sys.exit(main())
