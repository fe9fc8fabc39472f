"""CPU and memory of `diff` on a document of 13 MB and 1,200 operations against itself with fifty edits.

    SHARED=folder .venv/bin/python benchmarks/diff.py

The document is made of those in the folder's corpus, joined under one prefix each. Prints seconds of CPU of the whole
command and its peak memory, and as a ratio what parsing both files alone costs.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from generator.data import copied  # noqa: E402
from generator.openapi.read.load import load  # noqa: E402
from generator.report import Report  # noqa: E402

JOINED = ("stripe__main.yaml", "pagerduty__rest.json", "voucherify__production.json", "visma__main.yaml")
MEGABYTES, OPERATIONS = 13, 1_200
METHODS = ("get", "put", "post", "delete", "patch")


def main() -> None:
    corpus = Path(os.environ.get("SHARED", "nowhere")) / "corpus"
    if not corpus.is_dir():
        sys.exit("SHARED names no folder with a corpus")
    document = joined([corpus / name for name in JOINED])
    with tempfile.TemporaryDirectory() as scratch:
        old, new = Path(scratch, "old.json"), Path(scratch, "new.json")
        old.write_text(json.dumps(document, indent=2))
        count = edit(document, random.Random(5))
        new.write_text(json.dumps(document, indent=2))
        started = time.process_time()
        json.loads(old.read_text()), json.loads(new.read_text())
        parsing = time.process_time() - started
        command = [sys.executable, "-m", "generator", "diff", str(old), str(new), "--fail-on", "none"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        size = old.stat().st_size / 1e6
    cpu = used.ru_utime + used.ru_stime
    print(f"{size:.1f} MB, {operations(document)} operations, {count} edits: {done.stdout.splitlines()[-1]}")
    print(f"{cpu:.1f} s CPU, {cpu / parsing:.0f} times parsing both; peak memory {used.ru_maxrss / 1e6:.2f} GB")


def joined(paths: list[Path]) -> Any:
    """Return one document of several; the last one's descriptions are repeated until it has its size."""
    result: Any = {"openapi": "3.0.3", "info": {"title": "Joined", "version": "1"}, "paths": {}, "components": {}}
    result["servers"] = [{"url": "https://api.example"}]
    for path in paths:
        data, prefix = load(path, Report()).data, path.name.partition("__")[0].title()
        for name, item in data["paths"].items():
            if operations(result) < OPERATIONS:
                result["paths"][f"/{prefix}{name}"] = renamed(item, prefix)
        for kind, members in data.get("components", {}).items():
            more = {f"{prefix}{name}": renamed(each, prefix) for name, each in members.items()}
            result["components"].setdefault(kind, {}).update(more)
    missing = MEGABYTES * 1_000_000 - len(json.dumps(result, indent=2))
    schemas = [each for each in result["components"]["schemas"].values() if each.get("properties")]
    for number in range(max(0, missing) // 1_100):
        properties = {f"extra_{index}": {"type": "string", "maxLength": 10 + index} for index in range(10)}
        owner = schemas[number % len(schemas)]
        name = f"Extra{number}"
        result["components"]["schemas"][name] = {"type": "object", "properties": properties}
        owner["properties"][f"extra{number}"] = {"$ref": f"#/components/schemas/{name}"}
    return result


def renamed(value: Any, prefix: str) -> Any:
    """Return a part of a document with its references and operationIds under a prefix."""
    if isinstance(value, list):
        return [renamed(each, prefix) for each in value]
    if not isinstance(value, dict):
        return value
    found = {key: renamed(each, prefix) for key, each in value.items()}
    if isinstance(target := value.get("$ref"), str) and target.startswith("#/components/"):
        _, _, kind, name, *rest = target.split("/")
        found["$ref"] = "/".join(["#", "components", kind, prefix + name, *rest])
    if isinstance(value.get("operationId"), str):
        found["operationId"] = prefix + value["operationId"]
    return found


def operations(document: Any) -> int:
    return sum(method in METHODS for item in document["paths"].values() for method in item)


def edit(document: Any, source: random.Random) -> int:
    """Make fifty edits: operations removed, deprecated, renamed; properties removed, added, of another type."""
    keys = [(path, method) for path, item in document["paths"].items() for method in item if method in METHODS]
    for number, (path, method) in enumerate(source.sample(keys, 20)):
        item = document["paths"][path]
        if number % 3 == 0:
            del item[method]
        elif number % 3 == 1:
            item[method]["deprecated"] = True
        else:
            item[method]["operationId"] = f"renamed{number}"
    schemas = document["components"]["schemas"]
    named = [name for name, schema in schemas.items() if schema.get("properties")]
    for number, name in enumerate(source.sample(named, 30)):
        schema = schemas[name] = copied(schemas[name])
        wire = source.choice(list(schema["properties"]))
        if number % 3 == 0:
            del schema["properties"][wire]
            schema["required"] = [each for each in schema.get("required", []) if each != wire]
        elif number % 3 == 1:
            schema["properties"][wire] = {"type": "boolean"}
        else:
            schema["properties"]["added"] = {"type": "string"}
    return 50


if __name__ == "__main__":
    main()
