"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class Animal(Model):
    kind: str
    friend: Animal | None = None
    home: Home | None = None


class Home(Model):
    guests: list[Animal] | None = None
