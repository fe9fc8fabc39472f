"""Models: generated from specs/revcent/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model
from .formats import UnixTime


class ApiError(Model):
    """An answer that reports an error."""

    api_call_id: str | None = None
    """Identifier of this call. Length 20."""
    api_call_unix: UnixTime | None = None
    """When the call began."""
    code: Literal[0] | None = None
    """Always 0."""
    error_code: str | None = None
    """What went wrong, as a code."""
    message: str | None = None
    """What went wrong, for people."""
    result: str | None = None
    """Outcome of the call."""
