"""The two sides of pages: what a request can say of them, and what an answer says. Reads the IR, decides nothing.

A spot is named as x-paging names it: a query parameter by its name, everything else by a JSON pointer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ...data import Json
from ...ir import Answer, Body, Field, JsonContent, Param, Scalar, Type
from ..read.document import join
from .contents import read_type
from .finder import Finder
from .paging_words import (
    ASIDE,
    BODY_HOLDERS,
    COUNTS,
    ENVELOPES,
    HOLDERS,
    LINK_ENDS,
    LINK_HOLDERS,
    LINK_TEXT,
    LINKS,
    LISTS,
    MORES,
    NEUTRAL,
    NEXT_HOLDERS,
    NEXT_TOKENS,
    SIZES,
    TOTAL_PAGES,
    word,
)

_DEPTH = 4
_OF_PAGES = NEUTRAL | HOLDERS | SIZES | TOTAL_PAGES | MORES | NEXT_TOKENS | LINKS | ASIDE
_NUMBERS = ("integer", "number")


@dataclass(frozen=True, slots=True)
class Spot:
    """A parameter, a field of the body, or a field of the answer. word: its name in the tables. around: those of the
    objects it stands in, outermost first. default: none where the document says none."""

    name: str
    word: str
    around: tuple[str, ...]
    type: Type
    default: Json
    doc: str

    @property
    def is_number(self) -> bool:
        return isinstance(self.type, Scalar) and self.type.name in _NUMBERS

    @property
    def is_flag(self) -> bool:
        return self.type == Scalar("boolean")

    @property
    def is_token(self) -> bool:
        """Say whether a value is a text or a number."""
        return isinstance(self.type, Scalar) and self.type.name not in ("boolean", "null", "bytes")

    @property
    def is_link(self) -> bool:
        """Say whether a value is the address of the next page: by its name, its place, its format or its words."""
        if self.word not in LINKS and not (self.word in LINK_ENDS and NEXT_HOLDERS & {*self.around[-1:]}):
            return False
        named = self.word not in NEXT_HOLDERS or bool(LINK_HOLDERS & {*self.around})
        told = isinstance(self.type, Scalar) and self.type.facts.format in ("uri", "url", "uri-reference")
        return self.is_token and not self.is_number and (named or told or bool(LINK_TEXT.search(self.doc)))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request can say. spots: its query parameters, then the fields of a JSON body. flags: its booleans."""

    method: str
    spots: tuple[Spot, ...]
    queries: frozenset[str]
    size: str
    has_size: bool

    def of(self, words: Collection[str]) -> list[Spot]:
        """Return the spots with one of some names, in the order of the document."""
        return [each for each in self.spots if each.word in words]

    def is_switched(self, spot: Spot) -> bool:
        """Say whether a flag has to be set for a parameter to count (`usemarker` for `marker`)."""
        return any(each.is_flag and each.word in (f"use{spot.word}", f"enable{spot.word}") for each in self.spots)


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer says. items: the pointer to its list; item: the type of the items. spots: what may tell of pages.
    others: how many fields stand beside the list that say nothing of pages. doubt: why the list is none for certain,
    "" where it is. has_link: whether the answer has a Link header (RFC 8288). headers: the others that it has."""

    items: str
    item: Type
    spots: tuple[Spot, ...]
    others: int
    doubt: str
    has_link: bool
    headers: tuple[Spot, ...] = ()

    def of(self, words: Collection[str]) -> list[Spot]:
        """Return the spots with one of some names, outer ones first."""
        return [each for each in self.spots if each.word in words]

    @property
    def more(self) -> str:
        """Return the pointer to the flag that says whether more follows, "" for none."""
        return next((each.name for each in self.of(MORES) if each.is_flag), "")

    @property
    def total_pages(self) -> str:
        return next((each.name for each in self.of(TOTAL_PAGES) if each.is_number), "")

    @property
    def count(self) -> str:
        """Return the pointer to the number of all items: the only one that is called so."""
        found = [each for each in self.spots if is_count(each.word) and each.is_number]
        return found[0].name if len(found) == 1 else ""


def is_count(name: str) -> bool:
    """Say whether a field is the number of all items."""
    return name in COUNTS or (name.startswith("total") and name not in TOTAL_PAGES)


def asked(method: str, params: tuple[Param, ...], body: Body | None, finder: Finder) -> Asked:
    """Return what a request can say of pages."""
    queries = [
        Spot(each.wire, word(each.wire), (), finder.plain(each.type), each.default, each.doc)
        for each in params
        if each.place == "query" and not each.content
    ]
    contents = body.contents if body is not None else ()
    within: list[Spot] = []
    if len(contents) == 1 and isinstance(contents[0], JsonContent):
        within = list(_spots(finder, contents[0].type, "", (), BODY_HOLDERS))
    size = next((each for each in [*queries, *within] if each.word in SIZES and not each.is_flag), None)
    names = frozenset(each.name for each in queries)
    named = size.name if size is not None and size.name in names else ""
    return Asked(method, (*queries, *within), names, named, size is not None)


def answered(answer: Answer, path: str, finder: Finder) -> Answered | None:
    """Return what an answer says of pages; none where it holds no list. path: of the operation, whose words may say
    which of several lists it is."""
    has_link = any(each.wire.lower() == "link" for each in answer.headers)
    headers = tuple(
        Spot(each.wire, word(each.wire).removeprefix("x"), (), finder.plain(each.type), None, each.doc)
        for each in answer.headers
    )
    whole = finder.plain(read_type(answer.contents[0]))
    if (item := finder.item(whole)) is not None:
        return Answered("", item, (), 0, "", has_link, headers)
    pointer, fields = "", finder.fields(whole)
    said = {word(each) for each in path.split("/")}
    if not _arrays(fields, said, finder):
        within = [(each.wire, finder.fields(each.type)) for each in fields if word(each.wire) in ENVELOPES]
        within = [(wire, inner) for wire, inner in within if _arrays(inner, said, finder)]
        if len(within) != 1:
            return None
        pointer, fields = join("", within[0][0]), within[0][1]
    spots = tuple(_spots(finder, whole, "", (), HOLDERS | {word(pointer)}))
    counted = {each.word.removeprefix("total") for each in spots if is_count(each.word)}
    found = _chosen(fields, said, counted, finder)
    doubt = "" if len(found) == 1 else "it holds several lists: " + ", ".join(f"`{each.wire}`" for each in found)
    item = finder.item(found[0].type)
    assert item is not None
    others = [each for each in fields if each not in found and not _is_of_pages(each, finder)]
    return Answered(join(pointer, found[0].wire), item, spots, len(others), doubt, has_link, headers)


def _arrays(fields: tuple[Field, ...], path: set[str], finder: Finder) -> list[Field]:
    """Return the fields that hold lists, without those that are never the items. path: the words of the operation's."""
    aside = ASIDE - path
    return [each for each in fields if finder.item(each.type) is not None and word(each.wire) not in aside]


def _chosen(fields: tuple[Field, ...], path: set[str], counted: set[str], finder: Finder) -> list[Field]:
    """Return the list among the fields; several where nothing tells which it is. counted: what totals are of."""
    found = _arrays(fields, path, finder)
    objects = [each for each in found if _holds_objects(each, finder)]
    tried = (
        found,
        [each for each in objects if word(each.wire) in counted],
        [each for each in objects if word(each.wire) in LISTS],
        [each for each in objects if word(each.wire) in path],
        objects,
    )
    return next((each for each in tried if len(each) == 1), found)


def _holds_objects(field: Field, finder: Finder) -> bool:
    item = finder.item(field.type)
    return item is not None and not isinstance(finder.plain(item), Scalar)


def _is_of_pages(field: Field, finder: Finder) -> bool:
    """Say whether a field is one that any page may have."""
    name = word(field.wire)
    if name in _OF_PAGES or is_count(name) or finder.item(field.type) is not None:
        return True
    return name.startswith(("next", "prev", "first", "last", "page", "total", "offset", "cursor", "start"))


def _spots(
    finder: Finder, found: Type, pointer: str, around: tuple[str, ...], holders: Collection[str]
) -> Iterator[Spot]:
    """Yield the leaves of an object, and those of the objects in it that may say how pages follow; outer ones first."""
    inner: list[Field] = []
    for field in finder.fields(found):
        name = word(field.wire)
        if finder.fields(field.type):
            inner += [field] if name in holders else []
        else:
            at = join(pointer, field.wire)
            yield Spot(at, name, around, finder.plain(field.type), field.default, field.doc)
    for field in inner if len(around) < _DEPTH else ():
        yield from _spots(finder, field.type, join(pointer, field.wire), (*around, word(field.wire)), holders)
