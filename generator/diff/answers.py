"""Answers: successes and errors of an operation, matched by status."""

from __future__ import annotations

from dataclasses import replace

from ..ir import Answer, Content, NoContent, Operation, Ref, Type
from ..ir.walk import is_stream, spoken
from .contents import compare_media, compare_roots, kind, matched, shown
from .findings import Place
from .headers import compare_headers
from .walk import Walk


def compare_answers(old: Operation, new: Operation, place: Place, walk: Walk) -> None:
    """Compare everything that two operations answer."""
    findings = walk.findings
    before = {each.status: each for each in old.answers}
    after = {each.status: each for each in new.answers}
    gone, came = [each for each in before if each not in after], [each for each in after if each not in before]
    known = _types(old, walk)
    pairs = [(before[status], after[status]) for status in before if status in after]
    if len(gone) == len(came) == 1 and _is_read(gone[0]) and _is_read(came[0]):
        was, now = before[gone[0]], after[came[0]]
        findings.add("status-changed", place.of(was.status, was, now), old=was.status, new=now.status)
        pairs.append((was, now))
        gone, came = [], []
    for status in gone:
        findings.add("status-removed", place.of(status, before[status], None))
    for status in came:
        came_as = {shown(each) for each in _whole(after[status], new)}
        rule = "status-added" if came_as <= known else "result-widened"
        findings.add(rule, place.of(status, None, after[status]))
    for was, now in pairs:
        read = _whole(now, new)
        kinds = ("types", "wire") if (old.streaming is None) != (new.streaming is None) else ("wire",)
        _answer(was, now, place.of(was.status, was, now), known, read, kinds, walk)
    _errors(old, new, place, walk)


def _is_read(status: str) -> bool:
    """Say whether a client reads a success in the one way it knows, though the document did not name its status."""
    return status.startswith("2") or status == "default"


def _whole(answer: Answer, operation: Operation) -> list[Content]:
    """Return what is read of an answer where no stream is asked for, if that is a second way of the operation."""
    return [each for each in spoken(answer) if operation.streaming is None or not is_stream(each)]


def _types(operation: Operation, walk: Walk) -> set[Type]:
    """Return the types of the results, in the names of the new side."""
    found = {operation.result, *(shown(content) for each in operation.answers for content in spoken(each))}
    partner = walk.classes.partner
    return found | {Ref(partner[each.model]) for each in found if isinstance(each, Ref) and each.model in partner}


def _answer(
    old: Answer,
    new: Answer,
    place: Place,
    known: set[Type],
    now_read: list[Content],
    kinds: tuple[str, ...],
    walk: Walk,
) -> None:
    """Compare two answers. known: types of results before; now_read: what is read of the new one; kinds: of the removal
    of a media type."""
    walk.described += old.doc != new.doc
    compare_headers(old.headers, new.headers, place, "received", walk)
    was, now = old.contents[0], new.contents[0]
    empty = [isinstance(each, NoContent) for each in (was, now)]
    if empty == [True, False]:
        walk.findings.add("result-appeared", place, new=now.media)
    elif empty == [False, True]:
        walk.findings.add("result-gone", place, old=was.media)
    if any(empty):
        return
    read = {each.media: kind(each) for each in spoken(old)}
    widened = [each.media for each in now_read if shown(each) not in known and read.get(each.media) != kind(each)]
    compare_media(old.contents, new.contents, place, walk, widened, kinds)
    for one, other in matched(old.contents, new.contents):
        compare_roots(one, other, place, "received", walk)
        walk.compare(one.type, other.type, place, "received")


def _errors(old: Operation, new: Operation, place: Place, walk: Walk) -> None:
    success = {each.status.casefold() for each in (*old.answers, *new.answers)}
    before, after = (
        [each.status for each in side.errors if each.status.casefold() not in success] for side in (old, new)
    )
    inner = replace(place, path="")
    gone, came = [each for each in before if each not in after], [each for each in after if each not in before]
    if gone:
        walk.findings.add("error-status-removed", inner, old=", ".join(gone))
    if came:
        walk.findings.add("error-status-added", inner, new=", ".join(came))
    known = {each.status: each for each in new.errors}
    for was in old.errors:
        now = known.get(was.status)
        if now:
            compare_headers(was.headers, now.headers, place.of(was.status, was, now), "received", walk)
        for one, other in matched(was.contents, now.contents) if now else ():
            compare_roots(one, other, place.of(was.status, was, now), "received", walk)
            walk.compare_unseen(one.type, other.type, place.of(was.status, was, now))
