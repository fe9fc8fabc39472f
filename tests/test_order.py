"""The order in which the model tool gets its schemas is the one it would come to, so that no text depends on it."""

from __future__ import annotations

import random

import pytest
from datamodel_code_generator import generate

from generator.data import Json, as_map
from generator.python.model_tool import OPTIONS
from generator.python.shares import Modules

PREFIX = "#/components/schemas/"


def schemas(seed: int) -> dict[str, Json]:
    """Return schemas in a few modules, which refer to each other in any way, in circles too."""
    chance = random.Random(seed)
    names = [f"m{chance.randrange(6)}.C{number}" for number in range(40)]
    return {name: _schema(index, names, chance) for index, name in enumerate(names)}


def _schema(index: int, names: list[str], chance: random.Random) -> Json:
    targets: list[Json] = [{"$ref": PREFIX + each} for each in chance.sample(names, chance.randrange(3))]
    kind = chance.randrange(8)
    if kind == 0:
        return {"type": "array", "items": {"anyOf": [*targets, {"type": "string"}]}}
    own: dict[str, Json] = {f"field_{number}": each for number, each in enumerate(targets)}
    found: dict[str, Json] = {"type": "object", "properties": {**own, "text": {"type": "string"}}}
    return {"allOf": [{"$ref": PREFIX + names[index - 1]}, found]} if kind == 1 and index % 3 == 2 else found


def written(components: dict[str, Json]) -> dict[str, str]:
    """Return what the tool makes of components."""
    document = {"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "paths": {}}
    files = generate({**document, "components": {"schemas": components}}, **OPTIONS)
    return {"/".join(path): str(text) for path, text in as_map(files).items()}


@pytest.mark.parametrize("seed", range(6))
def test_the_text_is_the_same(seed: int) -> None:
    components = schemas(seed)
    first = dict(Modules(components, PREFIX).components)
    assert first.keys() == components.keys()
    assert [*first] != [*components]
    assert written(first) == written(components)


def test_a_chain_is_turned_around() -> None:
    chain: dict[str, Json] = {f"C{number}": {"items": {"$ref": f"#/C{number + 1}"}} for number in range(5_000)}
    chain["C5000"] = {"type": "string"}
    assert [*Modules(chain, "#/").components] == [*reversed(chain)]


def test_circles_stay_last_as_they_stood() -> None:
    circle: dict[str, Json] = {"a": {"items": {"$ref": "#/b"}}, "b": {"items": {"$ref": "#/a"}}, "c": {"not": {}}}
    circle["d"] = {"items": {"$ref": "#/b"}}
    assert [*Modules(circle, "#/").components] == ["c", "a", "b", "d"]
