"""A type of the document and how an answer is read as it. Built at its first use, so that importing costs nothing."""

from __future__ import annotations

import re
from types import FunctionType
from typing import TYPE_CHECKING, Annotated, Any

from pydantic_core import ValidationError, from_json

from .errors import Answer, Mismatch

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from .branching import Branching

_FRACTION = re.compile(rb"\d[.eE]")


class Unreadable(ValueError):
    """A text that is not of the format that was expected; it says why."""


class Typed:
    """Any type expression: a model, a union, list[Model], a scalar, None. It travels as JSON.

    media: what is asked for. format: how messages call it.
    """

    __slots__ = ("_adapter", "_branching", "_builder", "_decimals", "_given")

    media = "application/json"
    format = "JSON"

    def __init__(self, type: Any) -> None:
        """type: an expression, or a function that returns one: it is called when the type is first needed."""
        self._given = type
        self._adapter: TypeAdapter[Any] | None = None
        self._branching: Branching | None = None
        self._builder: Any = None
        self._decimals: bool | None = None

    @property
    def is_nothing(self) -> bool:
        """Whether this is None, no body."""
        return self._given is None

    @property
    def type(self) -> Any:
        """The type expression."""
        given = self._given
        if isinstance(given, FunctionType):
            self._given = given = given()
        return given

    @property
    def adapter(self) -> TypeAdapter[Any]:
        """The validator; building it twice from two threads does no harm."""
        if self._adapter is None:
            self._adapter = _adapter(self.type)
        return self._adapter

    @property
    def takes_none(self) -> bool:
        """Whether an answer without a body can be this."""
        try:
            self.adapter.validate_python(None)
        except ValidationError:
            return False
        return True

    def admits(self, value: object) -> bool:
        """Say whether a value could be sent as this: a model, or what one is built from."""
        if self._builder is None:
            from .access import building

            self._builder = building(self.adapter.core_schema) or self.adapter
        try:
            self._builder.validate_python(value, extra="forbid", by_alias=True, by_name=True)
        except ValidationError:
            return False
        return True

    def json(self, answer: Answer) -> bytes:
        """Return the text in UTF-8 (RFC 8259, 8.1), without a byte order mark. Raises LookupError or ValueError."""
        charset = charset_of(answer)
        if charset not in ("", "utf-8", "utf8", "us-ascii", "ascii"):
            return answer.content.decode(charset).encode("utf-8")
        return answer.content.removeprefix(b"\xef\xbb\xbf")

    def read(self, content: bytes, constants: bool = False) -> tuple[Any, tuple[Mismatch, ...]]:
        """Read JSON; what is not as the type says is delivered as it came and returned as mismatches.

        Raises ValueError for a text that is not JSON. The fast path is one strict validation. constants: whether
        mismatches may hold constants that are not documented.
        """
        value, mismatches = self._read(content, constants)
        if self._holds_decimals() and _FRACTION.search(content):
            from .exact import with_digits

            value = with_digits(value, content)
        return value, mismatches

    def _holds_decimals(self) -> bool:
        if self._decimals is None:
            from .exact import holds_decimals

            self._decimals = holds_decimals(self.adapter.core_schema)
        return self._decimals

    def _read(self, content: bytes, constants: bool) -> tuple[Any, tuple[Mismatch, ...]]:
        if b"NaN" in content or b"Infinity" in content:
            _plain(content)
        hopeful = not self._takes_long(content)
        if hopeful:
            try:
                return self.adapter.validate_json(content, strict=True, by_alias=True, by_name=False), ()
            except ValidationError:
                pass
        from .tolerant import read_tolerantly

        return read_tolerantly(self.adapter.core_schema, *_plain(content), constants, hopeful)

    def _takes_long(self, content: bytes) -> bool:
        """Say whether pydantic could take a time exponential in the depth of a text."""
        levels = content.count(b"{") + content.count(b"[")
        if levels <= 2:
            return False
        if self._branching is None:
            from .branching import branching

            self._branching = branching(self.adapter.core_schema)
        if levels <= self._branching.levels:
            return False
        from .branching import is_beyond

        return is_beyond(_plain(content)[0], self._branching)

    def read_error(self, answer: Answer, data: Any) -> Any:
        """Read the body of an error: typed when it is as documented or nearly, else the plain data."""
        if data is None or (isinstance(data, str) and not answer.content.lstrip().startswith(b'"')):
            return data
        return self._nearly(answer.content, data)

    def _nearly(self, content: bytes, data: Any) -> Any:
        value, mismatches = self.read(content)
        if not mismatches:
            return value
        known: set[str] = getattr(value, "model_fields_set", set[str]())
        extra: dict[str, Any] = getattr(value, "model_extra", None) or {}
        return value if known - extra.keys() else data


def _plain(content: bytes) -> tuple[Any, set[int]]:
    """Return the data of JSON, and the ids of what in it is too deep for pydantic. Raises ValueError for other text."""
    try:
        return from_json(content, allow_inf_nan=False), set()
    except ValueError as error:
        if "recursion limit" not in str(error):
            raise
    from .deep import TooDeep, loads

    try:
        return loads(content)
    except TooDeep as error:
        raise Unreadable(str(error)) from None


class InXml(Typed):
    """A type that travels as XML. key: of the outermost element in the package's table."""

    __slots__ = ("_key", "media")

    format = "XML"

    def __init__(self, type: Any, key: str, media: str = "application/xml") -> None:
        super().__init__(type)
        self._key = key
        self.media = media

    def json(self, answer: Answer) -> bytes:
        """Return what JSON would say. Raises Unreadable."""
        from .xml_reader import read_xml

        return read_xml(answer.content, charset_of(answer), self._key)

    def write(self, text: bytes) -> bytes:
        """Return the XML that says what JSON says."""
        from .xml_writer import write_xml

        return write_xml(from_json(text), self._key, self.media)

    def read_error(self, answer: Answer, data: Any) -> Any:
        """Read the body of an error: typed when it is as documented or nearly, else the plain data."""
        try:
            content = self.json(answer)
        except (Unreadable, RecursionError):
            return data
        return self._nearly(content, data)


def as_typed(type: Any) -> Typed:
    """Return a type expression as one that travels as JSON, unless it says how it travels."""
    return type if isinstance(type, Typed) else Typed(type)


def charset_of(answer: Answer) -> str:
    """Return the charset that an answer's Content-Type names, in lower case, or ""."""
    kind = answer.headers.get("content-type", "").lower()
    return kind.split("charset=", 1)[1].split(";")[0].strip("\"' ") if "charset=" in kind else ""


def _adapter(expression: Any) -> TypeAdapter[Any]:
    from pydantic import ConfigDict, TypeAdapter

    from .tagged import ToldApart

    is_model = hasattr(expression, "model_fields")
    if is_model:  # then the adapter takes what the class has, and writing it later builds nothing more
        expression.model_rebuild()
    told: Any = expression if is_model else Annotated[expression, ToldApart()]
    try:
        return TypeAdapter(told, config=ConfigDict(hide_input_in_errors=True, allow_inf_nan=False))
    except Exception as error:
        if getattr(error, "code", "") != "type-adapter-config-unused":
            raise
    return TypeAdapter(told)
