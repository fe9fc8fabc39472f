"""A document -> its package -> a server that answers otherwise -> a log -> actions -> a package that reads it all."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from runtime.server import Received, Server, answer

from generator.command import cli

DOCUMENTS = Path(__file__).parent
CANARIES = ("Ann-Canary", "ann.canary@example.com", "4111111111111111", "Canary Street", "cus_9f8a7b6c5d4e", "3.14159")
ORDER: dict[str, Any] = {
    "id": "4111111111111111",
    "made": "yesterday, says Ann-Canary",
    "status": "refunded",
    "channel": "phone",
    "note": None,
    "total": 3.14159,
    "count": "4111111111111111",
    "to": {"street": "Canary Street", "floor": 3},
    "paid_by": {"kind": "card", "digits": None, "holder": "Ann-Canary"},
    "labels": {"ann.canary@example.com": None},
    "lines": [{"sku": "s", "tags": ["t", None]}, {"tags": []}],
    "loyaltyTier": {"name": "Ann-Canary"},
    "gift": None,
}
DATA = {"ann.canary@example.com": 1, "cus_9f8a7b6c5d4e": {"x": 1}}
"""Fields whose names are data."""

SYNC = """
import sys
from shop_client import DriftLog, NotFound, ShopClient
path, url, constants = sys.argv[1:]
with DriftLog(path, enum_values=constants == "yes") as log, ShopClient(base_url=url, on_mismatch=log) as client:
    client.orders.list()
    client.orders.get("1")
    try:
        client.orders.get("none")
    except NotFound:
        pass
    client.numbers.list()
"""
ASYNC = """
import asyncio, sys
from shop_client import AsyncShopClient, DriftLog, NotFound
path, url, constants = sys.argv[1:]
async def main():
    log = DriftLog(path, enum_values=constants == "yes")  # written when the interpreter ends
    async with AsyncShopClient(base_url=url, on_mismatch=log) as client:
        await client.orders.list()
        await client.orders.get("1")
        try:
            await client.orders.get("none")
        except NotFound:
            pass
        await client.numbers.list()
asyncio.run(main())
"""

STREAMS = {
    "/news": (
        "text/event-stream",
        'data: {"id": "1", "at": null, "who": {"kind": "person", "name": 1, "pet": {}}}\n\n',
    ),
    "/counts": ("application/x-ndjson", '1\n"2"\nnull\n'),
}
FEED = """
import asyncio, sys
from shop_client import AsyncShopClient, DriftLog, ErrorInAnswer, ShopClient, webhooks
path, url, _ = sys.argv[1:]
async def main(log):
    async with AsyncShopClient(base_url=url, on_mismatch=log) as client:
        async with await client.news.list() as stream:
            assert [each.id async for each in stream] == ["1"]
with DriftLog(path) as log, ShopClient(base_url=url, on_mismatch=log) as client:
    with client.news.list() as stream:
        assert [each.id for each in stream] == ["1"]
    with client.counts.list() as stream:
        assert list(stream) == [1, "2", None]
    try:
        client.faults.list()
    except ErrorInAnswer:
        pass
    asyncio.run(main(log))
    webhooks.parse('{"total": "1", "extra": true}', event="order.paid", on_mismatch=log)
    webhooks.parse('[1, null]', event="order.counted", on_mismatch=log)
"""


class Shop:
    """A provider in a folder, with its package. status: of answers; data: whether fields come whose names are data."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, version: str, document: str = "shop.yaml"
    ) -> None:
        self.folder, self.monkeypatch = folder, monkeypatch
        self.specs = folder / "specs" / "shop"
        self.specs.mkdir(parents=True)
        (self.specs / "imported.yaml").write_text(
            (DOCUMENTS / document).read_text(encoding="utf-8").replace("VERSION", version)
        )
        (self.specs / "provider.toml").write_text('package = "shop_client"\n')
        (self.specs / "overlay.yaml").write_text(
            "overlay: 1.1.0\ninfo: {title: Shop, version: '1'}\nactions:\n  # ours\n"
            "  - {target: $.info, description: our words, update: {description: A shop.}}\n"
        )
        monkeypatch.chdir(folder)
        monkeypatch.setenv("CI", "true")
        self.order = dict(ORDER)

    def run(self, *arguments: str) -> int:
        self.monkeypatch.setattr(sys, "argv", ["generator", *arguments])
        with pytest.raises(SystemExit) as caught:
            cli.run()
        assert caught.value.code is None or isinstance(caught.value.code, int)
        return caught.value.code or 0

    def call(self, script: str, log: str, constants: str = "no") -> list[dict[str, Any]]:
        """Make the calls in a process of their own; return what the log says."""
        with Server([self._answer]) as server:
            command = [sys.executable, "-c", script, str(self.folder / log), server.url, constants]
            done = subprocess.run(
                command, capture_output=True, text=True, timeout=60, cwd=self.folder / "generated" / "shop"
            )
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in (self.folder / log).read_text().splitlines()]

    def _answer(self, request: Received) -> bytes:
        if request.target == "/orders/none":
            return answer(404, {"code": "E404", "hint": "Ann-Canary"})
        if request.target in STREAMS:
            media, text = STREAMS[request.target]
            return answer(200, text, media=media)
        answers: dict[str, object] = {
            "/faults": {"code": 0, "why": None},
            "/orders": [self.order],
            "/numbers": [1, None, "2"],
        }
        return answer(200, answers.get(request.target, self.order))


@pytest.fixture(params=["3.0.3", "3.1.0"])
def shop(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    made = Shop(tmp_path, monkeypatch, request.param)
    assert made.run("generate") == 0
    return made


@pytest.mark.parametrize("constants", ["yes", "no"])
@pytest.mark.parametrize("script", [SYNC, ASYNC], ids=["sync", "async"])
def test_what_was_proposed_silences_the_next_run(
    shop: Shop, script: str, constants: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if constants == "no":
        shop.order |= DATA
    found = shop.call(script, "drift.jsonl", constants)
    assert len(found) > 15
    text = (shop.folder / "drift.jsonl").read_text()
    assert not [each for each in CANARIES if each in text]
    assert ("refunded" in text) is (constants == "yes")
    capsys.readouterr()
    assert shop.run("drift", "shop", "drift.jsonl") == 1
    printed = capsys.readouterr()
    assert "no proposal" not in printed.err and printed.out.startswith("actions:\n  - target: $.")
    assert shop.run("drift", "shop", "drift.jsonl", "--write") == 0
    assert shop.run("generate") == 0
    assert shop.call(script, "later.jsonl", constants) == []
    assert shop.run("drift", "shop", "drift.jsonl") == 0
    assert capsys.readouterr().out == ""


def test_streams_events_and_errors_inside_are_silenced_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed = Shop(tmp_path, monkeypatch, "3.2.0", "feed.yaml")
    assert feed.run("generate") == 0
    found = feed.call(FEED, "drift.jsonl")
    assert {each["operation"] for each in found} == {
        "GET /news", "GET /counts", "GET /faults", "order.paid", "order.counted"
    }  # fmt: skip
    capsys.readouterr()
    assert feed.run("drift", "shop", "drift.jsonl", "--write") == 0, capsys.readouterr().err
    assert feed.run("generate") == 0
    assert feed.call(FEED, "later.jsonl") == []
