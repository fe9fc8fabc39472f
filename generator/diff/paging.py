"""Paging: whether an operation starts or stops paging, or pages otherwise."""

from __future__ import annotations

from dataclasses import fields

from ..data import is_tuple
from ..ir import Operation, Paging
from .findings import Findings, Place


def compare_paging(old: Operation, new: Operation, place: Place, python: str, findings: Findings) -> None:
    """Compare how two operations page. python: the method, as in `client.pets.list`."""
    was, now = old.paging, new.paging
    if was is None and now is not None:
        after = f"for item in {python}(...):"
        findings.add(
            "paging-started", place, new=type(now).__name__.lower(), before=f"page = {python}(...)", after=after
        )
    elif was is not None and now is None:
        before = f"for item in {python}(...):"
        findings.add(
            "paging-stopped", place, old=type(was).__name__.lower(), before=before, after=f"page = {python}(...)"
        )
    elif was is not None and now is not None and _rule(was) != _rule(now):
        changed = [key for key in {**_rule(was), **_rule(now)} if _rule(was).get(key) != _rule(now).get(key)]
        words = (", ".join(f"{key} {_spelt(_rule(each).get(key))}" for key in changed) for each in (was, now))
        kinds = ("types", "wire") if was.item != now.item else ("wire",)
        findings.add("paging-changed", place, old=next(words), new=next(words), kinds=kinds)


def _rule(paging: Paging) -> dict[str, object]:
    """Return what decides the requests and the items; the size's default is judged with its parameter."""
    decisive = [each.name for each in fields(paging) if each.name not in ("default_size", "item")]
    return {"kind": type(paging).__name__, **{name: getattr(paging, name) for name in decisive}}


def _spelt(value: object) -> str:
    return "/".join(str(each) for each in value) if is_tuple(value) else str(value)
