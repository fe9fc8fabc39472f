"""Types of the IR -> annotations."""

from __future__ import annotations

import builtins
import re

from ..ir import Array, Literal, Map, Ref, Scalar, Type, Union
from .text import identifier, literal

_SCALARS = {
    "string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None", "date-time": "datetime",
    "date": "date", "unix-time": "datetime", "decimal": "Decimal", "uuid": "UUID", "bytes": "bytes",
}  # fmt: skip


def annotation(found: Type, *, sent: bool = False, shadowed: frozenset[str] = frozenset()) -> str:
    """Spell a type. sent: for an argument, which takes any sequence or mapping; shadowed: builtins the scope hides.

    >>> annotation(Array(Union((Scalar("integer"), Scalar("null")))))
    'list[int | None]'
    >>> annotation(Array(Ref("Pet")), sent=True)
    'Sequence[Pet]'
    """
    if isinstance(found, Scalar):
        if sent and found.name == "unix-time":
            return f"datetime | {_builtin('int', shadowed)}"
        if sent and found.name == "bytes":
            return "Upload"
        return _builtin(_SCALARS[found.name], shadowed)
    if isinstance(found, Ref):
        return identifier(found.model)
    if isinstance(found, Literal):
        return f"Literal[{', '.join(literal(each) for each in found.values)}]"
    if isinstance(found, Array):
        inner = annotation(found.item, sent=sent, shadowed=shadowed)
        return f"Sequence[{inner}]" if sent else f"{_builtin('list', shadowed)}[{inner}]"
    if isinstance(found, Map):
        inner = annotation(found.value, sent=sent, shadowed=shadowed)
        text = _builtin("str", shadowed)
        return f"Mapping[{text}, {inner}]" if sent else f"{_builtin('dict', shadowed)}[{text}, {inner}]"
    if isinstance(found, Union):
        members = [annotation(each, sent=sent, shadowed=shadowed) for each in found.members]
        return " | ".join(dict.fromkeys(sorted(members, key=lambda each: each == "None")))
    return "Any"


def _builtin(name: str, shadowed: frozenset[str]) -> str:
    return f"builtins.{name}" if name in shadowed and hasattr(builtins, name) else name


def symbols(text: str) -> set[str]:
    """Return the names that spelled code uses, outside its string literals."""
    bare = re.sub(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", "''", text)
    return set(re.findall(r"(?<![\w.])[A-Za-z_]\w*", bare))


def contains(found: Type, name: str) -> bool:
    """Say whether a type holds a scalar of that name."""
    if isinstance(found, Scalar):
        return found.name == name
    if isinstance(found, Array):
        return contains(found.item, name)
    if isinstance(found, Map):
        return contains(found.value, name)
    return isinstance(found, Union) and any(contains(each, name) for each in found.members)
