"""Parameters: path parameters matched by position, the others by place and wire name."""

from __future__ import annotations

import re
from dataclasses import replace

from ..ir import Operation, Param
from .findings import Place
from .walk import Walk


def compare_params(old: Operation, new: Operation, place: Place, python: str, walk: Walk) -> None:
    """Compare the parameters of two operations. python: the method, as in `client.pets.list`."""
    pairs = _matched(old, new)
    taken = {id(now) for _, now in pairs}
    for was in old.params:
        if not any(was is one for one, _ in pairs):
            gone = _place(place, was, python, was, None)
            walk.findings.add("parameter-removed", gone, before=_call(python, was), after=f"{python}(...)")
    for now in new.params:
        if id(now) not in taken:
            rule = "parameter-required-added" if now.required else "parameter-added"
            after = _call(python, now) if now.required else ""
            before = f"{python}(...)" if now.required else ""
            walk.findings.add(rule, _place(place, now, python, None, now), before=before, after=after)
    for was, now in pairs:
        _compare(was, now, _place(place, was, python, was, now), python, walk, paged=old.paging is not None)


def _matched(old: Operation, new: Operation) -> list[tuple[Param, Param]]:
    pairs = _path_params(old, new)
    left = [each for each in new.params if not any(each is now for _, now in pairs)]
    for key in (_identity, _wire):
        for was in old.params:
            if any(was is one for one, _ in pairs):
                continue
            found = next((each for each in left if key(each) == key(was)), None)
            if found is not None:
                pairs.append((was, found))
                left = [each for each in left if each is not found]
    return pairs


def _path_params(old: Operation, new: Operation) -> list[tuple[Param, Param]]:
    """Pair path parameters by position where the paths are alike, else by name and then by position."""
    before, after = ([each for each in side.params if each.place == "path"] for side in (old, new))
    if template(old.path) != template(new.path):
        names = {each.wire for each in before} & {each.wire for each in after}
        by_name = [(was, now) for was in before for now in after if was.wire == now.wire]
        rest = zip((e for e in before if e.wire not in names), (e for e in after if e.wire not in names), strict=False)
        return [*by_name, *rest]
    return list(zip(before, after, strict=False))


def template(path: str) -> str:
    """Return a path without the names of its parameters.

    >>> template("/pets/{petId}/toys/{id}")
    '/pets/{}/toys/{}'
    """
    return re.sub(r"\{[^{}]*\}", "{}", path)


def _identity(param: Param) -> tuple[str, str]:
    return param.place, param.wire.casefold() if param.place == "header" else param.wire


def _wire(param: Param) -> str:
    return param.wire.casefold()


def _place(place: Place, subject: Param, python: str, old: Param | None, new: Param | None) -> Place:
    return replace(place, python=f"{python}({subject.name}=)").of(f"{subject.place} {subject.wire}", old, new)


def _call(python: str, param: Param) -> str:
    return f"{python}(..., {param.name}=...)"


def _compare(was: Param, now: Param, place: Place, python: str, walk: Walk, *, paged: bool) -> None:
    findings = walk.findings
    if was.place != now.place:
        findings.add("parameter-moved", place, old=was.place, new=now.place)
    elif was.wire != now.wire and was.place == "path":
        rule = "path-parameter-renamed" if was.name != now.name else "path-parameter-respelt"
        findings.add(rule, place, old=was.wire, new=now.wire, before=_call(python, was), after=_call(python, now))
    if was.name != now.name and (was.wire == now.wire or was.place != "path"):
        findings.add(
            "argument-renamed", place, old=was.name, new=now.name, before=_call(python, was), after=_call(python, now)
        )
    if was.required != now.required:
        rule = "parameter-became-required" if now.required else "parameter-became-optional"
        before, after = (f"{python}(...)", _call(python, now)) if now.required else ("", "")
        findings.add(rule, place, before=before, after=after)
    if now.hidden and not was.hidden and paged:
        findings.add("parameter-hidden", place, before=_call(python, was), after=f"{python}(...)")
    if was.place == now.place and _style(was) != _style(now):
        findings.add("style-changed", place, old=_style(was), new=_style(now))
    if was.deprecated != now.deprecated:
        findings.add("property-deprecated" if now.deprecated else "property-kept", place, "sent")
    if was.first != now.first and None not in (was.first, now.first):
        findings.add("paged-size-changed", place, old=str(was.first), new=str(now.first))
    elif was.default != now.default:
        findings.add("default-changed", place, "sent", old=was.default, new=now.default)
    walk.described += was.doc != now.doc
    walk.compare(was.type, now.type, place, "sent")


def _style(param: Param) -> str:
    """Spell how a value is written: only what shows for its type."""
    if param.content:
        return param.content
    reserved = " allowReserved" if param.allow_reserved else ""
    return f"{param.style}{' explode' if param.explode else ''}{reserved}"
