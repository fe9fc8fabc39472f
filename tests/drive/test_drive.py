"""Packages of real documents on the wire: every operation is called, sync and async, and a server that knows nothing
but the document judges what it is sent and answers with values of its own making.

Needs the folder of documents that SHARED names. A fixed few run always; CORPUS=all (`make corpus`) takes them all. The
counts of all stages stand at the end of the run. Each document has a process of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from shared import ABSENT, CHOSEN, FOUND, SHARED, Made

from generator.ir import Api
from generator.ir.as_json import to_json
from generator.pipeline import document_source, front, generate, provider_source
from generator.report import Report

from .document import load
from .own_faults import ALWAYS, OWN

ROOT = Path(__file__).parents[2]
PROVIDERS = sorted(path.parent.name for path in (ROOT / "specs").glob("*/openapi.yaml"))
CASES = SHARED / "cases"
COMPLAINTS = sorted([*CASES.glob("*.yaml"), *CASES.glob("*/openapi.yaml")])
Record = Callable[[str, object], None]


def drive(document: Path, api: Api, packages: Path, folder: Path) -> dict[str, Any]:
    """Call all operations of a document's package in a process of its own; returns the outcome."""
    printed = folder / f"{document.stem}.ir.json"
    printed.write_text(json.dumps(to_json(api)), encoding="utf-8")
    command = [sys.executable, "-m", "drive", str(document), str(printed)]
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests"), str(packages)])
    environment = {**os.environ, "PYTHONPATH": path}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    outcome: dict[str, Any] = json.loads(done.stdout)
    return outcome


def check(stem: str, outcome: dict[str, Any], record: Record) -> None:
    """Assert that nothing is wrong but the document's own faults, and that each of those is there still."""
    counts, own = outcome["counts"], dict(OWN.get(stem, ()))
    said = [" ".join(each) for each in outcome["faults"]]
    skipped = {each: count for each, count in outcome["skipped"].items() if not any(part in each for part, _ in ALWAYS)}
    for part, _ in own.items():
        assert any(part in each for each in [*said, *skipped]), f"{part!r} is no fault any more"
    assert [each for each in said if not any(part in each for part in own)] == []
    assert [each for each in skipped if not any(part in each for part in own)] == []
    assert counts["operations"] and counts["called sync"] >= counts["called async"] > 0
    assert counts["requests made"] >= 2 * counts["called async"]
    for stage, count in counts.items():
        record(f"drive {stage}", count)
    reasons = [(each, reason) for each, reason in (*ALWAYS, *OWN.get(stem, ()))]
    for part, reason in reasons:
        left = sum(part in each for each in said) + sum(n for each, n in outcome["skipped"].items() if part in each)
        record(f"drive left out: {reason}", left)


@pytest.mark.skipif(not FOUND, reason=ABSENT)
@pytest.mark.parametrize("path", CHOSEN, ids=lambda path: path.stem)
def test_document(path: Path, packages: Made, tmp_path: Path, record_property: Record) -> None:
    outcome = drive(path, packages.apis[path.stem], packages.root, tmp_path)
    check(path.stem, outcome, record_property)


@pytest.mark.skipif(not COMPLAINTS, reason=ABSENT)
@pytest.mark.parametrize("path", COMPLAINTS, ids=lambda path: path.relative_to(CASES).parts[0])
def test_document_after_a_public_complaint(path: Path, tmp_path: Path, record_property: Record) -> None:
    """Small documents that generators get wrong. The judge knows one file: those of several are put together for it."""
    made = generate(document_source(path), Report())
    for name, text in made.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    whole = tmp_path / path.name
    whole.write_text(json.dumps(together(path)), encoding="utf-8")
    check(path.stem, drive(whole, made.api, tmp_path, tmp_path), record_property)


def together(file: Path) -> Any:
    """Return a document of several files as one: what references to other files lead to are components."""
    root: Any = load(file)
    moved: dict[tuple[Path, str], str] = {}
    pending = [(root, file)]
    while pending:
        value, place = pending.pop()
        if isinstance(value, dict) and "$ref" in value and (place != file or not value["$ref"].startswith("#")):
            target, _, pointer = value["$ref"].partition("#")
            other = (place.parent / target).resolve() if target else place
            if (other, pointer) not in moved:
                found = load(other)
                for token in pointer.split("/")[1:]:
                    found = found[token]
                kind = next((kind for word, kind in _KINDS.items() if word in found), "schemas")
                name = f"{other.stem}{pointer}".replace("/", "-")
                moved[other, pointer] = f"#/components/{kind}/{name}"
                root.setdefault("components", {}).setdefault(kind, {})[name] = found
                pending.append((found, other))
            value["$ref"] = moved[other, pointer]
        else:
            inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
            pending += [(each, place) for each in inside]
    return root


_KINDS = {"get": "pathItems", "in": "parameters", "content": "responses"}
"""Field -> the kind of component that has it."""


def test_streams(tmp_path: Path, record_property: Record) -> None:
    path = Path(__file__).with_name("streams.yaml")
    made = generate(document_source(path), Report())
    for name, text in made.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    outcome = drive(path, made.api, tmp_path, tmp_path)
    check(path.stem, outcome, record_property)
    assert outcome["skipped"] == {} and outcome["counts"]["answers alike"] == 21


@pytest.mark.parametrize("name", PROVIDERS)
def test_provider(name: str, tmp_path: Path, record_property: Record) -> None:
    source = provider_source(ROOT / "specs", name, Report())
    api, _ = front(source, Report())
    check(name, drive(source.path, api, ROOT / "generated" / name, tmp_path), record_property)
