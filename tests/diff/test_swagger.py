"""Sides of Swagger 2.0 are converted: the same API in the later words is no change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .repository import Run, report, write


def swagger(**properties: Any) -> dict[str, Any]:
    return {
        "swagger": "2.0",
        "info": {"title": "Pets", "version": "1"},
        "host": "pets.example",
        "schemes": ["https"],
        "paths": {
            "/pets/{id}": {
                "get": {
                    "operationId": "getPet",
                    "tags": ["pets"],
                    "produces": ["application/json"],
                    "parameters": [{"name": "id", "in": "path", "required": True, "type": "string"}],
                    "responses": {"200": {"description": "ok", "schema": {"$ref": "#/definitions/Pet"}}},
                }
            }
        },
        "definitions": {"Pet": {"type": "object", "properties": {"name": {"type": "string"}, **properties}}},
    }


def openapi(**properties: Any) -> dict[str, Any]:
    given = swagger()
    operation = given["paths"]["/pets/{id}"]["get"]
    parameter = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}
    responses = {"200": {"description": "ok", "content": content}}
    kept = {key: operation[key] for key in ("operationId", "tags")}
    pet = {"type": "object", "properties": {"name": {"type": "string"}, **properties}}
    return {
        "openapi": "3.1.0",
        "info": given["info"],
        "servers": [{"url": "https://pets.example"}],
        "paths": {"/pets/{id}": {"get": {**kept, "parameters": [parameter], "responses": responses}}},
        "components": {"schemas": {"Pet": pet}},
    }


def test_the_same_in_later_words(run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "old.yaml", swagger())
    write(tmp_path / "new.yaml", openapi())
    for sides in (("old.yaml", "new.yaml"), ("new.yaml", "old.yaml")):
        assert run("diff", *sides, "--format", "json") == 0
        content = report(capfd)
        assert (content["findings"], content["faults"]) == ([], [])


def test_a_change_has_its_place_in_both(run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    old = write(tmp_path / "old.yaml", swagger(age={"type": "integer"})).read_text().splitlines()
    write(tmp_path / "new.yaml", openapi(age={"type": "string"}))
    assert run("diff", "old.yaml", "new.yaml", "--format", "json") == 1
    (finding,) = report(capfd)["findings"]
    file, _, line = finding["old_at"].partition(":")
    assert (finding["id"], file, old[int(line) - 1].strip()) == ("type-changed: Pet/age", "old.yaml", "age:")


def test_generate_refuses_it_still(run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "specs/old/openapi.yaml", swagger())
    assert run("generate", "old") == 3
    assert "E201" in capfd.readouterr().err
