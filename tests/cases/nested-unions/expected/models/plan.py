"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .label import Label
from .rule import Rule
from .step import Step


class Plan(Model):
    first: Step
    label: Label | None = None
    rule: Rule | None = None
