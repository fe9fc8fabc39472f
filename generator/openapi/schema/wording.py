"""Wording: what a schema that needs a name is called, from its title or the words of its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...data import Json, as_list
from ..names import Names, singular, spoken, words
from ..read.document import tokens
from .union_words import member_words, shape_of
from .vocabulary import is_null, is_reference, needs_name
from .walk import Spot, within

MOST_LETTERS = 60
"""How long a name may be before words of it are left out."""

_STATUSES = {
    "201": "Created", "202": "Accepted", "203": "NonAuthoritative", "206": "Partial", "207": "MultiStatus",
    "default": "Default",
}  # fmt: skip
"""What the statuses of answers say, in words; 200 is what is expected."""
_MEDIA = {
    "application/json": "Json", "application/x-www-form-urlencoded": "Form", "multipart/form-data": "Multipart",
    "text/plain": "Text", "application/octet-stream": "Bytes",
}  # fmt: skip
_IDLE = frozenset(
    ("body", "data", "item", "object", "of", "properties", "property", "request", "response", "schema", "the", "value",
     "with")
)  # fmt: skip
"""Words that say little within a name."""


def class_name(parts: Sequence[str], names: Names) -> str:
    """Join the words of a place into a class name, without repeating words at the seams.

    >>> from generator.openapi.names import PLAIN
    >>> class_name(("GetCustomers", "404", "Error"), PLAIN), class_name(("list-boats", "Boats"), PLAIN)
    ('GetCustomers404Error', 'ListBoats')
    """
    result = ""
    for word in parts:
        result = joined(result, names.joined(word), word) if result else names.joined(word)
    return result


def joined(owner: str, part: str, written: str = "") -> str:
    """Return a class name with more words at its end; those that it ends with already are said once.

    written: how the document spells them.

    >>> joined("PaymentMethod", "PaymentMethodOptions"), joined("Order", "Schema3ds", "3ds")
    ('PaymentMethodOptions', 'Order3ds')
    """
    part = part.removeprefix("Schema") if written[:1].isdigit() else part
    said, more = spoken(owner.casefold() if owner.isupper() else owner), spoken(part)
    for count in range(min(len(said), len(more)), 0, -1):
        if [each.casefold() for each in said[-count:]] == [each.casefold() for each in more[:count]]:
            return owner + "".join(more[count:])
    return owner + part


def root_names(spot: Spot, names: Names) -> list[str]:
    """Return what an outermost schema of an operation or of a part of one can be called, the best name first."""
    usual, way = class_name(spot.words, names), list(tokens(spot.pointer))
    status, media = _after("responses", way), _after("content", way)
    kind = _MEDIA.get(media) or names.joined(media.partition("/")[2])
    told = [*([_STATUSES[status]] if status in _STATUSES else []), *([kind] if media else [])]
    found = [usual, *(usual + each for each in told), usual + "".join(told)]
    if way[0] == "paths":
        segments = [each for each in way[1].split("/") if each]
        said = (way[2], *(each for each in segments if each[0] != "{"))
        whole = [f"By {each}" if each[0] == "{" else each for each in segments]
        if spot.words[: len(said)] == said:
            found.append(class_name((way[2], *whole, *spot.words[len(said) :]), names))
        elif way[2] == "parameters":
            found.append(class_name((*whole, *spot.words[1:]), names))
    return found


def rank_of(pointer: str) -> int:
    """Return which of two outermost schemas with one name it belongs to: the lowest. 200 and JSON come first."""
    way = list(tokens(pointer))
    status, media = _after("responses", way), _after("content", way)
    return 2 * (int(status) if status.isdigit() else 0) + (media not in ("", "application/json"))


def _after(word: str, way: list[str]) -> str:
    """Return what stands last after a word of a pointer, "" where it does not."""
    return next((each for before, each in zip(way[-2::-1], way[:0:-1], strict=True) if before == word), "")


def inner_name(owner: str, spot: Spot, names: Names, *, whole: bool = False) -> str:
    """Return the name for what stands at a place directly inside the schema named `owner`.

    whole: say all words of the place, also those that are only needed where names would be alike.
    """
    keyword = spot.keyword
    if keyword == "properties":
        part = names.joined(str(spot.key))
        return owner + part if whole else joined(owner, part, str(spot.key))
    if keyword == "items":
        return f"{owner}Item" if whole else _item_name(owner)
    if keyword in ("additionalProperties", "patternProperties"):
        return f"{owner}Value"
    if keyword == "prefixItems":
        return f"{owner}Item{int(spot.key) + 1}"
    found = as_list(spot.holder)
    if keyword == "allOf":
        return joined(owner, member_word(found, int(spot.key), names, titles=True)) if whole else owner
    return _member_name(owner, found, int(spot.key), names, whole)


def _item_name(owner: str) -> str:
    parts = words(owner)
    if not parts:
        return f"{owner}Item"
    last = singular(parts[-1])
    return owner[: owner.rindex(parts[-1])] + (last[0].upper() + last[1:]).replace("_item", "Item")


def _member_name(owner: str, found: list[Json], index: int, names: Names, whole: bool) -> str:
    """Return the name of a member of a union: that of the union, where no other member could be meant."""
    others = [each for at, each in enumerate(found) if at != index and not is_null(each)]
    is_class = needs_name(found[index])
    is_alone = all(_is_plain(each) or (is_reference(each) and not is_class) for each in others)
    if not others or (is_alone and not whole):
        return owner
    word = member_word(found, index, names, titles=True)
    said, more = spoken(owner), spoken(word)
    same = next((at for at, (one, other) in enumerate(zip(said, more, strict=False)) if one != other), 0)
    return joined(owner, "".join(more[same:]))


def _is_plain(schema: Json) -> bool:
    """Say whether nothing in a schema becomes a class."""
    return not any(is_reference(each) or needs_name(each) for each in within(schema))


def member_word(found: list[Json], index: int, names: Names, *, titles: bool) -> str:
    """Return what tells a member of a union apart; where nothing speaks, a number by its content."""
    told = member_words(found, names, titles=titles)
    if told[index]:
        return told[index]
    silent = sorted(shape_of(each) for each, word in zip(found, told, strict=True) if not word)
    return f"Variant{silent.index(shape_of(found[index])) + 1}"


def shorter(name: str) -> Iterator[str]:
    """Yield shorter names for one that is too long, the best first: what is said twice, and what says little, goes
    first, then the outermost words.

    >>> next(shorter("ApiAccountAvailablePhoneNumberCountryAvailablePhoneNumberTollFree"))
    'ApiAccountCountryAvailablePhoneNumberTollFree'
    """
    for keep in range(3):
        for idle in (_IDLE, frozenset[str]()):
            parts = _LETTER.sub("", " ".join(spoken(name))).split(" ")
            while (sum(map(len, parts)) > MOST_LETTERS or parts[0][0].isdigit()) and len(parts) > keep + 1:
                del parts[_least(parts, keep, idle)]
            short = "".join(parts)[:MOST_LETTERS]
            yield short[0].upper() + short[1:]


_LETTER = re.compile(r" (?=[A-Za-z]( |$))")
"""What stands before a single letter: it belongs to the word before it."""


def _least(parts: list[str], keep: int, idle: frozenset[str]) -> slice:
    """Return the words that a name can do without first. keep: how many of the outermost are to stay."""
    said = [each.casefold() for each in parts]
    for count in range(len(said) // 2, 0, -1) if len(set(said)) < len(said) else ():
        for at in range(len(said) - 2 * count + 1):
            if any(said[at : at + count] == said[other : other + count] for other in range(at + count, len(said))):
                return slice(at, at + count)
    at = next((at for at, each in enumerate(said[:-1]) if each in idle), keep)
    return slice(at, at + 1)
