"""Models: generated from specs/revcent/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class LifetimeValueFraudDetection(Model):
    """Count of fraud detections."""

    num: int | None = None
    """Number of fraud detections."""
