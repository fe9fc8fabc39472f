"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.model import Model
from .formats import Upload
from .params import Params

if TYPE_CHECKING:
    from .params import ParamsFields


class Related(Model):
    meta: Params | None = None
    file: Upload | None = None


class RelatedFields(TypedDict, total=False):
    """The fields of `Related`, given in place of one."""

    meta: Params | ParamsFields
    file: Upload
