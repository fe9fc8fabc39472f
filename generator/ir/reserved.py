"""Reserved: what no name of the IR may be. The back end says it, the front end settles the names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reserved:
    """Names that are taken already where names are given out; the back end knows them, and the pipeline hands them in.

    words: what no name may be; it gets an underscore. classes: those of models, case folded; such a name gets `Model`.
    modules: of files; fields: of attributes of models; arguments: of methods; methods: of resources; nested: of those
    within others; resources: of attributes of the client; settings: of arguments of the client. suffixes: what classes
    of resources end with.
    """

    words: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    modules: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    arguments: frozenset[str] = frozenset()
    methods: frozenset[str] = frozenset()
    resources: frozenset[str] = frozenset()
    nested: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()
    suffixes: tuple[str, ...] = ()
