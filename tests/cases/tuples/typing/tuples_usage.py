"""What a user of tuples_client writes; each line that is wrong says how a type checker has to refuse it."""

from __future__ import annotations

from datetime import datetime
from typing import assert_type

from tuples_client import SpecClient
from tuples_client.models import Route, RouteNamedValueItem2, Stop


def right(client: SpecClient) -> None:
    route = client.routes.replace(body=Route(start=(1, 2.5), legs=[(Stop(name="a"), None)]))
    assert_type(route.start, tuple[float, float])
    assert_type(route.named, dict[str, tuple[str, RouteNamedValueItem2]] | None)
    assert_type(route.more, list[str | int] | None)
    first, second = client.routes.list(from_=(1, 2))[0]
    assert_type((first, second), tuple[float, float])
    moment, seconds, *texts = client.routes.create_marks(body=[(datetime.now(), 5, b"a", b"b")])
    assert_type((moment, seconds), tuple[datetime, datetime])
    assert_type(texts, list[bytes])


def wrong(client: SpecClient) -> None:
    _ = Route(start=(1,))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    _ = Route(start=[1, 2])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    _ = client.routes.list(from_=("a", 2))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
