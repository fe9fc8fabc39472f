"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import date as date_aliased
from typing import TYPE_CHECKING, Annotated, Any, Required, TypedDict

from pydantic import Field

from .._runtime.model import Model

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


class Odd(Model):
    class_: Annotated[str, Field(alias="class")]
    list_2: Annotated[list[str] | None, Field(alias="list")] = None
    str_2: Annotated[str | None, Field(alias="str")] = None
    int_2: Annotated[int | None, Field(alias="int")] = None
    copy_2: Annotated[str | None, Field(alias="copy")] = None
    model_dump_2: Annotated[str | None, Field(alias="model_dump")] = None
    model_dump_3: Annotated[str | None, Field(alias="modelDump")] = None
    schema_2: Annotated[str | None, Field(alias="schema")] = None
    class_2: Annotated[str | None, Field(alias="__class__")] = None
    hidden: Annotated[str | None, Field(alias="_hidden")] = None
    created_at_2: Annotated[str | None, Field(alias="createdAt")] = None
    created_at: str | None = None
    created_at_3: Annotated[str | None, Field(alias="CREATED_AT")] = None
    field_2fa: Annotated[bool | None, Field(alias="2fa")] = None
    field: Annotated[str | None, Field(alias="")] = None
    名前: str | None = None
    field_2: Annotated[str | None, Field(alias="ﬁeld")] = None
    type: Annotated[str | None, Field(alias="@type")] = None
    ref: Annotated[str | None, Field(alias="$ref")] = None
    date: date_aliased | None = None
    none_2: Annotated[str | None, Field(alias="none")] = None
    any: Annotated[Any | None, Field(alias="Any")] = None


class OddFields(TypedDict, total=False):
    """The fields of `Odd`, given in place of one."""

    class_: Required[str]
    list_2: Sequence[str]
    str_2: str
    int_2: int
    copy_2: str
    model_dump_2: str
    model_dump_3: str
    schema_2: str
    class_2: str
    hidden: str
    created_at_2: str
    created_at: str
    created_at_3: str
    field_2fa: bool
    field: str
    名前: str
    field_2: str
    type: str
    ref: str
    date: date
    none_2: str | None
    any: Any
