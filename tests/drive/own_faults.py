"""What documents say that no request and no answer can be as: a line for each, with the reason."""

from __future__ import annotations

ALWAYS = ((" is not asked for, as another one says the same", "RFC 9110, 12.5.1: what is not in Accept is not sent"),)
"""Part of what was skipped -> why that is right in every document."""

OWN: dict[str, tuple[tuple[str, str], ...]] = {
    "data2crm__main": ((r"no text was found for the pattern /^\d{4}-\d{2}-\d{2}$/", "a pattern between slashes"),),
    "jellyfin__main": (
        ("the path parameter version may not be empty", "a parameter of the path is an object of readOnly properties"),
    ),
    "shipengine__main": (("$.created_at: 'se-0' is not a 'date-time'", "two members of an allOf exclude each other"),),
}
"""Document -> part of what is wrong or was skipped, and the document's own fault that is the reason."""
