"""Pairs of real documents: how many breaking findings a type checker confirms, and what it sees beside them.

    .venv/bin/python -m tests.diff.real FOLDER [NAME ...] [--show]

FOLDER has a folder for each pair, with `old.yaml` and `new.yaml` (or `.json`), or `old/` and `new/` where a document
has several files, and a file `entry` that holds the path of the main one. The code of a caller of the old package
(see `usage`) is type-checked against the new package. Prints a row for each pair: operations, breaking findings, those
among them that Python can notice, of these the ones that the type checker does not confirm, what says the same as
another, and errors of the type checker that no finding explains. With --show the ones to read by hand are listed.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.diff import compare
from generator.diff.changes import Finding
from generator.diff.groups import grouped
from generator.ir import Alias, Api, Class, Model, Type
from generator.ir.walk import references, streams_of
from generator.openapi.read.provider import default_provider
from generator.pipeline import document_source, front, runtime_files
from generator.report import Report

from .checking import Complaint, package, run, sharing, usage_in, write

_FOLLOWS = re.compile(
    r'Type of (parameter )?"\w+" is (partially )?unknown|Argument type is (partially )?unknown|Return type'
)
"""What is said where something else is wrong before."""
_PROVIDER = default_provider("real")


@dataclass(slots=True)
class Row:
    """What came out for a pair. unproved, unexplained: to be read by hand."""

    name: str
    sizes: str
    operations: int
    breaking: list[Finding]
    told: int
    unproved: list[Finding] = field(default_factory=list[Finding])
    unexplained: list[str] = field(default_factory=list[str])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    print("pair | MB | operations | breaking | told as | of names and types | unproved | unexplained")
    for path in sorted(given.folder.iterdir()):
        if path.is_dir() and (not given.names or path.name in given.names):
            row = judged(path)
            checked = [each for each in row.breaking if _is_noticed(each)]
            numbers = (row.operations, len(row.breaking), row.told, len(checked), len(row.unproved))
            print(" | ".join([row.name, row.sizes, *map(str, numbers), str(len(row.unexplained))]), flush=True)
            for each in [*(f"unproved: {each.id}" for each in row.unproved), *row.unexplained] if given.show else []:
                print(f"    {each}")


def judged(path: Path) -> Row:
    """Return what came out for the pair of a folder."""
    sources = [_source(path, side) for side in ("old", "new")]
    old, new = (front(replace(document_source(each), provider=_PROVIDER), Report())[0] for each in sources)
    breaking = [each for each in compare(old, new).findings if each.level == "major"]
    renamed = {each.path: str(each.new) for each in breaking if each.rule == "schema-renamed"}
    sizes = " -> ".join(f"{each.stat().st_size / 1e6:.1f}" for each in sources)
    row = Row(path.name, sizes, sum(len(each.operations) for each in new.resources), breaking, len(grouped(breaking)))
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        write(root, runtime_files("shared", "httpx"))
        write(root, sharing(package(new, {}), "new"))
        text = _standing_in(usage_in("new", old), old, new, renamed)
        write(root, {"uses/use.py": text})
        complaints = run(root, {"use.py": "use"}).found()["use"]
    _explain(row, old, text.splitlines(), complaints)
    gone = {each.name for each in old.models} - {each.name for each in new.models}
    row.unproved = [each for each in row.unproved if not each.rule.startswith("schema-") or each.path not in gone]
    return row


def _standing_in(text: str, old: Api, new: Api, renamed: Mapping[str, str]) -> str:
    """Return the caller's code with something in the place of classes that are gone, which would hide other errors: the
    class with the new name, or an empty one."""
    names, there = _names(each for each in old.models if each.given), set(_names(new.models))
    kept = [each for each in names if each in there]
    kept += [f"{renamed[each]} as {each}" for each in names if each not in there and each in renamed]
    stubs = "\n".join(f"class {each}: ..." for each in names if each not in there and each not in renamed)
    pattern = rf"(from new\.{old.package}\.models import ).*"
    return re.sub(pattern, lambda found: f"{found[1]}{', '.join(kept)}\n\n{stubs}", text, count=1)


def _names(models: Iterable[Model]) -> list[str]:
    """Return the names that a caller may import: those of models, and of the fields of classes."""
    found = list(models)
    return [each.name for each in found] + [
        each.keywords for each in found if isinstance(each, Class) and each.keywords
    ]


def _source(path: Path, side: str) -> Path:
    """Return the main file of one side."""
    if (path / side).is_dir():
        return path / side / (path / "entry").read_text(encoding="utf-8").strip()
    return next(path.glob(f"{side}.*"))


def _is_noticed(finding: Finding) -> bool:
    return bool({"names", "types"} & set(finding.kinds))


def _explain(row: Row, old: Api, lines: list[str], complaints: Iterable[Complaint]) -> None:
    """Sort out which findings the type checker confirms, and which of its errors no finding explains."""
    said: dict[str, list[Finding]] = {}
    for each in filter(_is_noticed, row.breaking):
        for subject in _of_finding(each):
            said.setdefault(subject, []).append(each)
    leading, confirmed = _leading(old), set[str]()
    for complaint in (each for each in complaints if not _FOLLOWS.match(each.message)):
        subjects = _of_line(lines, complaint)
        subjects += [each for subject in subjects for each in leading.get(subject, ())]
        found = [each for subject in subjects for each in said.get(subject, ())]
        confirmed |= {each.id for each in found}
        if not found:
            message = " ".join(complaint.message.split())
            row.unexplained.append(f"{message[:200]}: {lines[complaint.line].strip()[:200]}")
    row.unproved = [each for each in row.breaking if _is_noticed(each) and each.id not in confirmed]


def _of_finding(finding: Finding) -> list[str]:
    """Return what a finding is about, in the words of the comments in a caller's code."""
    if argument := re.search(r"\((\w+)=\)", finding.python[0] if finding.python else ""):
        return [f"{finding.operation} {each}" for each in (argument[1], finding.new)]
    if finding.operation or not finding.python:
        return [finding.operation or finding.path]
    steps = finding.python[0].split(".")
    if steps[0] in ("client", "import"):
        return [finding.python[0], *finding.operations]
    return [".".join([*steps, ""][:2])]


def _of_line(lines: list[str], complaint: Complaint) -> list[str]:
    """Return what an error is about: what its line says, or else its function, and the classes that it names."""
    number, text = complaint.line, lines[complaint.line]
    while number and not lines[number].startswith(("def ", "async def ")):
        number -= 1
    subject = text.partition("  # ")[2] or (lines[number].partition("  # ")[2] if number else "")
    missing = complaint.message.partition("missing for parameter")[2]
    names = [re.sub(r"_$", "", each) for each in re.findall(r'"(\w+)"', missing)] + re.findall(r'"(\w+)"', missing)
    named = [f"{each}." for each in re.findall(r"\w+", f"{text.partition('  # ')[0]} {complaint.message}")]
    inside = [f"{subject}{each}" if subject.endswith(".") else f"{subject} {each}" for each in names]
    operation = re.match(r"[A-Z]+ /\S*", subject)
    quoted = re.findall(r'ttribute "(\w+)" for class "(\w+)', complaint.message)
    inside += [f"{owner.rstrip('*')}.{name}" for name, owner in quoted]
    inside += [f"{subject.partition('.')[0]}."] if "." in subject else []
    return [subject, *inside, *([operation[0]] if operation else []), *named]


def _leading(api: Api) -> Mapping[str, list[str]]:
    """Return for each attribute and operation, as comments name them, the aliases and classes that its types name."""
    models = {model.name: model for model in api.models}

    def through(types: Iterable[Type]) -> list[str]:
        found, pending = dict[str, None](), list(types)
        while pending:
            for name in references(pending.pop()):
                if name not in found:
                    found[name] = None
                    model = models[name]
                    pending.extend([model.type] if isinstance(model, Alias) else [])
        return [f"{name}." for name in found]

    attributes = {
        f"{model.name}.{each.name}": through([each.type])
        for model in api.models
        if isinstance(model, Class)
        for each in model.fields
    }
    operations = {
        f"{each.method} {each.path}": through(
            [
                each.result,
                *(one.type for one in each.params),
                *(one.type for one in (each.body.contents if each.body else ())),
                *(one.item for one in streams_of(each)),
                *([each.paging.item] if each.paging else []),
            ]
        )
        for resource in api.resources
        for each in resource.operations
    }
    return {**attributes, **operations}


if __name__ == "__main__":
    main()
