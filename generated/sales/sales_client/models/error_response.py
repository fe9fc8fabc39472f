"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .error_detail import ErrorDetail


class ErrorResponse(Model):
    """Body of every failed request."""

    error: ErrorDetail
