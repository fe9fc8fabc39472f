"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class Thing(Model):
    """
    A thing, which has a broken line and a very long explanation that goes on and on and on and on, so that it has
    to be wrapped over several lines of the docstring.
    """

    old: str | None = None
    """Use `new` instead. Deprecated."""
    new: str | None = None
    """Length 1 to 50. Default x."""
    mail: str | None = None
