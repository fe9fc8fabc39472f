"""Which resource an operation belongs to: by hints, by an operationId that names it, by its tag, else by its path.

Resources nest as paths do: `/checkout/sessions/{id}/line_items` is `checkout.sessions.line_items`. One with a single
operation becomes a method of the one around it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..schema.walk import sent
from .routes import Route, Step, routes, stems, unversioned, words_of
from .verbs import GENERIC, SMALL, VERBS, Said, apart, said

_MOST = 4
"""How deep resources nest."""
_NOISE = frozenset(
    ("api", "apis", "controller", "endpoint", "endpoints", "operation", "operations", "resource", "resources")
)
_PLACE = re.compile(r"\{[^{}]*\}")
_NUMBER = re.compile(r"[-_ .]\d+\Z")
_IDLE = frozenset(("detail", "details", "info", "information"))
_SELF = frozenset(("current", "me", "my", "own", "self"))
_SAYING_LITTLE = frozenset({"id", "ids", *SMALL, *_SELF, *stems([*_IDLE])})
_QUALIFIED = 0.8
"""The part of all operationIds that has to name a resource, for the others to be taken so."""


class Heard(NamedTuple):
    """What names are made of. method: in lower case. group, name: what the document, or its owner, wants it called.

    summary: the sentence for it, which has the words that an operationId may have in one.
    """

    path: str
    method: str
    identity: str = ""
    tag: str = ""
    group: tuple[str, ...] = ()
    name: str = ""
    summary: str = ""

    @property
    def key(self) -> str:
        """How names.lock calls the operation: `GET /path`."""
        return f"{sent(self.method)} {self.path}"


@dataclass(slots=True)
class Placed:
    """An operation and the resource that it belongs to. words: of its operationId. resource: outermost first.

    name: what it is called, where somebody has said so. leaf: the end of its path, where that is no resource of its
    own. around: the parts of the path before the resource. is_more: whether its operationId says more than its path.
    """

    heard: Heard
    route: Route
    words: tuple[str, ...]
    said: Said
    resource: tuple[Step, ...] = ()
    leaf: tuple[Step, ...] = ()
    around: tuple[Step, ...] = ()
    name: tuple[str, ...] = ()
    is_more: bool = False

    @property
    def way(self) -> tuple[str, ...]:
        """The names of its resource, outermost first."""
        return way(self.resource)

    @property
    def is_member(self) -> bool:
        """Whether it is about one member of a collection."""
        return bool(self.route) and not self.route[-1].words


def placed(heard: Sequence[Heard]) -> list[Placed]:
    """Place operations, in the order given."""
    found = routes([each.path for each in heard])
    tags = _tags([each.tag for each in heard])
    counted = Counter(each.tag for each in heard)
    parts = _qualified([each.identity for each in heard])
    begun = Counter(found[each.path][:1] for each in heard)
    lonely = {each.tag for each in heard if counted[each.tag] == 1 and begun[found[each.path][:1]] > 1}
    roots = {tags[each.tag] for each in heard if each.tag in tags and _begins(found[each.path], tags[each.tag])}
    result: list[Placed] = []
    for each in heard:
        tag = () if each.tag in lonely else tags.get(each.tag, ())
        words = _spoken(each, found[each.path])
        one = Placed(each, found[each.path], words, _said(each, found[each.path], words))
        one.is_more = _says_more(one, tag)
        is_root = tag in roots and begun[found[each.path][:1]] > 1
        _place(one, tag, parts.get(each.identity, ()), is_root=is_root)
        result.append(one)
    _fold(result)
    for one in result:
        if one.name == one.resource[-1].words and not one.heard.name:
            one.name = ()  # it names a resource
    return result


def _alone(one: Placed, tag: tuple[str, ...]) -> tuple[str, ...]:
    """Return an operationId of one word, beside a tag: it is the name of a method as it stands."""
    words, method = one.words, one.heard.method
    if not tag or len(words) != 1 or words[0] == method or words[0] in GENERIC.get(method, ()):
        return ()
    return words if stems(words) != stems(tag) else ()


def _begins(route: Route, tag: tuple[str, ...]) -> bool:
    """Say whether a path begins with what a tag says."""
    at = _match(stems(tag), [each for each in route if each.words])
    return at is not None and at[0] == 0


def _place(one: Placed, tag: tuple[str, ...], parts: tuple[str, ...], *, is_root: bool) -> None:
    """is_root: whether other paths begin with what the tag says, and this one begins with another resource."""
    heard = one.heard
    literals = tuple(each for each in one.route if each.words)
    one.name = words_of(heard.name) or _alone(one, tag)
    if group := _steps(heard.group):
        one.resource = group
    elif group := _steps(parts[:-1]):
        one.resource, one.name = group, one.name or words_of(parts[-1])
    elif not tag:
        one.resource, one.leaf = literals[:_MOST] or (Step(("default",)),), literals[_MOST:]
    elif (at := _match(stems(tag), literals)) is not None:
        begin, end = at
        named = literals[begin:end] if end - begin > 1 or literals[begin].is_many else (Step(tag),)
        one.resource, one.around = (*named, *literals[end:])[:_MOST], literals[:begin]
        one.leaf = (*named, *literals[end:])[_MOST:]
    elif is_root and literals and not one.name and not one.is_more and not _overlap(tag, literals):
        one.resource, one.leaf = literals[:_MOST], literals[_MOST:]
    else:
        one.resource = (Step(tag),)
        one.is_more = one.is_more or not _overlap(tag, literals)
        last = tuple(word for word in literals[-1].words if stems((word,))[0] not in stems(tag)) if literals else ()
        one.leaf, one.around = (Step(last),) if last else (), literals[:-1]


def _overlap(tag: tuple[str, ...], literals: Sequence[Step]) -> bool:
    return bool(set(stems(tag)) & {word for each in literals for word in each.stems})


def _spoken(heard: Heard, route: Route) -> tuple[str, ...]:
    """Return the words of an operationId, those taken apart that what stands beside it has apart."""
    known = {word for each in route for word in (*each.words, *each.stems, *words_of(each.text))}
    known |= {*words_of(heard.summary), *words_of(heard.tag)}
    return apart(words_of(_NUMBER.sub("", heard.identity)), known)


def _said(heard: Heard, route: Route, words: tuple[str, ...]) -> Said:
    """Return what an operationId says: nothing, where it is but the method and the path in one word."""
    words = unversioned(words)
    written = unversioned(words_of(_PLACE.sub("/", heard.path)))
    whole = "".join("".join(each.words) or "".join(_of(each.text)) for each in route)
    plain = [word for word in words if word not in ("id", "ids")]
    if "".join(plain).removeprefix(heard.method) in ("".join(written), whole, ""):
        return Said((), ())
    return said(words)


def _steps(group: Iterable[str]) -> tuple[Step, ...]:
    return tuple(Step(words) for each in group if (words := words_of(each)))


def _match(tag: tuple[str, ...], literals: Sequence[Step]) -> tuple[int, int] | None:
    """Return from where to where the parts of a path say what a tag says."""
    for begin in range(len(literals)):
        words: tuple[str, ...] = ()
        for end in range(begin, len(literals)):
            words += literals[end].stems
            if "".join(words) == "".join(tag):
                return begin, end + 1
    return None


def _says_more(one: Placed, tag: tuple[str, ...]) -> bool:
    """Say whether an operationId has words that neither its path nor its tag has."""
    known = {word for each in one.route for word in (each.stems if each.words else _of(each.text))}
    known |= {one.heard.method, *stems(tag)}
    return any(each not in known and each not in _SAYING_LITTLE and not each.isdigit() for each in stems(one.said.rest))


def _of(text: str) -> tuple[str, ...]:
    return stems(words_of(text))


def _tags(tags: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return tag -> its words, without those that all begin with; nothing for tags that do not tell apart."""
    counted = Counter(each for each in tags if each)
    if len(counted) < 2 and not (len(counted) == 1 and counted.total() < 40):
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for each in counted:
        words = list(words_of(each))
        while len(words) > 1 and words[-1] in _NOISE:
            words.pop()
        if words and words != ["default"]:
            found[each] = tuple(words)
    while len(found) > 2:
        first = Counter(words[0] for words in found.values()).most_common(1)[0]
        if first[1] < 0.9 * len(found) or any(len(words) == 1 for words in found.values()):
            break
        found = {tag: words[1:] if words[0] == first[0] else words for tag, words in found.items()}
    return found


def _qualified(identities: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return operationId -> its parts, where nearly all name a resource and a method: `issues/create`, `Items_List`."""
    given = [each for each in identities if each]
    for shape, divide in (
        (r"[\w -]+(/[\w -]+)+", "/"),
        (r"[\w-]+(\.[\w-]+)+", "."),
        (r"[A-Z][A-Za-z0-9]*_[A-Z]\w*", "_"),
    ):
        fitting = [each for each in given if re.fullmatch(shape, each)]
        if len(fitting) > 1 and len(fitting) >= _QUALIFIED * len(given):
            parts = {each: tuple(each.split(divide, 1 if divide == "_" else -1)) for each in fitting}
            shared = len({each[0] for each in parts.values()}) == 1 and all(len(each) > 2 for each in parts.values())
            return {each: found[1:] if shared else found for each, found in parts.items()}
    return {}


def _fold(found: Sequence[Placed]) -> None:
    """Make methods of the resource around it of a resource with one operation, and of one that is called by a verb."""
    for depth in range(_MOST, 1, -1):
        counted = Counter(way(each.resource[:depth]) for each in found if len(each.resource) >= depth)
        deeper = {way(each.resource[:depth]) for each in found if len(each.resource) > depth}
        for each in found:
            key = each.way
            if len(each.resource) != depth or key in deeper or each.heard.group:
                continue
            if counted[key] == 1 or (each.resource[-1].words[0] in VERBS and not each.resource[-1].is_many):
                each.leaf = (each.resource[-1], *each.leaf)
                each.resource = each.resource[:-1]


def way(resource: Iterable[Step]) -> tuple[str, ...]:
    """Return the names of a resource, outermost first."""
    return tuple(each.name for each in resource)
