"""Whatever is seen of the classes of the cases: what is proposed applies, is accepted, and leaves nothing to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.data import Json, as_map
from generator.ir import Api, Class
from generator.openapi.drift.log import NO_FIELD, Seen
from generator.openapi.drift.proposal import propose
from generator.openapi.read.overlay import apply
from generator.pipeline import document, document_source, front
from generator.report import Report
from generator.runtime.places import member

CASES = Path(__file__).parents[1] / "cases"
NAMES = sorted(path.parent.name for path in CASES.glob("*/spec.yaml") if "x-paging" not in path.read_text("utf-8"))
"""All but those whose paging cannot be carried out once its fields may be anything."""
NEW = "$.brand_new"


def everything(api: Api) -> Iterator[Seen]:
    """Yield all that could be seen of the fields of all classes."""
    for cls in api.models:
        if isinstance(cls, Class):
            for field in cls.fields:
                inside = member("$", field.wire)
                for found in ("null", "object", "string", "absent"):
                    yield Seen("GET /x", 200, "", inside, cls.name, inside, "str", found, count=1)
            yield Seen("GET /x", 200, "", NEW, cls.name, NEW, NO_FIELD, "string", count=1)


@pytest.mark.parametrize("name", NAMES)
def test_all_that_may_be_seen(name: str, tmp_path: Path) -> None:
    source = document_source(CASES / name / "spec.yaml")
    api, data = front(source, Report())[0], document(source, Report()).data
    found = propose(data, api, source.name, list(everything(api)))
    if not found.actions:
        assert not any(isinstance(each, Class) for each in api.models)
        return
    known = {each.name for each in api.models}
    report, actions = Report(), list[Json](found.actions)
    overlay: Json = {"overlay": "1.1.0", "info": {"title": "x", "version": "1"}, "actions": actions}
    changed = as_map(apply(data, overlay, file="overlay.yaml", report=report))
    assert report.problems == []
    path = tmp_path / "spec.yaml"
    path.write_text(yaml.safe_dump(changed, sort_keys=False))
    source = document_source(path)
    api = front(source, Report())[0]
    left = [
        each for each in everything(api) if each.model in known and (each.inside != NEW or each.expected == NO_FIELD)
    ]
    again = propose(document(source, Report()).data, api, source.name, left)
    assert [(each["target"], each["description"]) for each in again.actions] == []
