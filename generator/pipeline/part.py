"""Part: a package of some operations calls its classes as one of all operations would.

A class that several operations share is named after the shortest of its places, and one that is alone needs fewer words
than one of several that are alike: what is left out counts. So the classes of the whole document are named first.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from ..openapi.check.validate import validate
from ..openapi.normalize import class_names
from ..openapi.read.document import Draft
from ..openapi.read.provider import Lock, Provider
from ..report import Report, SpecError
from .sources import NAMES


def with_names_of_the_whole(draft: Draft, provider: Provider) -> Lock:
    """Return what names.lock holds, and, where only a part of a bundled draft is wanted, what the whole calls the rest.

    A whole that is refused gives no names: nobody has a package of it.
    """
    if not (provider.include or provider.exclude or provider.skip):
        return provider.locked
    whole = Draft(draft.file, deepcopy(draft.data), {**draft.origins})
    try:
        validate(whole, Report())
        found = class_names(whole, NAMES, provider.schemas, provider.locked)
    except SpecError:
        return provider.locked
    return replace(provider.locked, names={**found, **provider.locked.names})
