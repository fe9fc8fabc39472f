"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from .._runtime.model import Model
from .formats import Upload
from .thing import Thing

if TYPE_CHECKING:
    from .thing import ThingFields


class SendFileBody(Model):
    file: Upload
    meta: Thing | None = None
    count: int | None = None


class SendFileBodyFields(TypedDict, total=False):
    """The fields of `SendFileBody`, given in place of one."""

    file: Required[Upload]
    meta: Thing | ThingFields
    count: int
