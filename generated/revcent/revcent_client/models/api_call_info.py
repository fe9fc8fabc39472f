"""Models: generated from specs/revcent/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model
from .formats import UnixTime


class ApiCallInfo(Model):
    """What RevCent recorded of a successful call."""

    api_call_id: str | None = None
    """Identifier of this call. Length 20."""
    api_call_unix: UnixTime | None = None
    """When the call began."""
    code: Literal[1] | None = None
    """1 for success."""
