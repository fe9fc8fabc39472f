"""An Api -> the tables of its fields that travel one way only (OpenAPI 3.1, 4.8.24; JSON Schema Validation, 9.4)."""

from __future__ import annotations

from collections.abc import Mapping

from ..ir import NULL, Api, Class, Union
from .annotations import is_asked
from .text import literal


def access(api: Api) -> list[str]:
    """Spell the tables, each of the own fields of classes by their names in JSON; no line for none.

    READ_ONLY: what is not sent. WRITE_ONLY: what has to be sent and is never read, and whether it may be null.
    """
    read: dict[str, tuple[str, ...]] = {}
    write: dict[str, dict[str, bool]] = {}
    for model in (each for each in api.models if isinstance(each, Class)):
        if hidden := tuple(each.wire for each in model.fields if each.access == "read" and each.fixed is None):
            read[model.name] = hidden
        if asked := {
            each.wire: isinstance(each.type, Union) and NULL in each.type.members
            for each in model.fields
            if is_asked(each, model)
        }:
            write[model.name] = asked
    return [
        *_table("READ_ONLY: dict[str, tuple[str, ...]]", read),
        *_table("WRITE_ONLY: dict[str, dict[str, bool]]", write),
    ]


def _table(name: str, rows: Mapping[str, object]) -> list[str]:
    spelt = [f"    {literal(key)}: {literal(value)}," for key, value in rows.items()]
    return ["", f"{name} = {{", *spelt, "}"] if spelt else []
