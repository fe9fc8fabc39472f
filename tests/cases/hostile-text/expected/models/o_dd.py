"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from .._runtime.model import OpenModel


class ODd(OpenModel):
    """text \\."""

    a_b: Annotated[Literal['"""\\'], Field(alias='a"b')]
    """\"\"\" \\."""
    c_d: Annotated[Literal["mro", "name", "__class__", '"""', "\\", "\x00", "a\nb"] | None, Field(alias="c'd\\")] = None
    e_f: Annotated[str | None, Field(alias="e\nf")] = None
    g: Annotated[int | None, Field(alias="{g}")] = None
    """type: ignore # noqa >>> import os."""
    field: Annotated[str | None, Field(alias="\x00")] = None
    field_2: Annotated[str | None, Field(alias="#")] = None
    h_i: Annotated[dict[str, str] | None, Field(alias="h\u2028i")] = None
    """ends in quote"."""
    __pydantic_extra__: dict[str, Any] = Field(init=False)
