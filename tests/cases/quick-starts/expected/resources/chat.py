"""chat: generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime import Resource

if TYPE_CHECKING:
    from .chat_completions import ChatCompletionsResource


class ChatResource(Resource):
    """Operations of chat."""

    @cached_property
    def completions(self) -> ChatCompletionsResource:
        """Operations of chat.completions."""
        from .chat_completions import ChatCompletionsResource

        return ChatCompletionsResource(self._transport)
