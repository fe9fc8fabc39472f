"""Media types: those of the components are written out where a `content` refers to them (OpenAPI 3.2, 4.7).

In: a document whose inline schemas have names, so that what is written out twice still names one class. Out: no content
is a reference, and no media type is a component.
"""

from __future__ import annotations

from ...data import as_map, copied
from ..read.document import Draft, join
from ..read.references import references
from ..schema.vocabulary import is_reference, target
from ..schema.walk import components


def write_out_media_types(draft: Draft) -> None:
    """Replace each reference to a media type by a copy of it, in place."""
    named = components(draft.data, "mediaTypes")
    if not named:
        return
    pending = [(each, frozenset[str]()) for each in references(draft.data, "")]
    while pending:
        (holder, pointer, kind), around = pending.pop()
        name = target(holder)
        while is_reference(named.get(name)):
            name = target(named[name])
        if kind != "mediaTypes" or name in around or pointer.startswith("/components/mediaTypes/"):
            continue
        holder.clear()
        holder.update(copied(as_map(named[name])))
        draft.move({pointer: join("/components/mediaTypes", name)})
        pending += [(each, around | {name}) for each in references(holder, pointer)]
    del as_map(draft.data["components"])["mediaTypes"]
