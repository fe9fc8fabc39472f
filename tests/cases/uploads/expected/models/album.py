"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .formats import Upload
from .kept import Kept
from .photo import Photo
from .shared import Shared


class Album(Shared):
    cover_photo: Annotated[Photo, Field(alias="cover-photo")]
    back: Upload | None = None
    kept: Kept | None = None
