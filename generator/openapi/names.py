"""Names: the text of a document -> Python names, settled once.

In: wire names in document order. Out: identifiers that are never reserved and never collide in their scope, whatever
the wire name holds. Two names are equal when they are after NFKC and case folding.
"""

from __future__ import annotations

import hashlib
import keyword
import re
import unicodedata
from collections.abc import Iterable

MAX_LENGTH = 100

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+|[^\W\d_A-Za-z]+")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in range(1, 10))}
)

MODEL_ATTRIBUTES = frozenset({
    "copy", "dict", "json", "mro", "register", "schema", "schema_json", "validate", "construct", "from_orm",
    "parse_obj", "parse_raw", "parse_file", "update_forward_refs", "model_config", "model_fields",
    "model_computed_fields", "model_extra", "model_fields_set", "model_construct", "model_copy", "model_dump",
    "model_dump_json", "model_json_schema", "model_parametrized_name", "model_post_init", "model_rebuild", "model_validate",
    "model_validate_json", "model_validate_strings",
})  # fmt: skip
"""Attributes of pydantic's BaseModel that a field must not hide."""

ANNOTATION_NAMES = frozenset({"str", "int", "float", "bool", "bytes", "list", "dict", "None"})
"""Builtins that the annotations of a model spell."""

CLASS_NAMES = frozenset(name.casefold() for name in (
    "Any", "Annotated", "Literal", "Union", "Field", "Decimal", "UUID", "TypeAliasType", "Model", "UnixTime",
    "True", "False", "None", "Sequence", "Mapping", "OMIT", "Omit", "Request", "Resource", "AsyncResource", "Pages",
    "AsyncPages", "Transport", "AsyncTransport", "Decoder", "Encoding", "ErrorWhen", "ByPage", "ByOffset", "ByCursor",
    "ByLink", "RawResponse", "Upload",
))  # fmt: skip
"""Names, case folded, that modules of models and resources import: no model may take them."""


def words(text: str) -> list[str]:
    """Split a name into its words.

    >>> words("GetCustomerByID"), words("X-App-Id"), words("first_6"), words("v2Orders")
    (['Get', 'Customer', 'By', 'ID'], ['X', 'App', 'Id'], ['first', '6'], ['v', '2', 'Orders'])
    """
    return _WORD.findall(unicodedata.normalize("NFKC", text))


def snake(text: str) -> str:
    """Spell a name for a variable; one that is spelt so already stays.

    >>> snake("createdAt"), snake("X-App-Id"), snake("first_6"), snake("class"), snake("2fa"), snake("include[]")
    ('created_at', 'x_app_id', 'first_6', 'class_', 'field_2fa', 'include')
    """
    if re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", text) and len(text) <= MAX_LENGTH:
        return f"{text}_" if keyword.iskeyword(text) else text
    name = "_".join(word.lower() for word in _joined(words(text)))
    name = _shorten(_valid(name)) or "field"
    if name[0].isdigit():
        name = f"field_{name}"
    return f"{name}_" if keyword.iskeyword(name) else name


def pascal(text: str) -> str:
    """Spell a name for a class; capitals inside a word stay.

    >>> pascal("customer_page"), pascal("APIKey"), pascal("get-customer-"), pascal("3d_secure"), pascal("")
    ('CustomerPage', 'APIKey', 'GetCustomer', 'Schema3dSecure', 'Schema')
    """
    name = "".join(word[0].upper() + word[1:] for word in _joined(words(text)))
    name = _shorten(_valid(name)) or "Schema"
    if name[0].isdigit():
        name = f"Schema{name}"
    return f"{name}Model" if name.casefold() in CLASS_NAMES or keyword.iskeyword(name) else name


def module(text: str) -> str:
    """Spell a name for a file of the package.

    >>> module("CustomerPage"), module("con"), module("Client Models")
    ('customer_page', 'con_', 'client_models')
    """
    name = snake(text).strip("_") or "module"
    if name[0].isdigit():
        name = f"module_{name}"
    return f"{name}_" if keyword.iskeyword(name) or name in _DEVICES or name in ("init", "main", "conftest") else name


def singular(text: str) -> str:
    """Guess the singular of a plural, for the name of an item.

    >>> [singular(each) for each in ("cards", "entries", "addresses", "status", "data", "boxes", "Series")]
    ['card', 'entry', 'address', 'status', 'data_item', 'box', 'Series_item']
    """
    lower = text.lower()
    if lower.endswith("ies") and len(text) > 4 and lower not in ("series", "species"):
        return text[:-3] + "y"
    if lower.endswith(("sses", "xes", "ches", "shes", "zes")):
        return text[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is", "series", "species")):
        return text[:-1]
    return text if lower.endswith(("us", "is", "ss")) else f"{text}_item"


def fold(name: str) -> str:
    """Return the form in which two names are compared."""
    return unicodedata.normalize("NFKC", name).casefold()


class Scope:
    """Names given out so far in one scope; each new one differs from them all."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._taken = {fold(name) for name in reserved}

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


def _joined(parts: list[str]) -> list[str]:
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
