"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from .._runtime.model import Model
from .message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .message import MessageFields


class Ask(Model):
    messages: list[Message]
    stream: bool | None = None


class AskFields(TypedDict, total=False):
    """The fields of `Ask`, given in place of one."""

    messages: Required[Sequence[Message | MessageFields]]
