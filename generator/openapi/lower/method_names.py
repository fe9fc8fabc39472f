"""What methods are called, as a person would choose: by what they do and, where that is not enough, to what.

In: operations and where they belong. Out: for each the dotted name of its resource, and names for the method, the best
first. Where the words of an operationId say more than its path, they are the name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..names import Names
from .placing import Placed
from .routes import Step, stems, unversioned, words_of
from .verbs import CHANGING, GENERIC, is_action, trimmed

_COLLECTION = "collection"
_GETTING = frozenset({"fetch", "get", "list"})
_USUAL = {"post": "create", "put": "update", "patch": "update"}


def candidates(found: Sequence[Placed], names: Names) -> list[tuple[str, ...]]:
    """Return names for each operation, the best first."""
    known: set[tuple[object, str]] = {(each.heard.path, each.heard.method) for each in found}
    known |= {(each.route[:-1], _COLLECTION) for each in found if each.is_member}
    members = {(each.way, each.heard.method) for each in found if each.is_member and not each.leaf}
    words = [each.name or _words(each, known, members) for each in found]
    alike = Counter((each.way, one) for each, one in zip(found, words, strict=True))
    return [
        tuple(dict.fromkeys(names.snake("_".join(_short(spelt))) for spelt in _further(each, one, alike)))
        for each, one in zip(found, words, strict=True)
    ]


def _short(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out a word that stands twice one after the other."""
    return tuple(each for at, each in enumerate(words) if at == 0 or each != words[at - 1])


def _further(
    each: Placed, words: tuple[str, ...], alike: Counter[tuple[tuple[str, ...], tuple[str, ...]]]
) -> list[tuple[str, ...]]:
    """Return a name, and others that tell more: what it is for, by what, the operationId, the method."""
    around = [(*words, "for", *_one(step)) for step in reversed(each.around)]
    last = each.route[-1].text if each.is_member else ""
    by = [(*words, "by", last)] if last else []
    identity = (*each.said.verb, *each.said.rest)
    rest = [*around, *by, *([identity] if identity else []), (*words, each.heard.method)]
    return [*around[:1], words, *rest] if around and alike[(each.way, words)] > 1 else [words, *rest]


def _one(step: Step) -> tuple[str, ...]:
    return (*step.words[:-1], stems(step.words[-1:])[0]) if step.is_many else step.words


def _words(each: Placed, known: set[tuple[object, str]], members: set[tuple[tuple[str, ...], str]]) -> tuple[str, ...]:
    if (each.is_more or (len(each.leaf) > 1 and each.said.verb)) and (own := _own(each)):
        return own
    usual = _usual(each, known)
    if each.leaf:
        return _with_leaf(each, usual)
    is_all = not each.is_member and each.heard.method in ("put", "patch", "delete")
    is_special = _special(each)
    if is_all and not is_special and (each.way, each.heard.method) in members:
        return (usual, "all")
    return each.said.verb if is_special else (usual,)


def _own(each: Placed) -> tuple[str, ...]:
    """Return the words of an operationId without those of the resource; none where nothing but a usual verb is left."""
    verb, kept = each.said
    for step in each.resource:
        kept = _without(kept, step)
    if not kept and set(verb) <= GENERIC.get(each.heard.method, frozenset()):
        return ()
    return trimmed((*verb, *kept)) or (*verb, *each.said.rest)


def _without(words: tuple[str, ...], step: Step) -> tuple[str, ...]:
    """Leave out the first place at which a resource is named."""
    named = stems(unversioned(step.words))
    size = len(named)
    for at in range(len(words) - size + 1):
        if stems(words[at : at + size]) == named:
            return (*words[:at], *words[at + size :])
    return words


def _special(each: Placed) -> bool:
    """Say whether the verb of an operationId says more than the HTTP method."""
    verb = each.said.verb
    generic = GENERIC.get(each.heard.method, frozenset())
    generic |= CHANGING if each.is_member and each.heard.method == "post" else frozenset()
    return bool(verb) and verb != (each.heard.method,) and not set(verb) <= generic | {"get", "post", "put", "delete"}


def _usual(each: Placed, known: set[tuple[object, str]]) -> str:
    """Return the verb for a method and a path."""
    method, path = each.heard.method, each.heard.path
    if method == "get":
        last = each.leaf[-1] if each.leaf else each.resource[-1] if each.resource else None
        is_list = "list" in each.said.verb or (last is not None and last.is_many) or (each.route, _COLLECTION) in known
        return "list" if is_list and (not each.is_member or "list" in each.said.verb) else "get"
    if method == "put" and ((path, "patch") in known or "replace" in each.said.verb):
        return "replace"
    if method == "post" and each.is_member and not {(path, "put"), (path, "patch")} & known:
        return "create" if "create" in each.said.verb or "add" in each.said.verb else "update"
    return _USUAL.get(method, method)


def _with_leaf(each: Placed, usual: str) -> tuple[str, ...]:
    *before, last = each.leaf
    method = each.heard.method
    nouns = tuple(word for step in before for word in step.words)
    if is_action(last.words, method) and (not each.is_member or method == "post"):
        return (*last.words, *nouns)
    if method == "get" and last.words[0] in _GETTING and len(last.words) > 1:
        return last.words
    if each.is_member and not last.is_many and words_of(each.route[-1].text) == last.words:
        return (usual, "by", *last.words)
    one = (*nouns, *(last.words if usual == "list" else _one(last)))
    if _special(each) and not set(each.said.verb) & set(last.words):
        about = set(stems(each.said.rest)) & set(last.stems)
        return (*each.said.verb, *one) if about else each.said.verb
    if method == "post" and not each.is_member and not last.is_many and not each.said.verb:
        return (*nouns, *last.words)
    return (usual, *one)
