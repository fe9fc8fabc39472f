"""Headers: what is said of one, of an answer, a part, or a request that the API sends -> Header."""

from __future__ import annotations

from ...data import Json, as_map
from ...ir import Header
from ...report import Location
from .types import lower_type


def lower_header(wire: str, value: dict[str, Json], at: Location) -> Header:
    """Return a header; its type stands in a schema, or in that of its only media type (OpenAPI 3.1, 4.8.21)."""
    stated = as_map(value.get("content"))
    schema = as_map(next(iter(stated.values()))).get("schema", {}) if stated else value.get("schema", {})
    return Header(
        wire=wire,
        type=lower_type(schema),
        required=value.get("required") is True,
        deprecated=value.get("deprecated") is True,
        doc=str(value.get("description") or ""),
        at=at,
    )
