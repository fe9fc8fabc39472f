"""What the mock server expects and answers, scenario by scenario."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ADDRESS = "http://mock.invalid"
"""What mocks.json writes for the address of the server."""


@dataclass(frozen=True)
class Payload:
    """A body. media: its media type."""

    media: str
    content: bytes

    @property
    def is_json(self) -> bool:
        return "json" in self.media

    def json(self) -> Any:
        """Return the value of JSON that the body spells."""
        return json.loads(self.content)


@dataclass(frozen=True)
class Exchange:
    """A request that is expected, and its answer. uri: the path, values written in; query, headers: by wire name."""

    uri: str
    method: str
    query: Mapping[str, Any]
    headers: Mapping[str, Any]
    body: Payload | None
    status: int
    answer_headers: Mapping[str, str]
    answer: Payload | None


@dataclass(frozen=True)
class Scenario:
    """name: as the server calls it. folder: of the spec it belongs to. exchanges: in the order of the mock."""

    name: str
    folder: str
    exchanges: tuple[Exchange, ...]


def read_mocks(path: Path, url: str) -> list[Scenario]:
    """Return all scenarios of mocks.json, for a server at an address."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8").replace(_ADDRESS, url))
    return [
        Scenario(name, each["folder"], tuple(_exchange(one, url) for one in each["exchanges"]))
        for name, each in data.items()
    ]


def _exchange(data: dict[str, Any], url: str) -> Exchange:
    read: dict[str, Any] = {name: _payload(data[name], url) for name in ("body", "answer")}
    return Exchange(**(data | read))


def _payload(data: dict[str, str] | None, url: str) -> Payload | None:
    if data is None:
        return None
    content = base64.b64decode(data["content"]).replace(_ADDRESS.encode(), url.encode())
    return Payload(data["media"] or "", content)
