"""Types of the IR -> annotations."""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable, Mapping
from itertools import zip_longest

from ..ir import NULL, Array, Class, Facts, Field, File, Literal, Map, Ref, Scalar, Stream, Tuple, Type, Union
from ..ir.walk import inner
from .text import identifier, literal

_SCALARS = {
    "string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None", "date-time": "datetime",
    "date": "date", "unix-time": "datetime", "decimal": "Decimal", "uuid": "UUID", "bytes": "bytes", "base64": "bytes",
    "base64url": "bytes", "decimal-number": "Decimal",
}  # fmt: skip

_ENCODED_TYPES = {
    "unix-time": "UnixTime",
    "base64": "Base64Bytes",
    "base64url": "Base64UrlBytes",
    "decimal-number": "DecimalNumber",
}
"""Scalar that is encoded -> the runtime's type that reads and writes it."""


def runtime_type(found: Type) -> str:
    """Return the runtime's type that reads and writes a leaf; "" where none has to."""
    if isinstance(found, File):
        return "Upload"
    return _ENCODED_TYPES.get(found.name, "") if isinstance(found, Scalar) else ""


def runtime_types(found: Type) -> set[str]:
    """Return the runtime's types that a type is made of."""
    return set[str]({runtime_type(found)} - {""}).union(*map(runtime_types, inner(found)))


def annotation(
    found: Type,
    *,
    sent: bool = False,
    shadowed: frozenset[str] = frozenset(),
    flavour: str = "sync",
    home: str = "",
    named: Callable[[str], str] | None = None,
) -> str:
    """Spell a type. sent: for an argument, which takes any sequence or mapping; shadowed: builtins the scope hides.
    flavour: of the method that returns it. home: what stands before the names of models. named: spells a model, where
    its name is not enough.

    >>> annotation(Array(Union((Scalar("integer"), Scalar("null")))))
    'list[int | None]'
    >>> annotation(Array(Ref("Pet")), sent=True), annotation(Literal(("a", 1.5)))
    ('Sequence[Pet]', "Literal['a'] | float")
    """
    return _Speller(sent, shadowed, False, "Async" if flavour == "async" else "", home, named).text(found)


def read_annotation(found: Type, *, home: str = "") -> str:
    """Spell a type as what reads it from JSON, and as a model's attribute.

    >>> read_annotation(Array(Scalar("base64"))), annotation(Array(Scalar("base64")))
    ('list[Base64Bytes]', 'list[bytes]')
    """
    return _Speller(False, frozenset(), True, home=home).text(found)


MODELS = "_models"
"""What the modules of resources call the package of models, which no argument is called."""


def later(found: Type, *, sent: bool = False) -> str:
    """Spell a type for the runtime as a value: as what reads it from JSON, or as an argument; one that has models as a
    function, so that they are loaded when it is first needed.

    >>> later(Array(Ref("Pet"))), later(Array(Scalar("string"))), later(Array(Ref("Pet")), sent=True)
    ('lambda: list[_models.Pet]', 'list[str]', 'lambda: Sequence[_models.Pet]')
    """
    home = f"{MODELS}."
    text = annotation(found, sent=True, home=home) if sent else read_annotation(found, home=home)
    return f"lambda: {text}" if home in text else text


def attribute(found: Type, *, required: bool = True) -> str:
    """Spell the type of an attribute of a model; one that may be missing is None then.

    >>> attribute(Scalar("unix-time")), attribute(Array(Ref("Pet")), required=False)
    ('UnixTime', 'list[Pet] | None')
    """
    members = found.members if isinstance(found, Union) else (found,)
    text = read_annotation(found)
    return text if required or NULL in members else f"{text} | None"


def value_facts(found: Type) -> Facts:
    """Return what is demanded of a value that may be null besides."""
    if isinstance(found, Union):
        rest = [each for each in found.members if each != NULL]
        return rest[0].facts if len(rest) == 1 else found.facts
    return found.facts


def field_type(field: Field, model: Class) -> Type:
    """Return the type of an attribute: what only requests hold is None in an object that was read."""
    if not is_asked(field, model):
        return field.type
    members = field.type.members if isinstance(field.type, Union) else (field.type,)
    return Union((*(each for each in members if each != NULL), NULL), facts=value_facts(field.type))


def is_asked(field: Field, model: Class) -> bool:
    """Say whether a field is demanded of who sends an object, and never there in one that was read."""
    return model.both_ways and field.access == "write" and field.required


class _Speller:
    """What one annotation is spelt for."""

    def __init__(
        self,
        sent: bool,
        shadowed: frozenset[str],
        read: bool,
        prefix: str = "",
        home: str = "",
        named: Callable[[str], str] | None = None,
    ) -> None:
        self._sent = sent
        self._shadowed = shadowed
        self._read = read
        self._prefix = prefix
        self._home = home
        self._named = named

    def text(self, found: Type) -> str:
        if self._read and (ours := runtime_type(found)):
            return ours
        match found:
            case Scalar("unix-time") if self._sent:
                return f"datetime | {self._builtin('int')}"
            case Scalar(name):
                return self._builtin(_SCALARS[name])
            case File():
                return "Upload" if self._sent else self._builtin("bytes")
            case Ref(model):
                return self._home + identifier(model) if self._named is None else self._named(model)
            case Literal(values):
                return self._literal(values)
            case Array(item):
                return self._many(self.text(item))
            case Tuple():
                return self._tuple(found)
            case Map(value):
                name = "Mapping" if self._sent else self._builtin("dict")
                return f"{name}[{self._builtin('str')}, {self.text(value)}]"
            case Stream():
                return self._stream(found)
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
        """Spell an array with a type for each place; a list of all of them where more may follow."""
        texts = [self.text(each) for each in inner(found)]
        if found.rest is None:
            return f"{self._builtin('tuple')}[{', '.join(texts)}]"
        members = _joined(texts)
        return self._many("Any" if "Any" in members.split(" | ") else members)

    def _stream(self, found: Stream) -> str:
        item = self.text(found.item)
        if self._sent:
            whole = "Upload | " if item == "Any" else ""
            return f"{whole}Iterable[{item}] | AsyncIterable[{item}]"
        return f"{self._prefix}{'EventStream' if found.events else 'Stream'}[{item}]"

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


_ENCODERS = {"unix-time": "as_unix_time", "base64": "as_base64", "base64url": "as_base64url"}
"""Scalar that is encoded -> the runtime's function that writes it outside of models."""
_IN_JSON = {"decimal-number": "as_number"}
"""As _ENCODERS, where it is written as JSON."""


def encoded(text: str, found: Type, *, json: bool = False) -> str:
    """Spell a value of a type as it is sent, given the text that stands for it. json: whether it is sent as JSON.

    >>> encoded("body", Array(Scalar("base64"))), encoded("body", Ref("Pet"))
    ('as_base64(body)', 'body')
    >>> encoded("body", Array(Tuple((Scalar("date-time"), Scalar("unix-time")), None)))
    'for_each(in_places(None, as_unix_time))(body)'
    """
    for writer in _writers(found, {**_ENCODERS, **(_IN_JSON if json else {})}):
        text = f"{writer}({text})"
    return text


def _writers(found: Type, encoders: Mapping[str, str]) -> list[str]:
    """Spell the functions that write a value of a type, in the order in which they are applied."""
    members = [each for each in inner(found) if _writers(each, encoders)]
    if isinstance(found, Tuple) and found.rest is None:
        rows = zip_longest(*(_writers(each, encoders) for each in found.items), fillvalue="None")
        return [f"in_places({', '.join(row)})" for row in rows]
    if isinstance(found, Array | Map | Union) and len(members) == 1 and _has_tuple(members[0]):
        each = _writers(members[0], encoders)
        return each if isinstance(found, Union) else [f"for_each({writer})" for writer in each]
    return [function for name, function in encoders.items() if contains(found, Scalar(name))]


def _has_tuple(found: Type) -> bool:
    return (isinstance(found, Tuple) and found.rest is None) or any(map(_has_tuple, inner(found)))
