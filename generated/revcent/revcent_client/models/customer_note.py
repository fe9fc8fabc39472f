"""Models: generated from specs/revcent/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .formats import UnixTime


class CustomerNote(Model):
    """A note that somebody wrote about a customer."""

    created_date_unix: UnixTime | None = None
    """When the record was made."""
    updated_date_unix: UnixTime | None = None
    """When the record last changed."""
    id: str | None = None
    """Identifier of the note. Length 20."""
    text: str | None = None
    """What the note says. Length 1 to 255."""
    username: str | None = None
    """Login of the author."""
    first_name: str | None = None
    """Given name of the author."""
    last_name: str | None = None
    """Family name of the author."""
    employee_id: str | None = None
    """User identifier of the author. Length 20."""
    customer_note_related_type: str | None = None
    """Kind of object the note is about."""
    customer_note_related_id: str | None = None
    """Identifier of the object the note is about. Length 20."""
