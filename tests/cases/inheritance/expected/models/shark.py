"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .fish import Fish


class Shark(Fish):
    order: str = "sh"
    teeth: str
