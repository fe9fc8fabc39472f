"""A type of the document and how a JSON text is read as it. Built at its first use, so that importing costs nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic_core import ValidationError, from_json

from .errors import Mismatch

if TYPE_CHECKING:
    from pydantic import TypeAdapter


_FRACTION = re.compile(rb"\d[.eE]")


class Typed:
    """Any type expression: a model, a union, list[Model], a scalar, None."""

    __slots__ = ("_adapter", "_decimals", "type")

    def __init__(self, type: Any) -> None:
        self.type = type
        self._adapter: TypeAdapter[Any] | None = None
        self._decimals: bool | None = None

    @property
    def adapter(self) -> TypeAdapter[Any]:
        """The validator; building it twice from two threads does no harm."""
        if self._adapter is None:
            built: TypeAdapter[Any] = _adapter(self.type)
            _ = built.core_schema
            self._adapter = built
        return self._adapter

    @property
    def takes_none(self) -> bool:
        """Whether an answer without a body can be this."""
        try:
            self.adapter.validate_python(None)
        except ValidationError:
            return False
        return True

    def read(self, content: bytes) -> tuple[Any, tuple[Mismatch, ...]]:
        """Read JSON; what is not as the type says is delivered as it came and returned as mismatches.

        Raises ValueError for a text that is not JSON. The fast path is one strict validation.
        """
        value, mismatches = self._read(content)
        if _FRACTION.search(content) and self._holds_decimals():
            from .exact import with_digits

            value = with_digits(value, content)
        return value, mismatches

    def _holds_decimals(self) -> bool:
        if self._decimals is None:
            from .exact import holds_decimals

            self._decimals = holds_decimals(self.adapter.core_schema)
        return self._decimals

    def _read(self, content: bytes) -> tuple[Any, tuple[Mismatch, ...]]:
        if b"NaN" in content or b"Infinity" in content:
            from_json(content, allow_inf_nan=False)
        try:
            return self.adapter.validate_json(content, strict=True, by_alias=True, by_name=False), ()
        except ValidationError:
            pass
        from .tolerant import read_tolerantly

        return read_tolerantly(self.adapter.core_schema, from_json(content, allow_inf_nan=False))

    def read_error(self, content: bytes, data: Any) -> Any:
        """Read the body of an error: typed when it is as documented or nearly, else the plain data."""
        if data is None or (isinstance(data, str) and not content.lstrip().startswith(b'"')):
            return data
        value, mismatches = self.read(content)
        if not mismatches:
            return value
        known: set[str] = getattr(value, "model_fields_set", set[str]())
        extra: dict[str, Any] = getattr(value, "model_extra", None) or {}
        return value if known - extra.keys() else data


def _adapter(type: Any) -> TypeAdapter[Any]:
    from pydantic import ConfigDict, TypeAdapter

    try:
        return TypeAdapter(type, config=ConfigDict(hide_input_in_errors=True, allow_inf_nan=False))
    except Exception as error:
        if getattr(error, "code", "") != "type-adapter-config-unused":
            raise
    return TypeAdapter(type)
