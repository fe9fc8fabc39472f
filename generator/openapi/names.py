"""Names: the text of a document -> Python names, settled once.

In: wire names in document order. Out: identifiers that are never reserved and never collide in their scope, whatever
the wire name holds. Two names are equal when they are after NFKC and case folding.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ..ir.reserved import Reserved

MAX_LENGTH = 100
_REMEMBERED = 1 << 16
"""How many names are remembered as they were taken apart: the same ones come again in each stage."""

_SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+|[^\W\d_A-Za-z]+")


@lru_cache(_REMEMBERED)
def words(text: str) -> tuple[str, ...]:
    """Split a name into its words; Latin letters with marks are written without them.

    >>> words("GetCustomerByID"), words("X-App-Id"), words("first_6"), words("v2Orders"), words("Größe")
    (('Get', 'Customer', 'By', 'ID'), ('X', 'App', 'Id'), ('first', '6'), ('v', '2', 'Orders'), ('Grosse',))
    """
    return tuple(_WORD.findall(text if text.isascii() else _latin(text)))


@lru_cache(_REMEMBERED)
def spoken(text: str) -> tuple[str, ...]:
    """Split a name into its words, a number with the word that it belongs to.

    >>> spoken("CoreV1Secret"), spoken("3d_secure"), spoken("appsV1beta1")
    (('Core', 'V1', 'Secret'), ('3d', 'secure'), ('apps', 'V1beta1'))
    """
    found: list[str] = []
    for word in _joined(words(text)):
        if found and _VERSION.fullmatch(found[-1]) and _STAGE.fullmatch(word):
            found[-1] += word
        else:
            found.append(word)
    return tuple(found)


_VERSION = re.compile(r"[vV]\d+")
_STAGE = re.compile(r"(alpha|beta|rc)\d*", re.IGNORECASE)


def _latin(text: str) -> str:
    """Write Latin letters as those of ASCII: marks are left out, ligatures taken apart. Other scripts stay."""
    taken = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    plain = "".join(each for at, each in enumerate(taken) if not (unicodedata.combining(each) and _on_ascii(taken, at)))
    return unicodedata.normalize("NFKC", plain)


def _on_ascii(text: str, at: int) -> bool:
    """Say whether the letter that a mark belongs to is one of ASCII."""
    while at and unicodedata.combining(text[at]):
        at -= 1
    return text[at].isascii()


_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
     "ł": "l", "Ł": "L", "þ": "th", "Þ": "Th", "ı": "i"}
)  # fmt: skip


class Names:
    """Spells names so that none is reserved.

    >>> Names(Reserved(words=frozenset({"class"}))).snake("class")
    'class_'
    """

    def __init__(self, reserved: Reserved) -> None:
        self.reserved = reserved
        self._snakes: dict[str, str] = {}

    def snake(self, text: str) -> str:
        """Spell a name for a variable; one that is spelt so already stays.

        >>> names = Names(Reserved(words=frozenset({"class"})))
        >>> [names.snake(each) for each in ("createdAt", "X-App-Id", "first_6", "class", "2fa", "include[]")]
        ['created_at', 'x_app_id', 'first_6', 'class_', 'field_2fa', 'include']
        """
        if text not in self._snakes:
            self._snakes[text] = self._snake(text)
        return self._snakes[text]

    def _snake(self, text: str) -> str:
        if len(text) <= MAX_LENGTH and _SNAKE.fullmatch(text):
            return self._free(text)
        name = "_".join(word.lower() for word in _joined(words(text)))
        name = _shorten(_valid(name)) or "field"
        return self._free(f"field_{name}" if name[0].isdigit() else name)

    def pascal(self, text: str) -> str:
        """Spell a name for a class; capitals inside a word stay.

        >>> names = Names(Reserved(classes=frozenset({"any"})))
        >>> [names.pascal(each) for each in ("customer_page", "APIKey", "get-customer-", "3d_secure", "", "any")]
        ['CustomerPage', 'APIKey', 'GetCustomer', 'Schema3dSecure', 'Schema', 'AnyModel']
        """
        return self.class_name(_shorten(self.joined(text)))

    def joined(self, text: str) -> str:
        """Spell a name as those of classes are, however long it is, and whoever has taken it."""
        name = _valid("".join(word[0].upper() + word[1:] for word in _joined(words(text)))) or "Schema"
        return f"Schema{name}" if name[0].isdigit() else name

    def class_name(self, name: str) -> str:
        """Return the name, or one that is free where a class may not have it."""
        taken = name.casefold() in self.reserved.classes or name in self.reserved.words
        return f"{name}Model" if taken else name

    def module(self, text: str) -> str:
        """Spell a name for a file of the package.

        >>> names = Names(Reserved(modules=frozenset({"con"})))
        >>> names.module("CustomerPage"), names.module("con"), names.module("Client Models")
        ('customer_page', 'con_', 'client_models')
        """
        name = self.snake(text).strip("_") or "module"
        name = f"module_{name}" if name[0].isdigit() else name
        return f"{name}_" if name in self.reserved.words or name in self.reserved.modules else name

    def is_name(self, text: str) -> bool:
        """Say whether a text is a name as it stands."""
        return text.isidentifier() and text.isascii() and text not in self.reserved.words

    def _free(self, name: str) -> str:
        return f"{name}_" if name in self.reserved.words else name


@lru_cache(_REMEMBERED)
def singular(text: str) -> str:
    """Guess the singular of a plural, for the name of an item.

    >>> [singular(each) for each in ("cards", "entries", "addresses", "statuses", "data", "boxes", "Series", "s")]
    ['card', 'entry', 'address', 'status', 'data_item', 'box', 'Series_item', 's_item']
    """
    lower = text.lower()
    if lower.endswith("ies") and len(text) > 4 and lower not in ("series", "species"):
        return text[:-3] + "y"
    if lower.endswith(("sses", "xes", "ches", "shes", "zes", "iases", "tuses", "nuses", "ruses", "puses")):
        return text[:-2]
    if lower != "s" and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "series", "species")):
        return text[:-1]
    return text if lower.endswith(("us", "is", "ss")) else f"{text}_item"


def fold(name: str) -> str:
    """Return the form in which two names are compared."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFKC", name).casefold()


@lru_cache
def _folded(names: frozenset[str]) -> frozenset[str]:
    return frozenset(map(fold, names))


class Scope:
    """Names given out so far in one scope; each new one differs from them all."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._taken = set(_folded(reserved)) if isinstance(reserved, frozenset) else set(map(fold, reserved))

    def take(self, name: str, *, separator: str = "_") -> str:
        """Return the name, or the name with the first number that is free."""
        free, number = name, 2
        while fold(free) in self._taken:
            stem = name.rstrip("_") if separator == "_" else name
            free, number = f"{stem}{separator}{number}", number + 1
        self._taken.add(fold(free))
        return free

    def __contains__(self, name: str) -> bool:
        return fold(name) in self._taken


PLAIN = Names(Reserved())
"""For names that do not reach code: those of components of a document."""


def _joined(parts: Sequence[str]) -> list[str]:
    """Let a number stay with the word before it: address1, not address_1; a word after a number stays apart."""
    result: list[str] = []
    for part in parts:
        follows_word = part.isdigit() and result and not result[-1][-1].isdigit()
        follows_first_number = len(result) == 1 and result[0].isdigit()
        if follows_word or follows_first_number:
            result[-1] += part
        else:
            result.append(part)
    return result


def _valid(name: str) -> str:
    if name.isascii() and f"a{name}".isidentifier():
        return name
    return "".join(each for each in unicodedata.normalize("NFKC", name) if each == "_" or ("a" + each).isidentifier())


def _shorten(name: str) -> str:
    if len(name) <= MAX_LENGTH:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: MAX_LENGTH - 9]}{digest if name[0].isupper() else '_' + digest}"
