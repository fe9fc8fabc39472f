"""Paths as a person reads them: names of collections and of actions, and places that stand for one member.

What says nothing of what an API offers is left out: versions, `api`, endings of a format, and the beginning that nearly
all paths of a document share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..names import singular, spoken

_EMPTY = re.compile(r"(v?\d+([._-]\d+)*([a-z]+\d*)?|v\d[\w.-]*|apis?|rest|json)\Z", re.IGNORECASE)
VERSION = re.compile(r"v\d+([a-z]+\d*)?")
"""A word that is a version."""
_FORMAT = re.compile(r"\.(json|xml|csv|ya?ml|php|ashx|aspx|\{\w+\})\Z", re.IGNORECASE)
_PARTS = re.compile(r"[:#(]")
_SHARE = 0.75
"""The part of all operations that has to stand below what is taken for a beginning without meaning."""
_BRANCHES = 3
"""How many different names have to follow it."""


class Step(NamedTuple):
    """One part of a path. words: of a literal, in lower case; none for what stands for one member. text: of that."""

    words: tuple[str, ...]
    text: str = ""

    @property
    def name(self) -> str:
        return "_".join(self.words)

    @property
    def stems(self) -> tuple[str, ...]:
        return stems(self.words)

    @property
    def is_many(self) -> bool:
        """Whether its name is that of several things."""
        last = self.words[-1] if self.words else ""
        return last in _MANY or (last.endswith("s") and not last.endswith(("ss", "us", "is")) and last not in _ONE)


_MANY = frozenset({"children", "media", "people"})
_ONE = frozenset({"news", "settings", "preferences", "credentials", "statistics", "stats", "analytics", "metrics"})
"""Words that look like several things and are mostly one."""

Route = tuple[Step, ...]


@lru_cache(1 << 16)
def _stem(word: str) -> str:
    return singular(word).removesuffix("_item")


def stems(words: Sequence[str]) -> tuple[str, ...]:
    """Return words without the mark of the plural, as two names are compared.

    >>> stems(("payment", "intents"))
    ('payment', 'intent')
    """
    return tuple(map(_stem, words))


@lru_cache(1 << 16)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a name, in lower case.

    >>> words_of("PaymentIntents")
    ('payment', 'intents')
    """
    return tuple(word.lower() for word in spoken(text))


def unversioned(words: Sequence[str]) -> tuple[str, ...]:
    """Return words without versions."""
    return tuple(each for each in words if not VERSION.fullmatch(each))


def route(path: str) -> Route:
    """Take a path apart.

    >>> [each.name or each.text for each in route("/v1/customers/{customer_id}/sources.json")]
    ['customers', 'customer_id', 'sources']
    >>> [each.name or each.text for each in route("/{name}:cancel")]
    ['name', 'cancel']
    """
    steps: list[Step] = []
    kept: list[Step] = []
    for part in _FORMAT.sub("", path.rstrip("/")).split("/"):
        for piece in filter(None, _PARTS.split(part)):
            literal, _, placeholder = piece.partition("{")
            literal = "-".join(each for each in literal.split("-") if not _is_random(each))
            if words := tuple(word for word in words_of(literal) if not word.isdigit()):
                (kept if _EMPTY.match(literal) else steps).append(Step(words))
            if placeholder:
                steps.append(Step((), re.split(r"[}]", placeholder)[0]))
    return tuple(steps if any(each.words for each in steps) else [*kept[-1:], *steps])


def _is_random(text: str) -> bool:
    """Say whether a text was made by a machine: capitals, small letters and digits without order."""
    return len(text) >= 8 and all(re.search(each, text) for each in ("[0-9].*[A-Z]|[A-Z].*[0-9]", "[a-z]", "[A-Z]{2}"))


def routes(paths: Sequence[str]) -> Mapping[str, Route]:
    """Return path -> its route, without what nearly all operations begin with. paths: one for each operation."""
    found = {path: route(path) for path in dict.fromkeys(paths)}
    counted = Counter(paths)
    while (beginning := _beginning(found, counted)) is not None:
        for path, steps in found.items():
            rest = steps[len(beginning) :]
            if steps[: len(beginning)] == beginning and rest and rest[0].words:
                found[path] = rest
    return found


def _beginning(found: Mapping[str, Route], counted: Mapping[str, int]) -> Route | None:
    """Return a literal, or a literal and a member of it, below which nearly all operations stand."""
    below: Counter[Route] = Counter()
    branches: dict[Route, set[Step]] = {}
    for path, steps in found.items():
        for length in (1, 2):
            if len(steps) > length and steps[0].words and steps[length].words and not (length == 2 and steps[1].words):
                below[steps[:length]] += counted[path]
                branches.setdefault(steps[:length], set()).add(steps[length])
    for each, count in below.most_common(1):
        if count >= _SHARE * sum(counted.values()) and len(branches[each]) >= _BRANCHES:
            return each
    return None
