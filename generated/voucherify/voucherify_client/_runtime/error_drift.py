"""Answers that are errors, for hooks that want to know where these are not as documented."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from .decode import Reading, report
from .errors import Answer, Mismatch
from .failures import Failures, for_status
from .typed import Typed


def report_error(answer: Answer, failures: Failures, reading: Reading) -> None:
    """Report the mismatches of an answer whose status is an error. One that is something else altogether has none."""
    typed = for_status(failures.types, answer.status)
    if typed is not None:
        _report(typed, answer, reading)


def report_error_inside(answer: Answer, failures: Failures, reading: Reading) -> None:
    """Report the mismatches of a success with an error inside, as far as a class says where they are."""
    if failures.inside is not None:
        _report(failures.inside, answer, reading, in_classes=True)


def _report(typed: Typed, answer: Answer, reading: Reading, in_classes: bool = False) -> None:
    value: Any = None
    mismatches: tuple[Mismatch, ...] = ()
    with suppress(ValueError, LookupError, RecursionError):
        value, mismatches = typed.read(typed.json(answer), reading.constants)
    known: set[str] = getattr(value, "model_fields_set", set[str]())
    extra: dict[str, Any] = getattr(value, "model_extra", None) or {}
    if known - extra.keys():
        report(value, [each for each in mismatches if each.model or not in_classes], answer, reading)
