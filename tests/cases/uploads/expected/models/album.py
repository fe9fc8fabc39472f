"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Required

from pydantic import Field

from .formats import Upload
from .kept import Kept
from .photo import Photo
from .shared import Shared, SharedFields

if TYPE_CHECKING:
    from .kept import KeptFields


class Album(Shared):
    cover_photo: Annotated[Photo, Field(alias="cover-photo")]
    back: Upload | None = None
    kept: Kept | None = None


class AlbumFields(SharedFields, total=False):
    """The fields of `Album`, given in place of one."""

    cover_photo: Required[Upload]
    back: Upload | None
    kept: Kept | KeptFields
