"""Rules of paging: a document can state each that the runtime follows, and each key of x-paging says something."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.openapi.lower.pagination import _KEYS  # pyright: ignore[reportPrivateUsage]
from generator.pipeline import document_source, front
from generator.python.paging import paging_key
from generator.report import Report, SpecError
from generator.runtime import ByCursor, ByLink, ByOffset, ByPage

KINDS: dict[str, Any] = {"pages": ByPage, "offset": ByOffset, "cursor": ByCursor, "link": ByLink}
WHOLE: dict[str, Any] = {
    "page": "page",
    "offset": "offset",
    "cursor": "cursor",
    "size": "size",
    "default_size": 7,
    "start": 3,
    "items": "/rows",
    "total": "/total",
    "count": "/count",
    "more": "/more",
    "next": "/next",
    "last": "/id",
    "header": "X-Next",
}
"""Each key of x-paging with a value that is not the usual one."""
IN_CODE = {"count": "whole"}
"""Keys that code calls otherwise: a tuple has a method `count`."""
OF_PARAMETERS = {"size", "default_size"}
"""Keys that say what a method takes; the runtime has no need of them."""


def spelt(root: Path, rule: dict[str, Any]) -> str:
    """Return how a package states a rule."""
    kinds = {"rows": "array", "more": "boolean", "next": "string"}
    fields: dict[str, Any] = {name: {"type": kinds.get(name, "integer")} for name in ("total", "count", *kinds)}
    fields["rows"]["items"] = {"type": "object", "properties": {"id": {"type": "integer"}}}
    schema = {"type": "object", "properties": fields}
    names = ("page", "offset", "cursor", "size")
    operation = {
        "operationId": "listRows",
        "x-paging": rule,
        "parameters": [{"name": name, "in": "query", "schema": {"type": "integer"}} for name in names],
        "responses": {
            "200": {
                "description": "ok",
                "headers": {"x-next": {"schema": {"type": "string"}}},
                "content": {"application/json": {"schema": schema}},
            }
        },
    }
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/rows": {"get": operation}}}
    path = root / "openapi.yaml"
    path.write_text(yaml.safe_dump(document), encoding="utf-8")
    api, _ = front(document_source(path), Report())
    return paging_key(api.resources[0].operations[0])


def rules(kind: str) -> list[dict[str, Any]]:
    """Return rules of a kind that say all that can be said; a cursor comes from one place."""
    required, optional = _KEYS[kind]
    whole = {key: WHOLE[key] for key in sorted(required | optional)}
    places = {"next", "last", "header"} if kind == "cursor" else set[str]()
    without = [places - {each} for each in sorted(places)] or [places]
    return [{"kind": kind, **{key: value for key, value in whole.items() if key not in each}} for each in without]


def stated(call: str) -> dict[str, Any]:
    """Return the arguments that generated code gives a rule."""
    (expression,) = ast.parse(call).body
    assert isinstance(expression, ast.Expr) and isinstance(expression.value, ast.Call)
    return {str(each.arg): ast.literal_eval(each.value) for each in expression.value.keywords}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_document_states_all_that_the_runtime_follows(kind: str, tmp_path: Path) -> None:
    found = [spelt(tmp_path, rule) for rule in rules(kind)]
    assert {name for each in found for name in stated(each)} == {*KINDS[kind]._fields}
    for call in found:
        made = KINDS[kind](**stated(call))
        assert {name: getattr(made, name) for name in stated(call)} == stated(call)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_key_says_something(kind: str, tmp_path: Path) -> None:
    required, optional = _KEYS[kind]
    for rule in rules(kind):
        whole = stated(spelt(tmp_path, rule))
        for key in (set(rule) - {"kind"}) - OF_PARAMETERS:
            value = whole[IN_CODE.get(key, key)]
            assert value == (WHOLE[key] if not str(WHOLE[key]).startswith("/") else (WHOLE[key][1:],)), key
    assert set(KINDS) == set(_KEYS) and required | optional <= WHOLE.keys()


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"kind": "cursor", "cursor": "cursor"}, "one of `next`, `last` and `header`"),
        ({"kind": "cursor", "cursor": "cursor", "next": "/next", "last": "/id"}, "one of `next`, `last` and `header`"),
        ({"kind": "cursor", "cursor": "cursor", "header": "X-Other"}, "'X-Other', which is no header of the answer"),
        ({"kind": "cursor", "cursor": "cursor", "last": "/nowhere"}, "leads to nothing at 'nowhere'"),
        ({"kind": "cursor", "cursor": "/after", "next": "/next"}, "`cursor` leads into a body"),
        ({"kind": "link", "next": "next"}, "does not begin with a slash"),
        ({"kind": "pages", "page": "page", "start": True}, "`start` is not a number"),
        ({"kind": "pages", "page": "page", "more": 1}, "`more` is not text"),
        ({"kind": "offset", "offset": "offset", "count": "/count"}, "`count` is not known"),
        ({"kind": "pages", "page": "nowhere"}, "the query parameter 'nowhere'"),
    ],
)
def test_what_does_not_fit_is_refused(rule: dict[str, Any], said: str, tmp_path: Path) -> None:
    with pytest.raises(SpecError) as caught:
        spelt(tmp_path, {"items": "/rows", **rule})
    (problem,) = caught.value.report.errors
    assert problem.code == "E402" and said in problem.message
    assert problem.at.pointer == "/paths/~1rows/get/x-paging"
