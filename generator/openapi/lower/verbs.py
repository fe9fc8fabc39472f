"""What the words of an operationId say: a verb, and what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


GENERIC = {
    "get": _listed("get list retrieve fetch read find show view all index by id one details load describe"),
    "post": _listed("create add post new insert"),
    "put": _listed("put replace update edit modify set by id"),
    "patch": _listed("patch update edit modify set by id"),
    "delete": _listed("delete remove destroy by id"),
}
"""Method -> the words that say no more than the method."""

VERBS = _listed(
    """
    abort accept acknowledge acquire activate add adjust allocate allow amend analyze apply approve archive
    assign associate attach authenticate authorize autocomplete backfill ban begin block book bulk calculate
    cancel capture change check claim clear clone close collect commit compare complete compute confirm connect
    consolidate convert copy count create crosspost deactivate debit decline decrypt delete deliver deny
    deprecate describe detach detect disable disassociate disburse discard disconnect dismiss dispatch download
    draft duplicate edit embed enable encrypt end enqueue enroll estimate evaluate exchange execute expire
    export extend extract fail fetch finalize find finish fire follow force forward freeze fund generate get
    grant group hide identify ignore import increment index ingest initialize initiate insert install
    instantiate invalidate invite invoke issue join kick launch leave link list load lock login logout lookup
    mark merge migrate modify move mute notify onboard open pair parse patch pause pay permit pin place play
    poll post predict prepare preview process promote provision prune publish pull purge push put query quote
    read rebuild recalculate receive recover redeem refresh refund register reinstate reject release reload
    remove rename render renew reopen reorder repeat replace replay reply report request rerun resend reserve
    reset resolve respond restart restore resume retrieve retry return reverse revert revoke rollback rotate run
    save scale schedule score search select send set share show sign simulate skip snooze split start stop
    stream submit subscribe suggest suspend swap switch sync tag terminate test toggle track trade transfer
    transition trigger unarchive unassign unban unblock undelete unfollow unfreeze uninstall unlink unlock
    unmute unpin unpublish unshare unsubscribe untag update upgrade upload upsert use validate verify view void
    vote wait watch withdraw write
    """
)
ASKING = _listed(
    """
    autocomplete check compare count download estimate export find lookup preview query search suggest validate
    verify
    """
)
"""Verbs that stand as the last part of a path which is only read."""
_BEFORE = _listed("batch bulk force mass multi")
SMALL = _listed("a an and as at by for from in into of on onto or per the to under via with within")
"""Words that no name may end with."""
_ARTICLES = _listed("a an and the")
_ALWAYS = VERBS | SMALL
"""Words that are known whatever they stand beside."""
_LONG = 9
"""Letters that a word has to have more than, to be taken for several."""


class Said(NamedTuple):
    """An operationId. verb: its first words where they are one. rest: the other words."""

    verb: tuple[str, ...]
    rest: tuple[str, ...]


def said(words: Sequence[str]) -> Said:
    """Take an operationId apart.

    >>> said(("create", "or", "update", "secret"))
    Said(verb=('create', 'or', 'update'), rest=('secret',))
    >>> said(("orders", "search"))
    Said(verb=('search',), rest=('orders',))
    """
    at = 0
    while at < len(words) and (words[at] in VERBS or (words[at] in _BEFORE and at + 1 < len(words))):
        at += 1
        if words[at - 1] in _BEFORE:
            continue
        if at + 1 < len(words) and words[at] in ("or", "and") and words[at + 1] in VERBS:
            at += 1
            continue
        break
    if at:
        return Said(tuple(words[:at]), tuple(words[at:]))
    if words and words[-1] in VERBS and trimmed(words[:-1]):
        return Said((words[-1],), tuple(words[:-1]))
    return Said((), tuple(words))


def apart(words: Sequence[str], known: Iterable[str]) -> tuple[str, ...]:
    """Take long words apart that were written as one, where all of each is words that are known, or verbs.

    >>> apart(("getinputtokencounts",), {"input", "tokens", "token", "counts"})
    ('get', 'input', 'token', 'counts')
    """
    if all(len(word) <= _LONG for word in words):
        return tuple(words)
    every = {*known, *_ALWAYS}
    return tuple(part for word in words for part in (_pieces(word, every) if len(word) > _LONG else None) or (word,))


def _pieces(word: str, known: set[str]) -> tuple[str, ...] | None:
    """Return the fewest known words that a word is made of; none where it is itself known, or not made of them."""
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(word) + 1):
        ways = [
            (*before, word[begin:end])
            for begin in range(end)
            if (before := best[begin]) is not None and word[begin:end] in known
        ]
        best.append(min(ways, key=len) if ways else None)
    return best[-1]


def is_action(words: Sequence[str], method: str) -> bool:
    """Say whether the last part of a path is what is done, not what it is done with."""
    return bool(words) and words[0] in (ASKING if method == "get" else VERBS) and method in ("get", "post", "put")


CHANGING = _listed("edit modify patch set update")
"""Verbs that say no more than a POST to one member."""


def trimmed(words: Sequence[str]) -> tuple[str, ...]:
    """Leave out small words at the end, and articles at the beginning.

    >>> trimmed(("add", "followers", "for"))
    ('add', 'followers')
    """
    found = list(words)
    while found and found[-1] in SMALL:
        found.pop()
    while found and found[0] in _ARTICLES:
        found.pop(0)
    return tuple(found)
