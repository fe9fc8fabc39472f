"""Bodies: matched by media type."""

from __future__ import annotations

from dataclasses import replace

from ..ir import Body, Operation
from ..python.annotations import annotation
from .findings import Spot
from .schemas import Schemas


def compare_bodies(old: Operation, new: Operation, spot: Spot, python: str, walk: Schemas) -> None:
    """Compare the bodies of two operations. python: the method, as in `client.pets.create`."""
    findings = walk.findings
    place = replace(spot, path="body", python=f"{python}(body)")
    if not old.bodies or not new.bodies:
        if new.bodies:
            required = new.bodies[0].required
            rule = "body-required-added" if required else "body-added"
            calls = (f"{python}()", f"{python}(body)") if required else ("", "")
            findings.add(rule, place.of("body", None, new.bodies[0]), before=calls[0], after=calls[1])
        elif old.bodies:
            findings.add(
                "body-removed",
                place.of("body", old.bodies[0], None),
                before=f"{python}(body)",
                after=f"{python}()",
            )
        return
    was, now = old.bodies[0], new.bodies[0]
    if was.required != now.required:
        rule = "body-became-required" if now.required else "body-became-optional"
        calls = (f"{python}()", f"{python}(body)") if now.required else ("", "")
        findings.add(rule, place.of("body", was, now), before=calls[0], after=calls[1])
    _media(old, new, place, walk)


def _media(old: Operation, new: Operation, place: Spot, walk: Schemas) -> None:
    """Compare bodies of the same media type. What the method sends is the first of them."""
    before, after = ({each.media: each for each in side.bodies} for side in (old, new))
    for media, body in before.items():
        if media not in after:
            first = body is old.bodies[0] and annotation(body.type, sent=True) != annotation(
                new.bodies[0].type, sent=True
            )
            spot = place.of(f"body {media}", body, None)
            kinds = ("types", "wire") if first else ("wire",)
            walk.findings.add("media-removed", spot, "sent", kinds=kinds)
    for media, body in after.items():
        if media not in before:
            spot = place.of(f"body {media}", None, body)
            walk.findings.add("media-added", spot, "sent")
            continue
        was = before[media]
        spot = place.of("body", was, body)
        if was.parts != body.parts and _encodings(was) != _encodings(body):
            walk.findings.add("encoding-changed", spot, old=_encodings(was), new=_encodings(body))
        walk.described += was.doc != body.doc
        if body.kind in ("json", "form", "multipart"):
            walk.compare(was.schema, body.schema, spot, "sent")


def _encodings(body: Body) -> str:
    """Spell how the fields are written that both the document and the schema state."""
    spelt = (f"{each.wire}: {each.content or each.style}{' explode' if each.explode else ''}" for each in body.parts)
    return "; ".join(sorted(spelt))
