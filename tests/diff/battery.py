"""The battery: one document, and single changes to it with what each of them means."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.diff import compare
from generator.diff.changes import Changes, Finding
from generator.ir import Api
from generator.openapi.check.validate import validate
from generator.openapi.lower import lower
from generator.openapi.normalize import normalize
from generator.openapi.read.bundle import bundle
from generator.openapi.read.document import Draft, tokens
from generator.openapi.read.provider import Provider, default_provider
from generator.openapi.select import select
from generator.pipeline import NAMES
from generator.report import Report

HERE = Path(__file__).parent
PROVIDER = default_provider("pets", package="pets_client")


@dataclass(frozen=True)
class Pair:
    """A change, and what it means forth and back: findings as `level rule kinds`."""

    name: str
    old: Any
    new: Any
    expected: tuple[str, ...]


def base() -> Any:
    return deepcopy(_base())


@cache
def _base() -> Any:
    return yaml.safe_load((HERE / "base.yaml").read_text(encoding="utf-8"))


def pairs() -> Iterator[Pair]:
    """Yield each pair in both directions."""
    for each in yaml.safe_load((HERE / "pairs.yaml").read_text(encoding="utf-8")):
        old = edited(base(), each.get("both", {}))
        new = edited(deepcopy(old), each)
        yield Pair(each["name"], old, new, tuple(sorted(each["forth"])))
        yield Pair(f"{each['name']} (back)", new, old, tuple(sorted(each["back"])))


def edited(data: Any, change: Any) -> Any:
    """Return a document with one change made."""
    for source, target in change.get("move", {}).items():
        holder, key = _holder(data, source)
        other, name = _holder(data, target)
        value = holder.pop(key)
        if holder is other:
            items = [*holder.items(), (name, value)]
            holder.clear()
            holder.update(items)
        else:
            other[name] = value
    for pointer, value in change.get("set", {}).items():
        holder, key = _holder(data, pointer)
        if key == "-":
            holder.append(deepcopy(value))
        else:
            holder[key] = deepcopy(value)
    for pointer in change.get("remove", ()):
        holder, key = _holder(data, pointer)
        del holder[key]
    return data


def _holder(data: Any, pointer: str) -> tuple[Any, Any]:
    *path, last = tokens(pointer)
    for token in path:
        data = data[int(token) if isinstance(data, list) else token]
    return data, int(last) if isinstance(data, list) and last != "-" else last


def api(data: Any, *, file: str = "spec.yaml", folder: Path = HERE, provider: Provider = PROVIDER) -> Api:
    """Return the Api of a document; folder: what its references may reach."""
    report = Report()
    draft = Draft(file, deepcopy(data))
    bundle(draft, folder, report)
    select(draft, provider, report)
    validate(draft, report)
    normalize(draft, NAMES, report, provider.schemas, provider.locked)
    return lower(draft.freeze(), provider, NAMES, report)


def changes(old: Any, new: Any) -> Changes:
    return compare(api(old, file="old.yaml"), api(new, file="new.yaml"))


def spelt(finding: Finding) -> str:
    return " ".join([finding.level, finding.rule, *finding.kinds])


PAIRS = list(pairs())
