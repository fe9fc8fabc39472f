"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model
from .quota import Quota


class ErrorDetail(Model):
    """What went wrong."""

    code: str | None = None
    """The error for programs."""
    type: Literal["invalid_request_error", "api_error", "idempotency_error"] | None = None
    """Broad class of the error."""
    message: str | None = None
    """The error for people."""
    param: str | None = None
    """Parameter at fault; null when none is."""
    doc_url: str | None = None
    """Address of the documentation of this error."""
    is_transient: bool | None = None
    """Whether trying again can help."""
    quota: Quota | None = None
    """Limit of the plan; only set with the code limit_exceeded."""
    request_log_url: str | None = None
    """Address of the request's log entry if there is one."""
