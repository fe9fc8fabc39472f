"""Types of the IR -> annotations."""

from __future__ import annotations

import builtins
import re

from ..ir import NULL, Array, File, Literal, Map, Ref, Scalar, Tuple, Type, Union
from ..ir.walk import inner
from .text import identifier, literal

_SCALARS = {
    "string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None", "date-time": "datetime",
    "date": "date", "decimal": "Decimal", "uuid": "UUID", "bytes": "bytes", "base64": "str",
}  # fmt: skip


def annotation(found: Type, *, sent: bool = False, shadowed: frozenset[str] = frozenset()) -> str:
    """Spell a type. sent: for an argument, which takes any sequence or mapping; shadowed: builtins the scope hides.

    >>> annotation(Array(Union((Scalar("integer"), Scalar("null")))))
    'list[int | None]'
    >>> annotation(Array(Ref("Pet")), sent=True), annotation(Literal(("a", 1.5)))
    ('Sequence[Pet]', "Literal['a'] | float")
    """
    return _Speller(sent, shadowed, False).text(found)


def attribute(found: Type, *, required: bool = True) -> str:
    """Spell the type of an attribute of a model; one that may be missing is None then.

    >>> attribute(Scalar("unix-time")), attribute(Array(Ref("Pet")), required=False)
    ('UnixTime', 'list[Pet] | None')
    """
    members = found.members if isinstance(found, Union) else (found,)
    text = _Speller(False, frozenset(), True).text(found)
    return text if required or NULL in members else f"{text} | None"


class _Speller:
    """What one annotation is spelt for."""

    def __init__(self, sent: bool, shadowed: frozenset[str], in_model: bool) -> None:
        self._sent = sent
        self._shadowed = shadowed
        self._in_model = in_model

    def text(self, found: Type) -> str:
        match found:
            case Scalar("unix-time"):
                whole = f"datetime | {self._builtin('int')}" if self._sent else "datetime"
                return "UnixTime" if self._in_model else whole
            case Scalar(name):
                return self._builtin(_SCALARS[name])
            case File():
                return "Upload" if self._sent or self._in_model else self._builtin("bytes")
            case Ref(model):
                return identifier(model)
            case Literal(values):
                return self._literal(values)
            case Array(item):
                return self._many(self.text(item))
            case Tuple():
                return self._tuple(found)
            case Map(value):
                name = "Mapping" if self._sent else self._builtin("dict")
                return f"{name}[{self._builtin('str')}, {self.text(value)}]"
            case Union(members):
                return _joined([self.text(each) for each in members])
            case _:
                return "Any"

    def _literal(self, values: tuple[bool | int | float | str | None, ...]) -> str:
        """Spell constants. Python has no literals of type float: such a value leaves its plain type."""
        kept = [literal(each) for each in values if not isinstance(each, float)]
        texts = [f"Literal[{', '.join(kept)}]"] if kept else []
        return " | ".join(texts + ([self._builtin("float")] if len(kept) < len(values) else []))

    def _tuple(self, found: Tuple) -> str:
        """Spell an array whose first members are told apart as a list: the model tool writes tuples as fields only."""
        members = _joined([self.text(each) for each in inner(found)])
        return self._many("Any" if "Any" in members.split(" | ") else members)

    def _many(self, item: str) -> str:
        return f"Sequence[{item}]" if self._sent else f"{self._builtin('list')}[{item}]"

    def _builtin(self, name: str) -> str:
        return f"builtins.{name}" if name in self._shadowed and hasattr(builtins, name) else name


def _joined(texts: list[str]) -> str:
    return " | ".join(dict.fromkeys(sorted(texts, key=lambda each: each == "None")))


def symbols(text: str) -> set[str]:
    """Return the names that spelled code uses, outside its string literals."""
    bare = re.sub(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", "''", text)
    return set(re.findall(r"(?<![\w.])[A-Za-z_]\w*", bare))


def contains(found: Type, wanted: Type) -> bool:
    """Say whether a type is another one or holds it."""
    return found == wanted or any(contains(each, wanted) for each in inner(found))
