"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .animal import Animal
from .bird import Bird
from .fish import Fish
from .person import Person


class Zoo(Model):
    star: Animal | None = None
    all: list[Animal] | None = None
    by: dict[str, Bird] | None = None
    fish: Fish | None = None
    keeper: Person | None = None
