"""The base class of models: strict when it is built, tolerant when it is read, nothing lost when it is dumped.

Built by hand, an unknown field raises, in nested dicts too. Read from an answer, unknown fields are kept. The parser
does not go through the metaclass, so reading pays nothing for the difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from .dump import WIRE, with_numbers

if TYPE_CHECKING:

    class _Base(BaseModel):
        pass
else:

    class _StrictWhenBuilt(type(BaseModel)):
        """Validates the arguments of a constructor call with unknown fields forbidden."""

        def __call__(cls, /, **values):
            return cls.__pydantic_validator__.validate_python(values, extra="forbid", by_alias=True, by_name=True)

    class _Base(BaseModel, metaclass=_StrictWhenBuilt):
        def __getattr__(self, name):
            """Read a required field that the answer did not hold as None."""
            if name in type(self).model_fields:
                return None
            return super().__getattr__(name)

        def model_dump(self, **options):
            """As pydantic's, without warnings about values that were read as they came."""
            return super().model_dump(**{"warnings": False, **options})

        def model_dump_json(self, **options):
            """As pydantic's, without warnings about values that were read as they came; decimals as they travel."""
            text = super().model_dump_json(**{"warnings": False, "context": WIRE, **options})
            return with_numbers(text.encode("utf-8")).decode("utf-8")


class Model(_Base):
    """A JSON object of the API."""

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        defer_build=True,
        hide_input_in_errors=True,
        protected_namespaces=(),
        ser_json_inf_nan="constants",
        allow_inf_nan=False,
    )
